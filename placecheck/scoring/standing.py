"""Rule 10: which dimension is furthest along, and which has most room to grow, said only where it surely holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from placecheck.rubric.model import Rubric
from placecheck.scoring.result import DimensionResult, Result
from placecheck.scoring.weights import weighted_mean, whole


@dataclass(frozen=True, slots=True)
class Standing:
    """Ids of the dimensions that stand out; None means too close to call."""

    furthest: str | None
    most_room: str | None


def standing(rubric: Rubric, result: Result) -> Standing:
    """Which dimensions of `result` stand out, whichever reasonable way their readings are taken."""
    known = [one for one in result.dimensions if one.reading is not None]
    if len(known) < len([one for one in result.dimensions if one.status != "not_here"]) or len(known) < 2:
        return Standing(None, None)
    ways = [_readings(rubric, known, way) for way in (_given, _equal, _middle)]
    return Standing(_stands_out(known, ways, 1), _stands_out(known, ways, -1))


def _stands_out(known: Sequence[DimensionResult], ways: Sequence[dict[str, float]], sign: int) -> str | None:
    """The dimension that leads every way (`sign` 1: highest, -1: lowest) and whose range is clear of the others."""
    for one in known:
        others = [other for other in known if other is not one]
        edge = one.low if sign > 0 else one.high
        clear = edge is not None and all(sign * edge > sign * (other.reading or 0.0) for other in others)
        if clear and all(sign * way[one.id] > sign * way[other.id] for way in ways for other in others):
            return one.id
    return None


Way = Callable[[Sequence[float], tuple[Decimal, ...]], float]


def _readings(rubric: Rubric, known: Sequence[DimensionResult], way: Way) -> dict[str, float]:
    return {
        one.id: way(
            [indicator.reading for indicator in one.indicators if indicator.reading is not None],
            tuple(rubric.by_id[i.id].weight for i in one.indicators if i.reading is not None),
        )
        for one in known
    }


def _given(readings: Sequence[float], weights: tuple[Decimal, ...]) -> float:
    return weighted_mean(readings, whole(weights))


def _equal(readings: Sequence[float], _weights: tuple[Decimal, ...]) -> float:
    return weighted_mean(readings, [1] * len(readings))


def _middle(readings: Sequence[float], _weights: tuple[Decimal, ...]) -> float:
    return median(readings)
