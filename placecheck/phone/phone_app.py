"""What every page of a workshop needs: the store that it is kept in, and how often what may be tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from anyio import to_thread
from starlette.responses import JSONResponse, RedirectResponse, Response

from placecheck.errors import PlacecheckError
from placecheck.events import Event, report
from placecheck.phone import pages, rate_limits
from placecheck.phone.request import COOKIE, PhoneRequest, RefusedError
from placecheck.phone.token_bucket import TokenBucket, WaitingLine, network_of
from placecheck.storage import DoesNotFitError, NotHereError, Store, visitor_message
from placecheck.words import joining as w
from placecheck.words import say
from placecheck.words import workshop as ww
from placecheck.workshop import NotNowError, codes

A_WEEK = 7 * 24 * 60 * 60
"""How long a phone is known: past a flat battery, not for ever."""


@dataclass(frozen=True)
class PhoneApp:
    """Where workshops are kept, and what is left of the limits of this process."""

    stores: Callable[[str], Iterable[Store]]
    """Gives the stores that may hold a code, the likeliest first; a sequence of one where there is no other."""
    wrong: TokenBucket = field(
        default_factory=lambda: TokenBucket(rate_limits.WRONG_CODES, rate_limits.WRONG_CODES_OF_ALL)
    )
    guesses: WaitingLine = field(
        default_factory=lambda: WaitingLine(rate_limits.GUESSES, rate_limits.MAX_GUESS_WAIT, refuses=False)
    )
    joins: WaitingLine = field(
        default_factory=lambda: WaitingLine(rate_limits.JOINS, rate_limits.MAX_JOIN_WAIT, refuses=True)
    )
    devices: TokenBucket = field(default_factory=lambda: TokenBucket(rate_limits.JOINS_OF_ONE_PHONE))
    saves: TokenBucket = field(default_factory=lambda: TokenBucket(rate_limits.SAVES))
    _only: list[Store] = field(default_factory=list)
    """The one store, once it is open, where there is no other."""

    def opened_by(self, join: str) -> tuple[Store, str]:
        """Return the workshop that a join code opens, with the store that holds it.

        Where the chance of one in millions gives two groups the same code, it opens neither: nobody is let in
        wrongly.

        Raises:
            NotHereError: The code opens no workshop, or two.
        """
        matches = [(store, id_) for store in self.stores(join) if (id_ := store.workshop_open_to(join))]
        if len(matches) != 1:
            raise NotHereError(say(w.UNKNOWN_CODE))
        return matches[0]

    def store_of(self, personal: str) -> Store:
        """Return the store of the workshop that a person is in, by their personal code.

        Raises:
            NotHereError: Nobody here has this code.
        """
        stores = self.stores(personal)
        if only := _only_one(stores):
            return only
        matching = next((store for store in stores if store.knows(personal)), None)
        if matching is None:
            raise NotHereError(say(ww.NOT_KNOWN))
        return matching

    async def store_soon(self, personal: str) -> Store:
        """Return `store_of`, without a thread once it is known that there is nothing to look up."""
        if self._only:
            return self._only[0]
        stores = await to_thread.run_sync(self.stores, personal)
        if only := _only_one(stores):
            self._only.append(only)
            return only
        return await to_thread.run_sync(self.store_of, personal)

    async def wait_turn(self, visit: PhoneRequest) -> None:
        """Let a code that somebody typed wait its turn, where too many wrong ones came from the same address.

        A QR code's token and a personal code are too long to be guessed, so they never wait.
        """
        network = network_of(visit.address)
        if visit.typed_code and not codes.is_link_token(visit.typed_code) and self.wrong.exhausted(network):
            await self.guesses.wait(network)

    def note_wrong(self, visit: PhoneRequest) -> None:
        """Count a wrong code against the address that it came from, unless another site's page sent it there.

        Raises:
            RefusedError: There were too many.
        """
        if not visit.from_elsewhere and not self.wrong.try_acquire(network_of(visit.address)):
            raise RefusedError(429, say(w.TOO_MANY))


def _only_one(stores: Iterable[Store]) -> Store | None:
    return stores[0] if isinstance(stores, Sequence) and len(stores) == 1 else None


TOO_MANY = 429
"""The status of what was tried too often."""


def redirect_to(path: str = "/here") -> RedirectResponse:
    """Redirect to another of our pages."""
    return RedirectResponse(pages.PREFIX + path, status_code=303, headers=pages.HEADERS)


def with_code_cookie(response: Response, code: str, *, secure: bool) -> Response:
    """Let the phone keep the personal `code` for a week, where no script and no other site's page reaches it."""
    response.set_cookie(COOKIE, code, max_age=A_WEEK, path=pages.PREFIX, httponly=True, samesite="lax", secure=secure)
    return response


def without_code_cookie(response: Response) -> Response:
    """Let the phone forget its personal code."""
    response.delete_cookie(COOKIE, path=pages.PREFIX, httponly=True, samesite="lax")
    return response


def message_page(visit: PhoneRequest | None, error: PlacecheckError, *, script: bool) -> Response:
    """Return an error as a page, or as JSON for the script. A phone without a code is told how to join."""
    status = status_of(error)
    if status == TOO_MANY:
        report(Event.LIMIT_REACHED, f"A limit was reached: {error}")
    if script:
        return JSONResponse({"saved": False, "why": visitor_message(error)}, status, pages.HEADERS)
    known = visit is not None and status not in (401, 404)
    return pages.page("told", status=status, why=visitor_message(error), known=known)


def status_of(error: PlacecheckError) -> int:
    """Return the HTTP status for `error`."""
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
