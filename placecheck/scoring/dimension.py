"""One dimension: rules 6 and 7 of the method."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from placecheck.scoring.result import DimensionResult, IndicatorResult
from placecheck.scoring.weights import THOUSANDTHS, integer_weights


def score_dimension(
    id_: str, indicators: Sequence[IndicatorResult], weights: Sequence[Decimal], min_coverage: Decimal
) -> DimensionResult:
    """Score a dimension from `indicators`, with one weight each; no reading below `min_coverage` (a share, 0 to 1).

    Levels are whole or half and weights whole, so that every sum is exact in whatever order it is taken; each
    number is then one division.
    """
    every = covered = 0
    reading = low = high = 0.0
    for result, weight in zip(indicators, integer_weights(tuple(weights)), strict=True):
        if result.status == "not_here":
            continue
        every += weight
        low += weight * result.low
        high += weight * result.high
        if result.reading is not None:
            covered += weight
            reading += weight * result.reading
    if not every:
        return DimensionResult(id_, "not_here", None, None, None, None, tuple(indicators))
    enough = covered > 0 and covered * THOUSANDTHS >= every * int(min_coverage * THOUSANDTHS)
    return DimensionResult(
        id=id_,
        status="ok" if enough else "not_enough_answers",
        reading=reading / covered if enough else None,
        low=low / every,
        high=high / every,
        coverage=covered / every,
        indicators=tuple(indicators),
    )
