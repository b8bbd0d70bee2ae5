"""Garbage is collected when nothing happens, not after every script run, which would hold everyone up."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

EVERY_SECONDS = 30.0


@asynccontextmanager
async def collecting_at_quiet_moments(
    first: Callable[[], object] = gc.collect, every: float = EVERY_SECONDS
) -> AsyncIterator[None]:
    """While open, `first` runs beside all else, what is there by then is set aside, and the rest is collected.

    A full collection comes every `every` seconds.
    """
    task = asyncio.create_task(_collect(first, every))
    try:
        yield
    finally:
        task.cancel()
        gc.unfreeze()


async def _collect(first: Callable[[], object], every: float) -> None:
    await asyncio.to_thread(first)
    await asyncio.to_thread(gc.collect)
    gc.freeze()
    while True:
        await asyncio.sleep(every)
        await asyncio.to_thread(gc.collect)
