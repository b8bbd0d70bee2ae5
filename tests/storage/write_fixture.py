"""Write the store of a version of the tables, as backups of it are: `python tests/storage/write_fixture.py 0013`.

`data/VERSION` holds it: the rows of the version before, brought up to this one, with what `changes/VERSION.jsonl` says
(a line for each row that is put in, or put in place of the row with its key, or `gone`). What is written once stays as
it is: a later release must be able to read it.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, and_

from placecheck import __version__
from placecheck.assessment import as_yaml
from placecheck.storage import open_store
from placecheck.storage.backup.backup import ABOUT, FORMAT, LINES, tables_in
from placecheck.storage.engine.database import connected
from placecheck.storage.schema.migrate import known_versions, upgrade

HERE = Path(__file__).resolve().parent
DATA, CHANGES = HERE / "data", HERE / "changes"
MADE = "2026-11-28T22:00:00+00:00"


def main(version: str) -> None:
    folder = DATA / version
    if folder.exists():
        sys.exit(f"{folder} is there already. What is written once stays as it is.")
    with tempfile.TemporaryDirectory() as apart:
        backup = made_backup(version, Path(apart))
        folder.mkdir()
        with zipfile.ZipFile(backup) as archive:
            archive.extractall(folder)
        (folder / "expected.yaml").write_text(expected(backup, Path(apart)), encoding="utf-8")


def made_backup(version: str, apart: Path) -> Path:
    """Make the backup of `version` in the folder `apart`."""
    before = known_versions()[known_versions().index(version) - 1]
    with closing(connected(apart / "made")) as database, database.rebuild() as connection:
        upgrade(connection, before)
        for table in tables_in(connection):
            put(connection, table, rows(DATA / before / f"{table.name}.jsonl"))
        upgrade(connection, version)
        tables = {table.name: table for table in tables_in(connection)}
        for change in rows(CHANGES / f"{version}.jsonl"):
            table = tables[change["table"]]
            remove(connection, table, change.get("gone") or change["row"])
            put(connection, table, [change["row"]] if "row" in change else [])
        return zipped(apart / f"{version}.zip", version, {name: lines(connection, tables[name]) for name in tables})


def lines(connection: Connection, table: Table) -> bytes:
    """The rows of a table, a line each."""
    held = connection.execute(table.select().order_by(*table.primary_key)).mappings()
    return b"".join(json.dumps(dict(row), ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for row in held)


def zipped(out: Path, version: str, tables: Mapping[str, bytes]) -> Path:
    """Pack tables as a backup; `write_backup` itself knows the tables of today alone."""
    counted = {
        name: {"rows": content.count(b"\n"), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in tables.items()
    }
    about = {"placecheck_backup": FORMAT, "schema": version, "program": __version__, "made": MADE, "tables": counted}
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(ABOUT, json.dumps(about, indent=2) + "\n")
        for name, content in tables.items():
            archive.writestr(name + LINES, content)
    return out


def expected(backup: Path, apart: Path) -> str:
    """What the one assessment of the store is, as its file."""
    with closing(open_store(apart / "read")) as store:
        store.restore(backup, apart / "kept")
        (place,) = (place for place in store.places() if place.assessments)
        return as_yaml(store.assessment(place.assessments[0].id))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def put(connection: Connection, table: Table, new: list[dict[str, Any]]) -> None:
    if new:
        connection.execute(table.insert(), new)


def remove(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    connection.execute(table.delete().where(and_(*(column == row[column.name] for column in table.primary_key))))


if __name__ == "__main__":
    main(sys.argv[1])
