"""Summaries and comparisons as one HTML file each: no script, nothing fetched, the typeface inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from placecheck import fonts
from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.place_picture.shape import SMALL, WIDE
from placecheck.charts.theme import LIGHT
from placecheck.markup import template_environment
from placecheck.report.answer_piles import pile
from placecheck.report.letters import printable_text
from placecheck.report.typeset import TEMPLATES
from placecheck.views.comparison.comparison import ComparisonView
from placecheck.views.printed.summary import SummaryView
from placecheck.views.results.place_picture import PictureView
from placecheck.words import comparing as w
from placecheck.words import say

FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("Italic", 400, "italic"))


def summary_page(view: SummaryView, *, large: bool = False) -> str:
    """Return the whole of `view` as an HTML document, in large print if asked for."""
    return html_template("summary.html.j2").render(
        view=view,
        words=view.words,
        large=large,
        pictures=pictures(view.picture),
        pile=pile,
        colours=LIGHT,
        top=len(view.ladder.levels) - 1,
        faces=font_face_css(),
    )


def comparison_page(
    view: ComparisonView, stories: Mapping[str, Any], borrowed: Sequence[Any], *, large: bool = False
) -> str:
    """Return the whole of a comparison as an HTML document, in large print if asked for."""
    return html_template("comparison.html.j2").render(
        view=view,
        words=view.words | {"borrow": say(w.BORROW_TITLE), "borrow_how": say(w.BORROW_INTRO)},
        stories=stories,
        borrowed=borrowed,
        large=large,
        colours=LIGHT,
        top=len(view.levels) - 1,
        faces=font_face_css(),
    )


def pictures(view: PictureView) -> dict[str, Markup]:
    """Return the picture of a place for a wide page and for a narrow one, of which one is shown."""
    shapes = {"wide": WIDE, "small": SMALL}
    return {name: Markup(draw_picture(view, shape=shape)) for name, shape in shapes.items()}  # noqa: S704 (texts are escaped)


@lru_cache(maxsize=4)
def html_template(name: str) -> Template:
    """Return one of the HTML templates, in which every text is escaped and printable."""
    environment = template_environment(
        TEMPLATES, finalize=lambda value: printable_text(value) if type(value) is str else value
    )
    return environment.get_template(name)


@lru_cache(maxsize=1)
def font_face_css() -> Markup:
    """Return the typeface as CSS that embeds the fonts themselves."""
    rules = [
        f'@font-face{{font-family:"{fonts.FAMILY}";font-weight:{weight};font-style:{style};'
        f"src:url(data:font/woff2;base64,{fonts.in_base64(cut)}) format('woff2')}}"
        for cut, weight, style in FACES
    ]
    return Markup("\n".join(rules))  # noqa: S704 (our own file names and base64, nothing a person wrote)
