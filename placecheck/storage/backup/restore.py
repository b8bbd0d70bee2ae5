"""A backup brought back: checked whole in a place apart, then put in, with what was here before kept in a file."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from placecheck.errors import refuse
from placecheck.paths import private_folder
from placecheck.source.text import unreadable_file
from placecheck.storage.backup.added_files import (
    AddedFolders,
    check_added,
    keep_added,
    read_added_files,
    with_added,
)
from placecheck.storage.backup.backup import ABOUT, FORMAT, HOLDS, LINES, count_rows, tables_in, write_backup
from placecheck.storage.backup.row_check import check_rows
from placecheck.storage.engine.database import Database, connected
from placecheck.storage.errors import StorageError
from placecheck.storage.journal.index_entries import known_codes
from placecheck.storage.schema import tables
from placecheck.storage.schema.migrate import known_versions, upgrade
from placecheck.storage.values import BackupCounts
from placecheck.words import say, storing

MAX_BYTES = 8_000_000_000
MAX_IN_A_LINE = 50_000_000
_AT_ONCE = 1000


class _DamagedError(ValueError):
    """Something in the backup is not as it was written."""


def restore_backup(
    database: Database, file: Path, keep: Path, now: datetime, folders: AddedFolders | None = None
) -> BackupCounts:
    """Put what the backup `file` holds in place of everything here, while others go on using it.

    Notes and rubrics that it holds go into `folders`, where they are given; others there stay. What was here is written
    to a backup in the folder `keep` first, unless there was nothing.

    Raises:
        InputError: The file is no whole backup.
        StorageError: The store cannot be written; then no answer here was changed.
    """
    with tempfile.TemporaryDirectory(prefix="placecheck-restore-") as folder, _staged(file, Path(folder)) as staged:
        with staged.read() as source:
            entries = tuple(known_codes(source))
        for announce in database.announce:
            announce(entries)
        with database.write(exclusive=True) as connection, staged.read() as source:
            kept_path = _keep(connection, keep, now, folders)
            _replace(connection, source)
            counts = count_rows(connection)
            added, others = _add_files(file, folders) if folders else ((), ())
        database.forget()
    return replace(with_added(counts, added, others), previous_file=kept_path)


def _add_files(file: Path, folders: AddedFolders) -> tuple[Iterable[str], tuple[str, ...]]:
    """Keep the notes and rubrics of the backup `file`; return their names, and which rubrics are left as they are."""
    with _damage_as_input_error(file), zipfile.ZipFile(file) as archive:
        added = _about(file, archive)["added"]
        return added, keep_added(archive, added, folders)


def check_backup(file: Path) -> BackupCounts:
    """Return how much the backup `file` holds, once all of it was read as for a restore; nothing is changed.

    Raises:
        InputError: The file is no whole backup.
    """
    with (
        tempfile.TemporaryDirectory(prefix="placecheck-check-") as folder,
        _staged(file, Path(folder)) as staged,
        staged.read() as connection,
        zipfile.ZipFile(file) as archive,
    ):
        return with_added(count_rows(connection), _about(file, archive)["added"])


def _check_counts(connection: Connection, about: dict[str, Any]) -> None:
    """Hold the backup to the number of answers that it says it has; those of before 2026-11-28 do not say."""
    holds, counts = about.get("holds"), count_rows(connection)
    if holds is not None and holds != {name: getattr(counts, name) for name in HOLDS}:
        raise _DamagedError("it does not hold as many places, assessments and answers as it says")


def _keep(connection: Connection, folder: Path, now: datetime, folders: AddedFolders | None) -> Path | None:
    if count_rows(connection).places == 0 and not (folders and read_added_files(folders)[0]):
        return None
    out = folder / f"before-restore-{now:%Y-%m-%d-%H%M%S-%f}.zip"
    try:
        private_folder(folder)
    except OSError as error:
        raise refuse(str(out), 0, "", say(storing.CANNOT_WRITE, why=error.strerror), "") from None
    write_backup(connection, out, now, folders)
    return out


def _replace(connection: Connection, source: Connection) -> None:
    """Take every row out and put those of `source` in; no screen may mistake an old number for a new one."""
    assessments = tables.assessment.c
    seen = connection.execute(select(assessments.id, assessments.sequence)).all()
    connection.execute(tables.packed.delete())
    tables_here = tables_in(connection)
    for table in reversed(tables_here):
        connection.execute(table.delete())
    for table in tables_here:
        rows = source.execute(select(table), execution_options={"yield_per": _AT_ONCE}).mappings()
        for some in rows.partitions(_AT_ONCE):
            connection.execute(table.insert(), [dict(row) for row in some])
    for id_, sequence in seen:
        older = update(tables.assessment).where(assessments.id == id_, assessments.sequence <= sequence)
        connection.execute(older.values(sequence=sequence + 1))


@contextmanager
def _staged(file: Path, folder: Path) -> Iterator[Database]:
    """Load `file` into a database of its own, migrated to the current tables.

    Raises:
        InputError: The file is no whole backup.
    """
    staged = connected(folder)
    with closing(staged):
        with _damage_as_input_error(file), zipfile.ZipFile(file) as archive, staged.rebuild() as connection:
            about = _about(file, archive)
            upgrade(connection, about["schema"])
            for table in tables_in(connection):
                _load(connection, table, archive, about["tables"][table.name])
            if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
                raise _DamagedError("rows are missing that others lean on")
            upgrade(connection)
            check_rows(connection)
            _check_counts(connection, about)
            check_added(archive, about["added"])
        yield staged


def _about(file: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    """Return what the backup says about itself.

    Raises:
        InputError: It is no backup, or a newer one.
    """
    if ABOUT not in archive.namelist():
        raise refuse(str(file), 0, "", say(storing.NOT_A_BACKUP, why=f"no {ABOUT} in it"), say(storing.GIVE_A_BACKUP))
    if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
        raise _DamagedError("it unpacks to more than any of our stores holds")
    about = json.loads(archive.read(ABOUT))
    schema = about["schema"]
    if about["placecheck_backup"] != FORMAT or schema not in known_versions():
        raise refuse(str(file), 0, "", say(storing.BACKUP_NEWER, found=schema), say(storing.INSTALL_NEWER))
    return dict(about) | {"added": dict(about.get("added", {}))}  # those of before 2026-11-29 hold none


def _load(connection: Connection, table: Table, archive: zipfile.ZipFile, entry: dict[str, Any]) -> None:
    lines = _lines(archive, table.name + LINES, entry["sha256"])
    rows = (_row(table, line) for line in lines)
    count = 0
    while chunk := list(islice(rows, _AT_ONCE)):
        connection.execute(table.insert(), chunk)
        count += len(chunk)
    if count != entry["rows"]:
        raise _DamagedError(f"{count} of {entry['rows']} rows in {table.name}")


def _lines(archive: zipfile.ZipFile, name: str, sha256: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    with archive.open(name) as entry:
        while line := entry.readline(MAX_IN_A_LINE + 1):
            if len(line) > MAX_IN_A_LINE:
                raise _DamagedError(f"a line of {name} has no end")
            digest.update(line)
            yield line
    if digest.hexdigest() != sha256:
        raise _DamagedError(f"{name} is not as it was written")


def _row(table: Table, line: bytes) -> dict[str, Any]:
    """Return a row, each column of the type that the table asks for; SQLite alone would accept any."""
    row = json.loads(line)
    if not isinstance(row, dict) or row.keys() != set(table.c.keys()):
        raise _DamagedError(f"a row of {table.name} has other columns")
    for name, value in row.items():
        if value is not None and type(value) is not table.c[name].type.python_type:
            raise _DamagedError(f"{name} in {table.name} is of another kind")
    return row


@contextmanager
def _damage_as_input_error(file: Path) -> Iterator[None]:
    """Tell whatever is wrong with the file as an InputError about it."""
    try:
        yield
    except StorageError:
        raise
    except OSError as error:
        raise unreadable_file(file, error) from None
    except zipfile.BadZipFile:
        raise refuse(
            str(file), 0, "", say(storing.NOT_A_BACKUP, why="no zip file"), say(storing.GIVE_A_BACKUP)
        ) from None
    except (ValueError, KeyError, TypeError, EOFError, RuntimeError, zlib.error, SQLAlchemyError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise refuse(str(file), 0, "", say(storing.BACKUP_DAMAGED, why=why), say(storing.TRY_ANOTHER)) from None
