"""The logs: what stands now, and what stood before, read from rows that were only ever appended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, exists, select, tuple_

from placecheck.assessment.model import Action, Agreed, Answer, Cause
from placecheck.assessment.own import OwnWords
from placecheck.source.fields import Frozen
from placecheck.storage import tables
from placecheck.storage.ready import Ready, Row
from placecheck.storage.values import Card, Kind, Setting, Standpoint, Value

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
        """The columns of `value`, by name."""
        return {name: getattr(value, name, None) for name in self.model.model_fields}

    def value(self, row: Row) -> V | None:
        """The value in `row`, None where it was withdrawn. What was taken once is not judged again by later rules."""
        fields = {name: row[name] for name in self.model.model_fields}
        if not self.always and all(value is None for value in fields.values()):
            return None
        return cast(V, self.model.model_construct(**fields))

    def key(self, row: Row) -> dict[str, str | int]:
        """What `row` is about."""
        return {name: row[name] for name in self.keys}

    def about(self, assessment_id: str, key: Key) -> ColumnElement[bool]:
        """Which rows are about `key`, or all of an assessment's where it is empty."""
        columns = self.table.c
        return and_(columns.assessment_id == assessment_id, *(columns[name] == value for name, value in key.items()))


SETTING = Log("setting", tables.setting, (), Setting, always=True)
PERSPECTIVE = Log("perspective", tables.perspective, ("voice_id",), Standpoint, always=True)
ANSWER = Log("answer", tables.answer, ("voice_id", "indicator"), Answer)
AGREED = Log("agreed", tables.agreed, ("indicator",), Agreed)
ACTION = Log("action", tables.action, ("action",), Action)
OWN_WORDS = Log("own_words", tables.own_words, ("indicator",), OwnWords)
CAUSE = Log("cause", tables.cause, ("indicator",), Cause)
BALLOT = Log("ballot", tables.ballot, ("vote", "voice_id"), Answer)
CARD = Log("card", tables.card, ("passage",), Card)

LOGS: tuple[Log[Any], ...] = (SETTING, PERSPECTIVE, ANSWER, AGREED, ACTION, OWN_WORDS, CAUSE, BALLOT, CARD)


def standing(connection: Connection, log: Log[V], assessment_id: str, key: Key) -> tuple[Row | None, V | None]:
    """The latest row about the whole of `key`, and its value."""
    row = _standing(log).first(connection, {"assessment_id": assessment_id, **key})
    return (row, log.value(row)) if row is not None else (None, None)


@lru_cache(maxsize=len(LOGS))
def _standing(log: Log[Any]) -> Ready:
    columns = log.table.c
    about = (columns[name] == bindparam(name) for name in ("assessment_id", *log.keys))
    return Ready(select(log.table).where(*about).order_by(columns.sequence.desc()).limit(1))


@lru_cache(maxsize=len(LOGS))
def adding(log: Log[Any]) -> Ready:
    """Adds rows to `log`."""
    return Ready(log.table.insert())


def each_standing(
    connection: Connection, log: Log[V], assessment_id: str, keys: Iterable[Key]
) -> Iterator[tuple[Row, V | None]]:
    """The latest row about each of `keys` that has one, and its value."""
    asked = [tuple(key[name] for name in log.keys) for key in keys]
    for row in connection.execute(_each_standing(log), {"assessment_id": assessment_id, "keys": asked}).mappings():
        yield row, log.value(row)


@lru_cache(maxsize=len(LOGS))
def _each_standing(log: Log[Any]) -> Select[Any]:
    columns = log.table.c
    keys = tuple_(*(columns[name] for name in log.keys)).in_(bindparam("keys", expanding=True))
    return latest(log).where(columns.assessment_id == bindparam("assessment_id"), keys)


def latest(log: Log[V]) -> Select[Any]:
    """The rows of `log` that no later one about the same key follows: those that count."""
    now, later = log.table, log.table.alias()
    same = (later.c[name] == now.c[name] for name in ("assessment_id", *log.keys))
    return select(now).where(~exists().where(*same, later.c.sequence > now.c.sequence))


def all_standing(
    connection: Connection, log: Log[V], assessment_id: str, **key: str
) -> Iterator[tuple[dict[str, Any], V]]:
    """Every value that stands now, with its key, in the order in which each was last changed."""
    rows = connection.execute(_all_standing(log, tuple(key)), {"assessment_id": assessment_id, **key})
    for row in rows.mappings():
        value = log.value(row)
        if value is not None:
            yield log.key(row), value


@lru_cache(maxsize=4 * len(LOGS))
def _all_standing(log: Log[Any], keys: tuple[str, ...]) -> Select[Any]:
    """Built once, since every screen asks it."""
    columns = log.table.c
    about = (columns[name] == bindparam(name) for name in ("assessment_id", *keys))
    return latest(log).where(*about).order_by(columns.sequence)
