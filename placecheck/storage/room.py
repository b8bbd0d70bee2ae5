"""What a room may see and may know of a workshop, read from the rows."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, exists, func, or_, select

from placecheck.assessment.model import Answer
from placecheck.storage import tables
from placecheck.storage.logs import ANSWER, BALLOT, PERSPECTIVE, Key, Log, latest
from placecheck.storage.step import Step
from placecheck.storage.values import Progress, Room, Saved
from placecheck.workshop.model import Vote, Workshop
from placecheck.workshop.rules import shown, shown_again


def room(connection: Connection, assessment_id: str, workshop: Workshop) -> Room:
    """What was answered to all that may be seen now; nothing else is even read."""
    may_see = shown(workshop)
    first: dict[str, dict[str, Answer]] = defaultdict(dict)
    of_first = ANSWER.about(assessment_id, {}) & ANSWER.table.c.indicator.in_(may_see)
    for row in connection.execute(latest(ANSWER).where(of_first)).mappings():
        answer = ANSWER.value(row)
        if answer is not None:
            first[row["indicator"]][row["voice_id"]] = answer
    voices = _voices(connection, assessment_id)
    return Room(
        first={id_: tuple(first[id_].get(voice) for voice in voices) for id_ in may_see},
        again=_again(connection, assessment_id, [vote.number for vote in shown_again(workshop)]),
    )


def _again(connection: Connection, assessment_id: str, numbers: list[int]) -> dict[int, tuple[Answer, ...]]:
    cast: dict[int, list[Answer]] = {number: [] for number in numbers}
    of = BALLOT.about(assessment_id, {}) & BALLOT.table.c.vote.in_(numbers)
    for row in connection.execute(latest(BALLOT).where(of).order_by(BALLOT.table.c.sequence)).mappings():
        answer = BALLOT.value(row)
        if answer is not None:
            cast[row["vote"]].append(answer)
    return {number: tuple(ballots) for number, ballots in cast.items()}


def progress(connection: Connection, assessment_id: str, vote: Vote | None) -> Progress:
    """How many voices there are, and how many answered each thing that `vote` asks. Counted, never read."""
    stands = latest(PERSPECTIVE).where(PERSPECTIVE.about(assessment_id, {})).subquery()
    on_paper = select(func.count()).select_from(stands).where(stands.c.paper)
    return Progress(
        voices=len(_voices(connection, assessment_id)),
        paper=connection.execute(on_paper).scalar_one(),
        answered=_answered(connection, assessment_id, vote) if vote else {},
    )


def keep(step: Step, voice: str, indicator: str, vote: Vote, answer: Answer | None) -> Saved:
    """Let `answer` be what a voice says in `vote`."""
    return step.change(*about(voice, indicator, vote), answer)


def about(voice: str, indicator: str, vote: Vote) -> tuple[Log[Answer], Key]:
    """Where what a voice says in `vote` is kept: as its first answer, or as a ballot that leaves the first alone."""
    if vote.again:
        return BALLOT, {"voice_id": voice, "vote": vote.number}
    return ANSWER, {"voice_id": voice, "indicator": indicator}


def without_phone(connection: Connection, assessment_id: str) -> list[str]:
    """The voices that nobody has a personal code for."""
    voice, of = tables.voice.c, tables.participant.c
    phone = exists().where(of.assessment_id == voice.assessment_id, of.voice_id == voice.id)
    return list(connection.execute(select(voice.id).where(voice.assessment_id == assessment_id, ~phone)).scalars())


def _answered(connection: Connection, assessment_id: str, vote: Vote) -> dict[str, int]:
    if vote.again:
        return {vote.asks[0]: _count(connection, BALLOT, BALLOT.about(assessment_id, {"vote": vote.number}))}
    about = ANSWER.about(assessment_id, {}) & ANSWER.table.c.indicator.in_(vote.asks)
    now = latest(ANSWER).where(about, _given(ANSWER)).subquery()
    counts = select(now.c.indicator, func.count()).group_by(now.c.indicator)
    found = {row[0]: row[1] for row in connection.execute(counts)}
    return {id_: found.get(id_, 0) for id_ in vote.asks}


def _count(connection: Connection, log: Log[Any], about: Any) -> int:
    now = latest(log).where(about, _given(log)).subquery()
    return connection.execute(select(func.count()).select_from(now)).scalar_one()


def _given(log: Log[Any]) -> Any:
    """Rows that hold a level or a kind of no-answer; a story alone is not counted as answered yet."""
    return or_(log.table.c.level.is_not(None), log.table.c.no_answer.is_not(None))


def _voices(connection: Connection, assessment_id: str) -> list[str]:
    of = select(tables.voice.c.id).where(tables.voice.c.assessment_id == assessment_id)
    return list(connection.execute(of.order_by(tables.voice.c.number)).scalars())
