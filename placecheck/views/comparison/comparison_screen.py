"""A comparison on the big screen: one question after the other, its stories, and what could be borrowed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil

from placecheck.publishing.texts import answer_tick
from placecheck.scoring.comparison import ComparedPlace
from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.views.comparison.comparison import ComparedView, ComparedWholeView, ComparisonView

AT_ONCE = {2: 2}
"""How many stories of a place are shown at once, by how many places there are; of more places, one."""


@dataclass(frozen=True, slots=True)
class ScreenStop:
    """One thing to look at together: a dimension as a whole, or one indicator of it."""

    dimension: ComparedWholeView
    row: ComparedView

    @property
    def indicator(self) -> str | None:
        """Return the indicator's id; None for a whole dimension."""
        return None if self.row is self.dimension.whole else self.row.id


def screen_stops(view: ComparisonView) -> tuple[ScreenStop, ...]:
    """Return what there is to look at, dimension by dimension, the whole of each first."""
    return tuple(
        ScreenStop(dimension, row)
        for dimension in view.dimensions
        for row in (*([dimension.whole] if dimension.whole else []), *dimension.rows)
    )


def stop_at(stops: Sequence[ScreenStop], dimension: str | None, indicator: str | None) -> int:
    """Return the position of what the address names: an indicator, else its dimension, else the first."""
    fitting = [at for at, stop in enumerate(stops) if stop.dimension.id == dimension]
    exact = [at for at in fitting if stops[at].indicator == indicator]
    return next(iter([*exact, *fitting]), 0)


@dataclass(frozen=True, slots=True)
class ScreenStories:
    """What the big screen may show of one place on one question, and how many more stories nobody has ticked yet."""

    stories: tuple[str, ...] = ()
    """The shortest first, which says nothing of who told them."""
    waiting: int = 0
    few: bool = False
    """Whether so few answered that nothing they wrote is shown."""


def screen_stories(compared_place: ComparedPlace, indicator: str, ticks: Collection[str] | None) -> ScreenStories:
    """Return the stories of one place that somebody read and ticked; all of them where `ticks` is None."""
    rubric, assessment = compared_place
    answers = {voice.id: voice.answers[indicator] for voice in assessment.voices if indicator in voice.answers}
    if len(answers) < publish_minimum(rubric):
        return ScreenStories(few=True)
    written = [
        (answer.story.strip(), answer_tick(id_, indicator, answer)) for id_, answer in answers.items() if answer.story
    ]
    shown = {story for story, tick in written if story and (ticks is None or tick in ticks)}
    waiting = {story for story, _ in written if story} - shown
    return ScreenStories(tuple(sorted(sorted(shown), key=len)), len(waiting))


def story_page(stories: Sequence[str], page: int, places: int) -> Sequence[str]:
    """Return the stories of one of `places` that are shown together, on the page numbered from 0."""
    most = AT_ONCE.get(places, 1)
    return stories[page * most : (page + 1) * most]


def story_pages(stories: Sequence[Sequence[str]]) -> int:
    """Return on how many pages the stories of all places are shown; 0 where there are none."""
    most = AT_ONCE.get(len(stories), 1)
    return max((ceil(len(listed) / most) for listed in stories), default=0)
