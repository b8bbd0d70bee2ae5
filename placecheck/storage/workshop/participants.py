"""Workshops for people with phones: whoever has a personal code acts as its voice, and as no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, bindparam, func, select

from placecheck.assessment import Answer
from placecheck.errors import PlacecheckError
from placecheck.events import Event, count, report
from placecheck.storage.engine.database import Database
from placecheck.storage.engine.group_commit import GroupCommit
from placecheck.storage.engine.index_entry import Entry, digest_of
from placecheck.storage.engine.retry import again_after_deadlock
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.journal.card_log import erase_own_cards, place_of_assessment
from placecheck.storage.journal.index_entries import known_codes
from placecheck.storage.journal.load import asked_in, assessment_row, is_present, of_participant
from placecheck.storage.journal.locks import lock_workshops, share_workshop
from placecheck.storage.journal.logs import ANSWER, BALLOT, LEVEL_CHOICE, PERSPECTIVE, all_current_values, current_value
from placecheck.storage.journal.validate import check_perspective
from placecheck.storage.journal.workshop_cache import workshop_row
from placecheck.storage.journal.writer import Clock, lock_assessment
from placecheck.storage.parts.base import StorePart
from placecheck.storage.parts.places import lock_place
from placecheck.storage.schema import tables
from placecheck.storage.values import Saved, Standpoint
from placecheck.storage.workshop.answer_batch import BY, PhoneAnswer, save_batch
from placecheck.storage.workshop.revealed import revealed_answers
from placecheck.storage.workshop_values import Participant, RevealedAnswers, VoiceAnswers
from placecheck.words import joining, language, say
from placecheck.words import workshop as w
from placecheck.workshop import NotNowError, codes
from placecheck.workshop.visibility import current_vote_on

MAX_VOICES = 2000
"""How many can join a workshop: more than fit into any hall, so that nobody can fill the disk by joining."""

_BY_KEY = (
    select(tables.workshop, tables.participant.c.voice_id)
    .join(tables.workshop, tables.workshop.c.id == tables.participant.c.workshop_id)
    .join(tables.voice, of_participant)
    .where(tables.participant.c.key == bindparam("key"), is_present)
)


class Joined(NamedTuple):
    """A person who was let in: their personal code, of which only a hash is stored, and the id of their voice."""

    code: str
    voice_id: str


class Participants(StorePart):
    """The part of the store that phones use. `code` is a personal code; NotHereError if nobody has it."""

    def __init__(self, database: Database, clock: Clock, account: Callable[[], str] = str) -> None:
        super().__init__(database, clock, account)
        self._group_commit: GroupCommit[PhoneAnswer, Saved] = GroupCommit(self._save_all)

    def workshop_id_of_code(self, join_code: str) -> str | None:
        """Return the id of the workshop of a join code or a QR code's token; None if there is none, or it has ended."""
        code, table = codes.parse_join_code(join_code), tables.workshop.c
        condition = table.id == join_code if codes.is_link_token(join_code) else table.code == code
        with self._database.read() as connection:
            return connection.execute(select(table.id).where(condition, table.ended.is_(False))).scalar()

    def join(self, join_code: str, perspective: str | None = None) -> Joined:
        """Let one more person in.

        Raises:
            NotHereError: There is no such workshop.
            NotNowError: Joining is closed, or the workshop has ended.
            DoesNotFitError: The workshop is full.
        """
        id_ = self.workshop_id_of_code(join_code)
        if id_ is None:
            raise NotHereError(say(joining.UNKNOWN_CODE))
        code = codes.new_personal_code()
        self._announce([Entry(digest_of(code))])
        with self._database.write() as connection:
            share_workshop(connection, id_)
            row = workshop_row(connection, id_)
            if self._workshops.get(connection, row).joining_closed:
                raise NotNowError(say(w.JOINING_CLOSED))
            writer = lock_assessment(connection, self._editions, row["assessment_id"], BY, self._clock)
            check_perspective(writer.rubric, perspective)
            _refuse_when_full(connection, id_)
            voice_id = writer.add_voice(Standpoint(perspective=perspective))
            writer.finish()
            participant = {
                "workshop_id": id_,
                "assessment_id": writer.id,
                "voice_id": voice_id,
                "joined": self._clock(),
            }
            connection.execute(tables.participant.insert(), {"key": codes.key_hash(code), **participant})
        return Joined(code, voice_id)

    def participant(self, code: str) -> Participant:
        """Return the voice that a personal code belongs to, and the state of its workshop."""
        with self._database.read() as connection:
            return self._participant(connection, participant_row(connection, code))

    def has_participant(self, code: str) -> bool:
        """Return whether a participant in this store has the personal code."""
        with self._database.read() as connection:
            try:
                participant_row(connection, code)
            except NotHereError:
                return False
        return True

    def known_codes(self) -> tuple[Entry, ...]:
        """Return the entries by which an index of stores finds this one."""
        with self._database.read() as connection:
            return tuple(known_codes(connection))

    def voices_with_phones(self, assessment_id: str) -> frozenset[str]:
        """Return the voices that joined from a phone, who were promised that nobody sees who gave an answer."""
        query = select(tables.participant.c.voice_id).where(tables.participant.c.assessment_id == assessment_id)
        with self._database.read() as connection:
            return frozenset(connection.execute(query).scalars())

    def save_own_answer(self, code: str, indicator: str, answer: Answer | None) -> Saved:
        """Save this voice's answer to an indicator; None withdraws it. It is on the disk when this returns.

        Answers that arrive at the same moment are saved together.

        Raises:
            NotNowError: No vote on it is open.
            DoesNotFitError: The level is off the ladder.
        """
        return self.submit_own_answer(code, indicator, answer).result()

    def submit_own_answer(self, code: str, indicator: str, answer: Answer | None) -> Future[Saved]:
        """Save an answer as `save_own_answer` does, without waiting for it."""
        return self._group_commit.put(PhoneAnswer(code, indicator, answer, language.get()))

    @again_after_deadlock
    def _save_all(self, batch: Sequence[PhoneAnswer]) -> list[Saved | PlacecheckError]:
        with self._database.write() as connection:
            outcomes = save_batch(connection, self._editions, self._workshops, self._clock, batch)
        count(Event.ANSWER_SAVED, sum(isinstance(outcome, Saved) for outcome in outcomes))
        return outcomes

    def own_answers(self, code: str) -> VoiceAnswers:
        """Return this voice's answers, and nobody else's."""
        with self._database.read() as connection:
            row = participant_row(connection, code)
            id_, of = row["assessment_id"], {"voice_id": row["voice_id"]}
            return VoiceAnswers(
                standpoint=current_value(connection, PERSPECTIVE, id_, of)[1] or Standpoint(),
                answers={key["indicator"]: value for key, value in all_current_values(connection, ANSWER, id_, **of)},
                ballots={key["vote"]: value for key, value in all_current_values(connection, BALLOT, id_, **of)},
                levels={key["matter"]: value for key, value in all_current_values(connection, LEVEL_CHOICE, id_, **of)},
            )

    def perspective_of(self, participant: Participant) -> str | None:
        """Return the perspective that a participant chose, if any."""
        with self._database.read() as connection:
            _, standpoint = current_value(
                connection, PERSPECTIVE, participant.assessment_id, {"voice_id": participant.voice_id}
            )
        return standpoint.perspective if standpoint else None

    def own_answer(self, code: str, indicator: str) -> Answer | None:
        """Return this voice's answer to an indicator: its ballot if a second vote is open, else its first answer."""
        with self._database.read() as connection:
            row = participant_row(connection, code)
            vote = current_vote_on(self._workshops.get(connection, row), indicator)
            of = {"voice_id": row["voice_id"]}
            if vote and vote.is_second:
                return current_value(connection, BALLOT, row["assessment_id"], {**of, "vote": vote.number})[1]
            return current_value(connection, ANSWER, row["assessment_id"], {**of, "indicator": indicator})[1]

    def revealed_answers_for(self, participant: Participant) -> RevealedAnswers:
        """Return what the participant's room may see, as on the big screen."""
        with self._database.read() as connection:
            row = assessment_row(connection, participant.assessment_id)
            rubric = asked_in(connection, row, self._editions.get(connection, row["edition_key"]))
            return revealed_answers(connection, participant.assessment_id, participant.workshop, rubric)

    def erase_own_voice(self, code: str) -> None:
        """Erase this voice and its slips for good; the code leads nowhere from then on."""
        with self._database.write() as connection:
            row = participant_row(connection, code)
            lock_place(connection, place_of_assessment(connection, row["assessment_id"]))
            lock_workshops(connection, [row["assessment_id"]])
            writer = lock_assessment(connection, self._editions, row["assessment_id"], BY, self._clock)
            writer.erase_voice(row["voice_id"])
            erase_own_cards(connection, row["assessment_id"], code)
            writer.finish()
        self._database.forget()

    def _participant(self, connection: Connection, row: RowMapping) -> Participant:
        workshop = self._workshops.get(connection, row)
        return Participant(
            row["id"], row["assessment_id"], row["voice_id"], workshop, row["rehearsal"], row["delete_on"]
        )


def participant_row(connection: Connection, code: str) -> RowMapping:
    """Return the row of the participant with `code`: their workshop, and the id of their voice.

    Raises:
        NotHereError: Nobody in a workshop here has this personal code.
    """
    values = {"key": codes.key_hash(codes.parse_personal_code(code) or "")}
    row = connection.execute(_BY_KEY, values).mappings().first()
    if row is None:
        raise NotHereError(say(w.NOT_KNOWN))
    return row


def _refuse_when_full(connection: Connection, workshop_id: str) -> None:
    participants = select(func.count()).where(tables.participant.c.workshop_id == workshop_id)
    if connection.execute(participants).scalar_one() >= MAX_VOICES:
        report(Event.LIMIT_REACHED, f"A workshop holds {MAX_VOICES} people, and more want to join")
        raise DoesNotFitError(say(w.FULL, most=MAX_VOICES))
