"""The printed summary as a PDF, and the same as one HTML file."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from placecheck.assessment import Assessment
from placecheck.notes import Catalogue
from placecheck.report.drawing import HUB, pile, spokes
from placecheck.report.letters import prints
from placecheck.report.typeset import Paper, cleaned, setting, texts, typeset
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.views.colophon import about_letters
from placecheck.views.summary import SummaryView, ThingView, summary_view


def pdf(
    rubric: Rubric,
    catalogue: Catalogue,
    assessment: Assessment,
    *,
    large: bool = False,
    one_page: bool = False,
    paper: Paper = "a4",
) -> bytes:
    """The printed summary of `assessment` as an accessible PDF; the same input gives the same bytes.

    `large` is large print (18 pt), `one_page` the notice board alone on one page.
    """
    view = summary_view(rubric, catalogue, assessment, score(rubric, assessment))
    data = {**drawn(view), **setting(view.language, large=large, paper=paper, day=assessment.date)}
    return typeset("one-page.typ" if one_page else "summary.typ", data, assessment.date)


def html(rubric: Rubric, catalogue: Catalogue, assessment: Assessment, *, large: bool = False) -> str:
    """The same summary as one accessible HTML document that runs no script and fetches nothing."""
    from placecheck.report.page import page

    return page(summary_view(rubric, catalogue, assessment, score(rubric, assessment)), large=large)


def drawn(view: SummaryView) -> dict[str, Any]:
    """The view in printable letters, and its pictures as points."""
    sides = tuple(replace(side, things=tuple(map(_quoted_elsewhere, side.things))) for side in view.sides)
    view = replace(view, sides=sides)
    if not all(map(prints, texts(view))):
        view = replace(view, facts=(*view.facts, about_letters()))
    return {
        "view": cleaned(view),
        "compass": [asdict(spoke) for spoke in spokes(view.ladder)],
        "hub": HUB,
        "piles": {one.row.indicator: asdict(pile(one.behind.answers)) for side in view.sides for one in side.things},
    }


def _quoted_elsewhere(thing: ThingView) -> ThingView:
    """The thing without its passages: on paper they stand once, under their numbers."""
    return replace(thing, behind=replace(thing.behind, supports=(), cautions=()))
