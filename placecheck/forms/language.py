"""Which language we speak to a reader, at a laptop or on a phone: the one they chose, kept in a cookie, else English.

Not the browser's own wish: a draft translation is something one chooses. The choice reloads the page, since the
language that a page declares is fixed when it is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from babel import Locale
from starlette.requests import Request
from starlette.responses import RedirectResponse

from placecheck.words import ENGLISH, languages, say
from placecheck.words import web as w

COOKIE = "placecheck_language"
A_YEAR = 365 * 24 * 60 * 60


def chosen(cookies: Mapping[str, str]) -> str:
    """The reader's language, by the cookies of their browser."""
    asked = cookies.get(COOKIE, ENGLISH)
    return asked if asked in languages() else ENGLISH


def own_name(language: str) -> str:
    """What speakers of a language call it; one that waits for a reader to check it says that it is a draft."""
    shown = (Locale.parse(language).get_display_name(language) or language).capitalize()
    return shown if language == ENGLISH else say(w.DRAFT, language=shown)


async def choose(request: Request) -> RedirectResponse:
    """`/language/cy`: keep the choice, and go back to the page it was made on."""
    response = RedirectResponse(_back(request), status_code=303)
    asked = request.path_params["name"]
    if asked in languages():
        response.set_cookie(COOKIE, asked, max_age=A_YEAR, samesite="lax", httponly=True)
    return response


def _back(request: Request) -> str:
    """The path and query of the page that sent us here, if it is one of ours; else the front page."""
    came_from = urlsplit(request.headers.get("referer", ""))
    if came_from.netloc != request.headers.get("host") or not came_from.path.startswith("/"):
        return "/"
    path = "/" + came_from.path.lstrip("/")  # `//host` would lead away
    return f"{path}?{came_from.query}" if came_from.query else path
