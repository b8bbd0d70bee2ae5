"""One PostgreSQL engine for all stores in one database: their connections together are capped, however many groups.

A store in a schema of its own sets the search path at the beginning of each transaction, for that transaction alone.
So any connection serves any group, also behind a pooler that gives each transaction another one.
"""

from __future__ import annotations

import threading
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

POOL, MORE = 10, 20
"""Connections that a process keeps open, and that it opens beside them when many come at once."""

PATH_OPTION = "-csearch_path="

_lock = threading.Lock()
_engines: dict[URL, tuple[Engine, int]] = {}


def take_engine(url: URL, wait: float) -> Engine:
    """Return the engine for the database at `url`, shared with every other store on it.

    Raises:
        ModuleNotFoundError: The driver for PostgreSQL is not installed.
    """
    with _lock:
        engine, users = _engines.get(url, (None, 0))
        if engine is None:
            engine = create_engine(
                url,
                pool_size=POOL,
                max_overflow=MORE,
                pool_timeout=wait,
                pool_pre_ping=True,
                pool_use_lifo=True,
                connect_args={"client_encoding": "utf8"},  # without one of its own a database would send bytes
            )
        _engines[url] = engine, users + 1
        return engine


def give_back(url: URL) -> None:
    """Let go of the engine for `url`; its connections are closed once nobody uses it."""
    with _lock:
        engine, users = _engines.pop(url)
        if users > 1:
            _engines[url] = engine, users - 1
            return
    engine.dispose()


def in_schema(engine: Engine, schema: str | None, **options: Any) -> Engine:
    """Return `engine`, each of whose transactions sees the tables of `schema` alone; its own path for None."""
    derived = engine.execution_options(**options)
    if schema is not None:
        quoted = engine.dialect.identifier_preparer.quote(schema)

        @event.listens_for(derived, "begin")
        def set_path(connection: Connection) -> None:
            connection.exec_driver_sql(f"SET LOCAL search_path TO {quoted}")

    return derived


def without_path(url: URL) -> tuple[URL, str | None]:
    """Return `url` without the search path that it asks for, and that path; None where it asks for none."""
    query_options = url.query.get("options", "")
    options = (query_options if isinstance(query_options, str) else " ".join(query_options)).split()
    paths = [option.removeprefix(PATH_OPTION) for option in options if option.startswith(PATH_OPTION)]
    if not paths:
        return url, None
    rest = " ".join(option for option in options if not option.startswith(PATH_OPTION))
    bare = url.difference_update_query(["options"])
    return bare.update_query_dict({"options": rest}) if rest else bare, paths[-1]
