"""The voices that joined from a phone, by when they joined and whether they have said anything: for the facilitator."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, exists, select

from placecheck.storage.journal.load import is_present, of_participant
from placecheck.storage.journal.logs import ANSWER, BALLOT, LEVEL_CHOICE
from placecheck.storage.schema import tables

_FROM_PHONES = select(tables.participant.c.voice_id).join(tables.voice, of_participant).where(is_present)


def silent_voices(connection: Connection, workshop_id: str) -> list[str]:
    """Return the voices that joined from a phone, are present, and never said anything."""
    of = tables.participant.c
    spoke = [
        exists().where(log.table.c.assessment_id == of.assessment_id, log.table.c.voice_id == of.voice_id)
        for log in (ANSWER, BALLOT, LEVEL_CHOICE)
    ]
    silent = _FROM_PHONES.where(of.workshop_id == workshop_id, *(~condition for condition in spoke))
    return list(connection.execute(silent.order_by(of.voice_id)).scalars())


def joined_since(connection: Connection, workshop_id: str, since: datetime) -> list[str]:
    """Return the voices that joined from a phone at `since` or later, and are present."""
    of = tables.participant.c
    recent = _FROM_PHONES.where(of.workshop_id == workshop_id, of.joined >= since)
    return list(connection.execute(recent.order_by(of.joined, of.voice_id)).scalars())
