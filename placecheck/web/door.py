"""Who is let in. Everything but the phones' pages asks for a sign-in: nothing is open by being forgotten."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from placecheck.forms.phone import PREFIX
from placecheck.web.lock import Opener, newest_sign_in
from placecheck.words import door as w
from placecheck.words import say

HOSTS, ADDRESS = "PLACECHECK_HOSTS", "PLACECHECK_ADDRESS"
"""The variables that hold the names, apart by commas, that placecheck answers to, and the address it is reached at."""

SIGN_IN, WITH_ACCOUNT, SIGN_OUT = "/sign-in", "/sign-in/account", "/sign-in/out"
LOGIN, LOGOUT, CALLBACK = "/auth/login", "/auth/logout", "/oauth2callback"
"""Streamlit's own addresses, by which people sign in and out with an account."""

MOST_BYTES = 25_000_000
"""No request is larger; an upload in the dashboard is at most 20 MB."""

OPEN = ("/health", PREFIX, SIGN_IN, WITH_ACCOUNT, SIGN_OUT)
"""What needs no sign-in, to the letter; and all below the phones' pages."""


class Door:
    """ASGI middleware before everything: pages, live connections, uploads, media and files.

    Without any of `locks` only this computer is let in. With `accounts` Streamlit's own addresses for signing in are
    open to a look, each to the letter. A name in a Host header that is not ours is refused, so
    that no other site can have a browser ask here under its own name.
    """

    def __init__(
        self, app: ASGIApp, *, locks: Sequence[Opener], hosts: Iterable[str] = (), accounts: bool = False
    ) -> None:
        self._app = app
        self._locks = locks
        self._also_open = (LOGIN, LOGOUT, CALLBACK) if accounts else ()
        self._hosts = frozenset(host.strip().lower() for host in hosts if host.strip()) | own_names()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        refused = self._refused(HTTPConnection(scope))
        if refused is None:
            await self._app(scope, bounded(receive) if scope["type"] == "http" else receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refused(scope, receive, send)

    def _refused(self, asked: HTTPConnection) -> ASGIApp | None:
        """The answer to who is not let in; None for who is."""
        host = asked.headers.get("host", "")
        if not answers_to(host, self._hosts):
            return PlainTextResponse(say(w.OTHER_NAME, host=name_of(host)[:100]) + "\n", 421)
        if too_large(asked.headers):
            return PlainTextResponse(say(w.TOO_LARGE) + "\n", 413)
        if self._is_open(asked.scope) or self._lets_in(asked):
            return None
        if not self._locks:
            return PlainTextResponse(say(w.ONLY_HERE) + "\n", 403)
        if asked.scope.get("method") == "GET" and "text/html" in asked.headers.get("accept", ""):
            back = asked.url.path + (f"?{asked.url.query}" if asked.url.query else "")
            return RedirectResponse(f"{SIGN_IN}?to={quote(back, safe='')}", 303, {"Cache-Control": "no-store"})
        return PlainTextResponse(say(w.NOT_HERE) + "\n", 401, {"Cache-Control": "no-store"})

    def _lets_in(self, asked: HTTPConnection) -> bool:
        if not self._locks:
            return on_this_computer(asked.client.host if asked.client else None)
        sign_in = newest_sign_in(self._locks, asked.cookies)
        return sign_in is not None and sign_in.holds()

    def _is_open(self, scope: Scope) -> bool:
        """Whether a plain request for this path needs no sign-in. A live connection always does."""
        path = scope["path"]
        if scope["type"] != "http" or "//" in path or "/." in path:
            return False
        if path in self._also_open:
            return bool(scope["method"] == "GET")
        return path in OPEN or path.startswith(PREFIX + "/")


def on_this_computer(address: str | None) -> bool:
    """Whether a request was made on this machine; what has no number in a network was."""
    try:
        return address is None or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return True


def local(to: str) -> str:
    """`to` if it is a path of ours, else the front page."""
    ours = to.startswith("/") and not to.startswith("//") and to.isprintable() and "\\" not in to
    return to if ours else "/"


def answers_to(host: str, names: frozenset[str]) -> bool:
    """Whether a Host header names us: one of `names`, or this machine by its number, which no site can call its own."""
    name = name_of(host)
    if name in names:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def name_of(host: str) -> str:
    """The name in a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")


def own_names() -> frozenset[str]:
    """What this machine is called without any setting."""
    name = socket.gethostname().lower()
    return frozenset({"localhost", name, f"{name}.local"})


def too_large(headers: Headers) -> bool:
    """Whether a request says of itself that it is larger than any that is taken."""
    length = headers.get("content-length", "0")
    return not (length.isascii() and length.isdecimal() and int(length) <= MOST_BYTES)


def bounded(receive: Receive) -> Receive:
    """`receive`, which breaks off where more comes than is taken."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= MOST_BYTES else {"type": "http.disconnect"}

    return counted
