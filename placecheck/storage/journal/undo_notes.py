"""Undo of the scribe's notes: the last one written is taken out, the last one taken out is there again."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from placecheck.storage.journal.event_log import keep_event
from placecheck.storage.journal.workshop_cache import workshop_row
from placecheck.storage.schema import tables
from placecheck.storage.values import Change
from placecheck.workshop.events import NoteAdded, NoteStruck, event_adapter
from placecheck.workshop.model import ScribeNote


class DoneNote(NamedTuple):
    """A note that was written or taken out, and not undone since: when, in which workshop, and its number there."""

    at: datetime
    workshop_id: str
    sequence: int
    event: NoteAdded | NoteStruck


def last_note(connection: Connection, assessment_id: str) -> DoneNote | None:
    """Return the latest event of a note in the assessment's workshops that was not undone."""
    done: list[DoneNote] = []
    event, workshop = tables.workshop_event.c, tables.workshop.c
    query = (
        select(event.at, event.workshop_id, event.sequence, event.event)
        .join(tables.workshop, workshop.id == event.workshop_id)
        .where(workshop.assessment_id == assessment_id, event.event.like('{"kind":"note_%'))
        .order_by(event.at, event.sequence)
    )
    for at, workshop_id, sequence, content in connection.execute(query):
        read = event_adapter.validate_json(content)
        if isinstance(read, NoteAdded | NoteStruck):
            if not read.undoes:
                done.append(DoneNote(at, workshop_id, sequence, read))
            done = [note for note in done if (note.workshop_id, note.sequence) != (workshop_id, read.undoes)]
    return done[-1] if done else None


def undo_note(connection: Connection, note: DoneNote, now: datetime, account: str) -> Change:
    """Undo a note that was written or taken out, by `account` if known, and return what was undone."""
    row, event = workshop_row(connection, note.workshop_id, lock=True), note.event
    if isinstance(event, NoteAdded):
        written = ScribeNote(about=event.about, words=event.words)
        keep_event(connection, row, NoteStruck(note=written, undoes=note.sequence), now, account)
        return _as_change(note, None, written)
    added = NoteAdded(about=event.note.about, words=event.note.words, undoes=note.sequence)
    keep_event(connection, row, added, now, account)
    return _as_change(note, event.note, None)


def _as_change(note: DoneNote, before: ScribeNote | None, after: ScribeNote | None) -> Change:
    about = next((held.about for held in (before, after) if held is not None), "")
    return Change(
        sequence=note.sequence,
        when=note.at,
        by="workshop",
        kind="note",
        voice=None,
        indicator=about or None,
        action=None,
        before=before,
        after=after,
        undoes=None,
    )
