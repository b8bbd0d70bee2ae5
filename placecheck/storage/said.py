"""What people say from their phones at the same moment, kept in one transaction with as few questions as one would ask.

Who each of them is, is asked for all at once; so is what stands already of what they speak of, for each assessment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from placecheck.assessment import Answer
from placecheck.errors import PlacecheckError
from placecheck.storage import tables
from placecheck.storage.editions import Editions
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.fits import check_indicator
from placecheck.storage.gathered import Gathered
from placecheck.storage.ready import Ready, Row
from placecheck.storage.room import about, keep
from placecheck.storage.step import Clock, Step, held
from placecheck.storage.values import Saved
from placecheck.words import ENGLISH, say, speaking
from placecheck.words import workshop as w
from placecheck.workshop import Vote, codes
from placecheck.workshop.moves import NotNowError
from placecheck.workshop.rules import open_to

BY = "phone"

_WHO = (
    select(*(tables.workshop.c[name] for name in ("id", "assessment_id", "sequence", "changed")))
    .add_columns(tables.participant.c.key, tables.participant.c.voice_id)
    .join(tables.workshop, tables.workshop.c.id == tables.participant.c.workshop_id)
    .with_for_update(read=True, of=tables.workshop)
)
"""Who has a code, with the row of their workshop, held so that no vote closes before the answer is kept."""
_ONE = Ready(_WHO.where(tables.participant.c.key == bindparam("code")))
_MANY = _WHO.where(tables.participant.c.key.in_(bindparam("codes", expanding=True)))


class Said(NamedTuple):
    """What someone says of an indicator, by their personal code; None withdraws it. They are told in `language`."""

    code: str
    indicator: str
    answer: Answer | None
    language: str = ENGLISH


class _Heard(NamedTuple):
    """What was said, by a voice that is asked it now; `at` is its place among all that was."""

    at: int
    assessment_id: str
    voice: str
    vote: Vote
    said: Said


def keep_all(
    connection: Connection, editions: Editions, gathered: Gathered, clock: Clock, batch: Sequence[Said]
) -> list[Saved | PlacecheckError]:
    """Keep what fits of `batch` within a transaction of the caller's; for each in turn what it came to.

    Assessments are taken in one order, so that two processes never wait for each other in a ring.
    """
    outcomes: dict[int, Saved | PlacecheckError] = {}
    heard: list[_Heard] = []
    for at, (said, person) in enumerate(zip(batch, _people(connection, batch), strict=True)):
        with speaking(said.language):
            one = _hear(connection, gathered, at, said, person)
        if isinstance(one, _Heard):
            heard.append(one)
        else:
            outcomes[at] = one
    heard.sort(key=_assessment)
    for id_, of_one in groupby(heard, key=_assessment):
        outcomes.update(_kept(held(connection, editions, id_, BY, clock), list(of_one)))
    return [outcomes[at] for at in range(len(batch))]


def _people(connection: Connection, batch: Sequence[Said]) -> Iterator[Row | None]:
    """Who said each of `batch`, with the row of their workshop; None where nobody has the code."""
    keys = [codes.kept(codes.personal_code(said.code) or "") for said in batch]
    if len(keys) == 1:
        return iter([_ONE.first(connection, {"code": keys[0]})])
    found = {row["key"]: row for row in connection.execute(_MANY, {"codes": keys}).mappings()}
    return map(found.get, keys)


def _hear(
    connection: Connection, gathered: Gathered, at: int, said: Said, person: Row | None
) -> _Heard | PlacecheckError:
    if person is None:
        return NotHereError(say(w.NOT_KNOWN))
    vote = open_to(gathered.get(connection, person), said.indicator)
    if vote is None:
        return NotNowError(say(w.NOT_OPEN))
    return _Heard(at, person["assessment_id"], person["voice_id"], vote, said)


def _kept(step: Step, heard: Sequence[_Heard]) -> Iterator[tuple[int, Saved | PlacecheckError]]:
    """Keep what fits of what was said in one assessment."""
    if len(heard) > 1:
        step.look_up(about(one.voice, one.said.indicator, one.vote) for one in heard)
    for one in heard:
        with speaking(one.said.language):
            outcome = _keep(step, one)
        yield one.at, outcome
    step.finish()


def _keep(step: Step, heard: _Heard) -> Saved | PlacecheckError:
    indicator, answer = heard.said.indicator, heard.said.answer
    try:
        check_indicator(step, indicator, answer.level if answer else None)
        return keep(step, heard.voice, indicator, heard.vote, answer)
    except DoesNotFitError as error:
        return error


def _assessment(heard: _Heard) -> str:
    return heard.assessment_id
