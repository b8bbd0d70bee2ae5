"""All assessments at once, each kept packed beside its rows under the number of its latest change.

What was packed after an older change, or by another method, is packed again when it is asked for, so it never says
other than the rows do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select

from placecheck.assessment.method import METHOD
from placecheck.assessment.packed import Packed, pack_assessment
from placecheck.rubric import Rubric
from placecheck.storage.engine.database import Database
from placecheck.storage.engine.prepared import PreparedStatement
from placecheck.storage.journal.editions import Editions
from placecheck.storage.journal.load import assessment_row, whole_assessment
from placecheck.storage.journal.locks import lock_assessments
from placecheck.storage.parts.base import StorePart
from placecheck.storage.schema import tables

AT_ONCE = 200
"""How many assessments are packed again in one transaction, so that nobody else waits long to write."""


class PackedAssessments(StorePart):
    """The part of the store that knows all assessments together."""

    def packed(self) -> tuple[list[Packed], dict[str, Rubric]]:
        """Return every assessment, and the rubrics that they were made with under their keys."""
        with self._database.read() as connection:
            older = [row.id for row in connection.execute(_SELECT_PACKED) if not _holds(row)]
        for some in _portions(older):
            repack(self._database, self._editions, some)
        with self._database.read() as connection:
            rows = [
                Packed(row.id, row.place_id, row.edition_key, row.content)
                for row in connection.execute(_SELECT_PACKED)
                if _holds(row)  # one changed in this very moment waits for the next time
            ]
            keys = dict.fromkeys(packed.edition_key for packed in rows)
            return rows, {key: self._editions.get(connection, key) for key in keys}

    def pulse(self) -> tuple[int, int]:
        """Return two numbers that change once anything is saved, changed or deleted: a cheap query, run often."""
        assessments = tables.assessment.c
        counted = select(func.count(), func.coalesce(func.sum(assessments.sequence), 0), func.max(assessments.changed))
        with self._database.read() as connection:
            count, changes, last = connection.execute(counted).one()
        return count, hash((changes, last))


_OF, _PACKED = tables.assessment.c, tables.packed.c
_DROP = PreparedStatement(delete(tables.packed).where(_PACKED.assessment_id == bindparam("assessment_id")))
_KEEP = PreparedStatement(tables.packed.insert())
_SELECT_PACKED = (
    select(_OF.id, _OF.place_id, _OF.edition_key, _OF.sequence)
    .add_columns(_PACKED.sequence.label("packed_at"), _PACKED.method, _PACKED.content)
    .outerjoin(tables.packed, _PACKED.assessment_id == _OF.id)
    .order_by(_OF.place_id, _OF.number)
)


def _holds(row: Any) -> bool:
    """Return whether an assessment is packed as it is now, by the current method."""
    return bool(row.packed_at == row.sequence and row.method == METHOD)


def keep_packed(connection: Connection, assessment_id: str, sequence: int, content: str) -> None:
    """Keep an assessment packed as it is after the change `sequence`."""
    row = {"assessment_id": assessment_id, "sequence": sequence, "method": METHOD, "content": content}
    _DROP.run(connection, row)
    _KEEP.run(connection, row)


def repack(database: Database, editions: Editions, ids: Iterable[str]) -> None:
    """Pack these assessments as they are now."""
    with database.write() as connection:
        for id_ in lock_assessments(connection, list(ids)):
            row = assessment_row(connection, id_)
            rubric = editions.get(connection, row["edition_key"])
            keep_packed(
                connection, id_, row["sequence"], pack_assessment(rubric, whole_assessment(connection, row, rubric))
            )


def _portions(ids: Sequence[Any]) -> Iterator[list[Any]]:
    left = iter(ids)
    while some := list(islice(left, AT_ONCE)):
        yield some
