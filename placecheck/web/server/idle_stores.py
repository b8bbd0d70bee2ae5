"""A group that nobody is in costs no open file and no memory: its store is closed until somebody comes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from placecheck.web.access.tenant_stores import forget_idle_stores

logger = logging.getLogger("placecheck.web")

IDLE_SECONDS = 600.0
CHECK_SECONDS = 60.0
"""Seconds without any use after which a store's connections are closed, and from one look for such to the next."""


@asynccontextmanager
async def close_idle_stores(seconds: float = IDLE_SECONDS, every: float = CHECK_SECONDS) -> AsyncIterator[None]:
    """While open, close the stores that nobody uses; the next use opens them again."""
    task = asyncio.create_task(_close(seconds, every))
    try:
        yield
    finally:
        task.cancel()


async def _close(seconds: float, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            await asyncio.to_thread(forget_idle_stores, seconds)
        except Exception:
            logger.exception("An idle store could not be closed")
