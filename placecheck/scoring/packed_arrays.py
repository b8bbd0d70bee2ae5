"""Assessments as a store hands them over, as the arrays that `batch` scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from placecheck.assessment.packed import LETTER, NOTHING, Packed
from placecheck.rubric.model import Rubric
from placecheck.scoring.arrays import Batch


def unpack_batch(rubric: Rubric, assessments: Sequence[Packed]) -> Batch:
    """Unpack `assessments`, all made with `rubric`, into a batch."""
    width, count = len(rubric.by_id), len(assessments)
    lengths = np.array([len(packed.content) for packed in assessments], np.intp)
    letters = np.frombuffer("".join(packed.content for packed in assessments).encode("ascii"), np.int8) - np.int8(
        LETTER
    )
    ends = lengths.cumsum()
    voices = lengths // width - 2 if count else lengths
    answers = np.full((count, voices.max(initial=0), width), NOTHING, np.int8)
    for many in np.unique(voices):
        which = np.flatnonzero(voices == many)
        at = (ends - lengths)[which][:, None] + np.arange(many * width)
        answers[which, :many] = letters[at].reshape(len(which), many, width)
    agreed = letters[(ends - 2 * width)[:, None] + np.arange(width)]
    asked_flags = letters[(ends - width)[:, None] + np.arange(width)] > 0
    by_voice = np.ascontiguousarray(answers.transpose(1, 2, 0))
    return Batch(by_voice, np.ascontiguousarray(agreed.T), np.ascontiguousarray(asked_flags.T))
