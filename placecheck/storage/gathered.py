"""Where workshops stand, put together from their events and held in memory as long as nothing new happened."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select

from placecheck.storage import tables
from placecheck.storage.errors import NotHereError
from placecheck.storage.ready import Row
from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop.events import after, read_event
from placecheck.workshop.model import Workshop

_HELD = 256
"""How many workshops are held in memory."""

_EVENTS = (
    select(tables.workshop_event.c.event)
    .where(tables.workshop_event.c.workshop_id == bindparam("workshop_id"))
    .order_by(tables.workshop_event.c.sequence)
)
_ROW = select(tables.workshop).where(tables.workshop.c.id == bindparam("workshop_id"))


class Gathered:
    """The workshops of one store as they stand. Safe to use from many threads: at worst one is put together twice."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[Any, ...], Workshop] = OrderedDict()

    def get(self, connection: Connection, row: Row) -> Workshop:
        """Where the workshop of `row` (its id, sequence and changed) stands."""
        key = (row["id"], row["sequence"], row["changed"])
        found = self._known.get(key)
        if found is None:
            events = connection.execute(_EVENTS, {"workshop_id": row["id"]}).scalars()
            found = self._known[key] = after(map(read_event.validate_json, events))
            if len(self._known) > _HELD:
                self._known.popitem(last=False)
        return found


def workshop_row(connection: Connection, workshop_id: str, *, alone: bool = False) -> RowMapping:
    """The row of the workshop, held until the transaction ends where `alone`. Raises NotHereError."""
    query = _ROW.with_for_update() if alone else _ROW
    row = connection.execute(query, {"workshop_id": workshop_id}).mappings().first()
    if row is None:
        raise NotHereError(say(w.NO_WORKSHOP, id=workshop_id))
    return row
