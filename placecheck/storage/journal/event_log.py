"""The log of a workshop's events, which are only ever appended."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, update

from placecheck.storage.schema import tables
from placecheck.workshop.events import Ended, Event


def keep_event(connection: Connection, row: RowMapping, event: Event, now: datetime, account: str) -> int:
    """Append `event` to the workshop of `row`, which is locked; return its number. `account` made it, if known."""
    ended = isinstance(event, Ended) or row["ended"]
    follows = {"sequence": row["sequence"] + 1, "changed": now, "ended": ended}
    added = {"workshop_id": row["id"], "sequence": follows["sequence"], "at": now, "account": account or None}
    connection.execute(tables.workshop_event.insert(), {**added, "event": event.model_dump_json()})
    connection.execute(update(tables.workshop).where(tables.workshop.c.id == row["id"]).values(follows))
    return int(follows["sequence"])
