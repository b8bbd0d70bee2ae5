"""What was promised to be gone on a day is gone on that day, as long as the app runs."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from placecheck.dates import local_today
from placecheck.errors import PlacecheckError
from placecheck.events import Event, report
from placecheck.storage import Store
from placecheck.storage.workshop.due_for_deletion import BACKUP_PREFIX
from placecheck.web.access.tenant_lookup import groups_to_look_after, list_store
from placecheck.web.access.tenant_stores import tenant_store, tenant_store_for_now
from placecheck.web.access.tenants import is_shared, tenant_folder, tenant_names

logger = logging.getLogger("placecheck.web")

FIRST_CHECK_SECONDS = 60.0
"""Seconds from the start until it is looked for the first time: people come first."""

CHECK_SECONDS = 60 * 60.0
"""Seconds from one look to the next."""

BETWEEN = 0.05
"""Seconds from one store to the next: nobody is to feel that a thousand are looked after."""

A_WEEK = 7 * 24 * 60 * 60

Visit = Callable[[], None]
"""Looks after one store."""


def visits() -> Iterator[Visit]:
    """Yield what looks after the stores of this server in which something is to be done at this hour."""
    if not is_shared():
        yield partial(look_after, partial(tenant_store, ""), _copies(""))
        return
    for group in tenant_names():
        forget_old_copies(_copies(group))
    for group in groups_to_look_after(datetime.now()):
        yield partial(look_after_group, group)


def look_after_group(group: str) -> None:
    """Look after the store of a group, list it in the index, and close it unless somebody uses it."""
    with tenant_store_for_now(group) as store:
        look_after(lambda: store, _copies(group))
        list_store(group, store)


def look_after(store: Callable[[], Store], keep: Path) -> None:
    """Delete what is due by this machine's calendar; a copy stays in the folder `keep` for a week.

    Several processes on one database may all look: an assessment goes once.

    Raises:
        StorageError: The store cannot be opened, read or written.
    """
    if deleted := store().delete_due(local_today(), keep):
        message = f"Assessments whose day had come were deleted: {deleted}"
        report(Event.DELETED, message, level=logging.INFO, repeat=0)
    forget_old_copies(keep)


def forget_old_copies(keep: Path) -> None:
    """Delete the copies in the folder `keep` that were made before deletions a week ago or earlier."""
    for path in keep.glob(f"{BACKUP_PREFIX}*.zip"):
        if time.time() - path.stat().st_mtime > A_WEEK:
            path.unlink(missing_ok=True)


@asynccontextmanager
async def delete_when_due(
    due: Callable[[], Iterable[Visit]] = visits, first: float = FIRST_CHECK_SECONDS, every: float = CHECK_SECONDS
) -> AsyncIterator[None]:
    """While open, make the visits that are `due`, one after the other."""
    task = asyncio.create_task(_look(due, first, every))
    try:
        yield
    finally:
        task.cancel()


async def _look(due: Callable[[], Iterable[Visit]], first: float, every: float) -> None:
    await asyncio.sleep(first)
    while True:
        for visit in await asyncio.to_thread(_listed, due):
            await asyncio.to_thread(_reported, visit)
            await asyncio.sleep(BETWEEN)
        await asyncio.sleep(every)


def _listed(due: Callable[[], Iterable[Visit]]) -> list[Visit]:
    planned: list[Visit] = []
    _reported(lambda: planned.extend(due()))
    return planned


def _reported(visit: Visit) -> None:
    try:
        visit()
    except PlacecheckError as error:
        logger.error("Assessments whose day has come could not be deleted: %s", error)
    except Exception:
        logger.exception("Assessments whose day has come could not be deleted")


def _copies(group: str) -> Path:
    return tenant_folder(group) / "kept"
