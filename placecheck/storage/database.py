"""The two kinds of database behind one door: SQLite in a folder, or PostgreSQL by its address.

`write()` is one short transaction that no other writer can upset; `read()` sees one moment, whatever is written
meanwhile.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from placecheck.storage.errors import StorageError, told
from placecheck.storage.ready import Ready
from placecheck.words import say, storing

FILE = "placecheck.sqlite3"
WAIT = 30
"""Seconds that a writer waits for its turn before it gives up."""

_LOCK = 7_402_026
"""The number of the advisory lock that all writers of one PostgreSQL database share."""
_SHARED = Ready(text(f"SELECT pg_advisory_xact_lock_shared({_LOCK})"))
_ALONE = Ready(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))


@dataclass(frozen=True, slots=True)
class Database:
    """Where rows are kept. `name` is what people are told; `alone` writes without foreign keys, for migrations."""

    name: str
    writer: Engine
    reader: Engine
    alone: Engine

    @contextmanager
    def write(self, *, exclusive: bool = False) -> Iterator[Connection]:
        """One write transaction: committed at the end, rolled back on any error. `exclusive` keeps all others out."""
        with told(self.name), self.writer.begin() as connection:
            self._queue(connection, exclusive)
            yield connection

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """One exclusive transaction in which tables may be made anew."""
        with told(self.name), self.alone.begin() as connection:
            self._queue(connection, exclusive=True)
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One view of everything at one moment, to read from."""
        with told(self.name), self.reader.begin() as connection:
            yield connection

    def forget(self) -> None:
        """Let what was just deleted vanish from SQLite's log on the disk too, as far as no reader needs it still."""
        if self.writer.dialect.name == "sqlite":
            with closing(self.writer.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        for engine in (self.reader, self.writer, self.alone):
            engine.dispose()

    def _queue(self, connection: Connection, exclusive: bool) -> None:
        """SQLite's BEGIN IMMEDIATE has queued already; PostgreSQL's writers share a lock that one can have alone."""
        if connection.dialect.name == "postgresql":
            (_ALONE if exclusive else _SHARED).run(connection)


def connected(where: Path | str) -> Database:
    """The database at `where`: a PostgreSQL address, or a folder, made if it is not there. Raises StorageError."""
    return _postgres(where) if isinstance(where, str) and "://" in where else _sqlite(Path(where))


def _sqlite(folder: Path) -> Database:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StorageError(say(storing.NO_FOLDER, where=folder, why=error.strerror)) from None
    url = URL.create("sqlite", database=str(folder / FILE))
    everyone = {"connect_args": {"timeout": WAIT}}
    writer = create_engine(url, pool_size=1, max_overflow=0, pool_timeout=2 * WAIT, **everyone)
    reader = create_engine(url, max_overflow=-1, **everyone)
    alone = create_engine(url, poolclass=NullPool, **everyone)
    for engine in (writer, alone):
        _on_connect(engine, "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON")
        event.listen(engine, "connect", _write_ahead)
        _begin_with(engine, "BEGIN IMMEDIATE")
    _on_connect(writer, "PRAGMA foreign_keys=ON")
    _on_connect(reader, "PRAGMA query_only=ON")
    _begin_with(reader, "BEGIN")
    return Database(str(folder), writer, reader, alone)


def _begin_with(engine: Engine, statement: str) -> None:
    """Let `engine` begin every transaction with `statement`, instead of the driver's own guess of when to begin."""
    event.listen(engine, "begin", Ready(text(statement)).run)


def _on_connect(engine: Engine, *pragmas: str) -> None:
    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(pragma)


def _write_ahead(connection: sqlite3.Connection, _record: object) -> None:
    """Turn write-ahead logging on. SQLite does not wait its turn here, so two first starts at once need patience."""
    until = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _postgres(address: str) -> Database:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        shown = re.sub("//.*@", "//***@", address)  # whatever is wrong with it, it may hold a password
        raise StorageError(say(storing.NOT_POSTGRES, url=shown)) from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise StorageError(say(storing.NOT_POSTGRES, url=url.render_as_string()))
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=10,
            max_overflow=20,
            pool_timeout=WAIT,
            pool_pre_ping=True,
        )
    except ModuleNotFoundError:
        raise StorageError(say(storing.NO_DRIVER)) from None
    reader = engine.execution_options(isolation_level="REPEATABLE READ")
    return Database(url.render_as_string(), engine, reader, engine)
