"""Whole rubrics, kept with what was made with them: an assessment opens and scores the same for ever."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import Connection, Executable, select
from sqlalchemy.dialects import postgresql, sqlite

from placecheck.rubric import Rubric, UnknownRubricError, find_rubric
from placecheck.storage.schema import tables

_KEEP_ONCE: dict[str, Executable] = {
    "sqlite": sqlite.insert(tables.edition).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(tables.edition).on_conflict_do_nothing(),
}
"""Two assessments may begin with a new rubric at the same moment; it is kept once."""


class Editions:
    """The rubrics kept in one store. Each is read once; it never changes."""

    def __init__(self) -> None:
        self._known: dict[str, Rubric] = {}
        self._last: tuple[Rubric, str, str] | None = None

    def keep(self, connection: Connection, rubric: Rubric, now: datetime) -> str:
        """Keep the whole of `rubric`, once; its key."""
        content, key = self._written(rubric)
        existing = select(tables.edition.c.key).where(tables.edition.c.key == key)
        if connection.execute(existing).first() is None:
            row = {"key": key, "rubric": rubric.id, "edition": rubric.edition, "content": content, "kept": now}
            connection.execute(_KEEP_ONCE[connection.dialect.name], row)
        return key

    def _written(self, rubric: Rubric) -> tuple[str, str]:
        """Return the JSON of `rubric` and its key, made once for the many assessments of one file."""
        if self._last is None or self._last[0] is not rubric:
            content = rubric.model_dump_json()
            self._last = rubric, content, hashlib.sha256(content.encode()).hexdigest()
        return self._last[1:]

    def get(self, connection: Connection, key: str) -> Rubric:
        """Return the rubric under `key`."""
        if key not in self._known:
            content = select(tables.edition.c.content).where(tables.edition.c.key == key)
            self._known[key] = Rubric.model_validate_json(connection.execute(content).scalar_one())
        return self._known[key]

    def find(self, connection: Connection, id_: str, edition: str) -> Rubric:
        """Return the rubric with this id and edition, available or last kept.

        Raises:
            UnknownRubricError: There is no such rubric, and none was kept.
        """
        try:
            return find_rubric(id_, edition)
        except UnknownRubricError:
            edition_table = tables.edition
            named = select(edition_table.c.key).where(edition_table.c.rubric == id_, edition_table.c.edition == edition)
            key = connection.execute(named.order_by(edition_table.c.kept.desc()).limit(1)).scalar()
            if key is None:
                raise
            return self.get(connection, key)
