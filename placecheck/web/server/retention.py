"""What was promised to be gone on a day is gone on that day, as long as the app runs."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from placecheck.errors import PlacecheckError
from placecheck.events import Event, report
from placecheck.storage import Store
from placecheck.storage.workshop.due import BEFORE_DELETION

logger = logging.getLogger("placecheck.web")

FIRST = 60.0
"""Seconds from the start until it is looked for the first time: people come first."""

EVERY = 60 * 60.0
"""Seconds from one look to the next."""


A_WEEK = 7 * 24 * 60 * 60


def forget_old_copies(keep: Path) -> None:
    """Delete the copies in the folder `keep` that were made before deletions a week ago or earlier."""
    for path in keep.glob(f"{BEFORE_DELETION}*.zip"):
        if time.time() - path.stat().st_mtime > A_WEEK:
            path.unlink(missing_ok=True)


@asynccontextmanager
async def delete_when_due(
    store: Callable[[], Store], keep: Path, first: float = FIRST, every: float = EVERY
) -> AsyncIterator[None]:
    """Delete, while open, every assessment on the day that its workshop named, by this machine's calendar.

    A copy of what was there stays in the folder `keep` for a week: a clock can be wrong.
    Several processes on one database may all look: an assessment goes once.
    """
    task = asyncio.create_task(_look(store, keep, first, every))
    try:
        yield
    finally:
        task.cancel()


async def _look(store: Callable[[], Store], keep: Path, first: float, every: float) -> None:
    await asyncio.sleep(first)
    while True:
        try:
            deleted = await asyncio.to_thread(lambda: store().delete_due(date.today(), keep))
            if deleted:
                report(
                    Event.DELETED,
                    f"Assessments whose day had come were deleted: {deleted}",
                    level=logging.INFO,
                    repeat=0,
                )
            await asyncio.to_thread(forget_old_copies, keep)
        except PlacecheckError as error:
            logger.error("Assessments whose day has come could not be deleted: %s", error)
        await asyncio.sleep(every)
