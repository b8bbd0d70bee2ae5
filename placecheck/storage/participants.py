"""Workshops: what a person with a phone does. Whoever has the personal code is that voice, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, bindparam, func, select

from placecheck.assessment import Answer
from placecheck.errors import PlacecheckError
from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.database import Database
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.fits import check_perspective
from placecheck.storage.gathered import workshop_row
from placecheck.storage.kept import Kept
from placecheck.storage.logs import ANSWER, BALLOT, PERSPECTIVE, all_standing, standing
from placecheck.storage.reading import asked_in, assessment_row
from placecheck.storage.room import room
from placecheck.storage.said import BY, Said, keep_all
from placecheck.storage.step import Clock, held
from placecheck.storage.together import Together
from placecheck.storage.values import Own, Room, Saved, Seat, Standpoint
from placecheck.words import language, say
from placecheck.words import workshop as w
from placecheck.workshop import codes
from placecheck.workshop.rules import open_to

MOST_VOICES = 2000
"""How many may join one workshop: more than any hall holds, so that nobody can fill the disk by joining."""

_WHO = (
    select(tables.workshop, tables.participant.c.voice_id)
    .join(tables.workshop, tables.workshop.c.id == tables.participant.c.workshop_id)
    .where(tables.participant.c.key == bindparam("key"))
)


class Joined(NamedTuple):
    """A person let in: their personal code, which is kept nowhere but with them, and their voice."""

    code: str
    voice: str


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
        return self.say_soon(code, indicator, answer).result()

    def say_soon(self, code: str, indicator: str, answer: Answer | None) -> Future[Saved]:
        """As `say_answer`, for whoever has other things to do until it is kept."""
        return self._together.put(Said(code, indicator, answer, language.get()))

    def _keep_all(self, batch: Sequence[Said]) -> list[Saved | PlacecheckError]:
        with self._database.write() as connection:
            return keep_all(connection, self._editions, self._gathered, self._clock, batch)

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


def _who(connection: Connection, code: str) -> RowMapping:
    """The row of the workshop of whoever has `code`, with their voice. Raises NotHereError."""
    asked = {"key": codes.kept(codes.personal_code(code) or "")}
    row = connection.execute(_WHO, asked).mappings().first()
    if row is None:
        raise NotHereError(say(w.NOT_KNOWN))
    return row


def _refuse_when_full(connection: Connection, workshop_id: str) -> None:
    here = select(func.count()).where(tables.participant.c.workshop_id == workshop_id)
    if connection.execute(here).scalar_one() >= MOST_VOICES:
        raise DoesNotFitError(say(w.FULL, most=MOST_VOICES))
