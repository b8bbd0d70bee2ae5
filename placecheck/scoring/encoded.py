"""What many assessments hold, as arrays of small whole numbers for `batch`: a level, or a code below zero.

Shapes: V voices, I indicators in the rubric's order, A assessments. `answers[v, i, a]` is what the v-th voice of
assessment a said of indicator i. Voices come first, so that counting them adds whole planes; assessments come last, so
that one indicator's answers lie side by side in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from placecheck.assessment.model import Assessment
from placecheck.assessment.packed import DONT_KNOW, NOT_HERE, NOTHING, RATHER_NOT_SAY, SKIPPED, code
from placecheck.rubric.model import Rubric
from placecheck.scoring.score import asked

__all__ = ["DONT_KNOW", "NOTHING", "NOT_HERE", "RATHER_NOT_SAY", "SKIPPED", "Batch", "Codes", "Mask", "encoded"]

Codes = NDArray[np.int8]
Mask = NDArray[np.bool_]


class Batch(NamedTuple):
    """What was answered in A assessments made with one rubric: levels (0 to K-1) and codes below zero."""

    answers: Codes
    """V x I x A. `NOTHING` fills up an assessment with fewer than V voices; a voice with no row is `SKIPPED`."""
    agreed: Codes | None = None
    """I x A: an agreed level, `NOT_HERE`, or `NOTHING`, also where the group did not agree. None: nothing anywhere."""
    asked: Mask | None = None
    """I x A: what each round asked. None: everything."""


def encoded(rubric: Rubric, assessments: Sequence[Assessment]) -> Batch:
    """`assessments`, all made with `rubric`, as a batch; V is the number of voices of the one that has most."""
    row = {one.id: index for index, one in enumerate(rubric.indicators())}
    voices = max((len(one.voices) for one in assessments), default=0)
    answers = np.full((voices, len(row), len(assessments)), NOTHING, np.int8)
    agreed = np.full((len(row), len(assessments)), NOTHING, np.int8)
    was_asked = np.zeros(agreed.shape, np.bool_)
    for a, assessment in enumerate(assessments):
        for v, voice in enumerate(assessment.voices):
            answers[v, :, a] = SKIPPED
            for id_, answer in voice.answers.items():
                answers[v, row[id_], a] = code(answer)
        for id_, outcome in assessment.agreed.items():
            agreed[row[id_], a] = NOTHING if outcome.not_agreed else code(outcome)
        for dimension in rubric.dimensions:
            was_asked[[row[one.id] for one in asked(dimension, assessment)], a] = True
    return Batch(answers, agreed, was_asked)
