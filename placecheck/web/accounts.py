"""Around Streamlit's own addresses for accounts: what its answers lead to, and how long its cookies are kept.

Streamlit leads from everything to the front page and keeps a sign-in for 30 days. Here people come back to where they
were, or are told what happened, and the cookies are kept as long as a sign-in holds, over TLS alone where there is TLS.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from placecheck.forms.phone.house import told
from placecheck.forms.phone.limits import Limit, Rate, network
from placecheck.forms.phone.visit import RefusedError
from placecheck.web.door import CALLBACK, LOGIN, LOGOUT, SIGN_IN, local
from placecheck.web.lock import LASTS
from placecheck.web.openid import OpenId
from placecheck.words import joining, say

BACK_COOKIE = "placecheck_back"
"""Holds where somebody was going when they went to sign in; gone once they are there."""
A_WHILE = 10 * 60

EACH = Rate(30, 2)
"""Ways to the provider and back, for each address: each has this server ask the provider."""

SAID = "said"
"""What the sign-in page is told, in its address, of what just happened: one of the three below."""
OUT, NOT_IN, NO_ANSWER = "out", "not-in", "no-answer"

_IN_ADDRESSES = ":/%#?=@[]!$&'()*+,;~"
"""What an address may hold as it is."""

_NEW_IDENTITY = re.compile(rf"{USER_COOKIE_NAME}=([^;\s]+)")
_KEPT = re.compile(r"max-age=[1-9]\d*", re.IGNORECASE)


class Accounts:
    """ASGI middleware, inside the door, that touches Streamlit's own addresses for accounts alone."""

    def __init__(self, app: ASGIApp, *, openid: OpenId) -> None:
        self._app = app
        self._openid = openid
        self._ways = Limit(EACH)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in (LOGIN, CALLBACK, LOGOUT):
            await self._app(scope, receive, send)
            return
        asked = Request(scope)
        if at_once := self._at_once(asked):
            await at_once(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._make_ours(asked, message)
            await send(message)

        await self._app(scope, receive, answer)

    def _at_once(self, asked: Request) -> Response | None:
        """The answer that needs no Streamlit; None where it is asked.

        To who asks too often, whom another site sent here to be signed out, and who was signed out by the provider,
        which leads back here with nothing along.
        """
        if asked.url.path == CALLBACK and "state" not in asked.query_params:
            return RedirectResponse(said(OUT), 303, {"Cache-Control": "no-store"})
        if asked.url.path == LOGOUT and asked.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return told(None, RefusedError(403, say(joining.FROM_ELSEWHERE)), script=False)
        if not self._ways.take(network(asked.client.host if asked.client else "")):
            return told(None, RefusedError(429, say(joining.TOO_MANY)), script=False)
        return None

    def _make_ours(self, asked: Request, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        where = self._leads(asked, message["status"], headers)
        if where is not None:
            message["status"] = 303
            headers["location"] = quote(where, safe=_IN_ADDRESSES)
        headers["cache-control"] = "no-store"
        cookies = [_ours(cookie, secure=asked.url.scheme == "https") for cookie in headers.getlist("set-cookie")]
        del headers["set-cookie"]
        for cookie in cookies:
            headers.append("set-cookie", cookie)
        if asked.url.path == CALLBACK:
            headers.append("set-cookie", f"{BACK_COOKIE}=; Max-Age=0; Path={CALLBACK}; HttpOnly; SameSite=lax")

    def _leads(self, asked: Request, status: int, headers: MutableHeaders) -> str | None:
        """Where this answer leads instead; None where Streamlit's own is right."""
        match asked.url.path:
            case str(path) if path == LOGIN:
                return said(NO_ANSWER) if status >= 400 else None
            case str(path) if path == LOGOUT:
                return said(OUT) if headers.get("location") == "/" else None
        new = [found[1] for cookie in headers.getlist("set-cookie") if (found := _NEW_IDENTITY.match(cookie))]
        if not new or self._openid.identity({USER_COOKIE_NAME: new[-1]}) is None:
            return said(NOT_IN)
        return local(unquote(asked.cookies.get(BACK_COOKIE, "")))


def said(what: str) -> str:
    """The address of the sign-in page that tells `what`."""
    return f"{SIGN_IN}?{SAID}={what}"


def back_to(response: Response, to: str, *, secure: bool) -> Response:
    """`response`, after which somebody who signed in with an account is led to `to`."""
    kept = quote(local(to), safe="")
    response.set_cookie(BACK_COOKIE, kept, max_age=A_WHILE, path=CALLBACK, httponly=True, samesite="lax", secure=secure)
    return response


def _ours(cookie: str, *, secure: bool) -> str:
    """A cookie of Streamlit's, kept no longer than a sign-in holds."""
    kept = _KEPT.sub(f"Max-Age={LASTS}", cookie)
    return f"{kept}; Secure" if secure and "; secure" not in kept.lower() else kept
