"""The working behind one indicator: who was counted, which level is in the middle, and what the gaps could change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placecheck.scoring import IndicatorResult
from placecheck.scoring.spread import median, nth
from placecheck.views.ladder_words import Ladder, indicator_words
from placecheck.views.number_words import shortly
from placecheck.words import explaining as w
from placecheck.words import say, say_n

LAID_OUT = 24
"""Up to how many levels are written out one by one."""


def explain_indicator(one: IndicatorResult, ladder: Ladder) -> Iterator[str]:
    """How `one` came out as it did, a sentence or two a line."""
    yield from _counted(one, ladder)
    applies = _applies(one)
    if applies:
        yield applies
    if one.status == "not_here":
        return
    yield from _levels(one, ladder)
    yield _spread(one)
    yield say(w.STANDS, words=indicator_words(ladder, one))


def _counted(one: IndicatorResult, ladder: Ladder) -> Iterator[str]:
    known = sum(one.counts)
    none = one.no_answer
    yield say_n(w.VOICES, ladder.voices)
    if known:
        levels = [say(w.AT_LEVEL, n=n, level=at, name=ladder.names[at]) for at, n in enumerate(one.counts) if n]
        yield say_n(w.LEVELS, known, levels=", ".join(levels))
    elif ladder.voices:
        yield say(w.NO_LEVELS)
    rest = (
        (w.DONT_KNOW, none.dont_know),
        (w.NOT_HERE, none.not_here),
        (w.RATHER_NOT_SAY, none.rather_not_say),
        (w.SKIPPED, none.skipped),
    )
    kinds = [say_n(forms, n) for forms, n in rest if n]
    if kinds:
        yield say(w.THE_REST, kinds=", ".join(kinds))


def _applies(one: IndicatorResult) -> str | None:
    """Rule 2 in words, where anything was said of it."""
    if one.agreed == "not_here":
        return say(w.AGREED_NOT_HERE)
    if isinstance(one.agreed, int) or not one.no_answer.not_here:
        return None
    could_say = sum(one.counts) + one.no_answer.dont_know + one.no_answer.not_here
    sentence = w.MOSTLY_NOT_HERE if one.status == "not_here" else w.PARTLY_NOT_HERE
    return say(sentence, n=one.no_answer.not_here, all=could_say)


def _levels(one: IndicatorResult, ladder: Ladder) -> Iterator[str]:
    """Rules 3 and 4 in words."""
    if isinstance(one.agreed, int):
        yield say(w.AGREED_LEVEL, level=one.agreed, name=ladder.names[one.agreed])
        yield say(w.AGREED_ENDS, level=one.agreed)
        return
    if one.agreed == "not_agreed":
        yield say(w.NOT_AGREED)
    yield from _middle(one.counts)
    gaps = one.no_answer.dont_know + one.no_answer.rather_not_say + one.no_answer.skipped
    if gaps:
        yield from _end(one.counts, gaps, 0, w.THEN_LOWEST)
        yield from _end(one.counts, gaps, ladder.top, w.THEN_HIGHEST)
    elif sum(one.counts):
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
    """What it would be if every missing level was `end`."""
    filled = [n + gaps if level == end else n for level, n in enumerate(counts)]
    supposed = say_n(w.IF_LOWEST, gaps, end=end, levels=_laid_out(filled))
    yield f"{supposed} {say(then, middle=shortly(median(filled) or 0))}"


def _spread(one: IndicatorResult) -> str:
    if one.agreement is None or one.quartile_range is None:
        return say(w.NO_SPREAD)
    return say(w.SPREAD, agreement=shortly(one.agreement), range=shortly(one.quartile_range))


def _laid_out(counts: Sequence[int]) -> str:
    """The levels in order: one by one where they are few, else each with how many times it stands."""
    if sum(counts) <= LAID_OUT:
        return ", ".join(str(level) for level, n in enumerate(counts) for _ in range(n))
    return ", ".join(say(w.TIMES, level=level, n=n) for level, n in enumerate(counts) if n)
