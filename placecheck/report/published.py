"""What was made ready to be seen by anyone, as a PDF, as one HTML file, and as data."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict

import yaml

from placecheck.charts.theme import LIGHT
from placecheck.publishing import Published
from placecheck.report.page import faces, template
from placecheck.report.typeset import Paper, cleaned, setting, typeset
from placecheck.views.published import published_view


def published_pdf(given: Published, *, large: bool = False, paper: Paper = "a4") -> bytes:
    """The summary as an accessible PDF; the same input gives the same bytes."""
    view = published_view(given)
    day = datetime.date.fromisoformat(given.date) if given.date else None
    data = {"view": cleaned(asdict(view)), **setting(view.language, large=large, paper=paper, day=day)}
    return typeset("published.typ", data, day)


def published_html(given: Published) -> str:
    """The summary as one HTML document that runs no script and fetches nothing."""
    view, top = published_view(given), len(given.levels) - 1
    return template("published.html.j2").render(
        view=view, words=view.words, large=False, colours=LIGHT, top=top, faces=faces()
    )


def published_yaml(given: Published) -> str:
    """The summary as YAML."""
    return yaml.safe_dump(given.as_data(), allow_unicode=True, sort_keys=False, width=100)


def published_json(given: Published) -> str:
    """The summary as JSON."""
    return json.dumps(given.as_data(), ensure_ascii=False, indent=2) + "\n"
