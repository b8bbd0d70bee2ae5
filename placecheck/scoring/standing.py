"""Rule 10: which dimension is furthest along, and which has most room to grow, said only where it surely holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.rubric.model import Rubric
from placecheck.scoring.result import DimensionResult, Result
from placecheck.scoring.weights import weighted_mean, weighted_median, whole


@dataclass(frozen=True, slots=True)
class Standing:
    """Ids of the dimensions that stand out; None means too close to call."""

    furthest: str | None
    most_room: str | None


def standing(rubric: Rubric, result: Result) -> Standing:
    """Which dimensions of `result` stand out, whichever reasonable way their readings are taken.

    Nothing stands out beside a dimension that applies and has no reading, or where only one has a reading.
    """
    known = [one for one in result.dimensions if one.reading is not None]
    applicable = [one for one in result.dimensions if one.status != "not_here"]
    if len(known) < len(applicable) or len(known) < 2:
        return Standing(None, None)
    read = {one.id: ways(rubric, one) for one in known}
    return Standing(_stands_out(known, read, 1), _stands_out(known, read, -1))


def _stands_out(known: Sequence[DimensionResult], read: dict[str, tuple[float, ...]], sign: int) -> str | None:
    """The dimension that leads every way (`sign` 1: highest, -1: lowest) and whose range is clear of the others."""
    for one in known:
        others = [other for other in known if other is not one]
        edge = one.low if sign > 0 else one.high
        clear = edge is not None and all(sign * edge > sign * (other.reading or 0.0) for other in others)
        leads = all(sign * a > sign * b for other in others for a, b in zip(read[one.id], read[other.id], strict=True))
        if clear and leads:
            return one.id
    return None


def ways(rubric: Rubric, dimension: DimensionResult) -> tuple[float, ...]:
    """What the dimension reads as mean and as median, under given and under equal weights."""
    read = [(one.reading, rubric.by_id[one.id].weight) for one in dimension.indicators if one.reading is not None]
    readings = [reading for reading, _ in read]
    weighings = whole(tuple(weight for _, weight in read)), (1,) * len(read)
    return tuple(centre(readings, weights) for weights in weighings for centre in (weighted_mean, weighted_median))
