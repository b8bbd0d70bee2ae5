"""Places: make, change, look, delete."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from placecheck.assessment import Place
from placecheck.storage import tables
from placecheck.storage.errors import NotHereError, StorageError
from placecheck.storage.kept import Kept
from placecheck.storage.logs import ACTION, AGREED, SETTING, Log, latest
from placecheck.storage.reading import setting_of
from placecheck.storage.step import held
from placecheck.storage.summaries import place_summaries
from placecheck.storage.texts import check_texts
from placecheck.storage.values import PlaceSummary, WhatGoes
from placecheck.words import say, storing


class Places(Kept):
    """The part of the store that knows places."""

    def places(self) -> tuple[PlaceSummary, ...]:
        """Every place with its rounds, by name."""
        with self._database.read() as connection:
            return place_summaries(connection)

    def place(self, place_id: str) -> PlaceSummary:
        """One place with its rounds. Raises NotHereError."""
        with self._database.read() as connection:
            found = place_summaries(connection, tables.place.c.id == place_id)
        if not found:
            raise NotHereError(say(storing.NO_PLACE, id=place_id))
        return found[0]

    def same_place(self, place: Place) -> tuple[PlaceSummary, ...]:
        """The places with the same name, kind and nation, of which `place` may be another round."""
        of = tables.place.c
        same = (of.name == place.name) & of.kind.is_not_distinct_from(place.kind)
        with self._database.read() as connection:
            return place_summaries(connection, same & of.nation.is_not_distinct_from(place.nation))

    def add_place(self, place: Place) -> str:
        """Keep a new place; its id."""
        with self._database.write() as connection:
            return add_place(connection, place, self._clock())

    def change_place(self, place_id: str, place: Place, by: str) -> None:
        """Change what a place says of itself.

        Name, kind and nation hold for all its rounds. Boundary and context hold for its newest round, and for those to
        come; an earlier round keeps the ones it was held with. Raises NotHereError.
        """
        everything = place.model_dump()
        check_texts(everything.values())
        with self._database.write() as connection:
            lock_place(connection, place_id)
            row = {**everything, "changed": self._clock()}
            connection.execute(update(tables.place).where(tables.place.c.id == place_id).values(row))
            rounds = select(tables.assessment.c.id).where(tables.assessment.c.place_id == place_id)
            newest_first = connection.execute(rounds.order_by(tables.assessment.c.number.desc())).scalars().all()
            for index, id_ in enumerate(newest_first):
                changes = everything if index == 0 else place.model_dump(include={"name", "kind", "nation"})
                step = held(connection, self._editions, id_, by, self._clock)
                step.change(SETTING, {}, setting_of(connection, id_).model_copy(update=changes))
                step.finish()

    def what_goes(self, place_id: str, assessment_id: str | None = None) -> WhatGoes:
        """What deleting the place, or one round of it, would take with it. Raises NotHereError."""
        with self._database.read() as connection:
            return _what_goes(connection, place_id, assessment_id)

    def delete(self, shown: WhatGoes) -> None:
        """Delete for good what was shown to go. Raises StorageError if anything in it was changed since then."""
        with self._database.write() as connection:
            lock_place(connection, shown.place_id)
            rounds = select(tables.assessment.c.id).where(tables.assessment.c.place_id == shown.place_id)
            connection.execute(rounds.with_for_update())
            if _what_goes(connection, shown.place_id, shown.assessment_id) != shown:
                raise StorageError(say(storing.CHANGED_MEANWHILE))
            if shown.assessment_id is None:
                connection.execute(delete(tables.place).where(tables.place.c.id == shown.place_id))
            else:
                connection.execute(delete(tables.assessment).where(tables.assessment.c.id == shown.assessment_id))
        self._database.forget()


def add_place(connection: Connection, place: Place, now: datetime) -> str:
    """Add the row of a place; its id."""
    check_texts(place.model_dump().values())
    id_ = uuid.uuid4().hex
    connection.execute(tables.place.insert(), {"id": id_, "made": now, "changed": now, **place.model_dump()})
    return id_


def lock_place(connection: Connection, place_id: str) -> Place:
    """The place, held until the transaction ends. Raises NotHereError."""
    alone = select(tables.place).where(tables.place.c.id == place_id).with_for_update()
    row = connection.execute(alone).mappings().first()
    if row is None:
        raise NotHereError(say(storing.NO_PLACE, id=place_id))
    return Place.model_construct(**{name: row[name] for name in Place.model_fields})


def _what_goes(connection: Connection, place_id: str, assessment_id: str | None) -> WhatGoes:
    found = place_summaries(connection, tables.place.c.id == place_id)
    rounds = [summary for place in found for summary in place.rounds if assessment_id in (None, summary.id)]
    if not found:
        raise NotHereError(say(storing.NO_PLACE, id=place_id))
    if assessment_id is not None and not rounds:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    ids = [summary.id for summary in rounds]
    return WhatGoes(
        place_id=place_id,
        assessment_id=assessment_id,
        name=found[0].name,
        rounds=len(rounds),
        voices=sum(summary.voices for summary in rounds),
        answers=sum(summary.answered for summary in rounds),
        agreed=_count(connection, AGREED, ids),
        actions=_count(connection, ACTION, ids),
        changes=sum(summary.sequence for summary in rounds),
        sequences=tuple((summary.id, summary.sequence) for summary in rounds),
    )


def _count(connection: Connection, log: Log[Any], ids: list[str]) -> int:
    rows = connection.execute(latest(log).where(log.table.c.assessment_id.in_(ids))).mappings()
    return sum(log.value(row) is not None for row in rows)
