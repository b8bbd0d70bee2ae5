"""Places: make, change, look, delete."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from placecheck.assessment import Place
from placecheck.events import Event, report
from placecheck.storage.engine.prepared import PreparedStatement
from placecheck.storage.errors import NotHereError, StorageError
from placecheck.storage.journal.card_log import (
    cards_in_words_of,
    current_cards,
    erase_phone_cards,
    latest_card_change,
    phone_cards,
)
from placecheck.storage.journal.editions import Editions
from placecheck.storage.journal.load import setting_of
from placecheck.storage.journal.locks import lock_assessments, lock_workshops
from placecheck.storage.journal.logs import ACTION, AGREED, SETTING, Log, latest_change
from placecheck.storage.journal.small_sets import erase_small_sets
from placecheck.storage.journal.texts import check_texts
from placecheck.storage.journal.writer import Clock, lock_assessment
from placecheck.storage.parts.base import StorePart
from placecheck.storage.parts.summaries import place_summaries
from placecheck.storage.schema import tables
from placecheck.storage.values import DeletionPreview, PlaceSummary
from placecheck.words import say, storing

OF_ALL = ("name", "kind", "nation")
"""What a place says of itself that holds for all its assessments."""


class Places(StorePart):
    """The part of the store that knows places."""

    def check_ready(self) -> None:
        """Ask the database for one row.

        Raises:
            StorageError: The database does not answer.
        """
        with self._database.read() as connection:
            connection.execute(select(tables.place.c.id).limit(1)).first()

    def places(self) -> tuple[PlaceSummary, ...]:
        """Return every place with its assessments, by name."""
        with self._database.read() as connection:
            return place_summaries(connection)

    def place(self, place_id: str) -> PlaceSummary:
        """Return one place with its assessments.

        Raises:
            NotHereError: There is no such place.
        """
        with self._database.read() as connection:
            summaries = place_summaries(connection, tables.place.c.id == place_id)
        if not summaries:
            raise NotHereError(say(storing.NO_PLACE, id=place_id))
        return summaries[0]

    def same_place(self, place: Place) -> tuple[PlaceSummary, ...]:
        """Return the places with the same name, kind and nation, of which `place` may be another assessment."""
        with self._database.read() as connection:
            ids = same_places(connection, place)
            return place_summaries(connection, tables.place.c.id.in_(ids)) if ids else ()

    def add_place(self, place: Place) -> str:
        """Keep a new place; its id."""
        with self._database.write() as connection:
            return add_place(connection, place, self._clock())

    def change_place(self, place_id: str, place: Place, by: str) -> None:
        """Change what a place says of itself.

        Name, kind and nation hold for all its assessments. Boundary and context hold for its newest assessment, and for
        those to come; an earlier assessment keeps the ones it was held with.

        Raises:
            NotHereError: There is no such place.
        """
        with self._database.write() as connection:
            lock_place(connection, place_id)
            spread_place(connection, self._editions, self._clock, place_id, place.model_dump(), by=by)

    def preview_deletion(self, place_id: str, assessment_id: str | None = None) -> DeletionPreview:
        """Return what deleting the place, or one assessment of it, would delete with it.

        Raises:
            NotHereError: There is no such place or assessment.
        """
        with self._database.read() as connection:
            return _deletion_preview(connection, place_id, assessment_id)

    def delete(self, shown: DeletionPreview) -> None:
        """Delete for good what was shown to go.

        Raises:
            StorageError: Something in it was changed since then.
        """
        with self._database.write() as connection:
            lock_place(connection, shown.place_id)
            ids = ids_at(connection, shown.place_id)
            lock_workshops(connection, ids)
            lock_assessments(connection, ids)
            if _deletion_preview(connection, shown.place_id, shown.assessment_id) != shown:
                raise StorageError(say(storing.CHANGED_MEANWHILE))
            if shown.assessment_id is None:
                connection.execute(delete(tables.place).where(tables.place.c.id == shown.place_id))
            else:
                erase_phone_cards(connection, [shown.assessment_id])
                connection.execute(delete(tables.assessment).where(tables.assessment.c.id == shown.assessment_id))
            erase_small_sets(connection)
        self._database.forget()
        what = "A place" if shown.assessment_id is None else "An assessment"
        report(Event.DELETED, f"{what} was deleted by somebody here", level=logging.INFO, repeat=0)


_SAME = select(tables.place.c.id).where(
    tables.place.c.name == bindparam("name"),
    tables.place.c.kind.is_not_distinct_from(bindparam("kind")),
    tables.place.c.nation.is_not_distinct_from(bindparam("nation")),
)
_ADD = PreparedStatement(tables.place.insert())


def same_places(connection: Connection, place: Place) -> list[str]:
    """Return the ids of the places with the same name, kind and nation."""
    named = {"name": place.name, "kind": place.kind, "nation": place.nation}
    return list(connection.execute(_SAME, named).scalars())


def add_place(connection: Connection, place: Place, now: datetime) -> str:
    """Add the row of a place; its id."""
    check_texts(place.model_dump().values())
    id_ = uuid.uuid4().hex
    _ADD.run(connection, {"id": id_, "made": now, "changed": now, **place.model_dump()})
    return id_


def ids_at(connection: Connection, place_id: str) -> list[str]:
    """Return the ids of the assessments of a place."""
    assessments = select(tables.assessment.c.id).where(tables.assessment.c.place_id == place_id)
    return list(connection.execute(assessments).scalars())


def lock_place(connection: Connection, place_id: str) -> Place:
    """Lock the place until the transaction ends and return it.

    Raises:
        NotHereError: There is no such place.
    """
    alone = select(tables.place).where(tables.place.c.id == place_id).with_for_update()
    row = connection.execute(alone).mappings().first()
    if row is None:
        raise NotHereError(say(storing.NO_PLACE, id=place_id))
    return Place.model_construct(**{name: row[name] for name in Place.model_fields})


def spread_place(
    connection: Connection,
    editions: Editions,
    clock: Clock,
    place_id: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    but: str | None = None,
) -> None:
    """Write `changes`, by field of a place, to the locked place and the assessments that they hold for.

    The assessment `but` has them already; where it is not the newest, it keeps its boundary and context to itself.
    """
    check_texts(changes.values())
    assessments = select(tables.assessment.c.id).where(tables.assessment.c.place_id == place_id)
    newest_first = connection.execute(assessments.order_by(tables.assessment.c.number.desc())).scalars().all()
    of_all = {name: value for name, value in changes.items() if name in OF_ALL}
    of_place = changes if but in (None, newest_first[0]) else of_all
    if not of_place:
        return
    lock_assessments(connection, newest_first)
    row = {**of_place, "changed": clock()}
    connection.execute(update(tables.place).where(tables.place.c.id == place_id).values(row))
    for index, id_ in enumerate(newest_first):
        if id_ != but:
            step = lock_assessment(connection, editions, id_, by, clock)
            changed = of_place if index == 0 else of_all
            step.change(SETTING, {}, setting_of(connection, id_).model_copy(update=dict(changed)))
            step.finish()


def _deletion_preview(connection: Connection, place_id: str, assessment_id: str | None) -> DeletionPreview:
    summaries = place_summaries(connection, tables.place.c.id == place_id)
    assessments = [
        summary for place in summaries for summary in place.assessments if assessment_id in (None, summary.id)
    ]
    if not summaries:
        raise NotHereError(say(storing.NO_PLACE, id=place_id))
    if assessment_id is not None and not assessments:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    ids = [summary.id for summary in assessments]
    return DeletionPreview(
        place_id=place_id,
        assessment_id=assessment_id,
        name=summaries[0].name,
        assessments=len(assessments),
        voices=sum(summary.voices for summary in assessments),
        answers=sum(summary.answered for summary in assessments),
        agreed=_count(connection, AGREED, ids),
        actions=_count(connection, ACTION, ids),
        cards=_count_deleted_cards(connection, place_id, assessment_id),
        changes=sum(summary.sequence for summary in assessments),
        sequences=(
            *((summary.id, summary.sequence) for summary in assessments),
            (place_id, latest_card_change(connection, place_id)),
        ),
    )


def _count_deleted_cards(connection: Connection, place_id: str, assessment_id: str | None) -> int:
    """Count the cards to be deleted: all with the place, and with an assessment those from its workshops."""
    current_ids = {kept_card.card.id for kept_card in current_cards(connection, place_id)}
    if assessment_id is None:
        return len(current_ids)
    slips = phone_cards(connection, [assessment_id])
    return len(current_ids & (slips | cards_in_words_of(connection, place_id, slips)))


def _count(connection: Connection, log: Log[Any], ids: list[str]) -> int:
    rows = connection.execute(latest_change(log).where(log.table.c.assessment_id.in_(ids))).mappings()
    return sum(log.value(row) is not None for row in rows)
