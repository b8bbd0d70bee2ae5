"""What could we borrow? Where one place wants to grow and another stands further along.

That it wants to grow, a place says itself: one of its next steps is about the indicator. That another stands further
along is said only where that is so by a whole level, whatever is not known. Nobody is told what to do: it is a reason
to ask each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.notes import Catalogue
from placecheck.place import AdaptedIdea
from placecheck.rubric import Indicator
from placecheck.scoring.comparison import ComparedPlace
from placecheck.views.comparison.comparison import ComparedView, ComparisonView
from placecheck.views.notes.note_list import whose_words
from placecheck.views.notes.passage_card import PassageView, link_views
from placecheck.views.results.indicator import StoryView, stories_about
from placecheck.words import comparing as w
from placecheck.words import comparison_screen as h
from placecheck.words import say

IDEAS = 3
"""How many passages of the discussion are shown as ideas; the closer look has them all."""


@dataclass(frozen=True, slots=True)
class LenderView:
    """A place further along: its reading, and one story of how it is there."""

    letter: str
    name: str
    words: str
    story: StoryView | None


@dataclass(frozen=True, slots=True)
class BorrowView:
    """One wish to grow, the places that could be asked, and ideas from the discussion."""

    indicator: str
    dimension: str
    name: str
    line: str
    wants: str
    question: str
    borrower: int
    """The position of the place that wants to grow."""
    lenders: tuple[LenderView, ...]
    ideas: tuple[PassageView, ...]
    whose_words: str


def borrow_view(
    compared_places: Sequence[ComparedPlace], view: ComparisonView, catalogue: Catalogue
) -> tuple[BorrowView, ...]:
    """Return every pairing of a wish with those further along, by indicator, the places in the order given."""
    return tuple(
        _wish(_Wish(compared_places, view, dimension.id, row, at), lenders, catalogue)
        for dimension in view.dimensions
        for row in dimension.rows
        for at, (_, assessment) in enumerate(compared_places)
        if (lenders := [index for index, other in row.a_level_apart if other == at]) and _wants(assessment, row)
    )


@dataclass(frozen=True, slots=True)
class BorrowedView:
    """An idea that a place borrows from another of those compared, and the note that goes with it."""

    line: str
    note: str | None


def borrowed_views(
    ideas: Iterable[AdaptedIdea], names: Collection[str], indicators: Sequence[str] | None = None
) -> list[BorrowedView]:
    """Return the ideas that come from a place of `names`: those about one of `indicators`, or all of them."""
    return [
        BorrowedView(say(h.BORROWED_FROM, idea=card.words, place=card.from_place), card.more)
        for card in ideas
        if card.from_place in names and (indicators is None or set(indicators) & set(card.indicators))
    ]


def _wants(assessment: Assessment, row: ComparedView) -> list[str]:
    """Return what the place will try about this, in its own words."""
    return [action.what for action in assessment.actions if action.indicator == row.id]


@dataclass(frozen=True, slots=True)
class _Wish:
    """The place at position `at`, which wants to grow on the indicator of `row`."""

    compared_places: Sequence[ComparedPlace]
    view: ComparisonView
    dimension: str
    row: ComparedView
    at: int


def _wish(wish: _Wish, lenders: Sequence[int], catalogue: Catalogue) -> BorrowView:
    rubric, assessment = wish.compared_places[wish.at]
    places, row = wish.view.places, wish.row
    ideas = _ideas(rubric.by_id[row.id], catalogue)
    return BorrowView(
        indicator=row.id,
        dimension=wish.dimension,
        name=row.name,
        line=say(w.WANTS_TO_GROW, name=places[wish.at].name, question=row.name),
        wants=say(w.WILL_TRY, what=" ".join(_wants(assessment, row))),
        question=say(w.ASK_THEM, names=", ".join(places[n].name for n in lenders)),
        borrower=wish.at,
        lenders=tuple(_lender(wish.compared_places[n], wish.view, row, n) for n in lenders),
        ideas=ideas,
        whose_words=whose_words(rubric, catalogue, [idea.id for idea in ideas]),
    )


def _lender(place: ComparedPlace, view: ComparisonView, row: ComparedView, at: int) -> LenderView:
    """Return the place further along, with the fullest story of someone whose level is its reading, or above."""
    rubric, assessment = place
    reading = row.cells[at].reading or 0
    levels = {voice.id: voice.answers[row.id].level for voice in assessment.voices if row.id in voice.answers}
    above = {voice for voice, level in levels.items() if level is not None and level >= reading}
    with_stories = [
        story_view
        for story_view in stories_about(rubric, assessment, row.id)
        if story_view.story and story_view.voice in above
    ]
    story = max(with_stories, key=lambda story_view: len(story_view.story or ""), default=None)
    return LenderView(row.cells[at].letter, view.places[at].name, row.cells[at].words, story)


def _ideas(indicator: Indicator, catalogue: Catalogue) -> tuple[PassageView, ...]:
    return link_views(catalogue, indicator.supports)[:IDEAS]
