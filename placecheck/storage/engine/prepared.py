"""Statements that every save needs, made ready once: SQLAlchemy writes each for its database, the driver runs it.

Handing on a statement as small as these takes SQLAlchemy ten times as long as SQLite takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Dialect, Insert, Select, Table
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.types import TypeEngine

Values = Mapping[str, Any]
Row = Mapping[Any, Any]
"""A row by the names of its columns: SQLAlchemy's, or our own."""

COPIED = 50
"""From so many rows on, PostgreSQL gets them by COPY; with fewer, saying so takes longer than it saves."""

_Turn = Callable[[Any], Any] | None


class _Form(NamedTuple):
    """A statement as one kind of database takes it: `asks` and `gives` name values, with what turns each, if any.

    `copy` is how PostgreSQL takes many rows of an insert at once; nothing for other statements and databases.
    """

    sql: str
    asks: tuple[tuple[str, _Turn], ...]
    fixed: Values
    in_order: bool
    gives: tuple[tuple[str, _Turn], ...]
    copy: str


class PreparedStatement:
    """A statement whose values are all named. Errors are SQLAlchemy's own, as if it had run the statement."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._forms: dict[str, _Form] = {}

    def first(self, connection: Connection, values: Values) -> dict[str, Any] | None:
        """Return the first row, or None."""
        form = self._form(connection.dialect)
        row = _run(connection, form.sql, _bound(form, values)).fetchone()
        if row is None:
            return None
        return {name: turn(value) if turn else value for (name, turn), value in zip(form.gives, row, strict=True)}

    def run(self, connection: Connection, *rows: Values) -> None:
        """Run it, once for each of `rows`; once where there are none."""
        form = self._form(connection.dialect)
        if form.copy and len(rows) >= COPIED:
            _copy(connection, form, rows)
        elif len(rows) > 1:
            _run(connection, form.sql, _all_bound(form, rows), many=True)
        else:
            _run(connection, form.sql, _bound(form, rows[0] if rows else {}))

    def _form(self, dialect: Dialect) -> _Form:
        if dialect.name not in self._forms:
            self._forms[dialect.name] = _formed(self._statement, dialect)
        return self._forms[dialect.name]


def _formed(statement: ClauseElement, dialect: Dialect) -> _Form:
    compiled = cast(SQLCompiler, statement.compile(dialect=dialect))
    names = compiled.positiontup or list(compiled.binds)
    columns: Iterable[Any] = statement.selected_columns if isinstance(statement, Select) else ()
    return _Form(
        compiled.string,
        tuple((name, _dialects(compiled.binds[name].type, dialect).bind_processor(dialect)) for name in names),
        {name: bind.value for name, bind in compiled.binds.items() if not bind.required},
        compiled.positiontup is not None,
        tuple((column.key, _dialects(column.type, dialect).result_processor(dialect, None)) for column in columns),
        _copied(statement, names, dialect),
    )


def _copied(statement: ClauseElement, names: Iterable[str], dialect: Dialect) -> str:
    if dialect.driver != "psycopg" or not isinstance(statement, Insert):
        return ""
    table, quoted = cast(Table, statement.table), dialect.identifier_preparer
    columns = ", ".join(quoted.format_column(table.c[name]) for name in names)
    return f"COPY {quoted.format_table(table)} ({columns}) FROM STDIN"


def _dialects(type_: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return type_.dialect_impl(dialect)


def _bound(form: _Form, values: Values) -> Any:
    values = {**form.fixed, **values} if form.fixed else values
    if form.in_order:
        return tuple(turn(values[name]) if turn else values[name] for name, turn in form.asks)
    return {name: turn(values[name]) if turn else values[name] for name, turn in form.asks}


def _all_bound(form: _Form, rows: Sequence[Values]) -> list[Any]:
    """Return what `_bound` does of each row; most values of many rows are taken as they are."""
    if form.fixed or not form.in_order or len(form.asks) == 1:
        return [_bound(form, row) for row in rows]
    bound = map(itemgetter(*(name for name, _ in form.asks)), rows)
    turns = [(index, turn) for index, (_, turn) in enumerate(form.asks) if turn]
    if not turns:
        return list(bound)
    turned = list(map(list, bound))
    for values in turned:
        for index, turn in turns:
            values[index] = turn(values[index])
    return turned


def _run(connection: Connection, sql: str, parameters: Any, *, many: bool = False) -> DBAPICursor:
    """Run `sql` and return the driver's cursor."""
    with _sqlalchemys_errors(connection, sql):
        cursor = connection.connection.cursor()
        (cursor.executemany if many else cursor.execute)(sql, parameters)
    return cursor


def _copy(connection: Connection, form: _Form, rows: Sequence[Values]) -> None:
    """Send `rows` to PostgreSQL in one stream."""
    with _sqlalchemys_errors(connection, form.copy):
        cursor: Any = connection.connection.cursor()
        with cursor.copy(form.copy) as copy:
            for row in rows:
                copy.write_row(tuple(_bound(form, row).values()))


@contextmanager
def _sqlalchemys_errors(connection: Connection, sql: str) -> Iterator[None]:
    """Re-raise the driver's errors as SQLAlchemy's, without the values."""
    base = connection.dialect.loaded_dbapi.Error
    try:
        yield
    except base as error:
        raise DBAPIError.instance(sql, None, error, base, hide_parameters=True, dialect=connection.dialect) from error
