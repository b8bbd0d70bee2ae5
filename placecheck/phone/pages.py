"""The pages as HTML, with headers that let them load only our own files."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from placecheck.charts.theme import DARK, LIGHT
from placecheck.forms import offline
from placecheck.forms.language import own_name
from placecheck.markup import template_environment
from placecheck.words import (
    answering,
    forms,
    joining,
    languages,
    matter_votes,
    outcomes,
    said_in,
    say,
    say_n,
    web,
    workshop,
    workshop_page,
)
from placecheck.words import language as spoken

TEMPLATES = Path(__file__).resolve().parent / "template"
FORM_TEMPLATES = offline.TEMPLATES
"""Holds the colours and the layout that phones share with the offline form."""
PREFIX = "/join"

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # if it were stricter, browsers would not report that a form is from our page
    "Cross-Origin-Opener-Policy": "same-origin",
}
CACHE_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}


def page(name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return the page rendered from the template `name`, with everything that people wrote escaped."""
    html = environment().get_template(f"{name}.html").render(lang=spoken.get(), **values)
    return HTMLResponse(html, status, HEADERS)


def say_marked(message: str, /, **values: object) -> str:
    """Say `message`; where that is English on a page in another language, mark it so for screen readers."""
    return _in_its_language(message, say(message, **values))


def say_n_marked(forms: tuple[str, str], n: int, /, **values: object) -> str:
    """Say a message with a count, marked as by `say_marked`."""
    return _in_its_language(forms[0], say_n(forms, n, **values))


def lang_attribute(message: str) -> str:
    """Return the `lang` attribute for an element with `message`; empty where that is in the page's language."""
    name = said_in(message)
    return "" if name == spoken.get() else Markup(' lang="{}"').format(name)


def _in_its_language(message: str, text: str) -> str:
    name = said_in(message)
    return text if name == spoken.get() else Markup('<span lang="{}">{}</span>').format(name, text)


def static_file(name: str) -> Response | None:
    """Return the stylesheet or the script by the name from `static_file_name`; None for any other name."""
    for kind, media in (("css", "text/css"), ("js", "text/javascript")):
        if name == static_file_name(kind):
            return Response(_content(kind), media_type=media, headers=CACHE_FOREVER)
    return None


@lru_cache(maxsize=2)
def static_file_name(kind: str) -> str:
    """Return the name of the stylesheet (`css`) or script (`js`): it changes with the content, so it can be cached."""
    return f"phone-{hashlib.sha256(_content(kind).encode()).hexdigest()[:12]}.{kind}"


@lru_cache(maxsize=2)
def _content(kind: str) -> str:
    if kind == "js":
        return (TEMPLATES / "phone.js").read_text(encoding="utf-8")
    colours = environment().get_template("colours.css").render(light=LIGHT, family="system-ui", typefaces={})
    layout = [path.read_text(encoding="utf-8") for path in (FORM_TEMPLATES / "offline.css", TEMPLATES / "phone.css")]
    return "\n".join([colours, *layout])


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the template environment, with the words that all templates share."""
    made = template_environment(TEMPLATES, FORM_TEMPLATES)
    made.globals.update(
        say=say_marked,
        say_n=say_n_marked,
        say_text=say,
        lang_attribute=lang_attribute,
        o=outcomes,
        w=joining,
        ww=workshop,
        wp=workshop_page,
        web=web,
        a=answering,
        m=matter_votes,
        f=forms,
        light=LIGHT,
        dark=DARK,
        prefix=PREFIX,
        file_name=static_file_name,
        languages=languages,
        own_name=own_name,
    )
    return made
