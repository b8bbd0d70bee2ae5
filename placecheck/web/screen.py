"""A passage on the big screen: large words and a source line, as a plain page that needs no script."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Template
from starlette.requests import Request
from starlette.responses import HTMLResponse

from placecheck import words
from placecheck.charts.theme import DARK, LIGHT
from placecheck.forms.language import chosen
from placecheck.markup import only, templates
from placecheck.rubric import find_rubric
from placecheck.views.reading import beside, reading
from placecheck.web import desk
from placecheck.web.groups import asked_with
from placecheck.web.session import INDICATOR, PASSAGE, ROUND
from placecheck.words import library as w
from placecheck.words import say

ADDRESS = "/screen/passage"
TEMPLATES = Path(__file__).with_name("template")


def big_screen(passage: str, one: desk.Opened | None, indicator: str | None) -> str:
    """The address of a passage on the big screen, with what it is looked at for."""
    given = {PASSAGE: passage, ROUND: one.id if one else None, INDICATOR: indicator}
    return f"{ADDRESS}?{urlencode({name: value for name, value in given.items() if value})}"


def show(request: Request) -> HTMLResponse:
    """Answer `/screen/passage?passage=note-id%23number`."""
    with words.speaking(chosen(request.cookies)), asked_with(request.cookies):
        return _shown(request)


def _shown(request: Request) -> HTMLResponse:
    asked = {name: request.query_params.get(name) for name in (PASSAGE, ROUND, INDICATOR)}
    one = desk.opened(asked[ROUND] or "")
    rubric = one.rubric if one else find_rubric()
    view = reading(desk.library_of(rubric), asked[PASSAGE] or "")
    neighbours = [
        (say(label), big_screen(other, one, asked[INDICATOR]))
        for label, other in zip((w.BEFORE, w.NEXT), beside(rubric, asked[INDICATOR], asked[PASSAGE] or ""), strict=True)
        if other
    ]
    back = "/passage?" + urlencode({name: value for name, value in asked.items() if value})
    page = _template().render(
        view=view, neighbours=neighbours, back=back, say=say, w=w, style=_style(), language=words.language.get()
    )
    return HTMLResponse(page, 200 if view else 404, {"Content-Security-Policy": _policy()})


@cache
def _template() -> Template:
    return templates(TEMPLATES).get_template("screen.html")


@cache
def _style() -> str:
    """The style sheet in the colours of the theme."""
    colours = {
        f"{theme}_{name}": getattr(palette, name)
        for theme, palette in (("light", LIGHT), ("dark", DARK))
        for name in ("paper", "ink", "quiet", "accent")
    }
    text = (TEMPLATES / "screen.css").read_text(encoding="utf-8")
    for name, colour in colours.items():
        text = text.replace(f"var(--{name})", colour)
    return text


@cache
def _policy() -> str:
    return f"default-src 'none'; style-src {only(_style())}; font-src 'self'; base-uri 'none'; frame-ancestors 'self'"
