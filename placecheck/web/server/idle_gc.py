"""Garbage is collected when nothing happens, not after every script run, which would hold everyone up.

A full collection stops every visitor for as long as it takes, a tenth of a second and more once hundreds have come. So
none comes by itself while the app is served: only small ones do, and a full one when nobody did anything for a moment.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.types import ASGIApp, Message, Receive, Scope, Send

CHECK_SECONDS = 30.0
"""Seconds from one full collection to the next."""

QUIET = 1.0
"""Seconds without a message from any visitor that make a quiet moment."""

AT_LATEST = 60.0
"""Seconds after which a full collection no longer waits for one."""

SMALL = (700, 10)
"""Python's own thresholds for small collections (a command in the terminal sets others)."""
NEVER = 1_000_000_000


class ActivityClock:
    """When a visitor last did something."""

    def __init__(self) -> None:
        self._heard = time.monotonic()

    def heard(self) -> None:
        """Note that a visitor did something now."""
        self._heard = time.monotonic()

    async def quiet(self, seconds: float = QUIET, at_latest: float = AT_LATEST) -> None:
        """Wait until nobody did anything for `seconds`, but no longer than `at_latest`."""
        until = time.monotonic() + at_latest
        while (left := min(self._heard + seconds, until) - time.monotonic()) > 0:
            await asyncio.sleep(left)


class ActivityMiddleware:
    """ASGI middleware that notes in `moments` when a visitor's browser sends something."""

    def __init__(self, app: ASGIApp, *, moments: ActivityClock) -> None:
        self._app = app
        self._moments = moments

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def heard() -> Message:
            message = await receive()
            self._moments.heard()
            return message

        await self._app(scope, receive if scope["type"] == "lifespan" else heard, send)


@asynccontextmanager
async def collect_when_idle(
    moments: ActivityClock, first: Callable[[], object] = gc.collect, every: float = CHECK_SECONDS
) -> AsyncIterator[None]:
    """While open, run `first` in the background, freeze the objects that exist by then, and collect the rest.

    A full collection comes at the next idle one of the `moments` after `every` seconds.
    """
    before = gc.get_threshold()
    gc.set_threshold(*SMALL, NEVER)
    task = asyncio.create_task(_collect(moments, first, every))
    try:
        yield
    finally:
        task.cancel()
        gc.set_threshold(*before)
        gc.unfreeze()


async def _collect(moments: ActivityClock, first: Callable[[], object], every: float) -> None:
    await asyncio.to_thread(first)
    await asyncio.to_thread(gc.collect)
    gc.freeze()
    while True:
        await asyncio.sleep(every)
        await moments.quiet()
        await asyncio.to_thread(gc.collect)
