"""The logs: current and earlier values, read from rows that were only ever appended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, exists, select, tuple_

from placecheck.assessment.customisation import OwnWords
from placecheck.assessment.model import Action, Agreed, Answer, Cause
from placecheck.source.fields import Frozen
from placecheck.storage.engine.prepared import PreparedStatement, Row
from placecheck.storage.schema import tables
from placecheck.storage.values import (
    AssessmentDetails,
    ChosenPerspectives,
    ChosenQuestions,
    Kind,
    LevelChoice,
    PinnedPassage,
    Removal,
    Standpoint,
    Value,
)

V = TypeVar("V", bound=Frozen)
Key = Mapping[str, str | int]
"""What a row is about, by column: `{"voice_id": "v1", "indicator": "mixing"}`."""


@dataclass(frozen=True, slots=True)
class Log(Generic[V]):
    """A table of changes to values of one model. A row with no value in it says that the value was withdrawn.

    `always` holds for what can change but never be withdrawn; undo leaves it alone.
    """

    kind: Kind
    table: Table
    keys: tuple[str, ...]
    model: type[V]
    always: bool = False

    def row(self, value: Value | None) -> dict[str, Any]:
        """Return the columns of `value`, by name."""
        return {name: getattr(value, name, None) for name in self.model.model_fields}

    def value(self, row: Row) -> V | None:
        """Return the value in `row`, None where it was withdrawn. Stored values are not checked by later rules."""
        fields = {name: row[name] for name in self.model.model_fields}
        if not self.always and all(value is None for value in fields.values()):
            return None
        return cast(V, self.model.model_construct(**fields))

    def key(self, row: Row) -> dict[str, str | int]:
        """Return the key that `row` is about."""
        return {name: row[name] for name in self.keys}

    def about(self, assessment_id: str, key: Key) -> ColumnElement[bool]:
        """Return the condition for rows about `key`, or all of an assessment's where it is empty."""
        columns = self.table.c
        return and_(columns.assessment_id == assessment_id, *(columns[name] == value for name, value in key.items()))


SETTING = Log("setting", tables.setting, (), AssessmentDetails, always=True)
PERSPECTIVE = Log("perspective", tables.perspective, ("voice_id",), Standpoint, always=True)
ANSWER = Log("answer", tables.answer, ("voice_id", "indicator"), Answer)
AGREED = Log("agreed", tables.agreed, ("indicator",), Agreed)
ACTION = Log("action", tables.action, ("action",), Action)
OWN_WORDS = Log("own_words", tables.own_words, ("indicator",), OwnWords)
CAUSE = Log("cause", tables.cause, ("indicator",), Cause)
BALLOT = Log("ballot", tables.ballot, ("vote", "voice_id"), Answer)
LEVEL_CHOICE = Log("level_choice", tables.level_choice, ("matter", "voice_id"), LevelChoice)
CARD = Log("card", tables.card, ("passage",), PinnedPassage)

ASKED = Log("asked", tables.asked, (), ChosenQuestions)
PERSPECTIVES = Log("perspectives", tables.perspectives, (), ChosenPerspectives)
REMOVAL = Log("removal", tables.removal, ("voice_id",), Removal)

LOGS: tuple[Log[Any], ...] = (
    SETTING,
    PERSPECTIVE,
    ANSWER,
    AGREED,
    ACTION,
    OWN_WORDS,
    CAUSE,
    BALLOT,
    LEVEL_CHOICE,
    CARD,
    ASKED,
    PERSPECTIVES,
    REMOVAL,
)


def current_value(connection: Connection, log: Log[V], assessment_id: str, key: Key) -> tuple[Row | None, V | None]:
    """Return the latest row about the whole of `key`, and its value."""
    row = _value_statement(log).first(connection, {"assessment_id": assessment_id, **key})
    return (row, log.value(row)) if row is not None else (None, None)


@lru_cache(maxsize=len(LOGS))
def _value_statement(log: Log[Any]) -> PreparedStatement:
    columns = log.table.c
    about = (columns[name] == bindparam(name) for name in ("assessment_id", *log.keys))
    return PreparedStatement(select(log.table).where(*about).order_by(columns.sequence.desc()).limit(1))


@lru_cache(maxsize=len(LOGS))
def append_statement(log: Log[Any]) -> PreparedStatement:
    """Return the statement that adds rows to `log`."""
    return PreparedStatement(log.table.insert())


def current_values(
    connection: Connection, log: Log[V], assessment_id: str, keys: Iterable[Key]
) -> Iterator[tuple[Row, V | None]]:
    """Yield the latest row about each of `keys` that has one, and its value."""
    wanted = [tuple(key[name] for name in log.keys) for key in keys]
    for row in connection.execute(_values_statement(log), {"assessment_id": assessment_id, "keys": wanted}).mappings():
        yield row, log.value(row)


@lru_cache(maxsize=len(LOGS))
def _values_statement(log: Log[Any]) -> Select[Any]:
    columns = log.table.c
    keys = tuple_(*(columns[name] for name in log.keys)).in_(bindparam("keys", expanding=True))
    return latest_change(log).where(columns.assessment_id == bindparam("assessment_id"), keys)


def latest_change(log: Log[V]) -> Select[Any]:
    """Select the rows of `log` that no later one about the same key follows: the current ones."""
    now, later = log.table, log.table.alias()
    same = (later.c[name] == now.c[name] for name in ("assessment_id", *log.keys))
    return select(now).where(~exists().where(*same, later.c.sequence > now.c.sequence))


def all_current_values(
    connection: Connection, log: Log[V], assessment_id: str, **key: str
) -> Iterator[tuple[dict[str, Any], V]]:
    """Yield every current value, with its key, in the order in which each was last changed."""
    rows = connection.execute(_all_values_statement(log, tuple(key)), {"assessment_id": assessment_id, **key})
    for row in rows.mappings():
        value = log.value(row)
        if value is not None:
            yield log.key(row), value


@lru_cache(maxsize=4 * len(LOGS))
def _all_values_statement(log: Log[Any], keys: tuple[str, ...]) -> Select[Any]:
    """Return the statement of all current values, built once, since every screen runs it."""
    columns = log.table.c
    about = (columns[name] == bindparam(name) for name in ("assessment_id", *keys))
    return latest_change(log).where(*about).order_by(columns.sequence)
