"""What every page on phones needs: the store that holds the workshop, and the limits on how often to try."""

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

COOKIE_SECONDS = 7 * 24 * 60 * 60
"""How long a phone keeps its personal code: a week, which survives a flat battery."""


@dataclass(frozen=True)
class PhoneApp:
    """The stores of the workshops, and the limits on requests to this process."""

    stores: Callable[[str], Iterable[Store]]
    """Returns the stores that may hold a code, the likeliest first; a sequence of one if there is only one store."""
    wrong_codes: TokenBucket = field(
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
    """The only store, once it is open; empty if there are several."""

    def workshop_of_code(self, join_code: str) -> tuple[Store, str]:
        """Return the workshop of a join code, after the store that holds it.

        Should two groups have the same code, a chance of one in millions, it lets nobody into either.

        Raises:
            NotHereError: No workshop has the code, or two have.
        """
        matches = [(store, id_) for store in self.stores(join_code) if (id_ := store.workshop_id_of_code(join_code))]
        if len(matches) != 1:
            raise NotHereError(say(w.UNKNOWN_CODE))
        return matches[0]

    def store_of(self, personal: str) -> Store:
        """Return the store of the workshop that a person joined, by their personal code.

        Raises:
            NotHereError: Nobody here has this code.
        """
        stores = self.stores(personal)
        if only := _only_one(stores):
            return only
        matching = next((store for store in stores if store.has_participant(personal)), None)
        if matching is None:
            raise NotHereError(say(ww.NOT_KNOWN))
        return matching

    async def store_async(self, personal: str) -> Store:
        """Return the store as `store_of` does, without using a thread once it is known that there is only one."""
        if self._only:
            return self._only[0]
        stores = await to_thread.run_sync(self.stores, personal)
        if only := _only_one(stores):
            self._only.append(only)
            return only
        return await to_thread.run_sync(self.store_of, personal)

    async def wait_turn(self, request: PhoneRequest) -> None:
        """Make a typed code wait its turn if too many wrong ones came from the same address.

        A QR code's token and a personal code are too long to guess, so they never wait.
        """
        network = network_of(request.address)
        if request.typed_code and not codes.is_link_token(request.typed_code) and self.wrong_codes.exhausted(network):
            await self.guesses.wait(network)

    def count_wrong_code(self, request: PhoneRequest) -> None:
        """Count a wrong code against the address that it came from, unless another site made the browser send it.

        Raises:
            RefusedError: There were too many.
        """
        if not request.is_cross_site and not self.wrong_codes.try_acquire(network_of(request.address)):
            raise RefusedError(429, say(w.TOO_MANY))


def _only_one(stores: Iterable[Store]) -> Store | None:
    return stores[0] if isinstance(stores, Sequence) and len(stores) == 1 else None


TOO_MANY = 429
"""The status of a request that was tried too often."""


def redirect_to(path: str = "/here") -> RedirectResponse:
    """Redirect to another of our pages."""
    return RedirectResponse(pages.PREFIX + path, status_code=303, headers=pages.HEADERS)


def with_code_cookie(response: Response, code: str, *, secure: bool) -> Response:
    """Make the phone keep the personal `code` for a week, out of reach of scripts and of other sites' pages."""
    response.set_cookie(
        COOKIE, code, max_age=COOKIE_SECONDS, path=pages.PREFIX, httponly=True, samesite="lax", secure=secure
    )
    return response


def without_code_cookie(response: Response) -> Response:
    """Make the phone forget its personal code."""
    response.delete_cookie(COOKIE, path=pages.PREFIX, httponly=True, samesite="lax")
    return response


def error_page(request: PhoneRequest | None, error: PlacecheckError, *, as_json: bool) -> Response:
    """Return an error as a page, or as JSON for our script; a phone without a code is shown how to join."""
    status = status_of(error)
    if status == TOO_MANY:
        report(Event.LIMIT_REACHED, f"A limit was reached: {error}")
    if as_json:
        return JSONResponse({"saved": False, "why": visitor_message(error)}, status, pages.HEADERS)
    has_joined = request is not None and status not in (401, 404)
    return pages.page("error", status=status, why=visitor_message(error), has_joined=has_joined)


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
