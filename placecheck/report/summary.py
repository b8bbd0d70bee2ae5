"""The printed summary as a PDF, and the same as one HTML file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from placecheck.assessment import Assessment
from placecheck.charts.theme import LIGHT
from placecheck.notes import Catalogue
from placecheck.report.drawing import HUB, pile, spokes
from placecheck.report.letters import prints
from placecheck.report.page import page
from placecheck.report.typeset import TYPEFACES, cleaned, texts, typeset
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.views.colophon import about_letters
from placecheck.views.summary import SummaryView, summary_view

Paper = Literal["a4", "letter"]

REGIONS = {"en": "GB", "cy": "GB", "gd": "GB", "ga": "IE"}
_TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}


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
    data = {
        **typeset_data(view),
        "look": {"large": large, "paper": _TYPST_PAPER[paper]},
        "date": _day(assessment),
    }
    return typeset("one-page.typ" if one_page else "summary.typ", data, assessment.date)


def html(rubric: Rubric, catalogue: Catalogue, assessment: Assessment, *, large: bool = False) -> str:
    """The same summary as one accessible HTML document that runs no script and fetches nothing."""
    return page(summary_view(rubric, catalogue, assessment, score(rubric, assessment)), large=large)


def typeset_data(view: SummaryView) -> dict[str, Any]:
    """What the templates are given: the view in printable letters, the drawings, colours and typefaces."""
    plain = asdict(view)
    if not all(map(prints, texts(plain))):
        plain["facts"] = (*plain["facts"], asdict(about_letters()))
    return {
        "view": cleaned(plain),
        "compass": [asdict(spoke) for spoke in spokes(view.ladder)],
        "hub": HUB,
        "piles": {one.row.indicator: asdict(pile(one.behind.answers)) for side in view.sides for one in side.things},
        "colours": asdict(LIGHT),
        "typefaces": TYPEFACES,
        "region": REGIONS.get(view.language),
    }


def _day(assessment: Assessment) -> list[int] | None:
    day = assessment.date
    return [day.year, day.month, day.day] if day else None
