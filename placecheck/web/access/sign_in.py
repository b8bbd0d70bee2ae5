"""The page on which people sign in, with a passphrase or an account, and out again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from placecheck.errors import PlacecheckError
from placecheck.events import Event, report
from placecheck.phone import pages
from placecheck.phone.phone_app import error_page
from placecheck.phone.request import START_COOKIE, PhoneRequest, RefusedError, read_request
from placecheck.phone.token_bucket import Rate, TokenBucket, network_of
from placecheck.web.access.account_allowlist import Allowlist
from placecheck.web.access.middleware import SIGN_IN, SIGN_OUT, WITH_ACCOUNT, local_path_or_home
from placecheck.web.access.oidc import Identity, OidcProvider
from placecheck.web.access.oidc_middleware import (
    MESSAGE_PARAMETER,
    NO_ANSWER,
    NO_TOKEN,
    NOT_IN,
    OUT,
    sign_in_address,
    with_return_address,
)
from placecheck.web.access.passphrase import COOKIE, Passphrase
from placecheck.web.access.sign_in_session import SESSION_SECONDS, Credential, latest_sign_in
from placecheck.web.streamlit_private import LOGOUT, USER_COOKIE_NAME, login_address
from placecheck.words import joining, say
from placecheck.words import sign_in as w

METHODS = ["GET", "POST"]
EACH, OVERALL = Rate(10, 60), Rate(100, 10)
"""Wrong passphrases: ten at once from one address and a hundred from all; then one and six a minute."""

A_MINUTE = 60.0

HAPPENED = {OUT: w.SIGNED_OUT, NOT_IN: w.NOT_SIGNED_IN, NO_ANSWER: w.NO_ANSWER, NO_TOKEN: w.NO_TOKEN}

Answer = Callable[[PhoneRequest], Response]


def sign_in_routes(credentials: Sequence[Credential]) -> list[Route]:
    """Return the routes to sign in and out; without any credential they redirect to the front page."""
    page = SignInPage(
        tuple(credential for credential in credentials if isinstance(credential, Passphrase)),
        credentials,
        openid_of(credentials),
    )
    return [
        Route(
            SIGN_IN,
            _endpoint(page, look=page.shown, form=page.with_passphrase),
            methods=METHODS,
        ),
        Route(WITH_ACCOUNT, _endpoint(page, look=page.with_account, form=_back), methods=METHODS),
        Route(SIGN_OUT, _endpoint(page, look=_back, form=page.out), methods=METHODS),
    ]


def openid_of(credentials: Sequence[Credential]) -> OidcProvider | None:
    """Return the provider whose accounts any of `credentials` accepts."""
    return next((credential.openid for credential in credentials if isinstance(credential, Allowlist)), None)


def _endpoint(page: SignInPage, *, look: Answer, form: Answer) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    async def endpoint(http_request: Request) -> Response:
        try:
            request = await read_request(http_request)
            if not page.credentials:
                return RedirectResponse("/", 303)
            return form(request) if http_request.method == "POST" else look(request)
        except PlacecheckError as error:
            return error_page(None, error, as_json=False)

    return endpoint


def _back(_request: PhoneRequest) -> Response:
    return RedirectResponse(SIGN_IN, 303, pages.HEADERS)


@dataclass(frozen=True)
class SignInPage:
    """What can be signed in with here."""

    passphrases: tuple[Passphrase, ...]
    credentials: Sequence[Credential]
    openid: OidcProvider | None
    tries: TokenBucket = field(default_factory=lambda: TokenBucket(EACH, OVERALL))

    def shown(self, request: PhoneRequest) -> Response:
        """Return the page: for people signed in, for accounts on no list, and for everybody else."""
        sign_in = latest_sign_in(self.credentials, request.cookies)
        if sign_in is not None and sign_in.is_valid():
            return _page("signed_in", request, group=sign_in.group)
        identity = self.openid.identity(request.cookies) if self.openid else None
        if identity is not None and not self._lists(request):
            report(Event.SIGN_IN_REFUSED, f"Sign-in refused: {_reason(identity)}", repeat=A_MINUTE)
            why = _why_not(identity)
            return self._asking(request, status=403, happened=why, to_leave=True)
        happened = HAPPENED.get(request.query.get(MESSAGE_PARAMETER, ""), "")
        return self._asking(request, happened=say(happened) if happened else "")

    def with_passphrase(self, request: PhoneRequest) -> Response:
        """Sign in, or return the page again."""
        if self.tries.exhausted(network_of(request.address)):
            raise RefusedError(429, say(joining.TOO_MANY))
        typed = request.fields.get("passphrase", "").strip()
        fitting = [lock for lock in self.passphrases if lock.verify(typed)]
        if not fitting:
            self.tries.consume(network_of(request.address))
            report(Event.SIGN_IN_REFUSED, "Sign-in refused: a wrong passphrase", repeat=A_MINUTE)
            return self._asking(request, status=403, why=say(w.WRONG_OF_GROUP if self._shared else w.WRONG))
        response = RedirectResponse(local_path_or_home(request.fields.get("to", "")), 303, pages.HEADERS)
        cookie = fitting[0].cookie()
        response.set_cookie(
            COOKIE, cookie, max_age=SESSION_SECONDS, httponly=True, samesite="lax", secure=request.is_https
        )
        return response

    def with_account(self, request: PhoneRequest) -> Response:
        """Redirect to the provider by an address of Streamlit, under the name that the provider knows us by."""
        if self.openid is None:
            return _back(request)
        where = self.openid.address + login_address()
        response = RedirectResponse(where, 303, pages.HEADERS)
        return with_return_address(response, request.query.get("to", ""), secure=request.is_https)

    def out(self, request: PhoneRequest) -> Response:
        """Sign out of placecheck, and of the provider too where it offers that.

        A page leads there, not a response that redirects: browsers hold a form's redirects to `form-action`.
        """
        by_account = self.openid is not None and USER_COOKIE_NAME in request.cookies
        response: Response
        if by_account:
            response = pages.page("signed_out", d=w, leads=LOGOUT)
            response.headers["Refresh"] = f"0; url={LOGOUT}"
        else:
            response = RedirectResponse(sign_in_address(OUT), 303, pages.HEADERS)
        response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=request.is_https)
        return response

    def _lists(self, request: PhoneRequest) -> bool:
        allowlists = (credential for credential in self.credentials if isinstance(credential, Allowlist))
        return any(allowlist.until(request.cookies) is not None for allowlist in allowlists)

    @property
    def _shared(self) -> bool:
        return bool(self.credentials[0].group)

    def _asking(
        self, request: PhoneRequest, *, status: int = 200, happened: str = "", why: str = "", to_leave: bool = False
    ) -> Response:
        to = local_path_or_home(request.fields.get("to") or request.query.get("to", ""))
        return _page(
            "sign_in",
            request,
            status=status,
            happened=happened,
            why=why,
            hint=say(w.HINT_OF_GROUP if self._shared else w.PASSPHRASE_HINT),
            to=to,
            account=self.openid.called if self.openid else "",
            with_account=f"{WITH_ACCOUNT}?to={quote(to, safe='')}",
            passphrase=bool(self.passphrases),
            to_leave=to_leave,
        )


def _why_not(identity: Identity) -> str:
    """Return why an account that is signed in at the provider is not let in, for the person."""
    if identity.email:
        return say(w.NOT_LISTED, email=identity.email)
    return say(w.NO_EMAIL if identity.has_claim else w.NO_CLAIM)


def _reason(identity: Identity) -> str:
    """Return the same for the log, without the address."""
    if identity.email:
        return "an account that is on no list"
    if identity.has_claim:
        return "an account whose e-mail address the provider does not call checked (email_verified)"
    return "the provider puts no e-mail address into the ID token; have it put email and email_verified there"


def _page(name: str, request: PhoneRequest, *, status: int = 200, **values: Any) -> Response:
    response = pages.page(name, status=status, request=request, d=w, sign_in=SIGN_IN, sign_out=SIGN_OUT, **values)
    if START_COOKIE not in request.cookies:
        response.set_cookie(
            START_COOKIE, request.start, path=SIGN_IN, httponly=True, samesite="lax", secure=request.is_https
        )
    return response
