"""Workshops for the facilitator: create, read and delete them. `placecheck.workshop` says how to use them."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import RowMapping, delete, select

from placecheck.assessment import Answer
from placecheck.storage.engine.index_entry import Entry, digest_of
from placecheck.storage.errors import DoesNotFitError
from placecheck.storage.journal.card_log import erase_phone_cards
from placecheck.storage.journal.load import asked_in, assessment_row
from placecheck.storage.journal.locks import lock_assessments, lock_workshops
from placecheck.storage.journal.logs import REMOVAL
from placecheck.storage.journal.small_sets import erase_small_sets
from placecheck.storage.journal.validate import joined_ended_workshop
from placecheck.storage.journal.workshop_cache import workshop_row
from placecheck.storage.journal.writer import lock_assessment
from placecheck.storage.schema import tables
from placecheck.storage.values import Removal
from placecheck.storage.workshop.arrivals import joined_since, silent_voices
from placecheck.storage.workshop.due_for_deletion import back_up_before_deletion, due_assessments
from placecheck.storage.workshop.revealed import progress, revealed_answers, save_vote_answer, voices_without_phone
from placecheck.storage.workshop.workshop_commands import WorkshopCommands
from placecheck.storage.workshop_values import (
    Arrivals,
    HiddenAnswers,
    NewWorkshop,
    Progress,
    RevealedAnswers,
    WorkshopSummary,
)
from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop import codes
from placecheck.workshop.model import Workshop
from placecheck.workshop.visibility import hidden_indicators, unrevealed_indicators

MadeUpAnswer = Callable[[str, str, int, int], Answer]
"""Returns the answer of a made-up voice, given its id, the indicator, the vote's number and the number of levels."""


