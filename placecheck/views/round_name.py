"""What a place and a round are called, where there is little room and where several stand beside each other."""

from __future__ import annotations

from datetime import date

from placecheck.assessment import Assessment
from placecheck.views.notice import written_when
from placecheck.words import comparing as w
from placecheck.words import say


def shortened(name: str, most: int) -> str:
    """`name` in at most `most` characters."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def called(place: str, day: date | None, number: int | None = None) -> str:
    """A round in a list of many: its place, and its day or else its number among the place's rounds."""
    when = written_when(day.isoformat()) if day else say(w.ROUND_NUMBER, n=number) if number else None
    return say(w.PLACE_ROUND, place=place, round=when) if when else place


def round_name(assessment: Assessment, n: int, *, alone: bool) -> str:
    """A round by its day, and by its place too where rounds of other places stand beside it."""
    when = written_when(assessment.date.isoformat()) if assessment.date else None
    which = say(w.ROUND_OF, date=when) if when else say(w.ROUND_NUMBER, n=n + 1)
    return which if alone else called(assessment.place.name, assessment.date, n + 1)
