"""What a phone sent, read with care: bounded, in time, from our own page, and by whom."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request

from placecheck.errors import PlacecheckError
from placecheck.words import joining as w
from placecheck.words import say

COOKIE = "placecheck_voice"
"""Holds the personal code; no script can read it, and no other site's page makes a browser send it."""
START_COOKIE = "placecheck_start"
"""Before anyone has a personal code: a number that the form must bring back."""

MAX_BYTES = 256_000
MAX_FIELDS = 20
TIMEOUT_SECONDS = 20.0
"""Seconds in which a form must have arrived."""

_FORM = "application/x-www-form-urlencoded"


class RefusedError(PlacecheckError):
    """What was sent is not taken; `status` is the answer's HTTP status."""

    def __init__(self, status: int, words: str) -> None:
        self.status = status
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class PhoneRequest:
    """One request, read. `fields` is the form, empty for a look; `script` asks for JSON instead of a page."""

    address: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    cookies: Mapping[str, str]
    fields: Mapping[str, str]
    script: bool
    secure: bool
    from_elsewhere: bool = False
    """Whether another site's page made the browser send this."""
    start: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    """What a first form is to bring back, where the visitor has no cookie yet."""

    @property
    def code(self) -> str:
        """Return the visitor's personal code; empty where there is none."""
        return self.cookies.get(COOKIE, "")

    @property
    def typed_code(self) -> str:
        """Return the join code, or the QR code's token, in the address; empty where it has none."""
        return self.path.get("code", "") or self.query.get("code", "")

    @property
    def device(self) -> str:
        """Return the phone's identifier before anyone has joined on it."""
        return self.cookies.get(START_COOKIE) or self.code

    @property
    def token(self) -> str:
        """Return the token that a form on a page of this visitor must send back."""
        return _token(self.code or self.cookies.get(START_COOKIE) or self.start)


async def read_request(request: Request) -> PhoneRequest:
    """Read all of `request`.

    Raises:
        RefusedError: The request is too long, too slow, no form, or not from our page.
    """
    fields: dict[str, str] = {}
    if request.method == "POST":
        _from_our_page(request.headers)
        fields = _form(request.headers, await read_body(request))
    visit = PhoneRequest(
        address=request.client.host if request.client else "",
        path=request.path_params,
        query=request.query_params,
        cookies=request.cookies,
        fields=fields,
        script="application/json" in request.headers.get("accept", ""),
        secure=request.url.scheme == "https",
        from_elsewhere=request.headers.get("sec-fetch-site") in ("cross-site", "same-site"),
    )
    if request.method == "POST" and not hmac.compare_digest(fields.get("token", "").encode(), visit.token.encode()):
        raise RefusedError(403, say(w.FROM_ELSEWHERE))
    return visit


def _token(of: str) -> str:
    """Return a token made from the cookie, so that another site, which cannot read it, cannot make it."""
    return hashlib.sha256(f"form {of}".encode()).hexdigest()[:32]


def _from_our_page(headers: Headers) -> None:
    """Refuse what the browser says comes from another site's page.

    Raises:
        RefusedError: It comes from another site's page.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if site not in (None, "same-origin") or (origin is not None and urlsplit(origin).netloc != headers.get("host")):
        raise RefusedError(403, say(w.FROM_ELSEWHERE))


async def read_body(request: Request) -> bytes:
    """Return the body of `request`.

    Raises:
        RefusedError: The body is too long, too slow, or broken off.
    """
    too_long = RefusedError(413, say(w.TOO_LONG))
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > MAX_BYTES:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BYTES:
                    raise too_long
    except (TimeoutError, ClientDisconnect):
        raise RefusedError(408, say(w.TOO_SLOW)) from None
    return bytes(body)


def _form(headers: Headers, body: bytes) -> dict[str, str]:
    if headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise RefusedError(415, say(w.NOT_A_FORM))
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except ValueError:
        raise RefusedError(400, say(w.NOT_A_FORM)) from None
    return dict(pairs)
