"""Places and assessments at a glance, read in three queries however many there are."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select, true

from placecheck.storage.journal.load import is_counted
from placecheck.storage.journal.logs import SETTING, latest_change
from placecheck.storage.schema import tables
from placecheck.storage.values import AssessmentSummary, PlaceSummary


def place_summaries(connection: Connection, which: ColumnElement[bool] | None = None) -> tuple[PlaceSummary, ...]:
    """Return every place that `which` selects, by name, then by when it was made."""
    wanted = true() if which is None else which
    rows = connection.execute(select(tables.place).where(wanted)).mappings().all()
    of = defaultdict(list)
    for summary in select_summaries(connection, tables.assessment.c.place_id.in_(_ids(wanted))):
        of[summary.place_id].append(summary)
    places = [_place(row, tuple(of[row["id"]])) for row in rows]
    return tuple(sorted(places, key=lambda place: (place.name.casefold(), place.made, place.id)))


def select_summaries(connection: Connection, which: ColumnElement[bool]) -> tuple[AssessmentSummary, ...]:
    """Return every assessment that `which` selects, in the order of place and beginning."""
    assessments, edition = tables.assessment, tables.edition
    date = latest_change(SETTING).subquery()
    voices = (
        select(
            tables.voice.c.assessment_id,
            func.count().label("voices"),
            func.sum(tables.voice.c.answered).label("answered"),
        )
        .where(is_counted)
        .group_by(tables.voice.c.assessment_id)
        .subquery()
    )
    query = (
        select(
            assessments,
            assessments.c.round.label("question_set"),
            edition.c.rubric,
            edition.c.edition,
            date.c.date,
            *(func.coalesce(voices.c[name], 0).label(name) for name in ("voices", "answered")),
        )
        .join(edition, edition.c.key == assessments.c.edition_key)
        .join(date, date.c.assessment_id == assessments.c.id)
        .outerjoin(voices, voices.c.assessment_id == assessments.c.id)
        .where(which)
        .order_by(assessments.c.place_id, assessments.c.number)
    )
    return tuple(_summary(row) for row in connection.execute(query).mappings())


def ids_of_day(connection: Connection, places: Sequence[str], day: datetime.date | None) -> list[str]:
    """Return the ids of the assessments of `places` that were held on `day`."""
    assessments = tables.assessment.c
    setting = latest_change(SETTING).subquery()
    query = (
        select(assessments.id)
        .join(setting, setting.c.assessment_id == assessments.id)
        .where(assessments.place_id.in_(places), setting.c.date.is_not_distinct_from(day))
        .order_by(assessments.place_id, assessments.number)
    )
    return list(connection.execute(query).scalars())


def _ids(which: ColumnElement[bool]) -> Any:
    return select(tables.place.c.id).where(which)


def _summary(row: RowMapping) -> AssessmentSummary:
    return AssessmentSummary(**{name: row[name] for name in AssessmentSummary.__dataclass_fields__})


def _place(row: RowMapping, assessments: tuple[AssessmentSummary, ...]) -> PlaceSummary:
    changed = max([row["changed"], *(summary.changed for summary in assessments)])
    return PlaceSummary(**{**row, "changed": changed}, assessments=assessments)
