"""A data set of many assessments: a folder of Parquet files in parts, which polars, DuckDB, pandas and Spark read.

It holds levels and no words that people wrote: no stories, no reasons, no next steps, no wording of a group's own.
Each part has one file in each of the folders `assessments`, `answers` and `agreed`, and is made with one rubric, which
is under `rubrics`. All assessments of a place are in one part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
import pyarrow as pa
import yaml
from numpy.typing import NDArray
from pyarrow import parquet

from placecheck.assessment.asked import counted_voices
from placecheck.assessment.model import NoAnswer
from placecheck.assessment.packed import CODES, NOTHING
from placecheck.exchange.data_set_columns import SURE, PartColumns, PlaceAssessment, part_columns
from placecheck.paths import private_folder
from placecheck.rubric.model import Rubric

ENDING = ".parquet"
TableName = Literal["assessments", "answers", "agreed", "published", "readings"]
TABLES: tuple[TableName, ...] = ("assessments", "answers", "agreed")
NO_ANSWERS: tuple[str, ...] = get_args(NoAnswer)
ROWS_PER_PART = 500_000
"""A part is full from so many rows of answers on: some 50 MB while it is made."""

REGULAR = b"regular"
"""In a file of answers: whether its rows are each voice with each indicator, in order, with none left out."""

_TYPES = {
    "string": pa.string(),
    "date": pa.date32(),
    "array": pa.list_(pa.string()),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


@dataclass
class DataSetWriter:
    """Writes the parts of a data set into `folder`, as they come."""

    folder: Path
    parts: int = 0
    assessments: int = 0
    rubrics: dict[str, Rubric] = field(default_factory=dict)

    def write(self, columns: PartColumns) -> None:
        """Write one part."""
        rubric, first = columns.rubric, self.assessments
        regular = str(int(bool((columns.answers != NOTHING).all()))).encode()
        tables = {
            "assessments": _assessments(columns, first),
            "answers": _answers(columns, first),
            "agreed": _agreed(columns, first),
        }
        for name, table in tables.items():
            file = self.folder / name / f"part-{self.parts:05}{ENDING}"
            private_folder(file.parent)
            marked = table.replace_schema_metadata({b"rubric": rubric.fingerprint.encode(), REGULAR: regular})
            parquet.write_table(marked, file, compression="zstd")
        self.rubrics[rubric.fingerprint] = rubric
        self.parts += 1
        self.assessments += len(columns.places)

    def finish(self) -> None:
        """Write the rubrics and what describes the tables."""
        write_data_set_metadata(self.folder, self.rubrics, TABLES)


def write_data_set_metadata(folder: Path, rubrics: Mapping[str, Rubric], tables: Sequence[TableName]) -> None:
    """Write the `rubrics`, by their fingerprints, and the description of `tables` into the folder of a data set."""
    private_folder(folder / "rubrics")
    for fingerprint, rubric in rubrics.items():
        (folder / "rubrics" / f"{fingerprint}.json").write_text(rubric.model_dump_json(), encoding="utf-8")
    (folder / "datapackage.json").write_text(json.dumps(data_package(tables), indent=2) + "\n", encoding="utf-8")


def write_data_set(folder: Path, entries: Iterable[PlaceAssessment]) -> int:
    """Write `entries`, all of a place after each other, as a data set in `folder`; return how many there were."""
    writer, waiting = DataSetWriter(folder), dict[str, list[PlaceAssessment]]()
    for _, of_place in groupby(entries, key=lambda entry: entry.place):
        for entry in of_place:
            waiting.setdefault(entry.rubric.fingerprint, []).append(entry)
        for fingerprint in [key for key, part in waiting.items() if _rows(part) >= ROWS_PER_PART]:
            writer.write(part_columns(waiting.pop(fingerprint)))
    for part in waiting.values():
        writer.write(part_columns(part))
    writer.finish()
    return writer.assessments


def _rows(entries: Sequence[PlaceAssessment]) -> int:
    return sum(len(counted_voices(entry.assessment)) for entry in entries) * len(entries[0].rubric.by_id)


def _assessments(columns: PartColumns, first: int) -> pa.Table:
    count = len(columns.places)
    voices = (columns.answers != NOTHING).any(axis=2).sum(axis=1) if columns.answers.size else np.zeros(count)
    values = {
        "assessment": np.arange(first, first + count),
        "place": np.asarray(columns.places, np.int64),
        "name": [place.name for place in columns.about],
        "kind": [place.kind for place in columns.about],
        "nation": [place.nation for place in columns.about],
        "date": columns.dates,
        "question_set": columns.sets,
        "asked": columns.asked,
        "voices": voices.astype(np.int16),
    }
    return pa.table(values, schema=schema("assessments"))


def _answers(columns: PartColumns, first: int) -> pa.Table:
    assessment, voice, indicator = np.nonzero(columns.answers != NOTHING)
    codes = columns.answers[assessment, voice, indicator]
    sure = None if columns.sure is None else columns.sure[assessment, voice, indicator]
    values = {
        "assessment": assessment + first,
        "voice": (voice + 1).astype(np.int16),
        "perspective": _named(
            columns.perspectives[assessment, voice], [perspective.id for perspective in columns.rubric.perspectives]
        ),
        "indicator": _named(indicator, list(columns.rubric.by_id)),
        "level": pa.array(codes, mask=codes < 0),
        "no_answer": _no_answers(codes),
        "sure": pa.nulls(len(codes), pa.string()) if sure is None else _named(sure, SURE),
    }
    return pa.table(values).cast(schema("answers"))


def _agreed(columns: PartColumns, first: int) -> pa.Table:
    count = len(columns.places)
    agreed = np.full((count, len(columns.rubric.by_id)), NOTHING) if columns.agreed is None else columns.agreed
    assessment, indicator = np.nonzero(agreed != NOTHING)
    codes = agreed[assessment, indicator]
    values = {
        "assessment": assessment + first,
        "indicator": _named(indicator, list(columns.rubric.by_id)),
        "level": pa.array(codes, mask=codes < 0),
        "no_answer": _no_answers(codes),
    }
    return pa.table(values).cast(schema("agreed"))


def _no_answers(codes: NDArray[np.integer[Any]]) -> pa.DictionaryArray:
    position = np.full(1 - NOTHING, -1, np.int8)
    for number, name in enumerate(NO_ANSWERS):
        position[-CODES[name]] = number
    return _named(position[np.maximum(-codes, 0)], NO_ANSWERS)


def _named(positions: NDArray[np.integer[Any]], names: Sequence[str]) -> pa.DictionaryArray:
    """Return the names at `positions`; null where a position is below zero."""
    indices = pa.array(positions.astype(np.int16), mask=positions < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(names, pa.string()))


@cache
def data_dictionary() -> Mapping[TableName, Mapping[str, Any]]:
    """Return the data dictionary: each table with what it is about and its fields."""
    data: Mapping[TableName, Mapping[str, Any]] = yaml.safe_load(
        Path(__file__).with_name("data-set.yaml").read_text(encoding="utf-8")
    )
    return data


@cache
def schema(table: TableName) -> pa.Schema:
    """Return the columns of a table."""
    fields = data_dictionary()[table]["fields"]
    return pa.schema([(entry["name"], _type(entry)) for entry in fields])


def _type(entry: Mapping[str, Any]) -> pa.DataType:
    return getattr(pa, f"int{entry['width']}")() if entry["type"] == "integer" else _TYPES[entry["type"]]


def data_package(tables: Sequence[TableName] = TABLES) -> dict[str, Any]:
    """Return the description of a data set with these `tables`, in the form of a Frictionless data package."""
    return {
        "name": "placecheck",
        "resources": [
            {
                "name": table,
                "description": data_dictionary()[table]["about"],
                "path": f"{table}/part-*{ENDING}",
                "format": "parquet",
                "schema": {
                    "fields": [
                        {"name": entry["name"], "type": entry["type"], "description": entry["about"]}
                        for entry in data_dictionary()[table]["fields"]
                    ]
                },
            }
            for table in tables
        ],
    }


def part_files(folder: Path, table: TableName) -> list[Path]:
    """Return the files of a table of the data set in `folder`, part by part."""
    return sorted((folder / table).glob(f"part-*{ENDING}"))
