"""Who changed what and when, undo, and bringing back what stood before. All of it adds; nothing is rewritten."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, exists, select

from placecheck.storage.errors import NotHereError
from placecheck.storage.kept import Kept
from placecheck.storage.logs import LOGS, Log
from placecheck.storage.reading import assessment_row
from placecheck.storage.step import Step
from placecheck.storage.values import Change, Kind, Saved, Value
from placecheck.words import say, storing


class History(Kept):
    """The part of the store that remembers."""

    def history(
        self, assessment_id: str, voice: str | None = None, indicator: str | None = None, most: int | None = None
    ) -> tuple[Change, ...]:
        """The changes, newest first, at most `most`: all of them, or those about a voice, an indicator, or both.

        Raises NotHereError.
        """
        about = {key: value for key, value in {"voice_id": voice, "indicator": indicator}.items() if value is not None}
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            logs = [log for log in LOGS if about.keys() <= set(log.keys)]
            changes = [change for log in logs for change in _changes(connection, log, assessment_id, about)]
        changes.sort(key=lambda change: -change.sequence)
        return tuple(changes[:most])

    def undo(self, assessment_id: str, by: str, voice: str | None = None, kind: Kind | None = None) -> Change | None:
        """Take back the latest change that still stands; again for the one before it. None: nothing left to take back.

        With `voice`, only what that voice answered is looked at, so that nobody undoes another's; with `kind`, only
        changes of that kind. What came with the
        file or the beginning, a round's setting and a voice's perspective are left alone. Raises NotHereError.
        """
        with self._step(assessment_id, by) as step:
            logs = [log for log in LOGS if kind in (None, log.kind)]
            found = [(row["sequence"], log, row) for log in logs if (row := _last_done(step, log, voice)) is not None]
            if not found:
                return None
            _, log, row = max(found, key=lambda candidate: candidate[0])
            undone = _as_change(log, row, _before(step.connection, log, step.id, row))
            had = undone.after is not None
            step.add(log, log.key(row), undone.before, had=had, undoes=undone.sequence)
        return undone

    def bring_back(self, assessment_id: str, sequence: int, by: str) -> Saved:
        """Let what the change of this number said stand again, as a new change. Raises NotHereError."""
        with self._step(assessment_id, by) as step:
            for log in LOGS:
                of = log.about(assessment_id, {"sequence": sequence})
                row = step.connection.execute(select(log.table).where(of)).mappings().first()
                if row is not None:
                    return step.change(log, log.key(row), log.value(row))
        raise NotHereError(say(storing.NO_CHANGE, id=sequence))


def _changes(connection: Connection, log: Log[Any], assessment_id: str, about: dict[str, str]) -> list[Change]:
    rows = select(log.table).where(log.about(assessment_id, about)).order_by(log.table.c.sequence)
    stood: dict[tuple[str | int, ...], Value | None] = {}
    changes = []
    for row in connection.execute(rows).mappings():
        key = tuple(log.key(row).values())
        change = _as_change(log, row, stood.get(key))
        stood[key] = change.after
        changes.append(change)
    return changes


def _as_change(log: Log[Any], row: RowMapping, before: Value | None) -> Change:
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


def _last_done(step: Step, log: Log[Any], voice: str | None) -> RowMapping | None:
    """The latest row that was neither undone nor is an undoing, and came after the beginning."""
    if log.always or (voice is not None and "voice_id" not in log.keys):
        return None
    done, undoing = log.table, log.table.alias()
    undone = exists().where(undoing.c.assessment_id == done.c.assessment_id, undoing.c.undoes == done.c.sequence)
    about = log.about(step.id, {"voice_id": voice} if voice is not None else {})
    query = select(done).where(about, done.c.undoes.is_(None), done.c.sequence > step.start, ~undone)
    return step.connection.execute(query.order_by(done.c.sequence.desc()).limit(1)).mappings().first()


def _before(connection: Connection, log: Log[Any], assessment_id: str, row: RowMapping) -> Value | None:
    """What stood for the same key just before `row`."""
    earlier = log.about(assessment_id, log.key(row)) & (log.table.c.sequence < row["sequence"])
    query = select(log.table).where(earlier).order_by(log.table.c.sequence.desc()).limit(1)
    found = connection.execute(query).mappings().first()
    value: Value | None = log.value(found) if found is not None else None
    return value
