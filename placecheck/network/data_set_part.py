"""The parts of a data set, each read when it is counted."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from placecheck.assessment.packed import CODES, NOTHING, SKIPPED
from placecheck.errors import refuse
from placecheck.exchange.data_set import NO_ANSWERS, REGULAR
from placecheck.exchange.data_set_read import part_rubric, read_table, sibling_file
from placecheck.network.counts import Part, Trait
from placecheck.rubric.model import Rubric
from placecheck.scoring.arrays import Batch, Codes, Mask

ABOUT = ["assessment", "place", "kind", "nation", "date", "question_set", "asked"]
EPOCH = datetime.date(1970, 1, 1).toordinal()


class DataSetPart(NamedTuple):
    """A part of a data set: the file with its assessments, and those beside it."""

    file: str

    @property
    def rubric(self) -> Rubric:
        """Return the rubric that the part was made with."""
        return part_rubric(Path(self.file))

    def load(self) -> Part:
        """Return the part.

        Raises:
            InputError: A file of the part is missing or is no Parquet file of a data set.
        """
        file = Path(self.file)
        rubric, about = part_rubric(file), read_table(file, "assessments", ABOUT)
        first, count = about["assessment"][0].as_py(), len(about)
        days = about["date"].cast(pa.int32()).fill_null(-EPOCH).to_numpy().astype(np.int64) + EPOCH
        years = about["date"].cast("timestamp[s]").to_numpy().astype("datetime64[Y]").astype(np.int64) + 1970
        answers = _answers(rubric, sibling_file(file, "answers"), first, count)
        agreed = _agreed(rubric, sibling_file(file, "agreed"), first, count)
        return Part(
            rubric=rubric,
            batch=Batch(answers, agreed, _asked(rubric, about["asked"])),
            place=about["place"].to_numpy(),
            day=days,
            year=np.where(days > 0, years, 0),
            kind=_trait(about["kind"]),
            nation=_trait(about["nation"]),
            question_set=_trait(about["question_set"]),
        )


def _trait(column: pa.ChunkedArray) -> Trait:
    encoded = column.fill_null("").combine_chunks().dictionary_encode()
    return Trait(encoded.indices.to_numpy(), tuple(encoded.dictionary.to_pylist()))


def _asked(rubric: Rubric, column: pa.ChunkedArray) -> Mask | None:
    if column.null_count == len(column):
        return None
    row = {id_: index for index, id_ in enumerate(rubric.by_id)}
    asked = np.ones((len(row), len(column)), np.bool_)
    for at, ids in enumerate(column.to_pylist()):
        if ids is not None:
            asked[:, at] = False
            asked[[row[id_] for id_ in ids], at] = True
    return asked


def _answers(rubric: Rubric, file: Path, first: int, count: int) -> Codes:
    table = read_table(file, "answers", ["level", "no_answer"], read_dictionary=["no_answer"])
    codes, width = _codes(table), len(rubric.by_id)
    if (table.schema.metadata or {}).get(REGULAR) == b"1" and count:
        return np.ascontiguousarray(codes.reshape(count, -1, width).transpose(1, 2, 0))
    where = read_table(file, "answers", ["assessment", "voice", "indicator"], read_dictionary=["indicator"])
    voice = where["voice"].to_numpy().astype(np.intp) - 1
    answers = np.full((int(voice.max(initial=-1)) + 1, width, count), NOTHING, np.int8)
    answers[voice, _rows(rubric, where["indicator"]), where["assessment"].to_numpy() - first] = codes
    return answers


def _agreed(rubric: Rubric, file: Path, first: int, count: int) -> Codes:
    table = read_table(file, "agreed", read_dictionary=["indicator", "no_answer"])
    agreed = np.full((len(rubric.by_id), count), NOTHING, np.int8)
    agreed[_rows(rubric, table["indicator"]), table["assessment"].to_numpy() - first] = _codes(table)
    return agreed


def _codes(table: pa.Table) -> Codes:
    """Return the levels, and codes below zero where there is none."""
    codes: Codes = table["level"].fill_null(SKIPPED).to_numpy().astype(np.int8)
    left = np.flatnonzero(codes == SKIPPED)
    no_answers = table["no_answer"].take(pa.array(left))
    codes[left] = _positions(no_answers, {name: CODES[name] for name in NO_ANSWERS}, SKIPPED)
    return codes


def _rows(rubric: Rubric, column: pa.ChunkedArray) -> NDArray[np.int8]:
    return _positions(column, {id_: index for index, id_ in enumerate(rubric.by_id)}, -1)


def _positions(column: pa.ChunkedArray, position: Mapping[str, int], otherwise: int) -> NDArray[np.int8]:
    """Return the position of each value of `column`, which is read as a dictionary; `otherwise` where it is null."""
    array = column.unify_dictionaries().combine_chunks()
    names = array.dictionary.to_pylist()
    if unknown := [name for name in names if name not in position]:
        known = ", ".join(position)
        raise refuse("", 0, str(unknown[0]), "This is not known here.", f"Known are: {known}.")
    numbers = np.array([*(position[name] for name in names), otherwise], np.int8)
    indices: NDArray[np.signedinteger[Any]] = array.indices.fill_null(len(names)).to_numpy(zero_copy_only=False)
    positions: NDArray[np.int8] = numbers[indices]
    return positions
