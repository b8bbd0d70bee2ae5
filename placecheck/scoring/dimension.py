"""One dimension: rules 6 to 8 of the method."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from placecheck.scoring.result import DimensionResult, IndicatorResult
from placecheck.scoring.weights import THOUSANDTHS, weighted_mean, whole


def score_dimension(
    id_: str, indicators: Sequence[IndicatorResult], weights: Sequence[Decimal], min_coverage: Decimal
) -> DimensionResult:
    """What `indicators` add up to, with one weight each; no reading below `min_coverage` (a share, 0 to 1)."""
    exact = whole(tuple(weights)) if weights else ()
    applicable = [(one, weight) for one, weight in zip(indicators, exact, strict=True) if one.status != "not_here"]
    if not applicable:
        return DimensionResult(id_, "not_here", None, None, None, None, tuple(indicators))
    read = [(one.reading, weight) for one, weight in applicable if one.reading is not None]
    covered, every = sum(weight for _, weight in read), sum(weight for _, weight in applicable)
    enough = bool(read) and covered * THOUSANDTHS >= every * int(min_coverage * THOUSANDTHS)
    shares = [weight for _, weight in applicable]
    return DimensionResult(
        id=id_,
        status="ok" if enough else "not_enough_answers",
        reading=weighted_mean(*zip(*read, strict=True)) if enough else None,
        low=weighted_mean([one.low for one, _ in applicable], shares),
        high=weighted_mean([one.high for one, _ in applicable], shares),
        coverage=covered / every,
        indicators=tuple(indicators),
    )
