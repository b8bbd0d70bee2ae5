"""The two kinds of database behind one interface: SQLite in a folder, or PostgreSQL by its address.

`write()` is one short transaction that no other writer can upset; `read()` sees one moment, whatever is written
meanwhile. What SQLite wrote counts only if its file is still the one at its path: a folder that was deleted or swapped
under a running server takes in what nobody will ever find again.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from placecheck.events import Event, report
from placecheck.storage.engine.connection_usage import Usage
from placecheck.storage.engine.index_entry import Entry
from placecheck.storage.engine.prepared import PreparedStatement
from placecheck.storage.engine.shared_engine import give_back, in_schema, take_engine, without_path
from placecheck.storage.engine.sqlite_file import LogEraser, OpenedFile, make_private
from placecheck.storage.errors import StorageError, StoreTroubleError, translate_db_errors
from placecheck.words import say, storing

logger = logging.getLogger("placecheck.storage")

FILE = "placecheck.sqlite3"
MAX_WAIT_SECONDS = 30
"""Seconds that a writer waits for its turn before it gives up."""

SLOW_SECONDS = 2.0
"""Seconds beyond which whoever runs the server is told that a change took long to save."""

_LOCK = f"{7_402_026}, hashtext(current_schema())"
"""The advisory lock that all writers of one store in PostgreSQL share, and no other store's."""
_SHARED = PreparedStatement(text(f"SELECT pg_advisory_xact_lock_shared({_LOCK})"))
_ALONE = PreparedStatement(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))


@dataclass(frozen=True, slots=True)
class Database:
    """The database that holds the rows. `name` is for messages; `alone` writes without foreign keys, for migrations.

    `file` and `log` are SQLite's. `prepare` brings the tables up to date where the file was replaced. `announce` tells
    an index beside the store which codes a transaction is about to keep.
    """

    name: str
    writer: Engine
    reader: Engine
    alone: Engine
    file: OpenedFile | None = None
    log: LogEraser | None = None
    prepare: list[Callable[[], None]] = field(default_factory=list)
    release: Callable[[], None] | None = None
    usage: Usage = field(default_factory=Usage)
    announce: list[Callable[[Collection[Entry]], None]] = field(default_factory=list)

    @contextmanager
    def write(self, *, exclusive: bool = False) -> Iterator[Connection]:
        """Open a write transaction, committed at the end and rolled back on any error. `exclusive` keeps others out."""
        with self.usage.at_work():
            self._reopen_if_replaced()
            began = time.monotonic()
            with translate_db_errors(self.name), self.writer.begin() as connection:
                self._queue(connection, exclusive)
                yield connection
            if (seconds := time.monotonic() - began) > SLOW_SECONDS:
                report(Event.SLOW_WRITE, f"A change took {seconds:.1f} s to be saved", level=logging.INFO)
            if self._reopen_if_replaced():
                raise StoreTroubleError(say(storing.REPLACED, where=self.name))

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """Open an exclusive transaction in which tables may be rebuilt."""
        with self.usage.at_work(), translate_db_errors(self.name), self.alone.begin() as connection:
            self._queue(connection, exclusive=True)
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a consistent view of everything at one moment, to read from."""
        with self.usage.at_work():
            self._reopen_if_replaced()
            with translate_db_errors(self.name), self.reader.begin() as connection:
                yield connection

    def forget(self) -> None:
        """Let what was just deleted vanish from SQLite's log on the disk too, once no reader needs it still."""
        if self.log is not None:
            self.log.erase()

    def close_if_idle(self, seconds: float) -> bool:
        """Close every connection to SQLite where nobody used it for `seconds`; the next use opens it again.

        Connections to PostgreSQL are of one pool that all stores share, and stay.
        """
        return self.usage.when_idle(seconds, self._close_connections)

    def _close_connections(self) -> None:
        if self.file is None:
            return
        for engine in (self.reader, self.writer):
            engine.dispose()
        self.file.opened()  # the log went with the last connection, and is no sign that somebody took it away

    def close(self) -> None:
        """Close every connection."""
        if self.log is not None:
            self.log.close()
        if self.release is not None:
            self.release()
            return
        for engine in (self.reader, self.writer, self.alone):
            engine.dispose()

    def _reopen_if_replaced(self) -> bool:
        """Let go of a file that is no more at its path, and open the one that is, or a new one; whether that was so."""
        if self.file is None or not self.file.is_replaced():
            return False
        logger.error("%s was deleted or replaced while it was open; it is opened again", self.file.path)
        for engine in (self.reader, self.writer, self.alone):
            engine.dispose()
        try:
            make_private(self.file.path)
        except OSError as error:
            raise StoreTroubleError(say(storing.NO_FOLDER, where=self.name, why=error.strerror)) from None
        self.file.opened()
        for prepare in self.prepare:
            prepare()
        return True

    def _queue(self, connection: Connection, exclusive: bool) -> None:
        """Queue for writing: SQLite's BEGIN IMMEDIATE has; PostgreSQL's writers share a lock that can be exclusive."""
        if connection.dialect.name == "postgresql":
            (_ALONE if exclusive else _SHARED).run(connection)


def connected(where: Path | str) -> Database:
    """Connect to the database at `where`: a PostgreSQL address, or a folder, made if missing.

    Raises:
        StorageError: The database cannot be reached, or the folder cannot be made.
    """
    return _postgres(where) if isinstance(where, str) and "://" in where else _sqlite(Path(where))


def _sqlite(folder: Path) -> Database:
    path = folder / FILE
    try:
        make_private(path)
    except OSError as error:
        raise StoreTroubleError(say(storing.NO_FOLDER, where=folder, why=error.strerror)) from None
    url = URL.create("sqlite", database=str(path))
    everyone = {"connect_args": {"timeout": MAX_WAIT_SECONDS}}
    writer = create_engine(url, pool_size=1, max_overflow=0, pool_timeout=2 * MAX_WAIT_SECONDS, **everyone)
    reader = create_engine(url, max_overflow=-1, **everyone)
    alone = create_engine(url, poolclass=NullPool, **everyone)
    for engine in (writer, alone):
        _on_connect(engine, "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON")
        event.listen(engine, "connect", _write_ahead)
        _begin_with(engine, "BEGIN IMMEDIATE")
    _on_connect(writer, "PRAGMA foreign_keys=ON")
    _on_connect(reader, "PRAGMA query_only=ON")
    _begin_with(reader, "BEGIN")
    file = OpenedFile(path)
    event.listen(writer, "connect", lambda *_: file.opened())
    return Database(str(folder), writer, reader, alone, file, LogEraser(path))


def _begin_with(engine: Engine, statement: str) -> None:
    """Let `engine` begin every transaction with `statement`, instead of the driver's own guess of when to begin."""
    event.listen(engine, "begin", PreparedStatement(text(statement)).run)


def _on_connect(engine: Engine, *pragmas: str) -> None:
    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(pragma)


def _write_ahead(connection: sqlite3.Connection, _record: object) -> None:
    """Turn write-ahead logging on. SQLite does not wait its turn here, so two first starts at once need patience."""
    until = time.monotonic() + MAX_WAIT_SECONDS
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
    bare, schema = without_path(url.set(drivername="postgresql+psycopg"))
    try:
        engine = take_engine(bare, MAX_WAIT_SECONDS)
    except ModuleNotFoundError:
        raise StorageError(say(storing.NO_DRIVER)) from None
    writer = in_schema(engine, schema)
    reader = in_schema(engine, schema, isolation_level="REPEATABLE READ")
    return Database(url.render_as_string(), writer, reader, writer, release=partial(give_back, bare))
