"""What a place and an assessment are called, where there is little room and where several stand beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, count
from typing import TYPE_CHECKING

from placecheck.assessment import Assessment
from placecheck.dates import day_words, when_words
from placecheck.words import comparing as w
from placecheck.words import say

if TYPE_CHECKING:
    from placecheck.storage import PlaceSummary


def shortened(name: str, most: int) -> str:
    """Return `name` in at most `most` characters."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def assessment_label(place: str, day: date | None, number: int | None = None) -> str:
    """Return the label of an assessment in a long list: its place, and its day or else its number there."""
    when = when_words(day.isoformat()) if day else say(w.ASSESSMENT_NUMBER, n=number) if number else None
    return say(w.PLACE_AND_ASSESSMENT, place=place, assessment=when) if when else place


def distinct_labels(labels: Mapping[str, str]) -> dict[str, str]:
    """Return the labels, numbering repeats so that no two are the same.

    A list to choose from sends back the words of what was chosen: the same words twice lead to one of the two alone.
    """
    apart: dict[str, str] = {}
    originals, used = set(labels.values()), set[str]()
    for id_, label in labels.items():
        numbered = (other for n in count(2) if (other := f"{label} ({n})") not in originals)
        apart[id_] = next(other for other in chain([label], numbered) if other not in used)
        used.add(apart[id_])
    return apart


def place_labels(places: Iterable[PlaceSummary], most: int | None = None) -> dict[str, str]:
    """Return what each place is called in a list, by id: places of one name by the day of their newest assessment too.

    A name longer than `most` characters is shortened.
    """
    in_order = sorted(places, key=lambda place: place.made)
    names = {place.id: shortened(place.name, most) if most else place.name for place in in_order}
    often = Counter(names.values())
    return distinct_labels(
        {
            place.id: assessment_label(name, place.assessments[-1].date if place.assessments else None)
            if often[name := names[place.id]] > 1
            else name
            for place in in_order
        }
    )


def assessment_name_among(assessment: Assessment, n: int, *, alone: bool) -> str:
    """Return an assessment's name by its day, and by its place too where other places are listed with it."""
    when = when_words(assessment.date.isoformat()) if assessment.date else None
    which = say(w.ASSESSMENT_OF, date=when) if when else say(w.ASSESSMENT_NUMBER, n=n + 1)
    return which if alone else assessment_label(assessment.place.name, assessment.date, n + 1)


def assessment_names(assessments: Sequence[Assessment], places: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return what each assessment is called among these, and what briefly: those of one place by their days alone."""
    alone = len(set(places)) == 1
    names = [
        place if places.count(place) == 1 else assessment_name_among(assessment, n, alone=alone)
        for n, (assessment, place) in enumerate(zip(assessments, places, strict=True))
    ]
    days = [day_words(assessment.date) for assessment in assessments if assessment.date]
    return names, days if alone and len(set(days)) == len(names) else names
