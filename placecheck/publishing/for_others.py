"""A data set that others may have: of each place and question what may be published, and no answer of anyone.

It has the tables `published` and `readings`, whose names are other than those of the data set with answers: the one is
never taken for the other. Nobody has ticked anything, so it says no more of a place than a published page without texts
would: no perspective, no name, nothing of a group's own wording. Two assessments of one place within a year may
have been answered by the same people but one, and their readings together would tell of that one. So a place is in it
once a year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import parquet

from placecheck.assessment.asked import counted_voices
from placecheck.assessment.perspectives import as_asked
from placecheck.exchange.data_set import ENDING, TableName, schema, write_data_set_metadata
from placecheck.exchange.data_set_columns import PlaceAssessment
from placecheck.paths import private_folder
from placecheck.publishing.publisher import Publisher
from placecheck.rubric import Rubric
from placecheck.scoring.disclosure_control import publish_minimum

TABLES: tuple[TableName, ...] = ("published", "readings")
AT_ONCE = 10_000
"""Assessments that make a part: half a million readings at most."""

Row = Mapping[str, Any]


class Disclosed(NamedTuple):
    """What may be told of one assessment: its row in `published`, and those in `readings`."""

    rubric: Rubric
    about: Row
    readings: tuple[Row, ...]


def write_for_others(folder: Path, entries: Iterable[PlaceAssessment]) -> int:
    """Write what may be told of `entries`, all of a place after each other, into `folder`; return of how many."""
    waiting, rubrics, parts, written = dict[str, list[Disclosed]](), dict[str, Rubric](), count(), 0
    for written, entry in enumerate(once_a_year(entries), start=1):
        fingerprint = entry.rubric.fingerprint
        rubrics[fingerprint] = entry.rubric
        waiting.setdefault(fingerprint, []).append(disclosed(written - 1, entry))
        if len(waiting[fingerprint]) == AT_ONCE:
            _write(folder, next(parts), waiting.pop(fingerprint))
    for part in waiting.values():
        _write(folder, next(parts), part)
    write_data_set_metadata(folder, rubrics, TABLES)
    return written


def once_a_year(entries: Iterable[PlaceAssessment]) -> Iterator[PlaceAssessment]:
    """Yield of each place in each year the last assessment that enough people answered."""
    for _, of_place in groupby(entries, key=lambda entry: entry.place):
        enough = [entry for entry in of_place if _is_enough(entry)]
        enough.sort(key=lambda entry: entry.assessment.date or datetime.date.min)
        yield from {_year(entry): entry for entry in enough}.values()


def disclosed(number: int, entry: PlaceAssessment) -> Disclosed:
    """Return what may be told of one assessment, `number` in the data set."""
    rubric, assessment = as_asked(entry.rubric, entry.assessment), entry.assessment
    publisher = Publisher(rubric, assessment, (), together=False)
    about = {
        "assessment": number,
        "place": entry.place,
        "kind": assessment.place.kind,
        "nation": assessment.place.nation,
        "year": _year(entry),
        "question_set": assessment.question_set,
        "voices": len(publisher.voices),
    }
    questions = (indicator for dimension in rubric.dimensions for indicator in publisher.asked(dimension))
    return Disclosed(entry.rubric, about, tuple(_reading(number, publisher, indicator.id) for indicator in questions))


def _reading(number: int, publisher: Publisher, id_: str) -> Row:
    agreed, whole = publisher.assessment.agreed.get(id_), publisher.whole(id_)
    return {
        "assessment": number,
        "indicator": id_,
        "status": whole.status if whole else "left_out",
        "reading": whole.reading if whole else None,
        "agreed": agreed is not None and agreed.not_agreed is None,
    }


def _is_enough(entry: PlaceAssessment) -> bool:
    return len(counted_voices(entry.assessment)) >= publish_minimum(entry.rubric)


def _year(entry: PlaceAssessment) -> int | None:
    return entry.assessment.date.year if entry.assessment.date else None


def _write(folder: Path, part: int, entries: Sequence[Disclosed]) -> None:
    rows: dict[TableName, list[Row]] = {
        "published": [entry.about for entry in entries],
        "readings": [row for entry in entries for row in entry.readings],
    }
    for name, of_table in rows.items():
        file = folder / name / f"part-{part:05}{ENDING}"
        private_folder(file.parent)
        marked = schema(name).with_metadata({b"rubric": entries[0].rubric.fingerprint.encode()})
        parquet.write_table(pa.Table.from_pylist(of_table, schema=marked), file, compression="zstd")
