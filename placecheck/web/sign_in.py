"""The page on which the passphrase is typed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from placecheck.errors import PlacecheckError
from placecheck.forms.phone import pages
from placecheck.forms.phone.house import told
from placecheck.forms.phone.limits import Limit, Rate, network
from placecheck.forms.phone.visit import START_COOKIE, RefusedError, Visit, read
from placecheck.web.door import COOKIE, LASTS, SIGN_IN, Lock
from placecheck.words import door as w
from placecheck.words import joining, say

EACH, OVERALL = Rate(10, 60), Rate(100, 10)
"""Wrong passphrases: ten at once from one address and a hundred from all; then one and six a minute."""


def route(locks: Sequence[Lock]) -> Route:
    """The route of the sign-in page; without any lock it leads on to the front page."""
    return Route(SIGN_IN, _endpoint(locks, Limit(EACH, OVERALL)), methods=["GET", "POST"])


def _endpoint(locks: Sequence[Lock], tries: Limit) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            visit = await read(request)
            if not locks:
                return RedirectResponse("/", 303)
            return _signed_in(locks, tries, visit) if request.method == "POST" else _page(locks, visit)
        except PlacecheckError as error:
            return told(None, error, script=False)

    return endpoint


def _signed_in(locks: Sequence[Lock], tries: Limit, visit: Visit) -> Response:
    if tries.spent(network(visit.address)):
        raise RefusedError(429, say(joining.TOO_MANY))
    typed = visit.fields.get("passphrase", "").strip()
    fitting = [lock for lock in locks if lock.fits(typed)]
    if not fitting:
        tries.use(network(visit.address))
        return _page(locks, visit, status=403, why=say(w.WRONG_OF_GROUP if locks[0].group else w.WRONG))
    response = RedirectResponse(local(visit.fields.get("to", "")), 303, pages.HEADERS)
    response.set_cookie(COOKIE, fitting[0].cookie(), max_age=LASTS, httponly=True, samesite="lax", secure=visit.secure)
    return response


def _page(locks: Sequence[Lock], visit: Visit, *, status: int = 200, why: str = "") -> Response:
    to = local(visit.fields.get("to") or visit.query.get("to", ""))
    hint = say(w.HINT_OF_GROUP if locks[0].group else w.PASSPHRASE_HINT)
    response = pages.page("sign_in", status=status, visit=visit, why=why, hint=hint, to=to, d=w, sign_in=SIGN_IN)
    if START_COOKIE not in visit.cookies:
        response.set_cookie(START_COOKIE, visit.start, path=SIGN_IN, httponly=True, samesite="lax", secure=visit.secure)
    return response


def local(to: str) -> str:
    """`to` if it is a path of ours, else the front page."""
    ours = to.startswith("/") and not to.startswith("//") and to.isprintable() and "\\" not in to
    return to if ours else "/"
