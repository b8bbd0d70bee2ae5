"""What each side tells of one indicator, beside the picture: the stories are what one learns from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.scoring.compare import Side
from placecheck.views.comparison import CellView, ComparedView, ComparisonView
from placecheck.views.indicator import StoryView, stories
from placecheck.words import comparing as w
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class ToldView:
    """One side on one indicator: where it stands, from how many voices, why the group chose it, and what it tells."""

    letter: str
    name: str
    words: str
    """Where it stands, and from how many voices."""
    because: str | None
    stories: tuple[StoryView, ...]
    more: str | None
    """How many more stories there are than stand here."""


def told(given: Sequence[Side], view: ComparisonView, row: ComparedView, most: int | None = None) -> list[ToldView]:
    """What each side tells of the indicator of `row`, in the order given, at most so many stories each.

    Where not all are shown, they are the shortest, in the order in which they were told.
    """
    return [
        _told(stories(*side, row.id), cell, one.name, most)
        for side, cell, one in zip(given, row.cells, view.sides, strict=True)
    ]


def _told(found: Sequence[StoryView], cell: CellView, name: str, most: int | None) -> ToldView:
    every = [one for one in found if one.story]
    shown = sorted(every, key=lambda one: len(one.story or ""))[:most]
    return ToldView(
        letter=cell.letter,
        name=name,
        words=say(w.WHERE_AND_WHO, words=cell.words, who=cell.who),
        because=cell.said,
        stories=tuple(one for one in every if one in shown),
        more=say_n(w.MORE_STORIES, len(every) - len(shown), name=name) if len(every) > len(shown) else None,
    )
