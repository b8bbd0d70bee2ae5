"""What may be said of a difference between compared places, of who it is from, and of what moved it."""

from __future__ import annotations

from placecheck.assessment import Assessment
from placecheck.dates import when_words
from placecheck.scoring import IndicatorResult
from placecheck.scoring.comparison import ComparedDimension, ComparedIndicator
from placecheck.views.results.gap_words import gap_kinds
from placecheck.words import comparing as w
from placecheck.words import results as rw
from placecheck.words import say, say_n


def verdict(compared: ComparedIndicator | ComparedDimension) -> str:
    """Return what may be said of the difference between the places."""
    read = [result for result in compared.results if result.reading is not None]
    if len(read) < 2:
        return say(w.TOO_LITTLE_KNOWN)
    if compared.apart:
        return say(w.APART if len(compared.results) == 2 else w.SOME_APART)
    alike = len({(result.low, result.reading, result.high) for result in read}) == 1 and read[0].low == read[0].high
    if alike and len(read) == len(compared.results):
        return say(w.ALIKE)
    return say(w.TOO_CLOSE_OF_DIMENSION if isinstance(compared, ComparedDimension) else w.TOO_CLOSE)


def who_said(result: IndicatorResult) -> str:
    """Return how many voices were asked an indicator, and how many gave no level, with the reasons."""
    kinds = gap_kinds(result)
    voices = say_n(rw.VOICES, result.no_answer.gaps + sum(result.counts))
    return say(w.WHO_SAID, voices=voices, gaps=", ".join(kinds)) if kinds else voices


def cause_line(now: Assessment, indicator: str) -> str | None:
    """Return what people think moved it, and since when they were looking back."""
    cause = now.causes.get(indicator)
    if cause is None:
        return None
    if cause.since is None:
        return say(w.CAUSE, because=cause.because)
    return say(w.CAUSE_SINCE, because=cause.because, since=when_words(cause.since.isoformat()))


def agreed_because(assessment: Assessment, id_: str) -> str | None:
    """Return why the group agreed a level, or why it did not agree; None where it said neither."""
    agreed = assessment.agreed.get(id_)
    return (agreed.because or agreed.not_agreed) if agreed else None
