"""Who changed what and when, and how earlier values are brought back. All of it adds; nothing is rewritten."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, select

from placecheck.storage.errors import NotHereError
from placecheck.storage.journal.load import assessment_row
from placecheck.storage.journal.logs import LOGS, Log
from placecheck.storage.journal.validate import check_still_theirs
from placecheck.storage.parts.base import StorePart
from placecheck.storage.schema import tables
from placecheck.storage.values import Change, Saved, Value
from placecheck.storage.workshop_values import WorkshopLogEntry
from placecheck.words import say, storing
from placecheck.workshop.events import event_adapter


class History(StorePart):
    """The part of the store that remembers."""

    def history(
        self, assessment_id: str, voice: str | None = None, indicator: str | None = None, most: int | None = None
    ) -> tuple[Change, ...]:
        """Return the changes, newest first, at most `most`: all of them, or those about a voice, an indicator, or both.

        A person who joined and never said anything is not among them.

        Raises:
            NotHereError: There is no such assessment, or it has no such change.
        """
        about = {key: value for key, value in {"voice_id": voice, "indicator": indicator}.items() if value is not None}
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            logs = [log for log in LOGS if about.keys() <= set(log.keys)]
            changes = [change for log in logs for change in _changes(connection, log, assessment_id, about)]
        spoke = {change.voice for change in changes if change.kind != "perspective"}
        changes = [change for change in changes if change.kind != "perspective" or change.voice in spoke]
        changes.sort(key=lambda change: -change.sequence)
        return tuple(changes[:most])

    def workshop_log(self, assessment_id: str) -> tuple[WorkshopLogEntry, ...]:
        """Return what was done in the workshops of an assessment by people known by account, newest first."""
        workshop, event = tables.workshop.c, tables.workshop_event.c
        mine = workshop.assessment_id == assessment_id
        made = select(workshop.made, workshop.account).where(mine, workshop.account.is_not(None))
        led_by_account = (
            select(event.at, event.account, event.event)
            .join(tables.workshop, workshop.id == event.workshop_id)
            .where(mine, event.account.is_not(None))
            .order_by(event.at, event.sequence)
        )
        with self._database.read() as connection:
            begun = [WorkshopLogEntry(at, account, None) for at, account in connection.execute(made)]
            led = [
                WorkshopLogEntry(at, by, event_adapter.validate_json(what))
                for at, by, what in connection.execute(led_by_account)
            ]
        return tuple(sorted(begun + led, key=lambda entry: entry.when)[::-1])

    def bring_back(self, assessment_id: str, sequence: int, by: str) -> Saved:
        """Restore what the change of this number said, as a new change.

        Raises:
            NotHereError: There is no such assessment, or it has no such change.
        """
        with self._step(assessment_id, by) as step:
            for log in LOGS:
                of = log.about(assessment_id, {"sequence": sequence})
                row = step.connection.execute(select(log.table).where(of)).mappings().first()
                if row is not None:
                    if log.kind in {"answer", "ballot", "level_choice", "perspective"}:
                        check_still_theirs(step, str(log.key(row)["voice_id"]), by)
                    return step.change(log, log.key(row), log.value(row))
        raise NotHereError(say(storing.NO_CHANGE, id=sequence))


def _changes(connection: Connection, log: Log[Any], assessment_id: str, about: dict[str, str]) -> list[Change]:
    rows = select(log.table).where(log.about(assessment_id, about)).order_by(log.table.c.sequence)
    before: dict[tuple[str | int, ...], Value | None] = {}
    changes = []
    for row in connection.execute(rows).mappings():
        key = tuple(log.key(row).values())
        change = as_change(log, row, before.get(key))
        before[key] = change.after
        changes.append(change)
    return changes


def as_change(log: Log[Any], row: RowMapping, before: Value | None) -> Change:
    """Return `row` of `log` as a change of what was `before`."""
    key: dict[str, Any] = log.key(row)
    after = log.value(row)
    return Change(
        sequence=row["sequence"],
        when=row["at"],
        by=row["by"],
        kind=log.kind,
        voice=key.get("voice_id"),
        indicator=key.get("indicator") or getattr(after or before, "indicator", None),
        action=key.get("action"),
        before=before,
        after=after,
        undoes=row["undoes"],
    )


def value_before(connection: Connection, log: Log[Any], assessment_id: str, row: RowMapping) -> Value | None:
    """Return the value of the same key just before `row`."""
    earlier = log.about(assessment_id, log.key(row)) & (log.table.c.sequence < row["sequence"])
    query = select(log.table).where(earlier).order_by(log.table.c.sequence.desc()).limit(1)
    earlier_row = connection.execute(query).mappings().first()
    value: Value | None = log.value(earlier_row) if earlier_row is not None else None
    return value
