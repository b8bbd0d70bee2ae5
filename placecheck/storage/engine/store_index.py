"""Find the store that a code belongs to, and the stores with something due, without opening any of them.

The index is a small database next to the stores. It only says where to look: the store itself then decides. An entry is
written before the code or day that it stands for, so none is ever missing; an entry whose code or day was never saved,
or is gone, is removed within a day. A store has to be opened and asked where the index does not list it, or lists
another file or schema under its name. So the index can be deleted at any time: it is built again from the stores.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from placecheck.storage.engine.database import FILE, Database, connected
from placecheck.storage.engine.index_entry import Entry
from placecheck.storage.engine.pg_schema import address_of_schema, schema_address, schema_of
from placecheck.storage.errors import StoreDamagedError

FOLDER, SCHEMA = "_index", "placecheck_index"
"""The folder, or the schema, of the index among those of the stores. No group can have such a name."""

PREFIX = "g_"
"""The beginning of the name of each schema that holds a store."""

SETTLED = 3600.0
"""Age in seconds at which an entry may be removed because its store does not know it.

A younger one may have been written by a process that is about to save its code, which takes far less time.
"""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS entry (digest BIGINT NOT NULL, store TEXT NOT NULL, due TEXT, added FLOAT NOT NULL,"
    " PRIMARY KEY (digest, store))",
    "CREATE INDEX IF NOT EXISTS ix_entry_store ON entry (store)",
    "CREATE INDEX IF NOT EXISTS ix_entry_due ON entry (due) WHERE due IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS listed (store TEXT PRIMARY KEY, identity TEXT NOT NULL)",
)
_ADD = text(
    "INSERT INTO entry (digest, store, due, added) VALUES (:digest, :store, :due, :added)"
    " ON CONFLICT (digest, store) DO UPDATE SET due = excluded.due, added = excluded.added"
)
_REMOVE = text("DELETE FROM entry WHERE digest = :digest AND store = :store AND added < :settled")
_LIST = text(
    "INSERT INTO listed (store, identity) VALUES (:store, :identity)"
    " ON CONFLICT (store) DO UPDATE SET identity = excluded.identity"
)

_SCHEMAS = "SELECT nspname, CAST(oid AS TEXT) FROM pg_namespace"

Outcome = TypeVar("Outcome")


class StoreIndex:
    """The index of the stores at `where`: a folder of folders, or the address of a PostgreSQL database of schemas.

    It is created if there is none. It can be used from several threads, and by several processes at once.

    Raises:
        StorageError: The index cannot be opened, read or written.
    """

    def __init__(self, where: Path | str) -> None:
        self._folder = where if isinstance(where, Path) else None
        place = where / FOLDER if isinstance(where, Path) else schema_address(where, SCHEMA)
        self._database = connected(place)
        self._database.prepare.append(self._make_tables)
        self._tried(self._make_tables)

    def add(self, store: str, entries: Iterable[Entry]) -> None:
        """Write entries for `store`, before the store saves what they stand for; they are on disk when this returns."""
        rows = _rows(store, entries)
        if rows:
            self._write(lambda connection: connection.execute(_ADD, rows))

    def rewrite(self, store: str, identity: str | None, entries: Iterable[Entry]) -> None:
        """Replace the entries of `store` by all that it has, and list it under `identity`; entries added lately stay.

        Read `identity` before `entries`: should the file be replaced in between, the store counts as not listed.
        """
        wanted = {entry.digest: entry for entry in entries}
        self._write(lambda connection: _rewrite(connection, store, identity, wanted))

    def stores_with(self, digest: int) -> tuple[str, ...]:
        """Return the stores that a code may be in."""
        return self._names("SELECT store FROM entry WHERE digest = :digest ORDER BY store", digest=digest)

    def due(self, day: date) -> tuple[str, ...]:
        """Return the stores in which something may be due by `day`."""
        return self._names("SELECT DISTINCT store FROM entry WHERE due <= :day ORDER BY store", day=day.isoformat())

    def unlisted(self) -> frozenset[str]:
        """Return the stores that have to be opened and asked, since the index does not list them as they are now."""
        listed = self._identities_by("SELECT store, identity FROM listed")
        return frozenset(name for name, identity in self._identities().items() if listed.get(name) != identity)

    def is_listed(self, store: str) -> bool:
        """Return whether the index has an entry for everything in `store`."""
        listed = self._identities_by("SELECT store, identity FROM listed WHERE store = :store", store=store)
        return store in listed and listed[store] == self.identity(store)

    def identity(self, store: str) -> str | None:
        """Return what identifies the file or schema of `store`, and differs for one in its place; None without any."""
        if self._folder is not None:
            return _file_identity(self._folder / store / FILE)
        return self._identities_by(f"{_SCHEMAS} WHERE nspname = :store", store=store).get(store)

    def check_ready(self) -> None:
        """Read one row, to see that the database answers.

        Raises:
            StorageError: The database does not answer.
        """
        self._read("SELECT store, identity FROM listed LIMIT 1")

    def close(self) -> None:
        """Close every connection; the index cannot be used after that."""
        self._database.close()

    def _identities(self) -> dict[str, str]:
        if self._folder is None:
            return self._identities_by(f"{_SCHEMAS} WHERE starts_with(nspname, :prefix)", prefix=PREFIX)
        with os.scandir(self._folder) as folders:  # a Path for each would take three times as long
            files = {folder.name: _file_identity(f"{folder.path}/{FILE}") for folder in folders}
        return {name: identity for name, identity in files.items() if identity is not None and name != FOLDER}

    def _names(self, query: str, **values: object) -> tuple[str, ...]:
        return tuple(row[0] for row in self._read(query, **values))

    def _identities_by(self, query: str, **values: object) -> dict[str, str]:
        return dict(self._read(query, **values))

    def _read(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        def read() -> list[tuple[Any, ...]]:
            with self._database.read() as connection:
                return [tuple(row) for row in connection.execute(text(query), values).all()]

        return self._tried(read)

    def _write(self, act: Callable[[Connection], object]) -> None:
        def write() -> None:
            with self._database.write() as connection:
                act(connection)

        self._tried(write)

    def _tried(self, act: Callable[[], Outcome]) -> Outcome:
        """Call `act`; if the index's file is damaged, delete it and call `act` once more, with an empty index."""
        try:
            return act()
        except StoreDamagedError:
            if self._folder is None:
                raise
            for ending in ("", "-wal", "-shm"):
                (self._folder / FOLDER / f"{FILE}{ending}").unlink(missing_ok=True)
            return act()

    def _make_tables(self) -> None:
        with self._database.write(exclusive=True) as connection:
            for statement in _TABLES:
                connection.execute(text(statement))


