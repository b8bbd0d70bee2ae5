"""The page on which people sign in, with a passphrase or an account, and out again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from placecheck.errors import PlacecheckError
from placecheck.forms.phone import pages
from placecheck.forms.phone.house import told
from placecheck.forms.phone.limits import Limit, Rate, network
from placecheck.forms.phone.visit import START_COOKIE, RefusedError, Visit, read
from placecheck.web.accounts import NO_ANSWER, NOT_IN, OUT, SAID, back_to, said
from placecheck.web.door import LOGOUT, SIGN_IN, SIGN_OUT, WITH_ACCOUNT, local
from placecheck.web.lock import COOKIE, LASTS, Lock, Opener, newest_sign_in
from placecheck.web.openid import OpenId
from placecheck.web.people import People
from placecheck.words import door as w
from placecheck.words import joining, say

METHODS = ["GET", "POST"]
EACH, OVERALL = Rate(10, 60), Rate(100, 10)
"""Wrong passphrases: ten at once from one address and a hundred from all; then one and six a minute."""

HAPPENED = {OUT: w.SIGNED_OUT, NOT_IN: w.NOT_SIGNED_IN, NO_ANSWER: w.NO_ANSWER}
PROVIDER = "default"
"""What Streamlit calls the one provider that is set."""

Answer = Callable[[Visit], Response]


def routes(openers: Sequence[Opener]) -> list[Route]:
    """The routes to sign in and out; without any opener they lead on to the front page."""
    desk = Desk(tuple(one for one in openers if isinstance(one, Lock)), openers, openid_of(openers))
    return [
        Route(SIGN_IN, _endpoint(desk, look=desk.shown, form=desk.with_passphrase), methods=METHODS),
        Route(WITH_ACCOUNT, _endpoint(desk, look=desk.with_account, form=_back), methods=METHODS),
        Route(SIGN_OUT, _endpoint(desk, look=_back, form=desk.out), methods=METHODS),
    ]


def openid_of(openers: Sequence[Opener]) -> OpenId | None:
    """The provider whose accounts any of `openers` takes."""
    return next((one.openid for one in openers if isinstance(one, People)), None)


def _endpoint(desk: Desk, *, look: Answer, form: Answer) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            visit = await read(request)
            if not desk.openers:
                return RedirectResponse("/", 303)
            return form(visit) if request.method == "POST" else look(visit)
        except PlacecheckError as error:
            return told(None, error, script=False)

    return endpoint


def _back(_visit: Visit) -> Response:
    return RedirectResponse(SIGN_IN, 303, pages.HEADERS)


@dataclass(frozen=True)
class Desk:
    """What can be signed in with here."""

    locks: tuple[Lock, ...]
    openers: Sequence[Opener]
    openid: OpenId | None
    tries: Limit = field(default_factory=lambda: Limit(EACH, OVERALL))

    def shown(self, visit: Visit) -> Response:
        """The page: for who is in, for whose account is on no list, and for everybody else."""
        sign_in = newest_sign_in(self.openers, visit.cookies)
        if sign_in is not None and sign_in.holds():
            return _page("signed_in", visit, group=sign_in.group)
        identity = self.openid.identity(visit.cookies) if self.openid else None
        if identity is not None and not self._lists(visit):
            why = say(w.NOT_LISTED, email=identity.email) if identity.email else say(w.NO_EMAIL)
            return self._asking(visit, status=403, why=why, to_leave=True)
        happened = HAPPENED.get(visit.query.get(SAID, ""), "")
        return self._asking(visit, why=say(happened) if happened else "")

    def with_passphrase(self, visit: Visit) -> Response:
        """In, or the page again."""
        if self.tries.spent(network(visit.address)):
            raise RefusedError(429, say(joining.TOO_MANY))
        typed = visit.fields.get("passphrase", "").strip()
        fitting = [lock for lock in self.locks if lock.fits(typed)]
        if not fitting:
            self.tries.use(network(visit.address))
            return self._asking(visit, status=403, wrong=say(w.WRONG_OF_GROUP if self._shared else w.WRONG))
        response = RedirectResponse(local(visit.fields.get("to", "")), 303, pages.HEADERS)
        cookie = fitting[0].cookie()
        response.set_cookie(COOKIE, cookie, max_age=LASTS, httponly=True, samesite="lax", secure=visit.secure)
        return response

    def with_account(self, visit: Visit) -> Response:
        """On to the provider, by Streamlit's own address, at the name that the provider knows this server by."""
        if self.openid is None:
            return _back(visit)
        where = self.openid.address + generate_login_redirect_url(PROVIDER)
        response = RedirectResponse(where, 303, pages.HEADERS)
        return back_to(response, visit.query.get("to", ""), secure=visit.secure)

    def out(self, visit: Visit) -> Response:
        """Out here, and at the provider too where it offers that.

        A page leads there, not an answer that redirects: browsers hold what a form leads to to `form-action`.
        """
        by_account = self.openid is not None and USER_COOKIE_NAME in visit.cookies
        response: Response
        if by_account:
            response = pages.page("signed_out", d=w, leads=LOGOUT)
            response.headers["Refresh"] = f"0; url={LOGOUT}"
        else:
            response = RedirectResponse(said(OUT), 303, pages.HEADERS)
        response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=visit.secure)
        return response

    def _lists(self, visit: Visit) -> bool:
        return any(isinstance(one, People) and one.until(visit.cookies) is not None for one in self.openers)

    @property
    def _shared(self) -> bool:
        return bool(self.openers[0].group)

    def _asking(
        self, visit: Visit, *, status: int = 200, why: str = "", wrong: str = "", to_leave: bool = False
    ) -> Response:
        to = local(visit.fields.get("to") or visit.query.get("to", ""))
        return _page(
            "sign_in",
            visit,
            status=status,
            happened=why,
            why=wrong,
            hint=say(w.HINT_OF_GROUP if self._shared else w.PASSPHRASE_HINT),
            to=to,
            account=self.openid.called if self.openid else "",
            with_account=f"{WITH_ACCOUNT}?to={quote(to, safe='')}",
            passphrase=bool(self.locks),
            to_leave=to_leave,
        )


def _page(name: str, visit: Visit, *, status: int = 200, **values: Any) -> Response:
    response = pages.page(name, status=status, visit=visit, d=w, sign_in=SIGN_IN, sign_out=SIGN_OUT, **values)
    if START_COOKIE not in visit.cookies:
        response.set_cookie(START_COOKIE, visit.start, path=SIGN_IN, httponly=True, samesite="lax", secure=visit.secure)
    return response
