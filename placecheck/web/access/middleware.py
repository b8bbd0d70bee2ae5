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

from placecheck.phone import PREFIX
from placecheck.web.access.sign_in_session import Credential, latest_sign_in
from placecheck.web.streamlit_private import AUTH_ADDRESSES
from placecheck.words import say
from placecheck.words import sign_in as w

HOSTS, ADDRESS = "PLACECHECK_HOSTS", "PLACECHECK_ADDRESS"
"""The variables that hold the names, apart by commas, that placecheck answers to, and the address it is reached at."""

SIGN_IN, WITH_ACCOUNT, SIGN_OUT = "/sign-in", "/sign-in/account", "/sign-in/out"

MAX_BYTES = 25_000_000
"""No request is larger; an upload in the dashboard is at most 20 MB."""

OPEN = ("/health", "/ready", "/metrics", PREFIX, SIGN_IN, WITH_ACCOUNT, SIGN_OUT)
"""Paths that need no sign-in, exactly as written, and all below the phones' pages. `/metrics` needs its own token."""


class AccessMiddleware:
    """ASGI middleware before everything: pages, live connections, uploads, media and files.

    Without any of `credentials` only this computer is let in. With `accounts` Streamlit's own sign-in addresses are
    open, each by its exact path. A foreign name in a Host header is refused, so that no other site can have a
    browser make requests here under its own name.
    """

    def __init__(
        self, app: ASGIApp, *, credentials: Sequence[Credential], hosts: Iterable[str] = (), accounts: bool = False
    ) -> None:
        self._app = app
        self._credentials = credentials
        self._also_open = AUTH_ADDRESSES if accounts else ()
        self._hosts = frozenset(host.strip().lower() for host in hosts if host.strip()) | own_names()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        refused = self._refused(HTTPConnection(scope))
        if refused is None:
            await self._app(scope, limit_body(receive) if scope["type"] == "http" else receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refused(scope, receive, send)

    def _refused(self, connection: HTTPConnection) -> ASGIApp | None:
        """Return the answer to a refused request; None for one that is let in."""
        host = connection.headers.get("host", "")
        if not is_allowed_host(host, self._hosts):
            return PlainTextResponse(say(w.OTHER_NAME, host=host_name(host)[:100]) + "\n", 421)
        if is_too_large(connection.headers):
            return PlainTextResponse(say(w.TOO_LARGE) + "\n", 413)
        if self._is_open(connection.scope) or self._lets_in(connection):
            return None
        if not self._credentials:
            return PlainTextResponse(say(w.ONLY_HERE) + "\n", 403)
        if connection.scope.get("method") == "GET" and "text/html" in connection.headers.get("accept", ""):
            back = connection.url.path + (f"?{connection.url.query}" if connection.url.query else "")
            return RedirectResponse(f"{SIGN_IN}?to={quote(back, safe='')}", 303, {"Cache-Control": "no-store"})
        return PlainTextResponse(say(w.NOT_HERE) + "\n", 401, {"Cache-Control": "no-store"})

    def _lets_in(self, connection: HTTPConnection) -> bool:
        if not self._credentials:
            return is_this_computer(connection.client.host if connection.client else None)
        sign_in = latest_sign_in(self._credentials, connection.cookies)
        return sign_in is not None and sign_in.is_valid()

    def _is_open(self, scope: Scope) -> bool:
        """Return whether a plain request for this path needs no sign-in. A live connection always does."""
        path = scope["path"]
        if scope["type"] != "http" or "//" in path or "/." in path:
            return False
        if path in self._also_open:
            return bool(scope["method"] == "GET")
        return path in OPEN or path.startswith(PREFIX + "/")


def is_this_computer(address: str | None) -> bool:
    """Whether a request was made on this machine: by no network at all, or by its own number.

    What cannot be read is not: a proxy may write `unknown`, or whatever a visitor gave it.
    """
    try:
        return address is None or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def local_path_or_home(to: str) -> str:
    """Return `to` if it is a path on this server, else the front page."""
    ours = to.startswith("/") and not to.startswith("//") and to.isprintable() and "\\" not in to
    return to if ours else "/"


def is_allowed_host(host: str, names: frozenset[str]) -> bool:
    """Return whether a Host header is one of `names`, or this machine by its number, which no site can call its own."""
    name = host_name(host)
    if name in names:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def host_name(host: str) -> str:
    """Return the name in a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")


def own_names() -> frozenset[str]:
    """Return this machine's names without any setting."""
    name = socket.gethostname().lower()
    return frozenset({"localhost", name, f"{name}.local"})


def is_too_large(headers: Headers) -> bool:
    """Return whether a request declares itself larger than any that is accepted."""
    length = headers.get("content-length", "0")
    return not (length.isascii() and length.isdecimal() and int(length) <= MAX_BYTES)


def limit_body(receive: Receive) -> Receive:
    """Return `receive`, which aborts where more comes than is accepted."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= MAX_BYTES else {"type": "http.disconnect"}

    return counted
