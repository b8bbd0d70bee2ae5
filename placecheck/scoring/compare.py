"""Rules 10 to 13: results beside each other, over what every side was asked in the same words.

Nothing here is put in order by a number, and nothing is marked best or worst: sides stand in the order given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Literal

from placecheck.assessment.model import Assessment
from placecheck.rubric.model import Rubric
from placecheck.scoring.result import DimensionResult, IndicatorResult, Result, dimension_json, indicator_json
from placecheck.scoring.score import score, score_asked
from placecheck.scoring.standing import ways

Side = tuple[Rubric, Assessment]
Why = Literal["not_in_all", "reworded", "not_asked"]
Pair = tuple[int, int]
"""The positions, from 0, of a side that stands further along and of one that does not stand so far."""


@dataclass(frozen=True, slots=True)
class NotComparable:
    """An indicator that cannot be compared. `sides` are the positions, from 0, of the sides that are the reason.

    `not_in_all`: these sides' rubrics do not have it. `reworded`: its statement or levels read otherwise there than on
    the first side. `not_asked`: these sides' rounds did not ask it.
    """

    id: str
    why: Why
    sides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    """One indicator on every side, in the order given."""

    id: str
    sides: tuple[IndicatorResult, ...]

    @property
    def apart(self) -> tuple[Pair, ...]:
        """The pairs that stand apart by more than what is not known; where there is none, it is too close to call."""
        return _pairs(len(self.sides), lambda one, other: further(self.sides[one], self.sides[other]))

    @property
    def a_level_apart(self) -> tuple[Pair, ...]:
        """The pairs that stand apart by a whole level or more, whatever that is not known turns out to be."""
        return _pairs(len(self.sides), lambda one, other: further(self.sides[one], self.sides[other], by=1))


@dataclass(frozen=True, slots=True)
class ComparedDimension:
    """One dimension on every side, in the order given, each recomputed over the same indicators."""

    id: str
    sides: tuple[DimensionResult, ...]
    ways: tuple[tuple[float, ...], ...]
    """What each side reads under given and equal weights, as mean and as median of its readings."""

    @property
    def apart(self) -> tuple[Pair, ...]:
        """As of an indicator; and it must hold whichever of the `ways` the readings are taken."""
        return _pairs(len(self.sides), self._further)

    def _further(self, one: int, other: int) -> bool:
        if not further(self.sides[one], self.sides[other]):
            return False
        return all(a > b for a, b in zip(self.ways[one], self.ways[other], strict=True))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several results beside each other; dimensions and indicators in the order of the first side's rubric.

    `results` are the sides' own, each as it is without the others. `moved` are ids of indicators that stand in
    different dimensions on some sides: they are compared by themselves and enter no dimension.
    """

    results: tuple[Result, ...]
    dimensions: tuple[ComparedDimension, ...]
    indicators: tuple[ComparedIndicator, ...]
    moved: tuple[str, ...]
    not_comparable: tuple[NotComparable, ...]

    def as_json(self) -> dict[str, Any]:
        """The comparison for scripts, numbers rounded to six places; every `sides` is in the order given."""
        return {
            "sides": [result.head_json() for result in self.results],
            "dimensions": [
                {"id": one.id, "too_close": not one.apart, "sides": [dimension_json(side) for side in one.sides]}
                for one in self.dimensions
            ],
            "indicators": [
                {"id": one.id, "too_close": not one.apart, "sides": [indicator_json(side) for side in one.sides]}
                for one in self.indicators
            ],
            "moved": list(self.moved),
            "not_comparable": [{"id": n.id, "why": n.why, "sides": list(n.sides)} for n in self.not_comparable],
        }


class _Given:
    """A side with what is looked up of it: results by indicator, and the dimension that each indicator stands in."""

    def __init__(self, rubric: Rubric, assessment: Assessment) -> None:
        self.rubric, self.assessment = rubric, assessment
        self.result = score(rubric, assessment)
        self.asked = {one.id: one for one in self.result.indicators()}
        self.home = {one.id: dimension.id for dimension in rubric.dimensions for one in dimension.indicators}

    def over(self, dimension: str, ids: Sequence[str]) -> DimensionResult:
        """The dimension as it reads over the indicators `ids` alone."""
        return score_asked(self.rubric, self.assessment, dimension, [self.rubric.by_id[id_] for id_ in ids])


def compare(sides: Sequence[Side]) -> Comparison:
    """Two sides or more beside each other, each a rubric and an assessment made with it."""
    given = [_Given(*side) for side in sides]
    met = dict.fromkeys(id_ for side in given for id_ in side.home if any(id_ in other.asked for other in given))
    not_comparable = tuple(found for id_ in met if (found := _not_comparable(id_, given)))
    left_out = {one.id for one in not_comparable}
    common = [id_ for id_ in met if id_ not in left_out]
    moved = tuple(id_ for id_ in common if len({side.home[id_] for side in given}) > 1)
    together: dict[str, list[str]] = {}
    for id_ in common:
        if id_ not in moved:
            together.setdefault(given[0].home[id_], []).append(id_)
    return Comparison(
        results=tuple(side.result for side in given),
        dimensions=tuple(
            _dimension(dimension, given, [side.over(dimension, ids) for side in given])
            for dimension, ids in together.items()
        ),
        indicators=tuple(ComparedIndicator(id_, tuple(side.asked[id_] for side in given)) for id_ in common),
        moved=moved,
        not_comparable=not_comparable,
    )


def further(one: IndicatorResult | DimensionResult, other: IndicatorResult | DimensionResult, by: float = 0) -> bool:
    """Whether `one` stands further along than `other`, whatever that is not known turns out to be.

    Rule 10 between two sides: even the lowest that the one could be is above the highest that the other could be, by
    `by` levels or more.
    """
    if one.reading is None or other.reading is None or one.low is None or other.high is None:
        return False
    return one.low > other.high and one.low - other.high >= by


def _pairs(sides: int, apart: Callable[[int, int], bool]) -> tuple[Pair, ...]:
    return tuple(pair for pair in permutations(range(sides), 2) if apart(*pair))


def _dimension(id_: str, given: Sequence[_Given], sides: Sequence[DimensionResult]) -> ComparedDimension:
    read = tuple(() if one.reading is None else ways(side.rubric, one) for side, one in zip(given, sides, strict=True))
    return ComparedDimension(id_, tuple(sides), read)


def _not_comparable(id_: str, given: Sequence[_Given]) -> NotComparable | None:
    """The first reason why the indicator cannot be compared, None where it can."""
    lacking = [n for n, side in enumerate(given) if id_ not in side.home]
    if lacking:
        return NotComparable(id_, "not_in_all", tuple(lacking))
    words = [side.rubric.by_id[id_].fingerprint for side in given]
    reworded = [n for n, print_ in enumerate(words) if print_ != words[0]]
    if reworded:
        return NotComparable(id_, "reworded", tuple(reworded))
    unasked = [n for n, side in enumerate(given) if id_ not in side.asked]
    return NotComparable(id_, "not_asked", tuple(unasked)) if unasked else None
