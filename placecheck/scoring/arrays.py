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

from placecheck.assessment.asked import asked_indicators, counted_voices
from placecheck.assessment.model import Assessment
from placecheck.assessment.packed import DONT_KNOW, NOT_HERE, NOTHING, RATHER_NOT_SAY, SKIPPED, answer_code, voice_codes
from placecheck.rubric.model import Rubric

__all__ = ["DONT_KNOW", "NOTHING", "NOT_HERE", "RATHER_NOT_SAY", "SKIPPED", "Batch", "Codes", "Mask", "encode_batch"]

Codes = NDArray[np.int8]
Mask = NDArray[np.bool_]


class Batch(NamedTuple):
    """What was answered in A assessments made with one rubric: levels (0 to K-1) and codes below zero."""

    answers: Codes
    """V x I x A. A voice with no row is `SKIPPED`; `NOTHING` is where no voice counts: one that speaks from where this
    is not asked, and what fills up an assessment with fewer than V voices."""
    agreed: Codes | None = None
    """I x A: an agreed level, `NOT_HERE`, or `NOTHING`, also where the group did not agree. None: nothing anywhere."""
    asked: Mask | None = None
    """I x A: what each assessment asked. None: everything."""


def encode_batch(rubric: Rubric, assessments: Sequence[Assessment]) -> Batch:
    """Return `assessments`, all made with `rubric`, as a batch; V is the most voices that any counts."""
    row = {indicator.id: index for index, indicator in enumerate(rubric.indicators())}
    counted = [counted_voices(assessment) for assessment in assessments]
    answers = np.full((max(map(len, counted), default=0), len(row), len(assessments)), NOTHING, np.int8)
    agreed = np.full((len(row), len(assessments)), NOTHING, np.int8)
    was_asked = np.zeros(agreed.shape, np.bool_)
    for a, assessment in enumerate(assessments):
        for v, voice in enumerate(counted[a]):
            answers[v, :, a] = voice_codes(rubric, voice)
        for id_, outcome in assessment.agreed.items():
            agreed[row[id_], a] = NOTHING if outcome.not_agreed else answer_code(outcome)
        was_asked[[row[indicator.id] for indicator in asked_indicators(rubric, assessment)], a] = True
    return Batch(answers, agreed, was_asked)
