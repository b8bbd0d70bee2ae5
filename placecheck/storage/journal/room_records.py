"""What rooms left behind beside their answers: kept as it came in a file, and added by the workshops held here."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, func, select, update

from placecheck.assessment import Assessment
from placecheck.assessment.model import SecondVote, WrittenNote
from placecheck.assessment.room_record import RoomRecord
from placecheck.storage.journal.logs import BALLOT, latest_change
from placecheck.storage.journal.workshop_cache import WorkshopCache
from placecheck.storage.schema import tables
from placecheck.workshop.visibility import shown_second_votes


def keep_record(connection: Connection, assessment_id: str, assessment: Assessment) -> None:
    """Keep what `assessment`, which came in a file, says of its room."""
    record = RoomRecord.of(assessment)
    if record != RoomRecord():
        row = update(tables.assessment).where(tables.assessment.c.id == assessment_id)
        connection.execute(row.values(record=record))


def record_of(connection: Connection, row: RowMapping, workshops: WorkshopCache) -> RoomRecord:
    """Return the record of the assessment of `row`: what came with its file, then what its workshops added.

    A second vote is in it once the room has seen it.
    """
    record: RoomRecord = row["record"] or RoomRecord()
    table = tables.workshop
    query = select(table).where(table.c.assessment_id == row["id"]).order_by(table.c.made, table.c.id)
    notes, votes = [*record.notes], [*record.second_votes]
    for held in connection.execute(query).mappings().all():
        workshop = workshops.get(connection, held)
        notes += [WrittenNote(indicator=note.about or None, text=note.words) for note in workshop.notes]
        votes += _votes(connection, row["id"], {vote.number: vote.asks[0] for vote in shown_second_votes(workshop)})
    return record.model_copy(update={"notes": tuple(notes), "second_votes": tuple(votes)})


def _votes(connection: Connection, assessment_id: str, asked: dict[int, str]) -> Iterator[SecondVote]:
    """Yield the second votes whose numbers and indicators are in `asked`, without voices that were taken out."""
    voice = tables.voice.c
    present = select(voice.id).where(voice.assessment_id == assessment_id, voice.removed.is_(False))
    for number, indicator in asked.items():
        about = BALLOT.about(assessment_id, {"vote": number}) & BALLOT.table.c.voice_id.in_(present)
        rows = connection.execute(latest_change(BALLOT).where(about).order_by(BALLOT.table.c.sequence)).mappings()
        cast = {row["voice_id"]: answer for row in rows if (answer := BALLOT.value(row)) is not None}
        yield SecondVote(indicator=indicator, answers=cast)


def workshop_changes(connection: Connection, assessment_id: str) -> int:
    """Return how many changes the workshops of an assessment have had."""
    table = tables.workshop.c
    query = select(func.coalesce(func.sum(table.sequence), 0)).where(table.assessment_id == assessment_id)
    return int(connection.execute(query).scalar_one())
