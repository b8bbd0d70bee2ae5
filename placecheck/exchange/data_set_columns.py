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


class PlaceRound(NamedTuple):
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


def part_columns(rounds: Sequence[PlaceRound]) -> PartColumns:
    """Return the columns of `rounds`, all made with one rubric."""
    rubric = rounds[0].rubric
    row = {id_: index for index, id_ in enumerate(rubric.by_id)}
    speaks_from = {perspective.id: index for index, perspective in enumerate(rubric.perspectives)}
    counted = [counted_voices(round_.assessment) for round_ in rounds]
    shape = len(rounds), max(map(len, counted), default=0), len(row)
    columns = PartColumns(
        rubric=rubric,
        places=[round_.place for round_ in rounds],
        about=[round_.assessment.place for round_ in rounds],
        dates=[round_.assessment.date for round_ in rounds],
        sets=[round_.assessment.round for round_ in rounds],
        asked=[own_words_aside(rubric, round_.assessment) for round_ in rounds],
        answers=np.full(shape, NOTHING, np.int8),
        perspectives=np.full(shape[:2], -1, np.int16),
        sure=(sure := np.full(shape, -1, np.int8)),
        agreed=(agreed := np.full((shape[0], shape[2]), NOTHING, np.int8)),
    )
    for a, round_ in enumerate(rounds):
        for v, voice in enumerate(counted[a]):
            columns.answers[a, v] = voice_codes(rubric, voice)
            columns.perspectives[a, v] = speaks_from.get(voice.perspective or "", -1)
            for id_, answer in voice.answers.items():
                if answer.sure and id_ in row:
                    sure[a, v, row[id_]] = SURE.index(answer.sure)
        for id_, outcome in round_.assessment.agreed.items():
            if outcome.not_agreed is None and id_ in row:
                agreed[a, row[id_]] = answer_code(outcome)
        reworded = [row[id_] for id_ in round_.assessment.own_words if id_ in row]
        columns.answers[a][:, reworded] = NOTHING
        agreed[a, reworded] = NOTHING
    return columns


def own_words_aside(rubric: Rubric, assessment: Assessment) -> tuple[str, ...] | None:
    """Return what was asked in the rubric's own words, in its order; None where that is everything."""
    ids = asked_ids(rubric, assessment) - set(assessment.own_words)
    return None if ids >= set(rubric.by_id) else tuple(id_ for id_ in rubric.by_id if id_ in ids)
