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


def preferred_language(cookies: Mapping[str, str]) -> str:
    """Return the reader's language, by the cookies of their browser."""
    language = cookies.get(COOKIE, ENGLISH)
    return language if language in languages() else ENGLISH


def own_name(language: str) -> str:
    """Return a language's own name for itself; an unreviewed translation is labelled a draft."""
    shown = (Locale.parse(language).get_display_name(language) or language).capitalize()
    return shown if language == ENGLISH else say(w.DRAFT, language=shown)


async def set_language_cookie(request: Request) -> RedirectResponse:
    """Answer `/language/cy`: save the choice, and go back to the page it was made on."""
    response = RedirectResponse(_back(request), status_code=303)
    language = request.path_params["name"]
    if language in languages() and _was_chosen(request):
        response.set_cookie(COOKIE, language, max_age=A_YEAR, samesite="lax", httponly=True)
    return response


def _was_chosen(request: Request) -> bool:
    """Return whether someone followed a link: a picture or a script of another page changes nobody's language.

    Browsers say so themselves (Fetch Metadata); one that does not is believed.
    """
    headers = request.headers
    if "sec-fetch-dest" not in headers:
        return True
    return headers["sec-fetch-dest"] == "document" and headers.get("sec-fetch-user") == "?1"


def _back(request: Request) -> str:
    """Return the path and query of the referring page, if it is on this server; else the front page."""
    came_from = urlsplit(request.headers.get("referer", ""))
    if came_from.netloc != request.headers.get("host") or not came_from.path.startswith("/"):
        return "/"
    path = "/" + came_from.path.lstrip("/")  # `//host` would lead away
    return f"{path}?{came_from.query}" if came_from.query else path
