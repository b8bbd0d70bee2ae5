"""Where workshops stand, put together from their events and held in memory as long as nothing new happened."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select

from placecheck.storage.engine.prepared import Row
from placecheck.storage.errors import NotHereError
from placecheck.storage.schema import tables
from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop.events import event_adapter
from placecheck.workshop.model import Workshop
from placecheck.workshop.replay import replay_events

_MAX_CACHED = 256
"""How many workshops are held in memory."""

_EVENTS = (
    select(tables.workshop_event.c.event)
    .where(tables.workshop_event.c.workshop_id == bindparam("workshop_id"))
    .order_by(tables.workshop_event.c.sequence)
)
_ROW = select(tables.workshop).where(tables.workshop.c.id == bindparam("workshop_id"))


class WorkshopCache:
    """The current workshops of one store. Safe to use from many threads: at worst one is assembled twice."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[Any, ...], Workshop] = OrderedDict()

    def get(self, connection: Connection, row: Row) -> Workshop:
        """Return the state of the workshop of `row` (its id, sequence and changed)."""
        key = (row["id"], row["sequence"], row["changed"])
        workshop = self._known.get(key)
        if workshop is None:
            events = connection.execute(_EVENTS, {"workshop_id": row["id"]}).scalars()
            workshop = self._known[key] = replay_events(map(event_adapter.validate_json, events))
            if len(self._known) > _MAX_CACHED:
                self._known.popitem(last=False)
        return workshop


def workshop_row(connection: Connection, workshop_id: str, *, lock: bool = False) -> RowMapping:
    """Return the row of the workshop, locked until the transaction ends if `lock`.

    Raises:
        NotHereError: There is no such workshop.
    """
    query = _ROW.with_for_update() if lock else _ROW
    row = connection.execute(query, {"workshop_id": workshop_id}).mappings().first()
    if row is None:
        raise NotHereError(say(w.NO_WORKSHOP, id=workshop_id))
    return row
