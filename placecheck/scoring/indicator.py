"""One indicator: rules 1 to 5 of the method."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.assessment.model import Agreed, Answer
from placecheck.scoring.result import IndicatorResult, NoAnswerCounts
from placecheck.scoring.spread import MIN_VOICES_FOR_SPREAD, agreement, median, quartile_range

NOT_AGREED = "not_agreed"
NOT_HERE = "not_here"


def score_indicator(id_: str, steps: int, answers: Sequence[Answer | None], agreed: Agreed | None) -> IndicatorResult:
    """What `answers` (one a voice, None where it has no row) and `agreed` add up to on a ladder of `steps` levels."""
    counts, none = tally(steps, answers)
    level = agreed.level if agreed else None
    applies = applicable(counts, none, agreed)
    reading = (median(counts) if level is None else float(level)) if applies else None
    low, high = bounds(counts, none, level)
    enough = sum(counts) >= MIN_VOICES_FOR_SPREAD
    return IndicatorResult(
        id=id_,
        status="not_here" if not applies else "no_reading" if reading is None else "ok",
        reading=reading,
        low=low,
        high=high,
        agreed=outcome(agreed),
        counts=counts,
        no_answer=none,
        agreement=agreement(counts) if enough else None,
        quartile_range=quartile_range(counts) if enough else None,
    )


def tally(steps: int, answers: Sequence[Answer | None]) -> tuple[tuple[int, ...], NoAnswerCounts]:
    """Rule 1: how many voices gave each level, and each kind of no-answer. A story alone records no answer: skipped."""
    counts = [0] * steps
    none = {"dont_know": 0, NOT_HERE: 0, "rather_not_say": 0, "skipped": 0}
    for answer in answers:
        if answer is not None and answer.level is not None:
            counts[answer.level] += 1
        else:
            none[answer.no_answer if answer is not None and answer.no_answer else "skipped"] += 1
    return tuple(counts), NoAnswerCounts(**none)


def applicable(counts: Sequence[int], none: NoAnswerCounts, agreed: Agreed | None) -> bool:
    """Rule 2: it applies, unless that was agreed otherwise or over half of those who could say said not here."""
    if agreed is not None and agreed.not_agreed is None:
        return agreed.no_answer != NOT_HERE
    return 2 * none.not_here <= sum(counts) + none.dont_know + none.not_here


def bounds(counts: Sequence[int], none: NoAnswerCounts, agreed_level: int | None) -> tuple[float, float]:
    """Rule 4: the lowest and highest the reading could be, every gap counted as the first level, then as the last."""
    if agreed_level is not None:
        return float(agreed_level), float(agreed_level)
    gaps = none.dont_know + none.rather_not_say + none.skipped
    low = median((counts[0] + gaps, *counts[1:]))
    high = median((*counts[:-1], counts[-1] + gaps))
    top = len(counts) - 1
    return (0.0 if low is None else low), (float(top) if high is None else high)


def outcome(agreed: Agreed | None) -> int | str | None:
    """What was agreed, as the result shows it: a level, `not_here`, `not_agreed`, or None for nothing."""
    if agreed is None:
        return None
    if agreed.not_agreed is not None:
        return NOT_AGREED
    return agreed.no_answer if agreed.level is None else agreed.level
