"""The published summary as a PDF, as one HTML file, and as data."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict

import yaml

from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.place_picture.shape import PAGE
from placecheck.charts.theme import LIGHT, PRINT
from placecheck.publishing import Published
from placecheck.report.page import font_face_css, html_template, pictures
from placecheck.report.paper_size import Paper
from placecheck.report.summary import LARGE
from placecheck.report.typeset import compile_pdf, template_settings, to_printable_data, with_printable_texts
from placecheck.views.printed.published import published_view


def published_pdf(summary: Published, *, large: bool = False, paper: Paper = "a4") -> bytes:
    """Return the summary as an accessible PDF; the same input gives the same bytes."""
    view = published_view(summary)
    day = datetime.date.fromisoformat(summary.date) if summary.date else None
    data = {
        "view": to_printable_data(asdict(view)),
        "pictures": [draw_picture(with_printable_texts(view.picture), PRINT, LARGE if large else PAGE)]
        if view.picture
        else [],
        **template_settings(view.language, large=large, paper=paper, day=day),
    }
    return compile_pdf("published.typ", data, day)


def published_html(summary: Published) -> str:
    """Return the summary as one HTML document that runs no script and fetches nothing."""
    view, top = published_view(summary), len(summary.levels) - 1
    return html_template("published.html.j2").render(
        view=view,
        words=view.words,
        pictures=pictures(view.picture) if view.picture else {},
        large=False,
        colours=LIGHT,
        top=top,
        faces=font_face_css(),
    )


def published_yaml(summary: Published) -> str:
    """Return the summary as YAML."""
    return yaml.safe_dump(summary.as_data(), allow_unicode=True, sort_keys=False, width=100)


def published_json(summary: Published) -> str:
    """Return the summary as JSON."""
    return json.dumps(summary.as_data(), ensure_ascii=False, indent=2) + "\n"
