"""Workshops: what a person with a phone does. Whoever has the personal code is that voice, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, bindparam, func, select

from placecheck.assessment import Answer
from placecheck.errors import PlacecheckError
from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.database import Database
from placecheck.storage.editions import Editions
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.fits import check_indicator, check_perspective
from placecheck.storage.gathered import workshop_row
from placecheck.storage.kept import Kept
from placecheck.storage.logs import ANSWER, BALLOT, PERSPECTIVE, all_standing, standing
from placecheck.storage.reading import asked_in, assessment_row
from placecheck.storage.room import keep, room
from placecheck.storage.step import Clock, Step, held
from placecheck.storage.together import Together
from placecheck.storage.values import Own, Room, Saved, Seat, Standpoint
from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop import codes
from placecheck.workshop.moves import NotNowError
from placecheck.workshop.rules import open_to

MOST_VOICES = 2000
"""How many may join one workshop: more than any hall holds, so that nobody can fill the disk by joining."""

BY = "phone"

_WHO = (
    select(tables.workshop, tables.participant.c.voice_id)
    .join(tables.workshop, tables.workshop.c.id == tables.participant.c.workshop_id)
    .where(tables.participant.c.key == bindparam("key"))
)
_IN_TURN = _WHO.with_for_update(read=True, of=tables.workshop)
"""The same, held so that no vote closes before the answer is kept."""


class Joined(NamedTuple):
    """A person let in: their personal code, which is kept nowhere but with them, and their voice."""

    code: str
    voice: str


class Said(NamedTuple):
    """What someone says of an indicator, by their personal code."""

    code: str
    indicator: str
    answer: Answer | None


class _Steps:
    """One step in each assessment that a batch speaks of; a second word on the same thing begins another."""

    def __init__(self, connection: Connection, editions: Editions, clock: Clock) -> None:
        self.connection = connection
        self._editions, self._clock = editions, clock
        self._open: dict[str, tuple[Step, set[tuple[str, str]]]] = {}

    def for_one(self, row: RowMapping, said: Said) -> Step:
        """The step in which `said` is to be kept: what it finds standing there is what was said last."""
        id_, key = row["assessment_id"], (row["voice_id"], said.indicator)
        if id_ in self._open and key in self._open[id_][1]:
            self._open.pop(id_)[0].finish()
        if id_ not in self._open:
            self._open[id_] = held(self.connection, self._editions, id_, BY, self._clock), set()
        step, keys = self._open[id_]
        keys.add(key)
        return step

    def finish(self) -> None:
        """Write what is still to be written."""
        for step, _ in self._open.values():
            step.finish()


class Participants(Kept):
    """The part of the store that phones use. `code` is a personal code; NotHereError where nobody has it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database, clock)
        self._together: Together[Said, Saved] = Together(self._keep_all)

    def workshop_open_to(self, join: str) -> str | None:
        """The id of the workshop that a join code lets people into; None where there is none, or it has ended."""
        code = codes.join_code(join)
        table = tables.workshop.c
        with self._database.read() as connection:
            asked = select(table.id).where(table.code == code, table.ended.is_(False))
            return connection.execute(asked).scalar() if code else None

    def join(self, join: str, perspective: str | None = None) -> Joined:
        """Let one more person in. Raises NotHereError for a wrong code, DoesNotFitError where it is full."""
        id_ = self.workshop_open_to(join)
        if id_ is None:
            raise NotHereError(say(w.NO_CODE))
        code = codes.new_personal_code()
        with self._database.write() as connection:
            row = workshop_row(connection, id_)
            step = held(connection, self._editions, row["assessment_id"], BY, self._clock)
            check_perspective(step.rubric, perspective)
            _refuse_when_full(connection, id_)
            voice = step.add_voice(Standpoint(perspective=perspective))
            step.finish()
            who = {"workshop_id": id_, "assessment_id": step.id, "voice_id": voice, "joined": self._clock()}
            connection.execute(tables.participant.insert(), {"key": codes.kept(code), **who})
        return Joined(code, voice)

    def seat(self, code: str) -> Seat:
        """Who a personal code speaks for, and where their workshop stands."""
        with self._database.read() as connection:
            return self._seat(connection, _who(connection, code))

    def knows(self, code: str) -> bool:
        """Whether a personal code is somebody's here."""
        with self._database.read() as connection:
            try:
                _who(connection, code)
            except NotHereError:
                return False
        return True

    def asked(self, seat: Seat) -> Rubric:
        """The rubric as the group of `seat` asks it."""
        with self._database.read() as connection:
            row = assessment_row(connection, seat.assessment_id)
            return asked_in(connection, row, self._editions.get(connection, row["edition_key"]))

    def say_answer(self, code: str, indicator: str, answer: Answer | None) -> Saved:
        """Keep what this voice says of an indicator; None withdraws it. On the disk when this returns.

        Raises NotNowError where no vote on it is open, DoesNotFitError for a level off the ladder. Answers that come
        at the same moment are kept together.
        """
        return self._together.put(Said(code, indicator, answer))

    def _keep_all(self, batch: Sequence[Said]) -> list[Saved | PlacecheckError]:
        """Keep everything in one transaction; what does not fit is told to whoever said it, and the rest is kept."""
        outcomes: dict[int, Saved | PlacecheckError] = {}
        with self._database.write() as connection:
            found = [self._found(connection, said) for said in batch]
            steps = _Steps(connection, self._editions, self._clock)
            for at in sorted(range(len(batch)), key=lambda at: _assessment(found[at])):
                row = found[at]
                outcomes[at] = row if isinstance(row, PlacecheckError) else self._keep_one(steps, row, batch[at])
            steps.finish()
        return [outcomes[at] for at in range(len(batch))]

    def _found(self, connection: Connection, said: Said) -> RowMapping | NotHereError:
        try:
            return _who(connection, said.code, in_turn=True)
        except NotHereError as error:
            return error

    def _keep_one(self, steps: _Steps, row: RowMapping, said: Said) -> Saved | PlacecheckError:
        vote = open_to(self._gathered.get(steps.connection, row), said.indicator)
        if vote is None:
            return NotNowError(say(w.NOT_OPEN))
        try:
            step = steps.for_one(row, said)
            check_indicator(step, said.indicator, said.answer.level if said.answer else None)
            return keep(step, row["voice_id"], said.indicator, vote, said.answer)
        except DoesNotFitError as error:
            return error

    def own(self, code: str) -> Own:
        """What this voice said, and nobody else."""
        with self._database.read() as connection:
            row = _who(connection, code)
            id_, voice = row["assessment_id"], row["voice_id"]
            of = {"voice_id": voice}
            return Own(
                standpoint=standing(connection, PERSPECTIVE, id_, of)[1] or Standpoint(),
                answers={key["indicator"]: value for key, value in all_standing(connection, ANSWER, id_, **of)},
                ballots={key["vote"]: value for key, value in all_standing(connection, BALLOT, id_, **of)},
            )

    def own_answer(self, code: str, indicator: str) -> Answer | None:
        """What this voice says of one indicator in the vote that is open, else what it said of it first."""
        with self._database.read() as connection:
            row = _who(connection, code)
            vote = open_to(self._gathered.get(connection, row), indicator)
            of = {"voice_id": row["voice_id"]}
            if vote and vote.again:
                return standing(connection, BALLOT, row["assessment_id"], {**of, "vote": vote.number})[1]
            return standing(connection, ANSWER, row["assessment_id"], {**of, "indicator": indicator})[1]

    def room_of(self, seat: Seat) -> Room:
        """What the room of `seat` may see, as on the big screen."""
        with self._database.read() as connection:
            return room(connection, seat.assessment_id, seat.workshop)

    def erase_own(self, code: str) -> None:
        """Erase this voice for good, with all that it said; the code is worth nothing from then on."""
        with self._database.write() as connection:
            row = _who(connection, code)
            step = held(connection, self._editions, row["assessment_id"], BY, self._clock)
            step.erase_voice(row["voice_id"])
            step.finish()
        self._database.forget()

    def _seat(self, connection: Connection, row: RowMapping) -> Seat:
        stands = self._gathered.get(connection, row)
        return Seat(row["id"], row["assessment_id"], row["voice_id"], stands, row["rehearsal"], row["delete_on"])


def _who(connection: Connection, code: str, *, in_turn: bool = False) -> RowMapping:
    """The row of the workshop of whoever has `code`, with their voice. Raises NotHereError."""
    asked = {"key": codes.kept(codes.personal_code(code) or "")}
    row = connection.execute(_IN_TURN if in_turn else _WHO, asked).mappings().first()
    if row is None:
        raise NotHereError(say(w.NOT_KNOWN))
    return row


def _assessment(found: RowMapping | NotHereError) -> str:
    """By which a batch is put in order: two processes that hold several assessments take them in the same one."""
    return "" if isinstance(found, NotHereError) else str(found["assessment_id"])


def _refuse_when_full(connection: Connection, workshop_id: str) -> None:
    here = select(func.count()).where(tables.participant.c.workshop_id == workshop_id)
    if connection.execute(here).scalar_one() >= MOST_VOICES:
        raise DoesNotFitError(say(w.FULL, most=MOST_VOICES))
