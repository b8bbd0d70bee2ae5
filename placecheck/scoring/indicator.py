"""One indicator: rules 1 to 5 of the method."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from placecheck.assessment.model import Agreed, Answer
from placecheck.scoring.result import IndicatorResult, NoAnswerCounts
from placecheck.scoring.spread import MIN_VOICES_FOR_SPREAD, agreement, median, quartile_range

NOT_AGREED = "not_agreed"
NOT_HERE = "not_here"

NONE_MISSING = NoAnswerCounts()

Counts = tuple[int, ...]
Outcome = int | str | None


class Numbers(NamedTuple):
    """Everything that follows from the counts and from what was agreed: the later fields of an IndicatorResult."""

    status: Literal["ok", "no_reading", "not_here"]
    reading: float | None
    low: float
    high: float
    agreement: float | None
    quartile_range: float | None


def score_indicator(id_: str, steps: int, answers: Sequence[Answer | None], agreed: Agreed | None) -> IndicatorResult:
    """What `answers` (one a voice, None where it has no row) and `agreed` add up to on a ladder of `steps` levels."""
    counts, none = tally(steps, answers)
    settled = outcome(agreed)
    return IndicatorResult(id_, settled, counts, none, *numbers(counts, none, settled))


@lru_cache(maxsize=4096)
def numbers(counts: Counts, none: NoAnswerCounts, settled: Outcome) -> Numbers:
    """Rules 2 to 5. The same few counts come again and again, so what they give is kept."""
    level = settled if isinstance(settled, int) else None
    applies = applicable(counts, none, settled)
    middle = median(counts)
    reading = (middle if level is None else float(level)) if applies else None
    low, high = bounds(counts, none, middle) if level is None else (float(level), float(level))
    enough = sum(counts) >= MIN_VOICES_FOR_SPREAD
    return Numbers(
        status="not_here" if not applies else "no_reading" if reading is None else "ok",
        reading=reading,
        low=low,
        high=high,
        agreement=agreement(counts) if enough else None,
        quartile_range=quartile_range(counts) if enough else None,
    )


def tally(steps: int, answers: Sequence[Answer | None]) -> tuple[Counts, NoAnswerCounts]:
    """Rule 1: how many voices gave each level, and each kind of no-answer. A story alone records no answer: skipped."""
    counts = [0] * steps
    others = []
    for answer in answers:
        if answer is not None and answer.level is not None:
            counts[answer.level] += 1
        else:
            others.append(None if answer is None else answer.no_answer)
    if not others:
        return tuple(counts), NONE_MISSING
    return tuple(counts), NoAnswerCounts(*map(others.count, ("dont_know", NOT_HERE, "rather_not_say", None)))


def applicable(counts: Counts, none: NoAnswerCounts, settled: Outcome) -> bool:
    """Rule 2: it applies, unless that was agreed otherwise or over half of those who could say said not here."""
    if settled is None or settled == NOT_AGREED:
        return 2 * none.not_here <= sum(counts) + none.dont_know + none.not_here
    return settled != NOT_HERE


def bounds(counts: Counts, none: NoAnswerCounts, middle: float | None) -> tuple[float, float]:
    """Rule 4: the lowest and highest the reading could be, every gap counted as the first level, then as the last.

    `middle` is the median of the counts; None where no level is known, and it could be anything.
    """
    if middle is None:
        return 0.0, float(len(counts) - 1)
    gaps = none.dont_know + none.rather_not_say + none.skipped
    if not gaps:
        return middle, middle
    low = median((counts[0] + gaps, *counts[1:]))
    high = median((*counts[:-1], counts[-1] + gaps))
    return low or 0.0, high or 0.0


def outcome(agreed: Agreed | None) -> Outcome:
    """What was agreed, as the result shows it: a level, `not_here`, `not_agreed`, or None for nothing."""
    if agreed is None:
        return None
    if agreed.not_agreed is not None:
        return NOT_AGREED
    return agreed.no_answer if agreed.level is None else agreed.level
