"""Median, quartiles and agreement of the voices on one indicator, from how many gave each level."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

MIN_VOICES_FOR_SPREAD = 5


def agreement(counts: Sequence[int]) -> float | None:
    """Return van der Eijk's A of `counts` (one a level): -1 two opposite camps, 0 evenly spread, 1 all the same.

    The counts are decomposed into layers, each a pattern of filled and empty levels; A is the mean of the
    patterns' own agreement, weighted by how many voices each layer holds. None where nobody answered.

    Source: C. van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity 35 (2001).
    """
    total = sum(counts)
    if total == 0:
        return None
    left = list(counts)
    agreed = 0.0
    while any(left):
        layer = tuple(n > 0 for n in left)
        height = min(n for n in left if n)
        agreed += _pattern_agreement(layer) * height * sum(layer) / total
        left = [n - height if n else 0 for n in left]
    return agreed


@lru_cache(maxsize=1024)
def _pattern_agreement(layer: tuple[bool, ...]) -> float:
    levels, filled = len(layer), sum(layer)
    if filled == 1:
        return 1.0
    one_peak = two_peaks = 0
    for triple in combinations(layer, 3):
        one_peak += triple in ((True, True, False), (False, True, True))
        two_peaks += triple == (True, False, True)
    if not one_peak + two_peaks:
        return 0.0
    unimodality = ((levels - 2) * one_peak - (levels - 1) * two_peaks) / ((levels - 2) * (one_peak + two_peaks))
    return unimodality * (1 - (filled - 1) / (levels - 1))


def quartile_range(counts: Sequence[int]) -> float | None:
    """Return the interquartile range of `counts` in levels, by linear interpolation; None where nobody answered.

    Source: Hyndman & Fan, "Sample quantiles in statistical packages" (1996), definition 7.
    """
    return None if sum(counts) == 0 else _quantile(counts, 3) - _quantile(counts, 1)


def _quantile(counts: Sequence[int], quarter: int) -> float:
    whole, rest = divmod(quarter * (sum(counts) - 1), 4)
    below = nth(counts, whole)
    return below if not rest else below + (nth(counts, whole + 1) - below) * rest / 4


def median(counts: Sequence[int]) -> float | None:
    """Return the median level of `counts`, the mean of the middle two for an even number; None for no answers."""
    total = sum(counts)
    if not total:
        return None
    lower = nth(counts, (total - 1) // 2)
    return float(lower) if total % 2 else (lower + nth(counts, total // 2)) / 2


def nth(counts: Sequence[int], index: int) -> int:
    """Return the level of the voice at position `index` (from 0) when all are sorted by their levels."""
    for level, n in enumerate(counts):
        index -= n
        if index < 0:
            return level
    raise IndexError("there are fewer voices than that")
