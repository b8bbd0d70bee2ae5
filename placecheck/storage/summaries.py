"""Places and rounds at a glance, read in three queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select, true

from placecheck.storage import tables
from placecheck.storage.logs import SETTING, latest
from placecheck.storage.values import PlaceSummary, RoundSummary


def place_summaries(connection: Connection, which: ColumnElement[bool] | None = None) -> tuple[PlaceSummary, ...]:
    """Every place that `which` holds for, by name, then by when it was made."""
    wanted = true() if which is None else which
    rows = connection.execute(select(tables.place).where(wanted)).mappings().all()
    of = defaultdict(list)
    for summary in round_summaries(connection, tables.assessment.c.place_id.in_(_ids(wanted))):
        of[summary.place_id].append(summary)
    places = [_place(row, tuple(of[row["id"]])) for row in rows]
    return tuple(sorted(places, key=lambda place: (place.name.casefold(), place.made, place.id)))


def round_summaries(connection: Connection, which: ColumnElement[bool]) -> tuple[RoundSummary, ...]:
    """Every round that `which` holds for, in the order of place and beginning."""
    rounds, edition = tables.assessment, tables.edition
    date = latest(SETTING).subquery()
    voices = (
        select(tables.voice.c.assessment_id, func.count().label("voices"))
        .group_by(tables.voice.c.assessment_id)
        .subquery()
    )
    query = (
        select(
            rounds, edition.c.rubric, edition.c.edition, date.c.date, func.coalesce(voices.c.voices, 0).label("voices")
        )
        .join(edition, edition.c.key == rounds.c.edition_key)
        .join(date, date.c.assessment_id == rounds.c.id)
        .outerjoin(voices, voices.c.assessment_id == rounds.c.id)
        .where(which)
        .order_by(rounds.c.place_id, rounds.c.number)
    )
    return tuple(_round(row) for row in connection.execute(query).mappings())


def _ids(which: ColumnElement[bool]) -> Any:
    return select(tables.place.c.id).where(which)


def _round(row: RowMapping) -> RoundSummary:
    return RoundSummary(**{name: row[name] for name in RoundSummary.__dataclass_fields__})


def _place(row: RowMapping, rounds: tuple[RoundSummary, ...]) -> PlaceSummary:
    changed = max([row["changed"], *(summary.changed for summary in rounds)])
    return PlaceSummary(**{**row, "changed": changed}, rounds=rounds)
