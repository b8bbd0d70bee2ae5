"""Summaries and comparisons as one HTML file each: no script, nothing fetched, the typeface inside."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Template
from markupsafe import Markup

from placecheck import fonts
from placecheck.charts.theme import LIGHT
from placecheck.markup import templates
from placecheck.report.drawing import HUB, pile, spokes
from placecheck.report.letters import plain
from placecheck.report.typeset import TEMPLATES
from placecheck.views.comparison import ComparisonView
from placecheck.views.summary import SummaryView

FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("Italic", 400, "italic"))


def page(view: SummaryView, *, large: bool = False) -> str:
    """The whole of `view` as an HTML document, in large print if asked for."""
    return template("summary.html.j2").render(
        view=view,
        words=view.words,
        large=large,
        spokes=spokes(view.ladder),
        hub=HUB,
        pile=pile,
        colours=LIGHT,
        top=len(view.ladder.levels) - 1,
        faces=faces(),
    )


def comparison_page(view: ComparisonView, *, large: bool = False) -> str:
    """The whole of a comparison as an HTML document, in large print if asked for."""
    return template("comparison.html.j2").render(
        view=view,
        words=view.words,
        large=large,
        colours=LIGHT,
        top=len(view.levels) - 1,
        faces=faces(),
    )


@lru_cache(maxsize=4)
def template(name: str) -> Template:
    """One of the HTML templates, in which every text is escaped and printable."""
    environment = templates(TEMPLATES, finalize=lambda value: plain(value) if type(value) is str else value)
    environment.filters["mid"] = lambda words: words[:1].lower() + words[1:]
    return environment.get_template(name)


@lru_cache(maxsize=1)
def faces() -> Markup:
    """The typeface as CSS that carries the fonts themselves."""
    rules = [
        f'@font-face{{font-family:"{fonts.FAMILY}";font-weight:{weight};font-style:{style};'
        f"src:url(data:font/woff2;base64,{fonts.in_base64(cut)}) format('woff2')}}"
        for cut, weight, style in FACES
    ]
    return Markup("\n".join(rules))  # noqa: S704 (our own file names and base64, nothing a person wrote)
