"""What every page of a workshop needs: the store that it is kept in, and how often what may be tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from anyio import to_thread
from starlette.responses import JSONResponse, RedirectResponse, Response

from placecheck.errors import PlacecheckError
from placecheck.forms.phone import pages
from placecheck.forms.phone.limits import Limit, Rate, network
from placecheck.forms.phone.visit import COOKIE, RefusedError, Visit
from placecheck.storage import DoesNotFitError, NotHereError, Store
from placecheck.words import joining as w
from placecheck.words import say
from placecheck.words import workshop as ww
from placecheck.workshop import NotNowError

A_WEEK = 7 * 24 * 60 * 60
"""How long a phone is known: past a flat battery, not for ever."""


@dataclass(frozen=True)
class House:
    """The stores, one for each group, and the limits of this process. A hall of 500 may come in from one address."""

    stores: Callable[[], Sequence[Store]]
    wrong: Limit = field(default_factory=lambda: Limit(Rate(20, 30), Rate(200, 3)))
    """Wrong codes, of either kind: 20 at once from one address, 200 from all; then 2 and 20 a minute."""
    joins: Limit = field(default_factory=lambda: Limit(Rate(1000, 0.5)))
    """People let in, for each address."""
    saves: Limit = field(default_factory=lambda: Limit(Rate(60, 0.25)))
    """Changes, for each voice: more than any thumb makes."""
    _only: list[Store] = field(default_factory=list)
    """The one store, once it is open, where there is no other."""

    def opened_by(self, join: str) -> tuple[Store, str]:
        """The workshop that a join code opens, with the store that holds it. Raises NotHereError.

        Where the chance of one in millions gives two groups the same code, it opens neither: nobody is let in wrongly.
        """
        found = [(one, id_) for one in self.stores() if (id_ := one.workshop_open_to(join))]
        if len(found) != 1:
            raise NotHereError(say(ww.NO_CODE))
        return found[0]

    def store_of(self, personal: str) -> Store:
        """The store of the workshop that a person is in, by their personal code. Raises NotHereError."""
        stores = self.stores()
        found = stores[0] if len(stores) == 1 else next((one for one in stores if one.knows(personal)), None)
        if found is None:
            raise NotHereError(say(ww.NOT_KNOWN))
        return found

    async def store_soon(self, personal: str) -> Store:
        """`store_of`, without a way through a thread once it is known that there is nothing to look up."""
        if not self._only:
            found = await to_thread.run_sync(self.store_of, personal)
            if len(self.stores()) > 1:
                return found
            self._only.append(found)
        return self._only[0]

    def check_tries(self, visit: Visit) -> None:
        """Refuse whoever tried too many wrong codes. Raises RefusedError."""
        if self.wrong.spent(network(visit.address)):
            raise RefusedError(429, say(w.TOO_MANY))

    def note_wrong(self, visit: Visit) -> None:
        """Count a wrong code against the address that it came from."""
        self.wrong.use(network(visit.address))


def to(path: str = "/here") -> RedirectResponse:
    """On to another of our pages."""
    return RedirectResponse(pages.PREFIX + path, status_code=303, headers=pages.HEADERS)


def known_as(response: Response, code: str, *, secure: bool) -> Response:
    """Let the phone keep the personal `code` for a week, where no script and no other site's page reaches it."""
    response.set_cookie(COOKIE, code, max_age=A_WEEK, path=pages.PREFIX, httponly=True, samesite="lax", secure=secure)
    return response


def forgotten(response: Response) -> Response:
    """Let the phone forget its personal code."""
    response.delete_cookie(COOKIE, path=pages.PREFIX, httponly=True, samesite="lax")
    return response


def told(visit: Visit | None, error: PlacecheckError, *, script: bool) -> Response:
    """What went wrong, as a page, or as JSON for our script. A phone that nobody knows is told how to join."""
    status = status_of(error)
    if script:
        return JSONResponse({"saved": False, "why": str(error)}, status, pages.HEADERS)
    known = visit is not None and status not in (401, 404)
    return pages.page("told", status=status, why=str(error), known=known)


def status_of(error: PlacecheckError) -> int:
    """The HTTP status that says what `error` says."""
    match error:
        case RefusedError():
            return error.status
        case NotNowError():
            return 409
        case NotHereError():
            return 401
        case DoesNotFitError():
            return 422
        case _:
            return 503
