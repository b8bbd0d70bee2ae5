"""Garbage is collected when nothing happens, not after every script run, which would hold everyone up."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

EVERY_SECONDS = 30.0


@asynccontextmanager
async def collecting_at_quiet_moments(every: float = EVERY_SECONDS) -> AsyncIterator[None]:
    """While open, what was loaded at the start is set aside and a full collection runs every `every` seconds."""
    gc.collect()
    gc.freeze()
    task = asyncio.create_task(_collect(every))
    try:
        yield
    finally:
        task.cancel()
        gc.unfreeze()


async def _collect(every: float) -> None:
    while True:
        await asyncio.sleep(every)
        await asyncio.to_thread(gc.collect)
