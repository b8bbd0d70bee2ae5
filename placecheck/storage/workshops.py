"""Workshops: what the facilitator does. Each move appends an event; `placecheck.workshop` says how to use them."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, RowMapping, delete, select, update

from placecheck.assessment import Answer
from placecheck.storage import tables
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.gathered import workshop_row
from placecheck.storage.kept import Kept
from placecheck.storage.reading import asked_in, assessment_row
from placecheck.storage.room import keep, progress, room, without_phone
from placecheck.storage.step import held
from placecheck.storage.values import Held, Hidden, Made, Progress, Room
from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop import codes, moves
from placecheck.workshop.events import Ended, Event
from placecheck.workshop.model import Shows, TalkBy, Workshop
from placecheck.workshop.rules import hidden

Move = Callable[[Workshop], Event]
MadeUp = Callable[[str, str, int, int], Answer]
"""What a made-up voice says: its id, the indicator, the vote's number, how many levels there are."""


class Workshops(Kept):
    """The part of the store that a facilitator uses. Every method with an id raises NotHereError for an unknown one."""

    def create_workshop(
        self, assessment_id: str, *, delete_on: datetime.date | None = None, rehearsal: bool = False
    ) -> Made:
        """Let people join a round that many voices answer. Raises NotHereError, DoesNotFitError.

        `delete_on` is the day on which `delete_due` takes the whole round away; None: nobody does but you.
        """
        code, key = codes.new_join_code(), codes.new_personal_code()
        id_ = uuid.uuid4().hex
        row = {
            "id": id_,
            "assessment_id": assessment_id,
            "key": codes.kept(key),
            "rehearsal": rehearsal,
            "delete_on": delete_on,
            "sequence": 0,
            "ended": False,
        }
        with self._database.write() as connection:
            if assessment_row(connection, assessment_id)["together"]:
                raise DoesNotFitError(say(w.ONE_VOICE))
            while connection.execute(select(tables.workshop.c.id).where(tables.workshop.c.code == code)).first():
                code = codes.new_join_code()
            now = self._clock()
            connection.execute(tables.workshop.insert(), {**row, "code": code, "made": now, "changed": now})
        return Made(id_, code, key)

    def delete_due(self, today: datetime.date) -> int:
        """Delete for good every round whose workshop said that it goes by `today`; how many went."""
        due = select(tables.workshop.c.assessment_id).where(tables.workshop.c.delete_on <= today)
        with self._database.write() as connection:
            gone = connection.execute(delete(tables.assessment).where(tables.assessment.c.id.in_(due))).rowcount
        if gone:
            self._database.forget()
        return gone

    def workshops(self, place_id: str | None = None) -> tuple[Held, ...]:
        """Every workshop, or those of a place, the newest first. For whoever may see them all."""
        table, rounds = tables.workshop, tables.assessment
        query = select(table).order_by(table.c.made.desc(), table.c.id)
        if place_id is not None:
            query = query.join(rounds, rounds.c.id == table.c.assessment_id).where(rounds.c.place_id == place_id)
        with self._database.read() as connection:
            return tuple(_held(row) for row in connection.execute(query).mappings())

    def workshop_by_key(self, key: str) -> Held:
        """The one workshop that a facilitator's key opens. Raises NotHereError."""
        asked = select(tables.workshop).where(tables.workshop.c.key == codes.kept(codes.personal_code(key) or ""))
        with self._database.read() as connection:
            row = connection.execute(asked).mappings().first()
        if row is None:
            raise NotHereError(say(w.NO_KEY))
        return _held(row)

    def workshop_held(self, workshop_id: str) -> Held:
        """The workshop at a glance."""
        with self._database.read() as connection:
            return _held(workshop_row(connection, workshop_id))

    def workshop(self, workshop_id: str) -> Workshop:
        """Where the workshop stands."""
        with self._database.read() as connection:
            return self._gathered.get(connection, workshop_row(connection, workshop_id))

    def hidden_in(self, assessment_id: str) -> Hidden | None:
        """What a workshop keeps from everyone now of what was answered in a round; None where all may be seen."""
        table = tables.workshop
        query = select(table).where(table.c.assessment_id == assessment_id).order_by(table.c.made.desc(), table.c.id)
        with self._database.read() as connection:
            for row in connection.execute(query).mappings():
                stands = self._gathered.get(connection, row)
                if hidden(stands) or not (stands.votes or stands.ended):
                    return Hidden(row["id"], hidden(stands), begun=bool(stands.votes))
        return None

    def progress(self, workshop_id: str) -> Progress:
        """How many voices there are, and how many answered each thing of the last vote; nothing of what they said."""
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            return progress(connection, row["assessment_id"], self._gathered.get(connection, row).last_vote)

    def room(self, workshop_id: str) -> Room:
        """What the room may see now: answers to what was revealed and is not held back, and to nothing else."""
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            return room(connection, row["assessment_id"], self._gathered.get(connection, row))

    def answer_for_all(self, workshop_id: str, made_up: MadeUp, by: str) -> int:
        """Let every voice that has no phone answer what is open, as `made_up` says: for a rehearsal. How many did."""
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, alone=True)
            vote = self._gathered.get(connection, row).open_vote
            if vote is None:
                return 0
            step = held(connection, self._editions, row["assessment_id"], by, self._clock)
            voices = without_phone(connection, step.id)
            for voice in voices:
                for id_ in vote.asks:
                    keep(step, voice, id_, vote, made_up(voice, id_, vote.number, step.rubric.steps))
            step.finish()
        return len(voices)

    # Moves: each raises NotNowError where it does not fit just now, and nothing is changed then

    def agree_place(self, workshop_id: str, boundary: str | None, period: str | None) -> Workshop:
        """Record what place and which months the room means."""
        return self._move(workshop_id, lambda one: moves.agree_place(one, boundary, period))

    def open_vote(self, workshop_id: str, asks: Sequence[str]) -> Workshop:
        """Begin a round of answering on these indicators, none of which was asked before."""
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, alone=True)
            of = assessment_row(connection, row["assessment_id"])
            known = asked_in(connection, of, self._editions.get(connection, of["edition_key"])).by_id
            return self._moved(connection, row, lambda one: moves.open_vote(one, asks, known))

    def close_vote(self, workshop_id: str) -> Workshop:
        """Take no more answers in the vote that is open."""
        return self._move(workshop_id, moves.close_vote)

    def reopen_vote(self, workshop_id: str, number: int) -> Workshop:
        """Take answers once more in a closed vote that was not revealed."""
        return self._move(workshop_id, lambda one: moves.reopen_vote(one, number))

    def reveal(self, workshop_id: str, number: int) -> Workshop:
        """Let the room see what was answered in a closed vote."""
        return self._move(workshop_id, lambda one: moves.reveal(one, number))

    def hold_back(self, workshop_id: str, indicator: str) -> Workshop:
        """Keep an indicator from the room, before or after the reveal."""
        return self._move(workshop_id, lambda one: moves.hold_back(one, indicator, held=True))

    def let_go(self, workshop_id: str, indicator: str) -> Workshop:
        """Hold an indicator back no longer."""
        return self._move(workshop_id, lambda one: moves.hold_back(one, indicator, held=False))

    def vote_again(self, workshop_id: str, indicator: str) -> Workshop:
        """Begin a second vote on one indicator that the room has seen; the first answers stay as they are."""
        return self._move(workshop_id, lambda one: moves.vote_again(one, indicator))

    def set_timer(self, workshop_id: str, ends_at: datetime.datetime | None) -> Workshop:
        """Let the timer run out at `ends_at` (aware); None stops it."""
        return self._move(workshop_id, lambda one: moves.set_timer(one, ends_at))

    def take_note(self, workshop_id: str, words: str | None, about: str = "") -> Workshop:
        """Keep the scribe's words on an indicator, or on the whole."""
        return self._move(workshop_id, lambda one: moves.take_note(one, words, about))

    def read_back(self, workshop_id: str, mark: str | None) -> Workshop:
        """Record that the words with this mark were read together, and name nobody."""
        return self._move(workshop_id, lambda one: moves.read_back(one, mark))

    def talk_by(self, workshop_id: str, by: TalkBy) -> Workshop:
        """Say whether the talk begins with what is furthest apart or with what most do not know."""
        return self._move(workshop_id, lambda one: moves.talk_by(one, by))

    def talk_of(self, workshop_id: str, indicator: str) -> Workshop:
        """Say what the room talks about now."""
        return self._move(workshop_id, lambda one: moves.talk_of(one, indicator))

    def show_on_screen(self, workshop_id: str, shows: Shows) -> Workshop:
        """Say what the big screen shows."""
        return self._move(workshop_id, lambda one: moves.show(one, shows))

    def end_workshop(self, workshop_id: str) -> Workshop:
        """End it: the join code lets nobody in any more. What was answered stays with the assessment."""
        return self._move(workshop_id, moves.end)

    def _move(self, workshop_id: str, move: Move) -> Workshop:
        with self._database.write() as connection:
            return self._moved(connection, workshop_row(connection, workshop_id, alone=True), move)

    def _moved(self, connection: Connection, row: RowMapping, move: Move) -> Workshop:
        event = move(self._gathered.get(connection, row))
        ended = isinstance(event, Ended) or row["ended"]
        follows = {"sequence": row["sequence"] + 1, "changed": self._clock(), "ended": ended}
        added = {"workshop_id": row["id"], "sequence": follows["sequence"], "at": follows["changed"]}
        connection.execute(tables.workshop_event.insert(), {**added, "event": event.model_dump_json()})
        connection.execute(update(tables.workshop).where(tables.workshop.c.id == row["id"]).values(follows))
        return self._gathered.get(connection, workshop_row(connection, row["id"]))


def _held(row: RowMapping) -> Held:
    return Held(**{name: row[name] for name in Held.__dataclass_fields__})
