"""The columns of one part of a data set: levels and codes as arrays, and what is known of each assessment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from placecheck.assessment.asked import asked_ids, counted_voices
from placecheck.assessment.model import Assessment, Place, QuestionSet, Sure
from placecheck.assessment.packed import NOTHING, answer_code, voice_codes
from placecheck.rubric.model import Rubric

SURE: tuple[str, ...] = get_args(Sure)
Codes = NDArray[np.int8]


class PlaceAssessment(NamedTuple):
    """One assessment of the place that has the number `place` within the data set."""

    place: int
    rubric: Rubric
    assessment: Assessment


@dataclass
class PartColumns:
    """The columns of one part, made with `rubric`. Shapes: A assessments, V voices at most, I indicators."""

    rubric: Rubric
    places: Sequence[int]
    about: Sequence[Place]
    dates: Sequence[Any]
    sets: Sequence[QuestionSet]
    asked: Sequence[tuple[str, ...] | None]
    """None where everything was asked."""
    answers: Codes
    """A x V x I: levels, and codes below zero as in `assessment.packed`; `NOTHING` has no row."""
    perspectives: NDArray[np.int16]
    """A x V: positions in the rubric's perspectives, -1 where none was given."""
    sure: Codes | None = None
    """A x V x I: positions in `SURE`, -1 where it was not said. None: nowhere."""
    agreed: Codes | None = None
    """A x I: levels, and codes below zero; `NOTHING` has no row. None: nowhere."""


def part_columns(entries: Sequence[PlaceAssessment]) -> PartColumns:
    """Return the columns of `entries`, all made with one rubric."""
    rubric = entries[0].rubric
    row = {id_: index for index, id_ in enumerate(rubric.by_id)}
    speaks_from = {perspective.id: index for index, perspective in enumerate(rubric.perspectives)}
    counted = [counted_voices(entry.assessment) for entry in entries]
    shape = len(entries), max(map(len, counted), default=0), len(row)
    columns = PartColumns(
        rubric=rubric,
        places=[entry.place for entry in entries],
        about=[entry.assessment.place for entry in entries],
        dates=[entry.assessment.date for entry in entries],
        sets=[entry.assessment.question_set for entry in entries],
        asked=[asked_in_rubric_words(rubric, entry.assessment) for entry in entries],
        answers=np.full(shape, NOTHING, np.int8),
        perspectives=np.full(shape[:2], -1, np.int16),
        sure=(sure := np.full(shape, -1, np.int8)),
        agreed=(agreed := np.full((shape[0], shape[2]), NOTHING, np.int8)),
    )
    for a, entry in enumerate(entries):
        for v, voice in enumerate(counted[a]):
            columns.answers[a, v] = voice_codes(rubric, voice)
            columns.perspectives[a, v] = speaks_from.get(voice.perspective or "", -1)
            for id_, answer in voice.answers.items():
                if answer.sure and id_ in row:
                    sure[a, v, row[id_]] = SURE.index(answer.sure)
        for id_, outcome in entry.assessment.agreed.items():
            if outcome.not_agreed is None and id_ in row:
                agreed[a, row[id_]] = answer_code(outcome)
        reworded = [row[id_] for id_ in entry.assessment.own_words if id_ in row]
        columns.answers[a][:, reworded] = NOTHING
        agreed[a, reworded] = NOTHING
    return columns


def asked_in_rubric_words(rubric: Rubric, assessment: Assessment) -> tuple[str, ...] | None:
    """Return what was asked in the rubric's own words, in its order; None where that is everything."""
    ids = asked_ids(rubric, assessment) - set(assessment.own_words)
    return None if ids >= set(rubric.by_id) else tuple(id_ for id_ in rubric.by_id if id_ in ids)
