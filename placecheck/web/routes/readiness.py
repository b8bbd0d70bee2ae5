"""Whether this process can serve now: `/health` says that it runs, `/ready` that its database answers too.

A process that was told to stop says at `/ready` first that it takes no more, so that a proxy sends people elsewhere.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from threading import Event
from typing import Protocol

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from placecheck.errors import PlacecheckError

logger = logging.getLogger("placecheck.web")

HEALTH, READY = "/health", "/ready"
HEADERS = {"Cache-Control": "no-store"}


_stopping = Event()


def begin_to_stop() -> None:
    """Say at `/ready` from now on that this process is about to stop."""
    _stopping.set()


class CheckableStore(Protocol):
    """What a database is asked through, such as a store."""

    def check_ready(self) -> None:
        """Ask for one row.

        Raises:
            StorageError: The database does not answer.
        """


class Readiness:
    """Asks the databases of `stores`; that one is away, and that it is back, is logged once each."""

    def __init__(self, stores: Callable[[], Sequence[CheckableStore]]) -> None:
        self._stores = stores
        self._was_ready = True

    def routes(self) -> list[Route]:
        """Return the routes of the two addresses that a proxy asks."""
        return [Route(HEALTH, _health), Route(READY, self._ready)]

    async def _ready(self, _request: Request) -> Response:
        if _stopping.is_set():
            return PlainTextResponse("stopping\n", 503, HEADERS)
        try:
            await to_thread.run_sync(self._ask)
        except PlacecheckError as error:
            if self._was_ready:
                logger.error("Not ready: %s", error)
            self._was_ready = False
            return PlainTextResponse("not ready\n", 503, HEADERS)
        if not self._was_ready:
            logger.warning("Ready again")
        self._was_ready = True
        return PlainTextResponse("ok\n", headers=HEADERS)

    def _ask(self) -> None:
        for store in self._stores():
            store.check_ready()


async def _health(_request: Request) -> Response:
    return PlainTextResponse("ok\n", headers=HEADERS)
