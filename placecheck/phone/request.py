"""Requests from phones, read with bounds on size and time, and refused unless they come from our own page."""

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
"""Holds a random value before there is a personal code, so that a form can be checked against it."""

MAX_BYTES = 256_000
MAX_FIELDS = 20
TIMEOUT_SECONDS = 20.0
"""Seconds within which a form must arrive."""

_FORM = "application/x-www-form-urlencoded"


class RefusedError(PlacecheckError):
    """A request is refused; `status` is the HTTP status of the response."""

    def __init__(self, status: int, words: str) -> None:
        self.status = status
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class PhoneRequest:
    """A request that was read. `fields` is the form, empty for GET; with `wants_json` our script expects JSON."""

    address: str
    path_params: Mapping[str, str]
    query: Mapping[str, str]
    cookies: Mapping[str, str]
    fields: Mapping[str, str]
    wants_json: bool
    is_https: bool
    is_cross_site: bool = False
    """Whether another site's page made the browser send this request."""
    start: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    """The value for `START_COOKIE` if the visitor has none yet."""

    @property
    def code(self) -> str:
        """Return the visitor's personal code; empty where there is none."""
        return self.cookies.get(COOKIE, "")

    @property
    def typed_code(self) -> str:
        """Return the join code, or the QR code's token, in the address; empty where it has none."""
        return self.path_params.get("code", "") or self.query.get("code", "")

    @property
    def device(self) -> str:
        """Return the phone's identifier before anyone has joined on it."""
        return self.cookies.get(START_COOKIE) or self.code

    @property
    def csrf_token(self) -> str:
        """Return the token that a form of this visitor must send back."""
        return _csrf_token(self.code or self.cookies.get(START_COOKIE) or self.start)


async def read_request(http_request: Request) -> PhoneRequest:
    """Read all of `http_request`.

    Raises:
        RefusedError: The request is too long, too slow, no form, or not from our own page.
    """
    fields: dict[str, str] = {}
    if http_request.method == "POST":
        _refuse_cross_site(http_request.headers)
        fields = _form(http_request.headers, await read_body(http_request))
    request = PhoneRequest(
        address=http_request.client.host if http_request.client else "",
        path_params=http_request.path_params,
        query=http_request.query_params,
        cookies=http_request.cookies,
        fields=fields,
        wants_json="application/json" in http_request.headers.get("accept", ""),
        is_https=http_request.url.scheme == "https",
        is_cross_site=http_request.headers.get("sec-fetch-site") in ("cross-site", "same-site"),
    )
    if http_request.method == "POST" and not hmac.compare_digest(
        fields.get("token", "").encode(), request.csrf_token.encode()
    ):
        raise RefusedError(403, say(w.FROM_ELSEWHERE))
    return request


def _csrf_token(cookie: str) -> str:
    """Return a token made from the cookie, which another site cannot read and so cannot make."""
    return hashlib.sha256(f"form {cookie}".encode()).hexdigest()[:32]


def _refuse_cross_site(headers: Headers) -> None:
    """Refuse a request that the browser reports to come from another site's page.

    Raises:
        RefusedError: It comes from another site's page.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if site not in (None, "same-origin") or (origin is not None and urlsplit(origin).netloc != headers.get("host")):
        raise RefusedError(403, say(w.FROM_ELSEWHERE))


async def read_body(http_request: Request) -> bytes:
    """Return the body of `http_request`.

    Raises:
        RefusedError: The body is too long, too slow, or broken off.
    """
    too_long = RefusedError(413, say(w.TOO_LONG))
    length = http_request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > MAX_BYTES:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            async for chunk in http_request.stream():
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
