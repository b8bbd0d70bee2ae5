"""Places beside each other in a hall: one question after the other, its stories, and what could be borrowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from placecheck.scoring.comparison import Side
from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.views.comparison.comparison import ComparedView, ComparedWholeView, ComparisonView

AT_ONCE = {2: 2}
"""How many stories of a place are shown at once, by how many places there are; of more places, one."""


@dataclass(frozen=True, slots=True)
class HallStop:
    """One thing to look at together: a dimension as a whole, or one indicator of it."""

    under: ComparedWholeView
    row: ComparedView

    @property
    def indicator(self) -> str | None:
        """Return the indicator's id; None for a whole dimension."""
        return None if self.row is self.under.whole else self.row.id


def hall_stops(view: ComparisonView) -> tuple[HallStop, ...]:
    """Return what there is to look at, dimension by dimension, the whole of each first."""
    return tuple(
        HallStop(under, row)
        for under in view.dimensions
        for row in (*([under.whole] if under.whole else []), *under.rows)
    )


def stop_at(stops: Sequence[HallStop], dimension: str | None, indicator: str | None) -> int:
    """Return the position of what the address names: an indicator, else its dimension, else the first."""
    fitting = [at for at, stop in enumerate(stops) if stop.under.id == dimension]
    exact = [at for at in fitting if stops[at].indicator == indicator]
    return next(iter([*exact, *fitting]), 0)


def hall_stories(compared_place: Side, indicator: str) -> tuple[str, ...] | None:
    """Return the stories of one place, the shortest first, which says nothing of who told them; None of few people."""
    rubric, assessment = compared_place
    answers = [voice.answers[indicator] for voice in assessment.voices if indicator in voice.answers]
    if len(answers) < publish_minimum(rubric):
        return None
    stories = {answer.story.strip() for answer in answers if answer.story and answer.story.strip()}
    return tuple(sorted(sorted(stories), key=len))


def story_page(stories: Sequence[str], page: int, places: int) -> Sequence[str]:
    """Return the stories of one of `places` that are shown together, on the page numbered from 0."""
    most = AT_ONCE.get(places, 1)
    return stories[page * most : (page + 1) * most]


def story_pages(stories: Sequence[Sequence[str] | None]) -> int:
    """Return on how many pages the stories of all places are shown; 0 where there are none."""
    most = AT_ONCE.get(len(stories), 1)
    return max((ceil(len(listed or ()) / most) for listed in stories), default=0)
