"""Rule 9: a total over the dimensions, only where a rubric asks for one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from placecheck.rubric.model import Rubric
from placecheck.scoring.result import DimensionResult, Overall
from placecheck.scoring.weights import integer_weights


def score_overall(rubric: Rubric, dimensions: Sequence[DimensionResult]) -> Overall | None:
    """Return the total that `rubric` asks for, None where it asks for none.

    It has a reading only where every dimension that applies has one. The sums are rounded once, at the end, so
    that the order of the dimensions changes no digit.
    """
    kind = rubric.scoring.overall
    if kind == "none":
        return None
    weights = integer_weights(tuple(dimension.weight for dimension in rubric.dimensions))
    weighed = [
        (dimension, weight)
        for dimension, weight in zip(dimensions, weights, strict=True)
        if dimension.status != "not_here"
    ]
    read = [(dimension.reading, weight) for dimension, weight in weighed if dimension.reading is not None]
    if not read or len(read) < len(weighed):
        return Overall(kind, None)
    return Overall(kind, _arithmetic(read) if kind == "arithmetic" else _geometric(read))


def _arithmetic(read: Sequence[tuple[float, int]]) -> float:
    return math.fsum(value * weight for value, weight in read) / sum(weight for _, weight in read)


def _geometric(read: Sequence[tuple[float, int]]) -> float:
    if any(value == 0 for value, _ in read):
        return 0.0
    return math.exp(math.fsum(math.log(value) * weight for value, weight in read) / sum(weight for _, weight in read))
