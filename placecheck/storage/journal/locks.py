"""One order in which rows are locked, so that no two transactions wait for each other in a ring.

First the place, then workshops, then assessments; of each kind in the order of their ids. SQLite has one writer at a
time and needs none of this.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from placecheck.storage.engine.prepared import PreparedStatement
from placecheck.storage.schema import tables

_WORKSHOP, _ASSESSMENT, _PARTICIPANT = tables.workshop.c, tables.assessment.c, tables.participant.c
_OF_PEOPLE = (
    select(_WORKSHOP.id)
    .join(tables.participant, _PARTICIPANT.workshop_id == _WORKSHOP.id)
    .order_by(_WORKSHOP.id)
    .with_for_update(read=True, of=tables.workshop)
)
_OF_ONE = PreparedStatement(_OF_PEOPLE.where(_PARTICIPANT.key == bindparam("key")))
_OF_MANY = _OF_PEOPLE.where(_PARTICIPANT.key.in_(bindparam("keys", expanding=True)))


def lock_workshops(connection: Connection, assessment_ids: Collection[str]) -> None:
    """Lock the workshops of these assessments until the transaction ends."""
    query = select(_WORKSHOP.id).where(_WORKSHOP.assessment_id.in_(assessment_ids)).order_by(_WORKSHOP.id)
    connection.execute(query.with_for_update()).all()


def share_workshop(connection: Connection, workshop_id: str) -> None:
    """Keep the workshop as it is until the transaction ends, before its assessment is locked; others may do so too."""
    query = select(_WORKSHOP.id).where(_WORKSHOP.id == workshop_id)
    connection.execute(query.with_for_update(read=True)).all()


def share_workshops_of(connection: Connection, keys: Collection[str]) -> None:
    """Keep the workshops of the people with these keys as they are until the transaction ends; others may do so too.

    Read who the people are only after this: PostgreSQL shows a statement what stood when it began, so one that waits
    for a lock and reads at once would still see people who were erased while it waited.
    """
    if len(keys) == 1:
        _OF_ONE.first(connection, {"key": next(iter(keys))})
    else:
        connection.execute(_OF_MANY, {"keys": list(keys)}).all()


def lock_assessments(connection: Connection, ids: Collection[str]) -> list[str]:
    """Lock these assessments until the transaction ends; return the ids of those that are there, in order."""
    query = select(_ASSESSMENT.id).where(_ASSESSMENT.id.in_(ids)).order_by(_ASSESSMENT.id)
    return list(connection.execute(query.with_for_update()).scalars())
