"""Several places, or two rounds of one place, beside each other: on paper, and as one HTML file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from placecheck.report.typeset import Paper, cleaned, setting, typeset
from placecheck.scoring.compare import Side
from placecheck.views.comparison import comparison_view


def comparison_pdf(sides: Sequence[Side], *, large: bool = False, paper: Paper = "a4") -> bytes:
    """Two `sides` or more, each a rubric and an assessment made with it, as an accessible PDF, in the order given.

    The paper bears the date of the latest of them. The same input gives the same bytes.
    """
    view = comparison_view(sides)
    day = max((assessment.date for _, assessment in sides if assessment.date), default=None)
    data = {"view": cleaned(asdict(view)), **setting(view.language, large=large, paper=paper, day=day)}
    return typeset("comparison.typ", data, day)


def comparison_html(sides: Sequence[Side], *, large: bool = False) -> str:
    """The same as one accessible HTML document that runs no script and fetches nothing."""
    from placecheck.report.page import comparison_page

    return comparison_page(comparison_view(sides), large=large)
