"""The distribution of readings over many places, as a PDF and as one HTML file; no place is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from placecheck.charts.theme import LIGHT
from placecheck.report.page import font_face_css, html_template
from placecheck.report.paper_size import Paper
from placecheck.report.typeset import compile_pdf, template_settings, to_printable_data
from placecheck.views.comparison.network_report import NetworkView


def network_pdf(views: Sequence[NetworkView], *, large: bool = False, paper: Paper = "a4") -> bytes:
    """Return `views`, one for each wording of the questions, as an accessible PDF.

    The same input gives the same bytes.
    """
    first = views[0]
    data = {"view": to_printable_data(asdict(first)), "views": [to_printable_data(asdict(view)) for view in views]}
    return compile_pdf("network.typ", data | template_settings(first.language, large=large, paper=paper))


def network_html(views: Sequence[NetworkView]) -> str:
    """Return the same as one HTML document that runs no script and fetches nothing."""
    look = {"faces": font_face_css(), "colours": LIGHT, "top": 1, "large": False}
    return html_template("network.html.j2").render(view=views[0], views=views, **look)