class Workshops(WorkshopCommands):
    """The part of the store that a facilitator uses.

    Every method that takes an id raises NotHereError where nothing has it.
    """

    def create_workshop(
        self, assessment_id: str, *, delete_on: datetime.date | None = None, is_rehearsal: bool = False
    ) -> NewWorkshop:
        """Let people join an assessment that many voices answer.

        `delete_on` is the day on which `delete_due` deletes the whole assessment; None: it is not deleted by itself.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: The group answers it together, as one voice.
        """
        code = codes.new_join_code()
        id_ = uuid.uuid4().hex
        row = {
            "id": id_,
            "assessment_id": assessment_id,
            "key": "",
            "rehearsal": is_rehearsal,
            "delete_on": delete_on,
            "sequence": 0,
            "ended": False,
            "account": self._account() or None,
        }
        with self._database.read() as connection:
            while connection.execute(select(tables.workshop.c.id).where(tables.workshop.c.code == code)).first():
                code = codes.new_join_code()
        self._announce([Entry(digest_of(code)), Entry(digest_of(id_), delete_on)])
        with self._database.write() as connection:
            if assessment_row(connection, assessment_id)["together"]:
                raise DoesNotFitError(say(w.ONE_VOICE))
            now = self._clock()
            connection.execute(tables.workshop.insert(), {**row, "code": code, "made": now, "changed": now})
        return NewWorkshop(id_, code)

    def delete_due(self, today: datetime.date, backup_folder: Path | None = None) -> int:
        """Delete each assessment whose workshop is due by `today`, with the cards from its phones; return how many."""
        with self._database.write() as connection:
            ids = due_assessments(connection, today)
            if not ids:
                return 0
            if backup_folder is not None:
                back_up_before_deletion(connection, backup_folder, self._clock())
            lock_workshops(connection, ids)
            lock_assessments(connection, ids)
            erase_phone_cards(connection, ids)
            deleted = connection.execute(delete(tables.assessment).where(tables.assessment.c.id.in_(ids))).rowcount
            erase_small_sets(connection)
        if deleted:
            self._database.forget()
        return deleted

    def workshops(self, place_id: str | None = None) -> tuple[WorkshopSummary, ...]:
        """Return every workshop, or those of a place, the newest first; only for those who may see them all."""
        table, assessments = tables.workshop, tables.assessment
        query = select(table).order_by(table.c.made.desc(), table.c.id)
        if place_id is not None:
            query = query.join(assessments, assessments.c.id == table.c.assessment_id).where(
                assessments.c.place_id == place_id
            )
        with self._database.read() as connection:
            return tuple(_summary(row) for row in connection.execute(query).mappings())

    def workshop_summary(self, workshop_id: str) -> WorkshopSummary:
        """Return the summary of the workshop."""
        with self._database.read() as connection:
            return _summary(workshop_row(connection, workshop_id))

    def workshop(self, workshop_id: str) -> Workshop:
        """Return the state of the workshop."""
        with self._database.read() as connection:
            return self._workshops.get(connection, workshop_row(connection, workshop_id))

    def hidden_answers_in(self, assessment_id: str) -> HiddenAnswers | None:
        """Return what a workshop hides from everyone of an assessment's answers now; None if all may be seen."""
        table = tables.workshop
        query = select(table).where(table.c.assessment_id == assessment_id).order_by(table.c.made.desc(), table.c.id)
        with self._database.read() as connection:
            for row in connection.execute(query).mappings():
                workshop = self._workshops.get(connection, row)
                has_begun = bool(workshop.votes or workshop.ended)
                if hidden_indicators(workshop) or not has_begun:
                    return HiddenAnswers(
                        row["id"],
                        hidden_indicators(workshop),
                        has_begun,
                        only_held_back=not unrevealed_indicators(workshop),
                    )
        return None

    def progress(self, workshop_id: str) -> Progress:
        """Return how many voices there are, and how many answered each indicator of the last vote, but no answers."""
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            of = assessment_row(connection, row["assessment_id"])
            rubric = asked_in(connection, of, self._editions.get(connection, of["edition_key"]))
            return progress(connection, of["id"], self._workshops.get(connection, row).last_vote, rubric)

    def revealed_answers(self, workshop_id: str) -> RevealedAnswers:
        """Return what the room may see now: the answers that were revealed and are not held back, and nothing else."""
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            of = assessment_row(connection, row["assessment_id"])
            rubric = asked_in(connection, of, self._editions.get(connection, of["edition_key"]))
            return revealed_answers(connection, of["id"], self._workshops.get(connection, row), rubric)

    def answers_are_closed(self, assessment_id: str, voice_id: str) -> bool:
        """Return whether a voice joined an ended workshop by phone: then only a `CORRECTION` changes its answers."""
        with self._database.read() as connection:
            return joined_ended_workshop(connection, assessment_id, voice_id)

    def erase_silent_voices(self, workshop_id: str, by: str) -> int:
        """Erase every voice that joined from a phone and has said nothing, and return how many. They may join again."""
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            writer = lock_assessment(connection, self._editions, row["assessment_id"], by, self._clock)
            silent = silent_voices(connection, workshop_id)
            for voice in silent:
                writer.erase_voice(voice)
            writer.finish()
        return len(silent)

    def arrivals(self, workshop_id: str, within: datetime.timedelta) -> Arrivals:
        """Count the voices that joined from a phone during the last `within`, and those that have said nothing."""
        with self._database.read() as connection:
            workshop_row(connection, workshop_id)
            recent = joined_since(connection, workshop_id, self._clock() - within)
            return Arrivals(recent=len(recent), silent=len(silent_voices(connection, workshop_id)))

    def take_out_recent(self, workshop_id: str, within: datetime.timedelta, by: str) -> int:
        """Take out every voice that joined from a phone during the last `within`, and return how many.

        Their answers are kept, as with any voice that is taken out, and `return_voice` lets each back in.
        """
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            writer = lock_assessment(connection, self._editions, row["assessment_id"], by, self._clock)
            recent = joined_since(connection, workshop_id, self._clock() - within)
            for voice in recent:
                writer.change(REMOVAL, {"voice_id": voice}, Removal())
            writer.finish()
        return len(recent)

    def save_made_up_answers(self, workshop_id: str, made_up: MadeUpAnswer, by: str) -> int:
        """Save for each voice without a phone, in a rehearsal, what `made_up` answers; return how many voices."""
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            vote = self._workshops.get(connection, row).open_vote
            if vote is None:
                return 0
            writer = lock_assessment(connection, self._editions, row["assessment_id"], by, self._clock)
            voices = voices_without_phone(connection, writer.id)
            for voice in voices:
                for id_ in vote.asks:
                    save_vote_answer(writer, voice, id_, vote, made_up(voice, id_, vote.number, writer.rubric.steps))
            writer.finish()
        return len(voices)


def _summary(row: RowMapping) -> WorkshopSummary:
    return WorkshopSummary(
        id=row["id"],
        assessment_id=row["assessment_id"],
        code=row["code"],
        is_rehearsal=row["rehearsal"],
        delete_on=row["delete_on"],
        made=row["made"],
        ended=row["ended"],
    )
