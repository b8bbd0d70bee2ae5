"""All rounds at once, each kept packed beside its rows under the number of its latest change.

What was packed after an older change is packed anew when it is asked for, so it never says other than the rows do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, func, select

from placecheck.assessment.packed import Packed, packed
from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.database import Database
from placecheck.storage.editions import Editions
from placecheck.storage.kept import Kept
from placecheck.storage.reading import assessment_row, whole_assessment

AT_ONCE = 200
"""How many rounds are packed anew in one transaction, so that nobody else waits long to write."""


class Many(Kept):
    """The part of the store that knows all rounds together."""

    def packed(self) -> tuple[list[Packed], dict[str, Rubric]]:
        """Every round, and the rubrics that they were made with under their keys."""
        with self._database.read() as connection:
            older = [row.id for row in connection.execute(_ROUNDS) if row.packed_at != row.sequence]
        for some in _portions(older):
            pack_anew(self._database, self._editions, some)
        with self._database.read() as connection:
            found = [
                Packed(row.id, row.place_id, row.edition_key, row.content)
                for row in connection.execute(_ROUNDS)
                if row.packed_at == row.sequence  # one changed in this very moment waits for the next time
            ]
            keys = dict.fromkeys(one.edition_key for one in found)
            return found, {key: self._editions.get(connection, key) for key in keys}

    def pulse(self) -> tuple[int, int]:
        """Two numbers that are others once anything was kept, changed or deleted: a cheap question, asked often."""
        rounds = tables.assessment.c
        counted = select(func.count(), func.coalesce(func.sum(rounds.sequence), 0), func.max(rounds.changed))
        with self._database.read() as connection:
            count, changes, last = connection.execute(counted).one()
        return count, hash((changes, last))


_OF, _PACKED = tables.assessment.c, tables.packed.c
_ROUNDS = (
    select(_OF.id, _OF.place_id, _OF.edition_key, _OF.sequence, _PACKED.sequence.label("packed_at"), _PACKED.content)
    .outerjoin(tables.packed, _PACKED.assessment_id == _OF.id)
    .order_by(_OF.place_id, _OF.number)
)


def keep_packed(connection: Connection, assessment_id: str, sequence: int, content: str) -> None:
    """Keep a round packed as it is after the change `sequence`."""
    connection.execute(delete(tables.packed).where(_PACKED.assessment_id == assessment_id))
    row = {"assessment_id": assessment_id, "sequence": sequence, "content": content}
    connection.execute(tables.packed.insert(), row)


def pack_anew(database: Database, editions: Editions, ids: Iterable[str]) -> None:
    """Pack these rounds as they stand now."""
    with database.write() as connection:
        there = select(_OF.id).where(_OF.id.in_(list(ids))).with_for_update()
        for id_ in connection.execute(there).scalars().all():
            row = assessment_row(connection, id_)
            rubric = editions.get(connection, row["edition_key"])
            keep_packed(connection, id_, row["sequence"], packed(rubric, whole_assessment(connection, row, rubric)))


def _portions(ids: Sequence[Any]) -> Iterator[list[Any]]:
    left = iter(ids)
    while some := list(islice(left, AT_ONCE)):
        yield some
