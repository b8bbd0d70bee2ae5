"""What may be said of a difference between sides, of who it is from, and of what moved it."""

from __future__ import annotations

from placecheck.assessment import Assessment
from placecheck.scoring import IndicatorResult
from placecheck.scoring.compare import ComparedDimension, ComparedIndicator
from placecheck.views.notice import gaps, written_when
from placecheck.words import comparing as w
from placecheck.words import results as rw
from placecheck.words import say, say_n


def verdict(found: ComparedIndicator | ComparedDimension) -> str:
    """What may be said of the difference between the sides."""
    read = [one for one in found.sides if one.reading is not None]
    if len(read) < 2:
        return say(w.TOO_LITTLE_KNOWN)
    if found.apart:
        return say(w.APART if len(found.sides) == 2 else w.SOME_APART)
    alike = len({(one.low, one.reading, one.high) for one in read}) == 1 and read[0].low == read[0].high
    if alike and len(read) == len(found.sides):
        return say(w.ALIKE)
    return say(w.TOO_CLOSE_OF_A_SIDE if isinstance(found, ComparedDimension) else w.TOO_CLOSE)


def who_said(one: IndicatorResult) -> str:
    """How many voices an indicator's reading is from, and how many of them could not say."""
    unsaid, total = gaps(one)
    voices = say_n(rw.VOICES, total)
    return say(w.WHO_SAID, voices=voices, gaps=unsaid) if unsaid else voices


def cause_line(now: Assessment, indicator: str) -> str | None:
    """What people think moved it, and since when they were looking back."""
    cause = now.causes.get(indicator)
    if cause is None:
        return None
    if cause.since is None:
        return say(w.CAUSE, because=cause.because)
    return say(w.CAUSE_SINCE, because=cause.because, since=written_when(cause.since.isoformat()))
