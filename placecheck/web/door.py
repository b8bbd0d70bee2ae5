"""Who is let in. With a passphrase, everything but the phones' pages asks for it: nothing is open by being forgotten.

A sign-in is a cookie that carries the hour it ends and a mark made with the passphrase. The server keeps nothing of it,
so several processes that know the passphrase take each other's, and another passphrase ends them all.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import socket
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from placecheck.errors import PlacecheckError
from placecheck.forms.phone import PREFIX
from placecheck.words import door as w
from placecheck.words import say

PASSPHRASE, HOSTS = "PLACECHECK_PASSPHRASE", "PLACECHECK_HOSTS"
"""The variables that hold the passphrase, and the names, apart by commas, that placecheck answers to."""

COOKIE = "placecheck_key"
SIGN_IN = "/sign-in"
LASTS = 12 * 60 * 60
"""Seconds that a sign-in holds: a long day."""

LEAST = 8
MOST_BYTES = 25_000_000
"""No request is larger; an upload in the dashboard is at most 20 MB."""

OPEN = ("/health", PREFIX, SIGN_IN)
"""What needs no passphrase, with all below it."""


class ShortPassphraseError(PlacecheckError):
    """The passphrase is so short that it could be guessed."""


@dataclass(frozen=True)
class Lock:
    """A passphrase, what it marks, and the group that it is of; without a name where the server is not shared."""

    passphrase: str
    group: str = ""

    def __post_init__(self) -> None:
        if len(self.passphrase) < LEAST:
            raise ShortPassphraseError(say(w.SHORT, n=len(self.passphrase), least=LEAST))

    def fits(self, typed: str) -> bool:
        """Whether `typed` is the passphrase; it takes as long whatever is wrong with it."""
        return hmac.compare_digest(_digest(typed), _digest(self.passphrase))

    def cookie(self, now: float | None = None) -> str:
        """A new sign-in, unlike any other."""
        until = int((time.time() if now is None else now) + LASTS)
        body = ".".join((str(until), secrets.token_hex(16), *self._named))
        return f"{body}.{self._mark(body)}"

    def holds(self, cookie: str, now: float | None = None) -> bool:
        """Whether `cookie` is a sign-in that this lock made and that still holds."""
        return self.made(cookie) and (time.time() if now is None else now) < int(cookie.partition(".")[0])

    def made(self, cookie: str) -> bool:
        """Whether `cookie` is a sign-in of this lock's group, whether or not it still holds."""
        body, _, mark = cookie.rpartition(".")
        if tuple(body.split(".")[2:]) != self._named:
            return False
        return hmac.compare_digest(mark.encode(), self._mark(body).encode())

    @property
    def _named(self) -> tuple[str, ...]:
        return (self.group,) if self.group else ()

    def _mark(self, body: str) -> str:
        return hmac.new(_slow_key(self.passphrase), body.encode(), "sha256").hexdigest()


class Door:
    """ASGI middleware before everything: pages, live connections, uploads, media and files.

    Without any of `locks` only this computer is let in. A name in a Host header that is not ours is refused, so
    that no other site can have a browser ask here under its own name.
    """

    def __init__(self, app: ASGIApp, *, locks: Sequence[Lock], hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._locks = locks
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
        if _is_open(asked.scope) or self._lets_in(asked):
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
        cookie = asked.cookies.get(COOKIE, "")
        return any(lock.holds(cookie) for lock in self._locks)


def on_this_computer(address: str | None) -> bool:
    """Whether a request was made on this machine; what has no number in a network was."""
    try:
        return address is None or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return True


def _is_open(scope: Scope) -> bool:
    """Whether a plain request for this path needs no passphrase. A live connection always does."""
    path = scope["path"]
    if scope["type"] != "http" or "//" in path or "/." in path:
        return False
    return any(path == one or path.startswith(one + "/") for one in OPEN)


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


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


@lru_cache(maxsize=1024)
def _slow_key(passphrase: str) -> bytes:
    """A key from the passphrase, slow to make, so that nobody finds the passphrase from a sign-in by trying."""
    return hashlib.scrypt(passphrase.encode(), salt=b"placecheck sign-in", n=2**14, r=8, p=1)
