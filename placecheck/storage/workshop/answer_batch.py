"""What people say from their phones at the same moment, kept in one transaction with as few queries as for one answer.

One query finds all the people, and one for each assessment finds their current answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from placecheck.assessment import Answer
from placecheck.errors import PlacecheckError
from placecheck.storage.engine.prepared import PreparedStatement, Row
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.journal.editions import Editions
from placecheck.storage.journal.load import is_present, of_participant
from placecheck.storage.journal.locks import share_workshops_of
from placecheck.storage.journal.validate import check_indicator
from placecheck.storage.journal.workshop_cache import WorkshopCache
from placecheck.storage.journal.writer import AssessmentWriter, Clock, lock_assessment
from placecheck.storage.schema import tables
from placecheck.storage.values import Saved
from placecheck.storage.workshop.revealed import save_vote_answer, vote_log_and_key
from placecheck.words import ENGLISH, say, speaking
from placecheck.words import workshop as w
from placecheck.workshop import Vote, codes
from placecheck.workshop.facilitator_commands import NotNowError
from placecheck.workshop.visibility import current_vote_on

BY = "phone"

_WHO = (
    select(*(tables.workshop.c[name] for name in ("id", "assessment_id", "sequence", "changed")))
    .add_columns(tables.participant.c.key, tables.participant.c.voice_id)
    .join(tables.workshop, tables.workshop.c.id == tables.participant.c.workshop_id)
    .join(tables.voice, of_participant)
    .where(is_present)
)
"""Who has a code, with the row of their workshop."""
_ONE = PreparedStatement(_WHO.where(tables.participant.c.key == bindparam("code")))
_MANY = _WHO.where(tables.participant.c.key.in_(bindparam("codes", expanding=True)))


class PhoneAnswer(NamedTuple):
    """An answer to an indicator, by personal code; None withdraws it. Messages to the person are in `language`."""

    code: str
    indicator: str
    answer: Answer | None
    language: str = ENGLISH


class _Heard(NamedTuple):
    """An answer by a voice that is asked the question now; `at` is its position in the batch."""

    at: int
    assessment_id: str
    voice: str
    vote: Vote
    sent: PhoneAnswer


def save_batch(
    connection: Connection, editions: Editions, workshops: WorkshopCache, clock: Clock, batch: Sequence[PhoneAnswer]
) -> list[Saved | PlacecheckError]:
    """Keep what fits of `batch` within a transaction of the caller's; for each in turn what it came to.

    Assessments are taken in one order, so that two processes never wait for each other in a ring.
    """
    outcomes: dict[int, Saved | PlacecheckError] = {}
    heard: list[_Heard] = []
    for at, (answer, person) in enumerate(zip(batch, _people(connection, batch), strict=True)):
        with speaking(answer.language):
            accepted = _hear(connection, workshops, at, answer, person)
        if isinstance(accepted, _Heard):
            heard.append(accepted)
        else:
            outcomes[at] = accepted
    heard.sort(key=_assessment)
    for id_, of_one in groupby(heard, key=_assessment):
        outcomes.update(_save_each(lock_assessment(connection, editions, id_, BY, clock), list(of_one)))
    return [outcomes[at] for at in range(len(batch))]


def _people(connection: Connection, batch: Sequence[PhoneAnswer]) -> Iterator[Row | None]:
    """Return the voice behind each of `batch`, with the row of its workshop; None where nobody has the code.

    Until the transaction ends no vote closes, and none of these people is erased.
    """
    keys = [codes.key_hash(codes.personal_code(answer.code) or "") for answer in batch]
    share_workshops_of(connection, keys)
    if len(keys) == 1:
        return iter([_ONE.first(connection, {"code": keys[0]})])
    people = {row["key"]: row for row in connection.execute(_MANY, {"codes": keys}).mappings()}
    return map(people.get, keys)


def _hear(
    connection: Connection, workshops: WorkshopCache, at: int, answer: PhoneAnswer, person: Row | None
) -> _Heard | PlacecheckError:
    if person is None:
        return NotHereError(say(w.NOT_KNOWN))
    vote = current_vote_on(workshops.get(connection, person), answer.indicator)
    if vote is None:
        return NotNowError(say(w.NOT_OPEN))
    return _Heard(at, person["assessment_id"], person["voice_id"], vote, answer)


def _save_each(step: AssessmentWriter, heard: Sequence[_Heard]) -> Iterator[tuple[int, Saved | PlacecheckError]]:
    """Save what fits of the answers to one assessment, and yield the outcome of each."""
    if len(heard) > 1:
        step.look_up(vote_log_and_key(accepted.voice, accepted.sent.indicator, accepted.vote) for accepted in heard)
    for accepted in heard:
        with speaking(accepted.sent.language):
            outcome = _keep(step, accepted)
        yield accepted.at, outcome
    step.finish()


def _keep(step: AssessmentWriter, heard: _Heard) -> Saved | PlacecheckError:
    indicator, answer = heard.sent.indicator, heard.sent.answer
    try:
        check_indicator(step, indicator, answer.level if answer else None)
        return save_vote_answer(step, heard.voice, indicator, heard.vote, answer)
    except DoesNotFitError as error:
        return error


def _assessment(heard: _Heard) -> str:
    return heard.assessment_id
