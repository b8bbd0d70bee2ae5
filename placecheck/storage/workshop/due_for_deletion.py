"""Assessments that are due for deletion: which they are, whether the clock is plausible, and a backup before."""

from __future__ import annotations

import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from placecheck.paths import private_folder
from placecheck.storage.backup.backup import write_backup
from placecheck.storage.errors import StorageError
from placecheck.storage.schema import tables
from placecheck.words import say, storing

BACKUP_PREFIX = "before-deletion-"
"""The prefix of the backups' file names."""

MAX_AHEAD = datetime.timedelta(days=400)
"""The furthest that today can plausibly be from the newest change."""


def due_assessments(connection: Connection, today: datetime.date) -> list[str]:
    """Return the ids of the assessments due by `today`.

    Raises:
        StorageError: `today` is implausible.
    """
    due = select(tables.workshop.c.assessment_id).where(tables.workshop.c.delete_on <= today)
    ids = list(connection.execute(due).scalars())
    if ids:
        newest = max(
            connection.execute(select(func.max(table.c.changed))).scalar_one().date()
            for table in (tables.assessment, tables.workshop, tables.place)
        )
        if today - newest > MAX_AHEAD:
            raise StorageError(say(storing.DUE_FAR_AHEAD, today=today.isoformat(), newest=newest.isoformat()))
    return ids


def back_up_before_deletion(connection: Connection, folder: Path, now: datetime.datetime) -> None:
    """Write a backup of everything into `folder`, before some of it is deleted.

    Raises:
        InputError: The backup cannot be written.
    """
    write_backup(connection, private_folder(folder) / f"{BACKUP_PREFIX}{now:%Y-%m-%d-%H%M%S-%f}.zip", now)
