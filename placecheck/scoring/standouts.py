"""Rule 10: which dimension is furthest along, and which has most room to grow, said only where it surely holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.rubric.model import Rubric
from placecheck.scoring.result import DimensionResult, Result
from placecheck.scoring.weights import integer_weights, weighted_mean, weighted_median


@dataclass(frozen=True, slots=True)
class Extremes:
    """The ids of the dimensions that stand out; None where none does, or too little is known to say."""

    furthest: str | None
    most_room: str | None


def find_extremes(rubric: Rubric, result: Result) -> Extremes:
    """Find the dimensions of `result` that stand out, whichever reasonable way their readings are taken.

    Nothing stands out next to a dimension that applies and has no reading, or where only one has a reading.
    """
    known = [dimension for dimension in result.dimensions if dimension.reading is not None]
    applicable = [dimension for dimension in result.dimensions if dimension.status != "not_here"]
    if len(known) < len(applicable) or len(known) < 2:
        return Extremes(None, None)
    read = {dimension.id: sensitivity(rubric, dimension) for dimension in known}
    return Extremes(_stands_out(known, read, 1), _stands_out(known, read, -1))


def _stands_out(known: Sequence[DimensionResult], read: dict[str, tuple[float, ...]], sign: int) -> str | None:
    """Return the dimension that leads every way (`sign` 1: highest, -1: lowest), its range clear of the others'."""
    for result in known:
        others = [other for other in known if other is not result]
        edge = result.low if sign > 0 else result.high
        clear = edge is not None and all(sign * edge > sign * (other.reading or 0.0) for other in others)
        leads = all(
            sign * a > sign * b for other in others for a, b in zip(read[result.id], read[other.id], strict=True)
        )
        if clear and leads:
            return result.id
    return None


def sensitivity(rubric: Rubric, dimension: DimensionResult) -> tuple[float, ...]:
    """Return the dimension's reading as mean and as median, under the rubric's weights and under equal weights."""
    read = [
        (indicator.reading, rubric.by_id[indicator.id].weight)
        for indicator in dimension.indicators
        if indicator.reading is not None
    ]
    readings = [reading for reading, _ in read]
    weighings = integer_weights(tuple(weight for _, weight in read)), (1,) * len(read)
    return tuple(centre(readings, weights) for weights in weighings for centre in (weighted_mean, weighted_median))
