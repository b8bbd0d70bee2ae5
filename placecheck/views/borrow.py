"""What could we borrow? Where one place wants to grow and another stands further along.

That it wants to grow, a place says itself: one of its next steps is about the indicator. That another stands further
along is said only where that is so by a whole level, whatever is not known. Nobody is told what to do: it is a reason
to ask each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.notes import Catalogue
from placecheck.rubric import Indicator
from placecheck.scoring.compare import Side
from placecheck.views.comparison import ComparedView, ComparisonView
from placecheck.views.indicator import StoryView, stories
from placecheck.views.passage import PassageView, passage_view
from placecheck.words import comparing as w
from placecheck.words import say

IDEAS = 3
"""How many passages of the discussion are shown as ideas; the closer look has them all."""


@dataclass(frozen=True, slots=True)
class LenderView:
    """A place further along: where it stands, and one story of how it is there."""

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
    lenders: tuple[LenderView, ...]
    ideas: tuple[PassageView, ...]


def borrow(given: Sequence[Side], view: ComparisonView, catalogue: Catalogue) -> tuple[BorrowView, ...]:
    """Every pairing of a wish with those further along, by indicator, the places in the order given."""
    return tuple(
        _wish(_Wish(given, view, dimension.id, row, at), lenders, catalogue)
        for dimension in view.dimensions
        for row in dimension.rows
        for at, (_, assessment) in enumerate(given)
        if (lenders := [one for one, other in row.a_level_apart if other == at]) and _wants(assessment, row)
    )


def _wants(assessment: Assessment, row: ComparedView) -> list[str]:
    """What the place will try about this, in its own words."""
    return [action.what for action in assessment.actions if action.indicator == row.id]


@dataclass(frozen=True, slots=True)
class _Wish:
    """The place at position `at`, which wants to grow on the indicator of `row`."""

    given: Sequence[Side]
    view: ComparisonView
    dimension: str
    row: ComparedView
    at: int


def _wish(wish: _Wish, lenders: Sequence[int], catalogue: Catalogue) -> BorrowView:
    rubric, assessment = wish.given[wish.at]
    sides, row = wish.view.sides, wish.row
    return BorrowView(
        indicator=row.id,
        dimension=wish.dimension,
        name=row.name,
        line=say(w.WANTS_TO_GROW, name=sides[wish.at].name, thing=row.name),
        wants=say(w.WILL_TRY, what=" ".join(_wants(assessment, row))),
        question=say(w.ASK_THEM, names=", ".join(sides[n].name for n in lenders)),
        lenders=tuple(_lender(wish.given[n], wish.view, row, n) for n in lenders),
        ideas=_ideas(rubric.by_id[row.id], catalogue),
    )


def _lender(side: Side, view: ComparisonView, row: ComparedView, at: int) -> LenderView:
    """The place further along, with the fullest story of someone who sees it where it stands, or above."""
    rubric, assessment = side
    reading = row.cells[at].reading or 0
    levels: Mapping[str, int] = {level.name: step for step, level in enumerate(rubric.levels)}
    told = [one for one in stories(rubric, assessment, row.id) if one.story and one.level]
    at_least = [one for one in told if levels[one.level or ""] >= reading]
    story = max(at_least, key=lambda one: len(one.story or ""), default=None)
    return LenderView(row.cells[at].letter, view.sides[at].name, row.cells[at].words, story)


def _ideas(indicator: Indicator, catalogue: Catalogue) -> tuple[PassageView, ...]:
    known = [id_ for id_ in indicator.supports if id_ in catalogue.passage]
    return tuple(passage_view(catalogue, id_) for id_ in known[:IDEAS])
