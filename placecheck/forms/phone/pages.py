"""The pages as HTML, with headers that let them load what is ours and nothing else."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from starlette.responses import HTMLResponse, Response

from placecheck.charts.theme import DARK, LIGHT
from placecheck.forms.language import own_name
from placecheck.markup import templates
from placecheck.words import answering, forms, joining, languages, say, say_n, web
from placecheck.words import language as spoken

TEMPLATES = Path(__file__).resolve().parent.parent / "template"
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
    "Referrer-Policy": "same-origin",  # stricter, and browsers would no longer say that a form came from our own page
    "Cross-Origin-Opener-Policy": "same-origin",
}
FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}


def page(name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of the template `name`; what people wrote is escaped."""
    html = environment().get_template(f"phone/{name}.html").render(lang=spoken.get(), **values)
    return HTMLResponse(html, status, HEADERS)


def file(name: str) -> Response | None:
    """The stylesheet or the script under the name that `address_of` gave it; None for any other."""
    for kind, media in (("css", "text/css"), ("js", "text/javascript")):
        if name == file_name(kind):
            return Response(_content(kind), media_type=media, headers=FOR_GOOD)
    return None


@lru_cache(maxsize=2)
def file_name(kind: str) -> str:
    """The name of our stylesheet (`css`) or script (`js`): it changes with what is in it, so it keeps for good."""
    return f"phone-{hashlib.sha256(_content(kind).encode()).hexdigest()[:12]}.{kind}"


@lru_cache(maxsize=2)
def _content(kind: str) -> str:
    if kind == "js":
        return (TEMPLATES / "phone/phone.js").read_text(encoding="utf-8")
    colours = environment().get_template("colours.css").render(light=LIGHT, family="system-ui", typefaces={})
    layout = [(TEMPLATES / name).read_text(encoding="utf-8") for name in ("offline.css", "phone/phone.css")]
    return "\n".join([colours, *layout])


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with the words that they all say."""
    made = templates(TEMPLATES)
    made.globals.update(
        say=say,
        say_n=say_n,
        w=joining,
        web=web,
        a=answering,
        f=forms,
        light=LIGHT,
        dark=DARK,
        prefix=PREFIX,
        file_name=file_name,
        languages=languages,
        own_name=own_name,
    )
    return made
