"""The whole store in one file, for both databases alike: a zip of one JSON-lines file for each table.

`about.json` in it says which tables the rows are for (`schema`), and how many rows each file holds with which SHA-256.
Where it holds notes and rubrics that people added, `added` in it names each of them with its SHA-256.
Anyone can open it with a zip program and read it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select

from placecheck import __version__
from placecheck.storage.backup.added_files import AddedFolders, checksums, read_added_files, with_added
from placecheck.storage.backup.backup_file import new_file
from placecheck.storage.journal.load import is_counted
from placecheck.storage.schema import tables
from placecheck.storage.schema.migrate import found_version
from placecheck.storage.values import BackupCounts

FORMAT = 1
ABOUT = "about.json"
LINES = ".jsonl"
HOLDS = ("places", "assessments", "answers")
"""What a backup says that it holds, under `holds`."""
_AT_ONCE = 1000
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""A zip's own clock says nothing: the same rows give the same bytes."""


def write_backup(connection: Connection, out: Path, now: datetime, folders: AddedFolders | None = None) -> BackupCounts:
    """Write every row that `connection` sees, and what was added in `folders`, to the new file `out`.

    It is there whole or not at all.

    Raises:
        InputError: A file of that name is there, or it cannot be written.
    """
    with new_file(out) as file:
        return _write(connection, file, now, folders)


FOLLOWS = {"alembic_version", "packed"}
"""What is in no backup: it is made again from the rest."""


def tables_in(connection: Connection) -> list[Table]:
    """Return the tables of the database, each after those it refers to, with plain column types; no derived table."""
    reflected = MetaData()
    reflected.reflect(connection)
    return [table for table in reflected.sorted_tables if table.name not in FOLLOWS]


def _write(connection: Connection, file: Any, now: datetime, folders: AddedFolders | None) -> BackupCounts:
    added, left_out = read_added_files(folders) if folders else ({}, ())
    about: dict[str, Any] = {
        "placecheck_backup": FORMAT,
        "schema": found_version(connection),
        "program": __version__,
        "made": now.isoformat(),
        "tables": {},
        "added": checksums(added),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables_in(connection):
            about["tables"][table.name] = _write_table(connection, table, archive)
        held = count_rows(connection)
        about["holds"] = {name: getattr(held, name) for name in HOLDS}
        for name, content in added.items():
            archive.writestr(_entry(name), content)
        archive.writestr(_entry(ABOUT), json.dumps(about, indent=2) + "\n")
    return with_added(held, added, left_out)


def count_rows(connection: Connection) -> BackupCounts:
    """Count the places, assessments and current answers."""
    answer_total = select(func.coalesce(func.sum(tables.voice.c.answered), 0)).where(is_counted)
    answers = connection.execute(answer_total).scalar_one()
    assessments = connection.execute(select(func.count()).select_from(tables.assessment)).scalar_one()
    places = connection.execute(select(func.count()).select_from(tables.place)).scalar_one()
    return BackupCounts(places=places, assessments=assessments, answers=answers)


def _write_table(connection: Connection, table: Table, archive: zipfile.ZipFile) -> dict[str, Any]:
    rows, digest = 0, hashlib.sha256()
    everything = select(table).order_by(*table.primary_key)
    with archive.open(_entry(table.name + LINES), "w", force_zip64=True) as entry:
        for row in connection.execute(everything, execution_options={"yield_per": _AT_ONCE}).mappings():
            line = json.dumps(dict(row), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            digest.update(line)
            entry.write(line)
            rows += 1
    return {"rows": rows, "sha256": digest.hexdigest()}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
