"""What was promised to be gone on a day is gone on that day, as long as the app runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date

from placecheck.errors import PlacecheckError
from placecheck.storage import Store

logger = logging.getLogger("placecheck.web")

FIRST = 60.0
"""Seconds from the start until it is looked for the first time: people come first."""

EVERY = 60 * 60.0
"""Seconds from one look to the next."""


@asynccontextmanager
async def deleting_what_is_due(
    store: Callable[[], Store], first: float = FIRST, every: float = EVERY
) -> AsyncIterator[None]:
    """While open, every round whose workshop named a day goes on that day, by this machine's calendar.

    Several processes on one database may all look: a round goes once.
    """
    task = asyncio.create_task(_look(store, first, every))
    try:
        yield
    finally:
        task.cancel()


async def _look(store: Callable[[], Store], first: float, every: float) -> None:
    await asyncio.sleep(first)
    while True:
        try:
            await asyncio.to_thread(lambda: store().delete_due(date.today()))
        except PlacecheckError as error:
            logger.error("Rounds whose day has come could not be deleted: %s", error)
        await asyncio.sleep(every)
