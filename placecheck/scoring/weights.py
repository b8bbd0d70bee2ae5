"""Weights as whole numbers without a common factor: sums are exact, and scaling all of them changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from math import gcd
from operator import mul

THOUSANDTHS = 1000


@lru_cache(maxsize=256)
def integer_weights(weights: tuple[Decimal, ...]) -> tuple[int, ...]:
    """Return `weights` (at most three decimals each) as the smallest whole numbers of the same proportion."""
    scaled = [int(weight * THOUSANDTHS) for weight in weights]
    common = gcd(*scaled)
    return tuple(weight // common for weight in scaled)


def weighted_mean(values: Sequence[float], weights: Sequence[int]) -> float:
    """Return the mean of `values`, each a whole or half level, so that the sum is exact in any order."""
    return float(sum(map(mul, values, weights)) / sum(weights))


def weighted_median(values: Sequence[float], weights: Sequence[int]) -> float:
    """Return the median of `values`, each counted as often as its weight: the mean of the middle two where two are."""
    ordered = sorted(zip(values, weights, strict=True))
    reached = list(accumulate(weight for _, weight in ordered))
    lower = next(value for (value, _), up_to in zip(ordered, reached, strict=True) if 2 * up_to >= reached[-1])
    upper = next(value for (value, _), up_to in zip(ordered, reached, strict=True) if 2 * up_to > reached[-1])
    return (lower + upper) / 2
