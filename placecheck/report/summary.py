"""The printed summary as a PDF, and the same as one HTML file."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from placecheck.assessment import Assessment
from placecheck.charts.place_picture import shape
from placecheck.charts.place_picture.drawing import draw_picture, height_to_width
from placecheck.charts.theme import PRINT
from placecheck.notes import Catalogue
from placecheck.report.answer_piles import pile
from placecheck.report.letters import is_printable
from placecheck.report.paper_size import Paper
from placecheck.report.typeset import compile_pdf, template_settings, texts, to_printable_data, with_printable_texts
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.views.printed.colophon import about_letters
from placecheck.views.printed.summary import SummaryIndicatorView, SummaryView, summary_view

UPRIGHT = (
    *(replace(shape.PAGE, height=height) for height in (860, 780, 700)),
    replace(shape.PAGE, height=560, names="if they fit"),
)
"""The shapes that the picture can have on an upright page: the first that leaves room for the words is taken."""
LARGE = replace(shape.SMALL, min_font_size=24, spine=0.36, small=0.9, ring_font_share=0.86)


def summary_pdf(
    rubric: Rubric,
    catalogue: Catalogue,
    assessment: Assessment,
    *,
    large: bool = False,
    one_page: bool = False,
    annex: bool = False,
    paper: Paper = "a4",
) -> bytes:
    """Return the printed summary of `assessment` as an accessible PDF; the same input gives the same bytes.

    `large` is large print (18 pt), `one_page` the page to pin up alone, on the two sides of a sheet in large
    print. `annex` adds the discussion that the questions rest on.
    """
    view = summary_view(rubric, catalogue, assessment, score(rubric, assessment))
    if not annex:
        view = replace(view, discussion=())
    data = summary_data(view, (LARGE,) if large else UPRIGHT)
    data |= template_settings(view.language, large=large, paper=paper, day=assessment.date)
    if one_page:
        return compile_pdf("one-page.typ", data, assessment.date)
    return compile_pdf("summary.typ", data, assessment.date)


def summary_html(rubric: Rubric, catalogue: Catalogue, assessment: Assessment, *, large: bool = False) -> str:
    """Return the same summary as one accessible HTML document that runs no script and fetches nothing."""
    from placecheck.report.page import summary_page

    return summary_page(summary_view(rubric, catalogue, assessment, score(rubric, assessment)), large=large)


def summary_data(view: SummaryView, shapes: tuple[shape.Shape, ...]) -> dict[str, Any]:
    """Return the view in printable letters, and its pictures: the place in each of `shapes`, the answers as points."""
    dimensions = tuple(
        replace(dimension, indicators=tuple(map(_without_passages, dimension.indicators)))
        for dimension in view.dimensions
    )
    view = replace(view, dimensions=dimensions)
    if not all(map(is_printable, texts(view))):
        view = replace(view, facts=(*view.facts, about_letters()))
    picture = with_printable_texts(view.picture)
    pictures = [draw_picture(picture, PRINT, item) for item in shapes]
    return {
        "view": to_printable_data(view),
        "pictures": pictures,
        "ratios": [round(height_to_width(item), 4) for item in pictures],
        "piles": {
            item.row.indicator: asdict(pile(item.behind.answers))
            for dimension in view.dimensions
            for item in dimension.indicators
        },
    }


def _without_passages(indicator: SummaryIndicatorView) -> SummaryIndicatorView:
    """Return the indicator without its passages: on paper they are printed once, in the annex."""
    return replace(indicator, behind=replace(indicator.behind, supports=(), cautions=()))
