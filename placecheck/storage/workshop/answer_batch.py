"""Answers that arrive from phones at the same moment, saved in one transaction with as few queries as for one.

One query finds all the participants, and one for each assessment finds their current answers.
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

_PARTICIPANTS = (
    select(*(tables.workshop.c[name] for name in ("id", "assessment_id", "sequence", "changed")))
    .add_columns(tables.participant.c.key, tables.participant.c.voice_id)
    .join(tables.workshop, tables.workshop.c.id == tables.participant.c.workshop_id)
    .join(tables.voice, of_participant)
    .where(is_present)
)
"""The participants, each with the row of their workshop."""
_BY_KEY = PreparedStatement(_PARTICIPANTS.where(tables.participant.c.key == bindparam("code")))
_BY_KEYS = _PARTICIPANTS.where(tables.participant.c.key.in_(bindparam("codes", expanding=True)))


class PhoneAnswer(NamedTuple):
    """An answer to an indicator, by personal code; None withdraws it. Errors are in `language`."""

    code: str
    indicator: str
    answer: Answer | None
    language: str = ENGLISH


class _AcceptedAnswer(NamedTuple):
    """An answer by a voice to an open question; `at` is its position in the batch."""

    at: int
    assessment_id: str
    voice: str
    vote: Vote
    sent: PhoneAnswer


def save_batch(
    connection: Connection, editions: Editions, workshops: WorkshopCache, clock: Clock, batch: Sequence[PhoneAnswer]
) -> list[Saved | PlacecheckError]:
    """Save the valid answers of `batch` in the caller's transaction, and return the outcome of each, in their order.

    Assessments are locked in one order, so that two processes never deadlock.
    """
    outcomes: dict[int, Saved | PlacecheckError] = {}
    accepted: list[_AcceptedAnswer] = []
    for at, (answer, person) in enumerate(zip(batch, _participants(connection, batch), strict=True)):
        with speaking(answer.language):
            checked = _check(connection, workshops, at, answer, person)
        if isinstance(checked, _AcceptedAnswer):
            accepted.append(checked)
        else:
            outcomes[at] = checked
    accepted.sort(key=_assessment_id)
    for id_, group in groupby(accepted, key=_assessment_id):
        outcomes.update(_save_each(lock_assessment(connection, editions, id_, BY, clock), list(group)))
    return [outcomes[at] for at in range(len(batch))]


def _participants(connection: Connection, batch: Sequence[PhoneAnswer]) -> Iterator[Row | None]:
    """Return the participant of each answer in `batch`, with the row of their workshop; None if nobody has the code.

    Until the transaction ends, no vote closes and none of them is erased.
    """
    keys = [codes.key_hash(codes.parse_personal_code(answer.code) or "") for answer in batch]
    share_workshops_of(connection, keys)
    if len(keys) == 1:
        return iter([_BY_KEY.first(connection, {"code": keys[0]})])
    rows_by_key = {row["key"]: row for row in connection.execute(_BY_KEYS, {"codes": keys}).mappings()}
    return map(rows_by_key.get, keys)


def _check(
    connection: Connection, workshops: WorkshopCache, at: int, answer: PhoneAnswer, person: Row | None
) -> _AcceptedAnswer | PlacecheckError:
    if person is None:
        return NotHereError(say(w.NOT_KNOWN))
    vote = current_vote_on(workshops.get(connection, person), answer.indicator)
    if vote is None:
        return NotNowError(say(w.NOT_OPEN))
    return _AcceptedAnswer(at, person["assessment_id"], person["voice_id"], vote, answer)


def _save_each(
    writer: AssessmentWriter, answers: Sequence[_AcceptedAnswer]
) -> Iterator[tuple[int, Saved | PlacecheckError]]:
    """Save the valid answers to one assessment, and yield the position and the outcome of each."""
    if len(answers) > 1:
        writer.look_up(vote_log_and_key(answer.voice, answer.sent.indicator, answer.vote) for answer in answers)
    for answer in answers:
        with speaking(answer.sent.language):
            outcome = _save_one(writer, answer)
        yield answer.at, outcome
    writer.finish()


def _save_one(writer: AssessmentWriter, accepted: _AcceptedAnswer) -> Saved | PlacecheckError:
    indicator, answer = accepted.sent.indicator, accepted.sent.answer
    try:
        check_indicator(writer, indicator, answer.level if answer else None)
        return save_vote_answer(writer, accepted.voice, indicator, accepted.vote, answer)
    except DoesNotFitError as error:
        return error


def _assessment_id(accepted: _AcceptedAnswer) -> str:
    return accepted.assessment_id
