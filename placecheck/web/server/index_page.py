"""The page that a browser gets before any script runs: in the reader's language, under our name, with our typeface.

Streamlit sends one page for every address, always in English, called Streamlit, and loads a typeface that we do not
use. An answer that is that page (its ETag says so) is replaced by ours; a wrong address leads to a page that says so.
Nothing else is touched.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from placecheck.fonts import web_font
from placecheck.forms.language import preferred_language
from placecheck.markup import csp_hash
from placecheck.views.page_names import PageName
from placecheck.web.server.static_files import CODINGS, best_coding, coding_headers
from placecheck.words import say, speaking
from placecheck.words import shell as words
from placecheck.words import web as w

ADDRESSES = frozenset({"", *PageName})
"""Of our pages, without the leading slash."""
STYLE = Path(__file__).with_name("index_page.css")
FONT = '<link rel="preload" href="/fonts/{file}" as="font" type="font/woff2" crossorigin>'


class IndexPage:
    """ASGI middleware that puts our first page in the place of Streamlit's, which is the file `index`."""

    def __init__(self, app: ASGIApp, *, index: Path) -> None:
        self._app = app
        self._index = index
        self._etag = FileResponse(index, stat_result=index.stat()).headers["etag"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        ours = False

        async def answer(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                ours = Headers(raw=message["headers"]).get("etag") == self._etag
                if ours:
                    await self._first_page(scope)(scope, receive, send)
            if not ours:
                await send(message)

        await self._app(scope, receive, answer)

    def _first_page(self, scope: Scope) -> Response:
        connection = HTTPConnection(scope)
        if scope["path"].strip("/") not in ADDRESSES:
            return RedirectResponse(f"/{PageName.NO_SUCH_PAGE}")
        page = first_page(self._index, preferred_language(connection.cookies))
        coding = best_coding(connection.headers.get("accept-encoding", ""))
        headers = {
            "Content-Security-Policy": policy(page),
            "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding, Cookie",
        }
        if coding:
            headers = coding_headers(coding, "no-cache") | headers
        return Response(_in_coding(page, coding), media_type="text/html", headers=headers)


@cache
def first_page(index: Path, name: str) -> str:
    """Return Streamlit's page `index`, adapted for placecheck, for readers of the language `name`."""
    with speaking(name):
        title, needs_script = escape(say(w.NAME)), escape(say(words.NEEDS_SCRIPT))
        own = {"menu": words.MENU, "choose-file": words.CHOOSE_FILE, "drop-file": words.DROP_FILE}
        own_words = ":root { " + " ".join(f'--{name}: "{say(text)}";' for name, text in own.items()) + " }"
    fonts = "\n    ".join(FONT.format(file=web_font(cut)) for cut in ("Regular", "Bold"))
    style = f"<style>\n{own_words}\n{STYLE.read_text(encoding='utf-8')}</style>\n  </head>"
    page = index.read_text(encoding="utf-8")
    for pattern, ours in (
        (r'<html lang="\w+"', f'<html lang="{name}"'),
        (r"<title>.*?</title>", f"<title>{title}</title>"),
        (r'<link\s+rel="preload"[^>]*as="font"[^>]*>', fonts),
        (r'<link\s+rel="service-desc"[^>]*>', ""),  # describes an interface for programs, which is not open here
        ("</head>", style),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{needs_script}</p></noscript>"),
    ):
        page = re.sub(pattern, ours.replace("\\", r"\\"), page, flags=re.DOTALL)
    return page


@cache
def policy(page: str) -> str:
    """Return the policy of what `page` may load: what comes from this server, and nothing from anywhere else."""
    inline = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = " ".join(map(csp_hash, inline))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {hashes}",  # our own component reaches the browser as a blob that Streamlit makes
            "style-src 'self' 'unsafe-inline'",  # Streamlit's and Plotly's elements are styled in place
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


@cache
def _in_coding(page: str, coding: str | None) -> bytes:
    return CODINGS[coding](page.encode()) if coding else page.encode()
