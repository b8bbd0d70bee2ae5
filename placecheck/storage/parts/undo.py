"""Undo: the last thing done to an assessment, whatever it was. It adds; nothing is rewritten."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, RowMapping, and_, exists, select, true

from placecheck.assessment import Place
from placecheck.storage.journal.load import assessment_row
from placecheck.storage.journal.locks import lock_assessments, lock_workshops
from placecheck.storage.journal.logs import ANSWER, ASKED, BALLOT, LEVEL_CHOICE, LOGS, PERSPECTIVE, Log
from placecheck.storage.journal.undo_notes import last_note, undo_note
from placecheck.storage.journal.validate import check_still_theirs
from placecheck.storage.journal.writer import AssessmentWriter, lock_assessment
from placecheck.storage.parts.base import StorePart
from placecheck.storage.parts.history import as_change, value_before
from placecheck.storage.parts.places import ids_at, lock_place, spread_place
from placecheck.storage.values import AssessmentDetails, Change, Value

OF_PERSON = (ANSWER, BALLOT, LEVEL_CHOICE, PERSPECTIVE)
"""The logs of what single people say."""

BY_WORKSHOP = "workshop"
"""Who the changes are by that come with a workshop: what the room was asked stays asked."""


class _Done(NamedTuple):
    """A change that can be undone: when it was made, and where it is kept."""

    at: datetime
    sequence: int
    log: Log[Any]
    row: RowMapping


class Undo(StorePart):
    """The part of the store that takes things back."""

    def undo(self, assessment_id: str, by: str, answers_of: Collection[str] | None = None) -> Change | None:
        """Undo the latest change not yet undone; again for the one before it. None where nothing is left to undo.

        Of what single people said, only what the voices `answers_of` said is considered; None: everyone's. The scribe's
        notes are considered too. What came with the file or the beginning, a person's joining, and a workshop's
        commands are left alone.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: What stood before does not fit any more.
        """
        with self._database.write() as connection:
            place_id = assessment_row(connection, assessment_id)["place_id"]
            place = lock_place(connection, place_id)
            lock_workshops(connection, [assessment_id])
            lock_assessments(connection, ids_at(connection, place_id))
            step = lock_assessment(connection, self._editions, assessment_id, by, self._clock)
            candidates = [done for log in LOGS if (done := _last_done(step, log, answers_of)) is not None]
            latest = max(candidates, key=lambda done: done.sequence, default=None)
            note = last_note(connection, assessment_id)
            if note is not None and (latest is None or note.at > latest.at):
                return undo_note(connection, note, self._clock(), self._account())
            if latest is None:
                return None
            undone = _take_back(step, latest)
            step.finish()
            if isinstance(undone.before, AssessmentDetails) and isinstance(undone.after, AssessmentDetails):
                moved = _of_place(undone.before, undone.after, place)
                spread_place(connection, self._editions, self._clock, place_id, moved, by=by, but=assessment_id)
        return undone


def _of_place(before: AssessmentDetails, after: AssessmentDetails, place: Place) -> dict[str, Any]:
    """Return what the place itself says again, as far as it said what is undone."""
    was, became, now = before.place.model_dump(), after.place.model_dump(), place.model_dump()
    return {name: value for name, value in was.items() if value != became[name] == now[name]}


def _take_back(step: AssessmentWriter, done: _Done) -> Change:
    log, row = done.log, done.row
    undone = as_change(log, row, value_before(step.connection, log, step.id, row))
    if undone.voice is not None and log in OF_PERSON:
        check_still_theirs(step, undone.voice, step.by)
    step.add(log, log.key(row), undone.before, before=undone.after, undoes=undone.sequence)
    if undone.kind == "own_words" and undone.before is None:
        _take_off_the_list(step, undone)
    return undone


def _take_off_the_list(step: AssessmentWriter, undone: Change) -> None:
    """Undo that a question was put on the list as it was added."""
    columns = ASKED.table.c
    query = select(ASKED.table).where(ASKED.about(step.id, {}), columns.sequence == undone.sequence - 1)
    row = step.connection.execute(query).mappings().first()
    asked = ASKED.value(row) if row is not None else None
    if row is None or asked is None or row["at"] != undone.when or asked.ids[-1] != undone.indicator:
        return
    before: Value | None = value_before(step.connection, ASKED, step.id, row)
    step.add(ASKED, {}, before, before=asked, undoes=row["sequence"])


def _last_done(step: AssessmentWriter, log: Log[Any], answers_of: Collection[str] | None) -> _Done | None:
    """Return the latest row that was not undone, is no undo itself, and came after the beginning."""
    done, undoing, earlier = log.table, log.table.alias(), log.table.alias()
    undone = exists().where(undoing.c.assessment_id == done.c.assessment_id, undoing.c.undoes == done.c.sequence)
    query = select(done).where(
        log.about(step.id, {}),
        done.c.undoes.is_(None),
        done.c.sequence > step.start,
        done.c.by != BY_WORKSHOP,
        ~undone,
        _whose(log, answers_of),
    )
    if log.always:  # the first row of a key is that somebody came, or that it began
        same = and_(*(earlier.c[name] == done.c[name] for name in ("assessment_id", *log.keys)))
        query = query.where(exists().where(same, earlier.c.sequence < done.c.sequence))
    row = step.connection.execute(query.order_by(done.c.sequence.desc()).limit(1)).mappings().first()
    return _Done(row["at"], row["sequence"], log, row) if row is not None else None


def _whose(log: Log[Any], answers_of: Collection[str] | None) -> ColumnElement[bool]:
    if log not in OF_PERSON or answers_of is None:
        return true()
    return cast("ColumnElement[bool]", log.table.c.voice_id.in_(tuple(answers_of)))
