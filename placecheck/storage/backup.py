"""The whole store in one file, for both databases alike: a zip of one JSON-lines file for each table.

`about.json` in it says which tables the rows are for (`schema`), and how many rows each file holds with which SHA-256.
Anyone can open it with a zip program and read it.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select

from placecheck import __version__
from placecheck.errors import refuse
from placecheck.storage import tables
from placecheck.storage.migrate import found_version
from placecheck.storage.values import Counted
from placecheck.words import say, storing

FORMAT = 1
ABOUT = "about.json"
LINES = ".jsonl"
_AT_ONCE = 1000
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""A zip's own clock says nothing: the same rows give the same bytes."""


def write_backup(connection: Connection, out: Path, now: datetime) -> Counted:
    """Write every row that `connection` sees to the new file `out`, whole or not at all.

    Raises InputError where a file of that name is there, or it cannot be written.
    """
    part = out.with_name(f".{out.name}.part")
    if out.exists():
        raise refuse(str(out), 0, "", say(storing.THERE_ALREADY), "")
    try:
        with part.open("xb") as file:
            counted = _write(connection, file, now)
            file.flush()
            os.fsync(file.fileno())
        part.rename(out)
    except OSError as error:
        raise refuse(str(out), 0, "", say(storing.CANNOT_WRITE, why=error.strerror), "") from None
    finally:
        part.unlink(missing_ok=True)
    return counted


FOLLOWS = {"alembic_version", "packed"}
"""What stands in no backup: it is made anew."""


def tables_in(connection: Connection) -> list[Table]:
    """The tables that are there, each after those it leans on, with plain column types; none that only follows."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name not in FOLLOWS]


def _write(connection: Connection, file: Any, now: datetime) -> Counted:
    about: dict[str, Any] = {
        "placecheck_backup": FORMAT,
        "schema": found_version(connection),
        "program": __version__,
        "made": now.isoformat(),
        "tables": {},
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables_in(connection):
            about["tables"][table.name] = _write_table(connection, table, archive)
        archive.writestr(_entry(ABOUT), json.dumps(about, indent=2) + "\n")
    return counted(connection)


def counted(connection: Connection) -> Counted:
    """How many places, assessments and standing answers there are."""
    rounds = select(func.count(), func.coalesce(func.sum(tables.assessment.c.answered), 0))
    assessments, answers = connection.execute(rounds).one()
    places = connection.execute(select(func.count()).select_from(tables.place)).scalar_one()
    return Counted(places=places, assessments=assessments, answers=answers)


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
