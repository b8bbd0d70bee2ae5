"""Rules 10 to 13: compared places, over what all of them were asked in the same words.

Nothing here is put in order by a number, and nothing is marked best or worst: places are in the order given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Literal

from placecheck.assessment.model import Assessment
from placecheck.rubric.model import Rubric
from placecheck.scoring.engine import score, score_asked
from placecheck.scoring.result import DimensionResult, IndicatorResult, Result, dimension_json, indicator_json
from placecheck.scoring.standouts import sensitivity

ComparedPlace = tuple[Rubric, Assessment]
Why = Literal["not_in_all", "reworded", "not_asked"]
Pair = tuple[int, int]
"""The positions, from 0, of a compared place that is further along and of one that is not so far."""


@dataclass(frozen=True, slots=True)
class NotComparable:
    """An indicator that cannot be compared. `positions` are those, from 0, of the places that are the reason.

    `not_in_all`: their rubrics do not have it. `reworded`: its statement or levels differ there from those of the first
    place. `not_asked`: their assessments did not ask it.
    """

    id: str
    why: Why
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    """One indicator of every compared place, in the order given."""

    id: str
    results: tuple[IndicatorResult, ...]

    @property
    def apart(self) -> tuple[Pair, ...]:
        """Return the pairs that differ by more than what is not known; a pair not among them is too close to call."""
        return _pairs(len(self.results), lambda index, other: further(self.results[index], self.results[other]))

    @property
    def a_level_apart(self) -> tuple[Pair, ...]:
        """Return the pairs that differ by a whole level or more, whatever the unknown answers turn out to be."""
        return _pairs(len(self.results), lambda index, other: further(self.results[index], self.results[other], by=1))


@dataclass(frozen=True, slots=True)
class ComparedDimension:
    """One dimension of every compared place, in the order given, each recomputed over the same indicators."""

    id: str
    results: tuple[DimensionResult, ...]
    ways: tuple[tuple[float, ...], ...]
    """What each place reads under given and equal weights, as mean and as median of its readings."""

    @property
    def apart(self) -> tuple[Pair, ...]:
        """Return as for an indicator; and it must hold whichever of the `ways` the readings are taken."""
        return _pairs(len(self.results), self._further)

    def _further(self, index: int, other: int) -> bool:
        if not further(self.results[index], self.results[other]):
            return False
        return all(a > b for a, b in zip(self.ways[index], self.ways[other], strict=True))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The comparison of several results; dimensions and indicators in the order of the first place's rubric.

    `results` are the places' own, each as it is without the others. `moved` are ids of indicators that belong to
    different dimensions in some places: they are compared by themselves and enter no dimension.
    """

    results: tuple[Result, ...]
    dimensions: tuple[ComparedDimension, ...]
    indicators: tuple[ComparedIndicator, ...]
    moved: tuple[str, ...]
    not_comparable: tuple[NotComparable, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the comparison for scripts, numbers rounded to six places; every list is in the order given."""
        return {
            "sides": [result.head_json() for result in self.results],
            "dimensions": [
                {
                    "id": compared.id,
                    "too_close": not compared.apart,
                    "sides": [dimension_json(result) for result in compared.results],
                }
                for compared in self.dimensions
            ],
            "indicators": [
                {
                    "id": compared.id,
                    "too_close": not compared.apart,
                    "sides": [indicator_json(result) for result in compared.results],
                }
                for compared in self.indicators
            ],
            "moved": list(self.moved),
            "not_comparable": [{"id": n.id, "why": n.why, "sides": list(n.positions)} for n in self.not_comparable],
        }


class _ScoredPlace:
    """A compared place with its look-ups: results by indicator, and the dimension of each indicator."""

    def __init__(self, rubric: Rubric, assessment: Assessment) -> None:
        self.rubric, self.assessment = rubric, assessment
        self.result = score(rubric, assessment)
        self.results = {indicator.id: indicator for indicator in self.result.indicators()}
        self.dimension_of = {
            indicator.id: dimension.id for dimension in rubric.dimensions for indicator in dimension.indicators
        }

    def over(self, dimension: str, ids: Sequence[str]) -> DimensionResult:
        """Return the dimension as it reads over the indicators `ids` alone."""
        return score_asked(self.rubric, self.assessment, dimension, [self.rubric.by_id[id_] for id_ in ids])


def compare(compared_places: Sequence[ComparedPlace]) -> Comparison:
    """Compare two places or more, each a rubric and an assessment made with it."""
    places = [_ScoredPlace(*place) for place in compared_places]
    met = dict.fromkeys(
        id_ for place in places for id_ in place.dimension_of if any(id_ in other.results for other in places)
    )
    not_comparable = tuple(reason for id_ in met if (reason := _not_comparable(id_, places)))
    left_out = {not_shared.id for not_shared in not_comparable}
    common = [id_ for id_ in met if id_ not in left_out]
    moved = tuple(id_ for id_ in common if len({place.dimension_of[id_] for place in places}) > 1)
    together: dict[str, list[str]] = {}
    for id_ in common:
        if id_ not in moved:
            together.setdefault(places[0].dimension_of[id_], []).append(id_)
    return Comparison(
        results=tuple(place.result for place in places),
        dimensions=tuple(
            _dimension(dimension, places, [place.over(dimension, ids) for place in places])
            for dimension, ids in together.items()
        ),
        indicators=tuple(ComparedIndicator(id_, tuple(place.results[id_] for place in places)) for id_ in common),
        moved=moved,
        not_comparable=not_comparable,
    )


def further(result: IndicatorResult | DimensionResult, other: IndicatorResult | DimensionResult, by: float = 0) -> bool:
    """Return whether `result` is further along than `other`, whatever the unknown answers turn out to be.

    Rule 10 between two places: even the lowest that the one could be is above the highest that the other could
    be, by `by` levels or more.
    """
    if result.reading is None or other.reading is None or result.low is None or other.high is None:
        return False
    return result.low > other.high and result.low - other.high >= by


def _pairs(count: int, apart: Callable[[int, int], bool]) -> tuple[Pair, ...]:
    return tuple(pair for pair in permutations(range(count), 2) if apart(*pair))


def _dimension(id_: str, places: Sequence[_ScoredPlace], results: Sequence[DimensionResult]) -> ComparedDimension:
    read = tuple(
        () if result.reading is None else sensitivity(place.rubric, result)
        for place, result in zip(places, results, strict=True)
    )
    return ComparedDimension(id_, tuple(results), read)


def _not_comparable(id_: str, places: Sequence[_ScoredPlace]) -> NotComparable | None:
    """Return the first reason why the indicator cannot be compared, None where it can."""
    lacking = [n for n, place in enumerate(places) if id_ not in place.dimension_of]
    if lacking:
        return NotComparable(id_, "not_in_all", tuple(lacking))
    fingerprints = [place.rubric.by_id[id_].fingerprint for place in places]
    reworded = [n for n, fingerprint in enumerate(fingerprints) if fingerprint != fingerprints[0]]
    if reworded:
        return NotComparable(id_, "reworded", tuple(reworded))
    unasked = [n for n, place in enumerate(places) if id_ not in place.results]
    return NotComparable(id_, "not_asked", tuple(unasked)) if unasked else None
