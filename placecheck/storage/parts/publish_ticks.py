"""The ticks of what may be published: which texts of an assessment a person read and found to name nobody."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from placecheck.storage.journal.load import assessment_row
from placecheck.storage.parts.base import StorePart
from placecheck.storage.schema import tables

_T = tables.publish_tick.c


class PublishTicks(StorePart):
    """The part of the store that keeps ticks: no part of an assessment's file, and gone when it is deleted."""

    def publish_ticks(self, assessment_id: str) -> frozenset[str]:
        """Return the ticks of an assessment.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            query = select(_T.tick).where(_T.assessment_id == assessment_id)
            return frozenset(connection.execute(query).scalars())

    def set_publish_ticks(self, assessment_id: str, ticks: Collection[str], *, ticked: bool) -> None:
        """Keep `ticks`, or take them out again where they are not `ticked`.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.write() as connection:
            assessment_row(connection, assessment_id)
            if not ticked:
                theirs = _T.assessment_id == assessment_id, _T.tick.in_(sorted(ticks))
                connection.execute(delete(tables.publish_tick).where(*theirs))
                return
            insert = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
            rows = [{"assessment_id": assessment_id, "tick": tick, "at": self._clock()} for tick in sorted(ticks)]
            if rows:
                connection.execute(insert(tables.publish_tick).on_conflict_do_nothing(), rows)
