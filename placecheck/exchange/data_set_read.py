"""Reading a data set back: as assessments, without the words that it does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from placecheck.assessment.asked import question_set
from placecheck.assessment.model import Agreed, Answer, Assessment, Place, RubricName, Voice
from placecheck.errors import InputError, refuse
from placecheck.exchange.data_set import TABLES, TableName, part_files, schema
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.rubric.model import Rubric
from placecheck.words import network as w
from placecheck.words import say

Rows = Mapping[int, list[dict[str, Any]]]


def is_data_set(path: Path) -> bool:
    """Return whether `path` is the folder of a data set."""
    return path.is_dir() and bool(part_files(path, "assessments"))


def refuse_for_others(folder: Path) -> None:
    """Refuse the folder of a data set that was made for others, which holds no answers.

    Raises:
        InputError: It was made for others.
    """
    if part_files(folder, "published"):
        raise refuse(str(folder), 0, "", say(w.FOR_OTHERS_KEPT), say(w.FOR_OTHERS_READ))


def read_data_set(folder: Path) -> Iterator[AssessmentWithRubric]:
    """Yield each assessment of the data set in `folder`, part by part.

    Raises:
        InputError: A file is missing, is no Parquet file, or lacks a column, or the data set was made for others.
    """
    refuse_for_others(folder)
    for file in part_files(folder, "assessments"):
        rubric = part_rubric(file)
        answers, agreed = (_by_assessment(read_table(sibling_file(file, name), name)) for name in ("answers", "agreed"))
        for about in read_table(file, "assessments").to_pylist():
            number = about["assessment"]
            yield rubric, _assessment(rubric, about, answers.get(number, []), agreed.get(number, []))


def sibling_file(file: Path, table: TableName) -> Path:
    """Return the file of `table` for the same part as `file`."""
    return file.parent.parent / table / file.name


def part_fingerprint(file: Path) -> str:
    """Return the fingerprint of the rubric that the part of `file` was made with.

    Raises:
        InputError: The file is missing or is no Parquet file of a data set.
    """
    try:
        fingerprint: bytes = (parquet.read_schema(file).metadata or {}).get(b"rubric", b"")
        return fingerprint.decode()
    except (OSError, pa.ArrowException) as error:
        raise _no_part(file, error) from None


def part_rubric(file: Path) -> Rubric:
    """Return the rubric that the part of `file` was made with.

    Raises:
        InputError: The file is missing or is no Parquet file of a data set.
    """
    try:
        return _rubric(file.parent.parent / "rubrics" / f"{part_fingerprint(file)}.json")
    except OSError as error:
        raise _no_part(file, error) from None


@lru_cache(maxsize=16)
def _rubric(file: Path) -> Rubric:
    return Rubric.model_validate_json(file.read_text(encoding="utf-8"))


def read_table(file: Path, table: TableName, columns: list[str] | None = None, **options: Any) -> pa.Table:
    """Return `columns` of a file, by default all that a file of `table` has.

    Raises:
        InputError: The file is missing, is no Parquet file, or lacks a column.
    """
    names = columns or schema(table).names
    try:
        with parquet.ParquetFile(file, **options) as opened:
            present = opened.schema_arrow.names
            if missing := [name for name in names if name not in present]:
                known = f"A file of {table} has: {', '.join(names)}."
                raise refuse(str(file), 0, missing[0], "This column is missing.", known)
            # On this thread alone: parts are read beside each other, and arrow's own threads cost more than they gain.
            return opened.read(columns=names, use_threads=False)
    except (OSError, pa.ArrowException) as error:
        raise _no_part(file, error) from None


def _no_part(file: Path, error: Exception) -> InputError:
    what = f"This part of the data set cannot be read ({str(error).splitlines()[0]})."
    return refuse(str(file), 0, "", what, f"A data set has the folders {', '.join(TABLES)} with the same parts.")


def _by_assessment(table: pa.Table) -> Rows:
    rows: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in table.to_pylist():
        rows[row.pop("assessment")].append(row)
    return rows


def _assessment(
    rubric: Rubric, about: Mapping[str, Any], answers: list[dict[str, Any]], agreed: list[dict[str, Any]]
) -> Assessment:
    asked = tuple(about["asked"] or ())
    return Assessment(
        rubric=RubricName(id=rubric.id, edition=rubric.edition),
        place=Place(name=about["name"], kind=about["kind"], nation=about["nation"]),
        date=about["date"],
        question_set=about["question_set"],
        asked=() if asked == question_set(rubric, about["question_set"]) else asked,
        voices=tuple(_voices(answers)),
        agreed={row["indicator"]: Agreed(level=row["level"], no_answer=row["no_answer"]) for row in agreed},
        own_words={},
        perspective_names={},
        causes={},
    )


def _voices(answers: list[dict[str, Any]]) -> Iterator[Voice]:
    by_voice: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in answers:
        by_voice[row["voice"]].append(row)
    for number, rows in sorted(by_voice.items()):
        held = {
            row["indicator"]: Answer(level=row["level"], no_answer=row["no_answer"], sure=row["sure"])
            for row in rows
            if row["level"] is not None or row["no_answer"] is not None
        }
        yield Voice(id=f"v{number}", perspective=rows[0]["perspective"], answers=held)
