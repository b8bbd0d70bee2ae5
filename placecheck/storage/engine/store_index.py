"""Which of many stores knows a code, and which holds what is due, found without opening any of them.

The index is a small database beside the stores. It is never the only truth: whoever asks it goes on to ask the store
itself. An entry is kept before what it leads to, so none is missing; one that leads nowhere goes within a day. A store
that is not listed, or whose file or schema is another than the one that was listed, has to be asked without it.
So the index can be deleted at any time, and builds itself again from the stores.
"""

from __future__ import annotations

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
"""Where it is kept among the folders, or the schemas, of the stores; neither can be the name of a group."""

PREFIX = "g_"
"""How the schemas of stores that are looked for begin."""

SETTLED = 3600.0
"""Seconds after which an entry that leads nowhere goes: far longer than it takes to keep what it would lead to."""

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

    Made where there is none. Safe to use from many threads, and alongside other processes.

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
        """Keep what leads to `store`, on the disk when this returns; called before the store keeps it itself."""
        rows = _rows(store, entries)
        if rows:
            self._write(lambda connection: connection.execute(_ADD, rows))

    def rewrite(self, store: str, identity: str | None, entries: Iterable[Entry]) -> None:
        """List `store` with all that it knows, read after its `identity` was; what is added meanwhile stays."""
        wanted = {entry.digest: entry for entry in entries}
        self._write(lambda connection: _rewrite(connection, store, identity, wanted))

    def stores_with(self, digest: int) -> tuple[str, ...]:
        """Return the stores that a code may be in."""
        return self._names("SELECT store FROM entry WHERE digest = :digest ORDER BY store", digest=digest)

    def due(self, day: date) -> tuple[str, ...]:
        """Return the stores in which something may be due by `day`."""
        return self._names("SELECT DISTINCT store FROM entry WHERE due <= :day ORDER BY store", day=day.isoformat())

    def unlisted(self) -> frozenset[str]:
        """Return the stores that are there and have to be asked without the index."""
        listed = self._identities_by("SELECT store, identity FROM listed")
        return frozenset(name for name, identity in self._identities().items() if listed.get(name) != identity)

    def is_listed(self, store: str) -> bool:
        """Return whether the index knows all that `store` does."""
        listed = self._identities_by("SELECT store, identity FROM listed WHERE store = :store", store=store)
        return store in listed and listed[store] == self.identity(store)

    def identity(self, store: str) -> str | None:
        """Return what tells the file or schema of `store` from another in its place; None where there is none."""
        if self._folder is not None:
            return _file_identity(self._folder / store / FILE)
        return self._identities_by(f"{_SCHEMAS} WHERE nspname = :store", store=store).get(store)

    def check_ready(self) -> None:
        """Ask the database for one row.

        Raises:
            StorageError: The database does not answer.
        """
        self._read("SELECT store, identity FROM listed LIMIT 1")

    def close(self) -> None:
        """Close every connection; the index is not used after that."""
        self._database.close()

    def _identities(self) -> dict[str, str]:
        if self._folder is None:
            return self._identities_by(f"{_SCHEMAS} WHERE starts_with(nspname, :prefix)", prefix=PREFIX)
        folders = (folder for folder in self._folder.iterdir() if folder.name != FOLDER)
        known_files = ((folder.name, _file_identity(folder / FILE)) for folder in folders)
        return {name: identity for name, identity in known_files if identity is not None}

    def _names(self, query: str, **values: object) -> tuple[str, ...]:
        return tuple(row[0] for row in self._read(query, **values))

    def _identities_by(self, query: str, **values: object) -> dict[str, str]:
        return dict(self._read(query, **values))

    def _read(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        def read() -> list[tuple[Any, ...]]:
            with self._database.read() as connection:
                return [tuple(row) for row in connection.execute(text(query), values)]

        return self._tried(read)

    def _write(self, act: Callable[[Connection], object]) -> None:
        def write() -> None:
            with self._database.write() as connection:
                act(connection)

        self._tried(write)

    def _tried(self, act: Callable[[], Outcome]) -> Outcome:
        """Call `act`; once more, with an empty index, where the file of the index is damaged."""
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
    """Return the one index that this process has of the stores at `where`, made if missing.

    Raises:
        StorageError: The index cannot be opened, read or written.
    """
    return StoreIndex(where)


def announce(database: Database, where: Path | str, entries: Collection[Entry]) -> None:
    """Tell the index beside the store at `where` what the store is about to keep; nothing where it has no index."""
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


def _file_identity(path: Path) -> str | None:
    with suppress(OSError):
        status = path.stat()
        return f"{status.st_dev}:{status.st_ino}"
    return None
