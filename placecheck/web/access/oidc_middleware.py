"""Around Streamlit's own addresses for accounts: what its answers lead to, and how long its cookies are kept.

Streamlit leads from everything to the front page and keeps a sign-in for 30 days. Here people come back to where they
were, or are told what happened, and the cookies are kept as long as a sign-in holds, over TLS alone where there is TLS.
"""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from placecheck.events import Event, report
from placecheck.phone.phone_app import error_page
from placecheck.phone.request import RefusedError
from placecheck.phone.token_bucket import Rate, TokenBucket, network_of
from placecheck.web.access.middleware import SIGN_IN, local_path_or_home
from placecheck.web.access.oidc import OidcProvider
from placecheck.web.access.sign_in_session import SESSION_SECONDS
from placecheck.web.streamlit_private import AUTH_ADDRESSES, CALLBACK, LOGIN, LOGOUT, USER_COOKIE_NAME, sign_in_errors
from placecheck.words import joining, say

BACK_COOKIE = "placecheck_back"
"""Holds where somebody was going when they went to sign in; gone once they are there."""
A_WHILE = 10 * 60

EACH = Rate(30, 2)
"""Ways to the provider and back, for each address: each has this server ask the provider."""

MESSAGE_PARAMETER = "said"
"""What the sign-in page is told, in its address, of what just happened: one of those below."""
OUT, NOT_IN, NO_ANSWER, NO_TOKEN = "out", "not-in", "no-answer", "no-token"

TOKEN_EXCHANGE_ERRORS = (
    "invalid_client",
    "unauthorized_client",
    "unsupported_grant_type",
    "server_error",
    "invalid_request",
)
"""What a provider says where this server is not set right, or it has trouble of its own."""

_IN_ADDRESSES = ":/%#?=@[]!$&'()*+,;~"
"""What an address may hold as it is."""

_NEW_IDENTITY = re.compile(rf"{USER_COOKIE_NAME}=([^;\s]+)")
_KEPT = re.compile(r"max-age=[1-9]\d*", re.IGNORECASE)


class OidcMiddleware:
    """ASGI middleware, behind the access middleware, that touches Streamlit's own addresses for accounts alone."""

    def __init__(self, app: ASGIApp, *, openid: OidcProvider) -> None:
        self._app = app
        self._openid = openid
        self._ways = TokenBucket(EACH)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in AUTH_ADDRESSES:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        if at_once := self._at_once(request):
            await at_once(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._make_ours(request, message, has_token=not any(map(is_token_exchange_failure, errors)))
            await send(message)

        with sign_in_errors() as errors:
            await self._app(scope, receive, answer)

    def _at_once(self, request: Request) -> Response | None:
        """Return the response that does not involve Streamlit; None where Streamlit is to answer.

        For clients that ask too often, those whom another site sent here to be signed out, and those signed out by
        the provider, which redirects back here without parameters.
        """
        if request.url.path == CALLBACK and "state" not in request.query_params:
            return RedirectResponse(sign_in_address(OUT), 303, {"Cache-Control": "no-store"})
        if request.url.path == LOGOUT and request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return error_page(None, RefusedError(403, say(joining.FROM_ELSEWHERE)), as_json=False)
        if not self._ways.try_acquire(network_of(request.client.host if request.client else "")):
            return error_page(None, RefusedError(429, say(joining.TOO_MANY)), as_json=False)
        return None

    def _make_ours(self, request: Request, message: Message, *, has_token: bool) -> None:
        headers = MutableHeaders(scope=message)
        if request.url.path == LOGIN and "location" in headers:
            headers["location"] = without_prompt(headers["location"])
        where = self._leads(request, message["status"], headers)
        if where is not None:
            message["status"] = 303
            headers["location"] = quote(where, safe=_IN_ADDRESSES)
        if not has_token and request.url.path == CALLBACK:
            what = "Sign-in refused: the provider gave no token for its code. Check the client id and the secret"
            report(Event.SIGN_IN_REFUSED, what, repeat=60)
            message["status"] = 303
            headers["location"] = sign_in_address(NO_TOKEN)
        headers["cache-control"] = "no-store"
        cookies = [_ours(cookie, secure=request.url.scheme == "https") for cookie in headers.getlist("set-cookie")]
        del headers["set-cookie"]
        for cookie in cookies:
            headers.append("set-cookie", cookie)
        if request.url.path == CALLBACK:
            headers.append("set-cookie", f"{BACK_COOKIE}=; Max-Age=0; Path={CALLBACK}; HttpOnly; SameSite=lax")

    def _leads(self, request: Request, status: int, headers: MutableHeaders) -> str | None:
        """Return where this response redirects instead; None where Streamlit's own is right."""
        match request.url.path:
            case str(path) if path == LOGIN:
                return sign_in_address(NO_ANSWER) if status >= 400 else None
            case str(path) if path == LOGOUT:
                return sign_in_address(OUT) if headers.get("location") == "/" else None
        new = [match[1] for cookie in headers.getlist("set-cookie") if (match := _NEW_IDENTITY.match(cookie))]
        if not new or self._openid.identity({USER_COOKIE_NAME: new[-1]}) is None:
            return sign_in_address(NOT_IN)
        return local_path_or_home(unquote(request.cookies.get(BACK_COOKIE, "")))


def is_token_exchange_failure(error: BaseException) -> bool:
    """Return whether the provider refused this server or did not answer, not the person, nor a way used twice."""
    refused = getattr(error, "error", "")  # as OAuth names it
    return (
        refused in TOKEN_EXCHANGE_ERRORS
        if refused
        else (isinstance(error, OSError | json.JSONDecodeError) or type(error).__module__.startswith("httpx"))
    )


def without_prompt(address: str) -> str:
    """Return the provider's address without the demand to choose an account, which certified providers may refuse."""
    parts = urlsplit(address)
    fields = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "prompt"]
    return urlunsplit(parts._replace(query=urlencode(fields)))


def sign_in_address(what: str) -> str:
    """Return the address of the sign-in page that says `what` happened."""
    return f"{SIGN_IN}?{MESSAGE_PARAMETER}={what}"


def with_return_address(response: Response, to: str, *, secure: bool) -> Response:
    """Return `response`, after which somebody who signed in with an account is redirected to `to`."""
    address = quote(local_path_or_home(to), safe="")
    response.set_cookie(
        BACK_COOKIE, address, max_age=A_WHILE, path=CALLBACK, httponly=True, samesite="lax", secure=secure
    )
    return response


def _ours(cookie: str, *, secure: bool) -> str:
    """Return a cookie of Streamlit's, kept no longer than a sign-in lasts."""
    shortened = _KEPT.sub(f"Max-Age={SESSION_SECONDS}", cookie)
    return f"{shortened}; Secure" if secure and "; secure" not in shortened.lower() else shortened
