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
from placecheck.forms.language import preferred_language
from placecheck.markup import csp_hash, template_environment
from placecheck.views.notes.passage_page import neighbouring_passages, passage_text
from placecheck.views.page_names import PageName
from placecheck.web.access.tenants import tenant_of_request
from placecheck.web.data import assessments
from placecheck.web.state.current_rubric import fallback_rubric, rubric_with_passage
from placecheck.web.state.session import ASSESSMENT, INDICATOR, PASSAGE
from placecheck.words import library as w
from placecheck.words import say

ADDRESS = "/screen/passage"
TEMPLATES = Path(__file__).with_name("template")


def big_screen(passage: str, opened: assessments.OpenAssessment | None, indicator: str | None) -> str:
    """Return the address of a passage on the big screen, with the indicator it is shown for."""
    parameters = {PASSAGE: passage, ASSESSMENT: opened.id if opened else None, INDICATOR: indicator}
    return f"{ADDRESS}?{urlencode({name: value for name, value in parameters.items() if value})}"


def passage_response(request: Request) -> HTMLResponse:
    """Answer `/screen/passage?passage=note-id%23number`."""
    with words.speaking(preferred_language(request.cookies)), tenant_of_request(request.cookies):
        return _shown(request)


def _shown(request: Request) -> HTMLResponse:
    query = {name: request.query_params.get(name) for name in (PASSAGE, ASSESSMENT, INDICATOR)}
    opened = assessments.open_assessment(query[ASSESSMENT] or "")
    rubric = rubric_with_passage(opened.rubric if opened else fallback_rubric(), query[PASSAGE] or "")
    view = passage_text(assessments.library_of(rubric), query[PASSAGE] or "")
    neighbours = [
        (say(label), big_screen(other, opened, query[INDICATOR]))
        for label, other in zip(
            (w.BEFORE, w.NEXT), neighbouring_passages(rubric, query[INDICATOR], query[PASSAGE] or ""), strict=True
        )
        if other
    ]
    back = f"/{PageName.PASSAGE}?" + urlencode({name: value for name, value in query.items() if value})
    page = _template().render(
        view=view, neighbours=neighbours, back=back, say=say, w=w, style=_style(), language=words.language.get()
    )
    return HTMLResponse(page, 200 if view else 404, {"Content-Security-Policy": _policy()})


@cache
def _template() -> Template:
    return template_environment(TEMPLATES).get_template("passage_screen.html")


@cache
def _style() -> str:
    """Return the style sheet in the colours of the theme."""
    colours = {
        f"{theme}_{name}": getattr(palette, name)
        for theme, palette in (("light", LIGHT), ("dark", DARK))
        for name in ("paper", "ink", "quiet", "accent")
    }
    text = (TEMPLATES / "passage_screen.css").read_text(encoding="utf-8")
    for name, colour in colours.items():
        text = text.replace(f"var(--{name})", colour)
    return text


@cache
def _policy() -> str:
    return (
        f"default-src 'none'; style-src {csp_hash(_style())}; font-src 'self'; base-uri 'none'; frame-ancestors 'self'"
    )