@lru_cache(maxsize=4)
def open_index(where: Path | str) -> StoreIndex:
    """Return this process's only index of the stores at `where`, created if missing.

    Raises:
        StorageError: The index cannot be opened, read or written.
    """
    return StoreIndex(where)


def announce(database: Database, where: Path | str, entries: Collection[Entry]) -> None:
    """Write to the index next to the store at `where` what the store is about to save, if there is an index."""
    if isinstance(where, Path):
        if (where.parent / FOLDER / FILE).exists():
            open_index(where.parent.resolve()).add(where.name, entries)
        return
    schema = schema_of(where)
    if schema is None or not schema.startswith(PREFIX):
        return
    with database.read() as connection:
        has_index = connection.execute(text(f"SELECT to_regclass('{SCHEMA}.listed')")).scalar()
    if has_index is not None:
        open_index(address_of_schema(where, None)).add(schema, entries)


def _rewrite(connection: Connection, store: str, identity: str | None, wanted: Mapping[int, Entry]) -> None:
    query = text("SELECT digest, due, added FROM entry WHERE store = :store")
    rows = {digest: (due, added) for digest, due, added in connection.execute(query, {"store": store})}
    settled = time.time() - SETTLED
    obsolete = [digest for digest, (_, added) in rows.items() if digest not in wanted and added < settled]
    changed = [entry for digest, entry in wanted.items() if digest not in rows or rows[digest][0] != _day(entry)]
    if obsolete:
        vain = [{"digest": digest, "store": store, "settled": settled} for digest in obsolete]
        connection.execute(_REMOVE, vain)
    if changed:
        connection.execute(_ADD, _rows(store, changed))
    if identity is None:
        connection.execute(text("DELETE FROM listed WHERE store = :store"), {"store": store})
    else:
        connection.execute(_LIST, {"store": store, "identity": identity})


def _rows(store: str, entries: Iterable[Entry]) -> list[dict[str, object]]:
    added = time.time()
    return [{"digest": entry.digest, "store": store, "due": _day(entry), "added": added} for entry in entries]


def _day(entry: Entry) -> str | None:
    return entry.due.isoformat() if entry.due else None


def _file_identity(path: Path | str) -> str | None:
    with suppress(OSError):
        status = os.stat(path)  # noqa: PTH116 (a thousand paths as text)
        return f"{status.st_dev}:{status.st_ino}"
    return None
