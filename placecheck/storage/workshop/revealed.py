"""What a room may see of a workshop: the revealed answers, and how many have answered so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from placecheck.assessment.asked import is_asked_of, is_meant_for
from placecheck.assessment.model import Answer, Voice
from placecheck.rubric import Rubric
from placecheck.storage.journal.load import is_counted, is_present
from placecheck.storage.journal.logs import (
    ANSWER,
    BALLOT,
    PERSPECTIVE,
    Key,
    Log,
    all_current_values,
    latest_change,
)
from placecheck.storage.journal.writer import AssessmentWriter
from placecheck.storage.schema import tables
from placecheck.storage.values import Saved
from placecheck.storage.workshop_values import Progress, RevealedAnswers
from placecheck.workshop.model import Vote, Workshop
from placecheck.workshop.visibility import shown_indicators, shown_second_votes


def revealed_answers(connection: Connection, assessment_id: str, workshop: Workshop, rubric: Rubric) -> RevealedAnswers:
    """Return the answers that may be seen now; no others are even read.

    `rubric` is as the group asks it: a voice that it does not ask an indicator counts there only if it answered.
    """
    shown_ids = shown_indicators(workshop)
    first: dict[str, dict[str, Answer]] = defaultdict(dict)
    of_first = ANSWER.about(assessment_id, {}) & ANSWER.table.c.indicator.in_(shown_ids)
    for row in connection.execute(latest_change(ANSWER).where(of_first)).mappings():
        answer = ANSWER.value(row)
        if answer is not None:
            first[row["indicator"]][row["voice_id"]] = answer
    voices = _counted_voices(connection, assessment_id)
    cast = _ballots(connection, assessment_id, [vote.number for vote in shown_second_votes(workshop)])
    return RevealedAnswers(
        answers={
            id_: tuple(first[id_].get(voice) for voice in _voices_asked(rubric, id_, voices, first[id_]))
            for id_ in shown_ids
        },
        ballots={number: tuple(ballots.values()) for number, ballots in cast.items()},
        eligible={
            vote.number: len({*_voices_asked(rubric, vote.asks[0], voices, cast[vote.number]), *cast[vote.number]})
            for vote in shown_second_votes(workshop)
        },
    )


def _counted_voices(connection: Connection, assessment_id: str) -> dict[str, Voice]:
    """Return the voices that count, without their answers, in the order in which they joined."""
    known = {key["voice_id"]: value for key, value in all_current_values(connection, PERSPECTIVE, assessment_id)}
    return {
        id_: Voice.model_construct(id=id_, perspective=known[id_].perspective if id_ in known else None, answers={})
        for id_ in _voices(connection, assessment_id, is_counted)
    }


def _voices_asked(rubric: Rubric, id_: str, voices: Mapping[str, Voice], answers: Mapping[str, Answer]) -> list[str]:
    """Return those of `voices` that count on an indicator with these `answers`."""
    indicator = rubric.by_id.get(id_)
    return [
        voice_id
        for voice_id, voice in voices.items()
        if indicator is None or is_asked_of(indicator, voice, answers.get(voice_id))
    ]


def _ballots(connection: Connection, assessment_id: str, numbers: list[int]) -> dict[int, dict[str, Answer]]:
    cast: dict[int, dict[str, Answer]] = {number: {} for number in numbers}
    of = BALLOT.about(assessment_id, {}) & BALLOT.table.c.vote.in_(numbers) & _by_present(assessment_id, BALLOT)
    for row in connection.execute(latest_change(BALLOT).where(of).order_by(BALLOT.table.c.sequence)).mappings():
        answer = BALLOT.value(row)
        if answer is not None:
            cast[row["vote"]][row["voice_id"]] = answer
    return cast


def progress(connection: Connection, assessment_id: str, vote: Vote | None, rubric: Rubric) -> Progress:
    """Count the voices, and how many answered each indicator that `vote` asks, without reading their answers.

    `rubric` is as the group asks it, and says for whom an indicator is meant.
    """
    present = _voices(connection, assessment_id, is_present)
    of = PERSPECTIVE.about(assessment_id, {}) & PERSPECTIVE.table.c.voice_id.in_(present)
    latest = latest_change(PERSPECTIVE).where(of).subquery()
    on_paper = select(func.count()).select_from(latest).where(latest.c.paper)
    return Progress(
        voices=len(present),
        paper=connection.execute(on_paper).scalar_one(),
        answered=_count_answered(connection, assessment_id, vote) if vote else {},
        eligible=_count_eligible(connection, assessment_id, vote, rubric, present) if vote else {},
    )


def _count_eligible(
    connection: Connection, assessment_id: str, vote: Vote, rubric: Rubric, present: list[str]
) -> dict[str, int]:
    """Count under each indicator of `vote` the voices of `present` that it is meant for, and others that answered."""
    eligible = dict.fromkeys(vote.asks, len(present))
    meant = {id_: rubric.by_id[id_].perspectives for id_ in vote.asks if id_ in rubric.by_id}
    limited = {id_: perspectives for id_, perspectives in meant.items() if perspectives}
    if limited:
        known = {key["voice_id"]: value for key, value in all_current_values(connection, PERSPECTIVE, assessment_id)}
        spoke = _answered_by(connection, assessment_id, vote, limited)
        for id_, perspectives in limited.items():
            left_out = [
                voice
                for voice in present
                if voice in known and not is_meant_for(perspectives, known[voice].perspective)
            ]
            eligible[id_] -= sum((id_, voice) not in spoke for voice in left_out)
    return eligible


def _answered_by(
    connection: Connection, assessment_id: str, vote: Vote, indicators: Collection[str]
) -> set[tuple[str, str]]:
    """Return each indicator among `indicators` with each voice that answered it in `vote`."""
    log = BALLOT if vote.is_second else ANSWER
    about = log.about(assessment_id, {"vote": vote.number} if vote.is_second else {}) & _by_present(assessment_id, log)
    if not vote.is_second:
        about &= log.table.c.indicator.in_(indicators)
    rows = connection.execute(latest_change(log).where(about, _is_given(log))).mappings()
    return {(vote.asks[0] if vote.is_second else row["indicator"], row["voice_id"]) for row in rows}


def save_vote_answer(writer: AssessmentWriter, voice: str, indicator: str, vote: Vote, answer: Answer | None) -> Saved:
    """Save the answer of a voice in `vote`; None withdraws it."""
    return writer.change(*vote_log_and_key(voice, indicator, vote), answer)


def vote_log_and_key(voice: str, indicator: str, vote: Vote) -> tuple[Log[Answer], Key]:
    """Return the log and the key of a voice's answer in `vote`: a first answer, or a ballot of a second vote."""
    if vote.is_second:
        return BALLOT, {"voice_id": voice, "vote": vote.number}
    return ANSWER, {"voice_id": voice, "indicator": indicator}


