"""One indicator: rules 1 to 5 of the method."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from placecheck.assessment.model import Agreed, Answer
from placecheck.scoring.agreement_and_quantiles import MIN_VOICES_FOR_SPREAD, agreement, median, quartile_range
from placecheck.scoring.reading_range import bounds
from placecheck.scoring.result import IndicatorResult, NoAnswerCounts

NOT_AGREED = "not_agreed"
NOT_HERE = "not_here"

NO_GAPS = NoAnswerCounts()

Counts = tuple[int, ...]
Outcome = int | str | None


def score_indicator(id_: str, steps: int, answers: Sequence[Answer | None], agreed: Agreed | None) -> IndicatorResult:
    """Score an indicator on a ladder of `steps` levels from `answers` (one a voice, None if no row) and `agreed`."""
    counts, no_answers = tally(steps, answers)
    settled = outcome(agreed)
    return result_without_id(counts, no_answers, settled)._replace(id=id_)


@lru_cache(maxsize=4096)
def result_without_id(counts: Counts, no_answers: NoAnswerCounts, settled: Outcome) -> IndicatorResult:
    """Apply rules 2 to 5 to an indicator without an id. The same few counts recur, so the results are cached."""
    level = settled if isinstance(settled, int) else None
    applies = applies_here(counts, no_answers, settled)
    middle = median(counts)
    reading = (middle if level is None else float(level)) if applies else None
    low, high = bounds(counts, no_answers, middle) if level is None else (float(level), float(level))
    enough = sum(counts) >= MIN_VOICES_FOR_SPREAD
    return IndicatorResult(
        id="",
        agreed=settled,
        counts=counts,
        no_answer=no_answers,
        status="not_here" if not applies else "no_reading" if reading is None else "ok",
        reading=reading,
        low=low,
        high=high,
        agreement=agreement(counts) if enough else None,
        quartile_range=quartile_range(counts) if enough else None,
    )


def tally(steps: int, answers: Sequence[Answer | None]) -> tuple[Counts, NoAnswerCounts]:
    """Apply rule 1: count the voices at each level, and each no-answer. A story alone is skipped, and counted so."""
    counts = [0] * steps
    others: list[str | None] = []
    stories = 0
    for answer in answers:
        if answer is not None and answer.level is not None:
            counts[answer.level] += 1
        else:
            others.append(None if answer is None else answer.no_answer)
            stories += answer is not None and answer.no_answer is None and answer.says_something
    if not others:
        return tuple(counts), NO_GAPS
    kinds = [others.count(kind) for kind in ("dont_know", NOT_HERE, "rather_not_say", None)]
    return tuple(counts), NoAnswerCounts._make([*kinds, stories])


def applies_here(counts: Counts, no_answers: NoAnswerCounts, settled: Outcome) -> bool:
    """Return whether it applies (rule 2): unless agreed otherwise or over half of those who could say denied it."""
    if settled is None or settled == NOT_AGREED:
        return 2 * no_answers.not_here <= sum(counts) + no_answers.dont_know + no_answers.not_here
    return settled != NOT_HERE


def outcome(agreed: Agreed | None) -> Outcome:
    """Return what was agreed, as the result shows it: a level, `not_here`, `not_agreed`, or None for nothing."""
    if agreed is None:
        return None
    if agreed.not_agreed is not None:
        return NOT_AGREED
    return agreed.no_answer if agreed.level is None else agreed.level
