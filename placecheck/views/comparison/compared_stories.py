"""What each side tells of one indicator, beside the picture: the stories are what one learns from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.scoring.comparison import ComparedPlace
from placecheck.views.comparison.comparison import CellView, ComparedView, ComparisonView
from placecheck.views.results.indicator import StoryView, stories_about
from placecheck.words import comparing as w
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class StoryListView:
    """One compared place on one indicator: its reading, how many voices, the group's reason, and its stories."""

    letter: str
    name: str
    words: str
    """Where it stands, and from how many voices."""
    because: str | None
    stories: tuple[StoryView, ...]
    more: str | None
    """How many more stories there are than stand here."""


def story_lists(
    compared_places: Sequence[ComparedPlace], view: ComparisonView, row: ComparedView, most: int | None = None
) -> list[StoryListView]:
    """Return each place's stories of the indicator of `row`, in the order given, at most so many stories each.

    Where not all are shown, they are the shortest, in the order in which they were told.
    """
    return [
        _story_list(stories_about(*compared_place, row.id), cell, place.name, most)
        for compared_place, cell, place in zip(compared_places, row.cells, view.places, strict=True)
    ]


def _story_list(story_views: Sequence[StoryView], cell: CellView, name: str, most: int | None) -> StoryListView:
    every = [story_view for story_view in story_views if story_view.texts]
    shown = sorted(every, key=lambda story_view: sum(map(len, story_view.texts)))[:most]
    return StoryListView(
        letter=cell.letter,
        name=name,
        words=say(w.WHERE_AND_WHO, words=cell.words, who=cell.who),
        because=cell.because,
        stories=tuple(story_view for story_view in every if story_view in shown),
        more=say_n(w.MORE_STORIES, len(every) - len(shown), name=name) if len(every) > len(shown) else None,
    )