def voices_without_phone(connection: Connection, assessment_id: str) -> list[str]:
    """Return the present voices that have no personal code."""
    voice, of = tables.voice.c, tables.participant.c
    phone = exists().where(of.assessment_id == voice.assessment_id, of.voice_id == voice.id)
    query = select(voice.id).where(voice.assessment_id == assessment_id, is_present, ~phone)
    return list(connection.execute(query).scalars())


def _count_answered(connection: Connection, assessment_id: str, vote: Vote) -> dict[str, int]:
    if vote.is_second:
        return {
            vote.asks[0]: _count(
                connection,
                BALLOT,
                BALLOT.about(assessment_id, {"vote": vote.number}) & _by_present(assessment_id, BALLOT),
            )
        }
    about = (
        ANSWER.about(assessment_id, {}) & ANSWER.table.c.indicator.in_(vote.asks) & _by_present(assessment_id, ANSWER)
    )
    now = latest_change(ANSWER).where(about, _is_given(ANSWER)).subquery()
    counts = select(now.c.indicator, func.count()).group_by(now.c.indicator)
    counts_by_indicator = {row[0]: row[1] for row in connection.execute(counts)}
    return {id_: counts_by_indicator.get(id_, 0) for id_ in vote.asks}


def _count(connection: Connection, log: Log[Any], about: Any) -> int:
    now = latest_change(log).where(about, _is_given(log)).subquery()
    return connection.execute(select(func.count()).select_from(now)).scalar_one()


def _by_present(assessment_id: str, log: Log[Any]) -> ColumnElement[bool]:
    """Return the condition for rows of voices that were not taken out."""
    present = select(tables.voice.c.id).where(tables.voice.c.assessment_id == assessment_id, is_present)
    return log.table.c.voice_id.in_(present)


def _is_given(log: Log[Any]) -> Any:
    """Return the condition for rows with a level or a no-answer; a story alone does not count as an answer yet."""
    return or_(log.table.c.level.is_not(None), log.table.c.no_answer.is_not(None))


def _voices(connection: Connection, assessment_id: str, which: ColumnElement[bool]) -> list[str]:
    of = select(tables.voice.c.id).where(tables.voice.c.assessment_id == assessment_id, which)
    return list(connection.execute(of.order_by(tables.voice.c.number)).scalars())
