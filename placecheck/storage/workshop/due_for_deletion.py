"""Assessments whose day has come: which they are, whether the clock can be believed, and a copy before they go."""

from __future__ import annotations

import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from placecheck.paths import private_folder
from placecheck.storage.backup.backup import write_backup
from placecheck.storage.errors import StorageError
from placecheck.storage.schema import tables
from placecheck.words import say, storing

BEFORE_DELETION = "before-deletion-"
"""How the names of the copies begin."""

FAR_AHEAD = datetime.timedelta(days=400)
"""A day that is further ahead of the newest change than any workshop's day is of its workshop."""


def due_assessments(connection: Connection, today: datetime.date) -> list[str]:
    """Return the ids of the assessments due by `today`.

    Raises:
        StorageError: That day must be wrong.
    """
    due = select(tables.workshop.c.assessment_id).where(tables.workshop.c.delete_on <= today)
    ids = list(connection.execute(due).scalars())
    if ids:
        newest = max(
            connection.execute(select(func.max(table.c.changed))).scalar_one().date()
            for table in (tables.assessment, tables.workshop, tables.place)
        )
        if today - newest > FAR_AHEAD:
            raise StorageError(say(storing.DUE_FAR_AHEAD, today=today.isoformat(), newest=newest.isoformat()))
    return ids


def copy_before(connection: Connection, keep: Path, now: datetime.datetime) -> None:
    """Write a backup of everything into the folder `keep`, before some of it goes.

    Raises:
        InputError: The backup cannot be written.
    """
    write_backup(connection, private_folder(keep) / f"{BEFORE_DELETION}{now:%Y-%m-%d-%H%M%S-%f}.zip", now)
