"""A group that nobody is in costs no open file: the connections of its store are closed until somebody comes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from placecheck.web.access.tenants import opened_stores

logger = logging.getLogger("placecheck.web")

IDLE_SECONDS = 600.0
EVERY = 60.0
"""Seconds without any use after which a store's connections are closed, and from one look for such to the next."""


def close_idle(seconds: float) -> int:
    """Close the connections of every store that nobody used for `seconds`; return how many those are."""
    return sum(store.close_if_idle(seconds) for store in opened_stores())


@asynccontextmanager
async def close_idle_stores(seconds: float = IDLE_SECONDS, every: float = EVERY) -> AsyncIterator[None]:
    """While open, close the connections of stores that nobody uses; the next use opens them again."""
    task = asyncio.create_task(_close(seconds, every))
    try:
        yield
    finally:
        task.cancel()


async def _close(seconds: float, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            await asyncio.to_thread(close_idle, seconds)
        except Exception:
            logger.exception("An idle store could not be closed")
