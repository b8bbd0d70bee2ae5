"""Where many places stand, on paper and as one HTML file. No place is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from placecheck.charts.theme import LIGHT
from placecheck.report.page import faces, template
from placecheck.report.paper_size import Paper
from placecheck.report.typeset import cleaned, compile_pdf, setting
from placecheck.views.comparison.network_report import NetworkView


def network_pdf(views: Sequence[NetworkView], *, large: bool = False, paper: Paper = "a4") -> bytes:
    """Return `views`, one for each wording of the questions, as an accessible PDF.

    The same input gives the same bytes.
    """
    first = views[0]
    data = {"view": cleaned(asdict(first)), "views": [cleaned(asdict(view)) for view in views]}
    return compile_pdf("network.typ", data | setting(first.language, large=large, paper=paper))


def network_html(views: Sequence[NetworkView]) -> str:
    """Return the same as one HTML document that runs no script and fetches nothing."""
    look = {"faces": faces(), "colours": LIGHT, "top": 1, "large": False}
    return template("network.html.j2").render(view=views[0], views=views, **look)
