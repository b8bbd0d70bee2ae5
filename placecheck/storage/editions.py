"""Whole rubrics, kept with what was made with them: an assessment opens and scores the same for ever."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import Connection, Executable, select
from sqlalchemy.dialects import postgresql, sqlite

from placecheck.rubric import Rubric, UnknownRubricError, find_rubric
from placecheck.storage import tables

_KEEP_ONCE: dict[str, Executable] = {
    "sqlite": sqlite.insert(tables.edition).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(tables.edition).on_conflict_do_nothing(),
}
"""Two rounds may begin with a new rubric at the same moment; it is kept once."""


class Editions:
    """The rubrics kept in one store. Each is read once; it never changes."""

    def __init__(self) -> None:
        self._known: dict[str, Rubric] = {}

    def keep(self, connection: Connection, rubric: Rubric, now: datetime) -> str:
        """Keep the whole of `rubric`, once; its key."""
        content = rubric.model_dump_json()
        key = hashlib.sha256(content.encode()).hexdigest()
        there = select(tables.edition.c.key).where(tables.edition.c.key == key)
        if connection.execute(there).first() is None:
            row = {"key": key, "rubric": rubric.id, "edition": rubric.edition, "content": content, "kept": now}
            connection.execute(_KEEP_ONCE[connection.dialect.name], row)
        return key

    def get(self, connection: Connection, key: str) -> Rubric:
        """The rubric under `key`."""
        if key not in self._known:
            content = select(tables.edition.c.content).where(tables.edition.c.key == key)
            self._known[key] = Rubric.model_validate_json(connection.execute(content).scalar_one())
        return self._known[key]

    def find(self, connection: Connection, id_: str, edition: str) -> Rubric:
        """The rubric with this id and edition: the one at hand, else the last one kept. Raises UnknownRubricError."""
        try:
            return find_rubric(id_, edition)
        except UnknownRubricError:
            kept = tables.edition
            named = select(kept.c.key).where(kept.c.rubric == id_, kept.c.edition == edition)
            key = connection.execute(named.order_by(kept.c.kept.desc()).limit(1)).scalar()
            if key is None:
                raise
            return self.get(connection, key)
