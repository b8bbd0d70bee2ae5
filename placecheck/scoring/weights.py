"""Weights as whole numbers without a common factor: sums are exact, and scaling all of them changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from math import gcd

THOUSANDTHS = 1000


@lru_cache(maxsize=256)
def whole(weights: tuple[Decimal, ...]) -> tuple[int, ...]:
    """`weights` (at most three decimals each) in the smallest whole numbers of the same proportion."""
    scaled = [int(weight * THOUSANDTHS) for weight in weights]
    common = gcd(*scaled)
    return tuple(weight // common for weight in scaled)


def weighted_mean(values: Sequence[float], weights: Sequence[int]) -> float:
    """The mean of `values`, each a whole or half level, so that the sum is exact in whatever order it is taken."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
