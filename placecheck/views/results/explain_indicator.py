"""The working behind one indicator: who was counted, which level is in the middle, and what the gaps could change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placecheck.scoring import IndicatorResult
from placecheck.scoring.agreement_and_quantiles import median, nth
from placecheck.views.results.ladder_words import Ladder, indicator_words
from placecheck.views.results.number_words import shortly
from placecheck.words import explaining as w
from placecheck.words import say, say_n

LAID_OUT = 24
"""Up to how many levels are written out one by one."""


def explain_one_indicator(result: IndicatorResult, ladder: Ladder) -> Iterator[str]:
    """Yield how `result` came about, a sentence or two a line."""
    yield from _counted(result, ladder)
    applies = _applies(result)
    if applies:
        yield applies
    if result.status == "not_here":
        return
    yield from _levels(result, ladder)
    yield _spread(result)
    yield say(w.STANDS, words=indicator_words(ladder, result))


def _counted(result: IndicatorResult, ladder: Ladder) -> Iterator[str]:
    known = sum(result.counts)
    none = result.no_answer
    yield say_n(w.VOICES, ladder.voices)
    if known:
        levels = [say(w.AT_LEVEL, n=n, level=at, name=ladder.names[at]) for at, n in enumerate(result.counts) if n]
        yield say_n(w.LEVELS, known, levels=", ".join(levels))
    elif ladder.voices:
        yield say(w.NO_LEVELS)
    rest = (
        (w.DONT_KNOW, none.dont_know),
        (w.NOT_HERE, none.not_here),
        (w.RATHER_NOT_SAY, none.rather_not_say),
        (w.STORY_ONLY, none.story_only),
        (w.SKIPPED, none.silent),
    )
    kinds = [say_n(forms, n) for forms, n in rest if n]
    if kinds:
        yield say(w.THE_REST, kinds=", ".join(kinds))


def _applies(result: IndicatorResult) -> str | None:
    """Return rule 2 in words, where anything was said of it."""
    if result.agreed == "not_here":
        return say(w.AGREED_NOT_HERE)
    if isinstance(result.agreed, int) or not result.no_answer.not_here:
        return None
    could_say = sum(result.counts) + result.no_answer.dont_know + result.no_answer.not_here
    sentence = w.MOSTLY_NOT_HERE if result.status == "not_here" else w.PARTLY_NOT_HERE
    return say(sentence, n=result.no_answer.not_here, all=could_say)


def _levels(result: IndicatorResult, ladder: Ladder) -> Iterator[str]:
    """Yield rules 3 and 4 in words."""
    if isinstance(result.agreed, int):
        yield say(w.AGREED_LEVEL, level=result.agreed, name=ladder.names[result.agreed])
        yield say(w.AGREED_ENDS, level=result.agreed)
        return
    if result.agreed == "not_agreed":
        yield say(w.NOT_AGREED)
    yield from _middle(result.counts)
    gaps = result.no_answer.gaps
    if gaps:
        yield from _end(result.counts, gaps, 0, w.THEN_LOWEST)
        yield from _end(result.counts, gaps, ladder.top, w.THEN_HIGHEST)
    elif sum(result.counts):
        yield say(w.NO_GAPS)
    else:
        yield say(w.NOBODY, low=0, high=ladder.top)


def _middle(counts: Sequence[int]) -> Iterator[str]:
    total = sum(counts)
    if not total:
        yield say(w.NO_READING)
        return
    yield say(w.IN_ORDER, levels=_laid_out(counts))
    lower, upper = nth(counts, (total - 1) // 2), nth(counts, total // 2)
    reading = shortly((lower + upper) / 2)
    if total % 2:
        yield say(w.MIDDLE, reading=reading)
    elif lower == upper:
        yield say(w.MIDDLE_SAME, reading=reading)
    else:
        yield say(w.MIDDLE_TWO, lower=lower, upper=upper, reading=reading)


def _end(counts: Sequence[int], gaps: int, end: int, then: str) -> Iterator[str]:
    """Yield what it would be if every missing level was `end`."""
    filled = [n + gaps if level == end else n for level, n in enumerate(counts)]
    supposed = say_n(w.IF_LOWEST, gaps, end=end, levels=_laid_out(filled))
    yield f"{supposed} {say(then, middle=shortly(median(filled) or 0))}"


def _spread(result: IndicatorResult) -> str:
    if result.agreement is None or result.quartile_range is None:
        return say(w.NO_SPREAD)
    return say(w.SPREAD, agreement=shortly(result.agreement), range=shortly(result.quartile_range))


def _laid_out(counts: Sequence[int]) -> str:
    """Return the levels in order: one by one where they are few, else each with its count."""
    if sum(counts) <= LAID_OUT:
        return ", ".join(str(level) for level, n in enumerate(counts) for _ in range(n))
    return ", ".join(say(w.TIMES, level=level, n=n) for level, n in enumerate(counts) if n)
