"""Many assessments at once: rules 1 to 7 of the method on whole arrays, equal to `score` in every digit.

Shapes are those of `arrays`, with D dimensions in the rubric's order.

Nothing is rounded on the way. Medians are taken in half levels and weighted sums in whole weights, both as whole
numbers; a dimension's reading, low, high and coverage are then one division each, as they are in `score`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from placecheck.rubric.model import Rubric
from placecheck.scoring.arrays import DONT_KNOW, NOT_HERE, NOTHING, SKIPPED, Batch, Codes, Mask
from placecheck.scoring.weights import integer_weights

INDICATOR_STATUS = ("ok", "no_reading", "not_here", "not_asked")
DIMENSION_STATUS = ("ok", "not_enough_answers", "not_here")

Counts = NDArray[np.signedinteger[Any]]
Floats = NDArray[np.float64]


class BatchIndicators(NamedTuple):
    """Results of a batch by indicator, I x A each. Readings are whole numbers of half levels: 5 is 2.5, -1 is none.

    `status` is a position in `INDICATOR_STATUS`. As in `score`, `low` and `high` are set whatever the status is.
    """

    reading: Codes
    low: Codes
    high: Codes
    status: Codes


class BatchDimensions(NamedTuple):
    """Results of a batch by dimension, D x A each, in levels; NaN where `score` gives None.

    `status` is a position in `DIMENSION_STATUS`.
    """

    reading: Floats
    low: Floats
    high: Floats
    coverage: Floats
    status: Codes


def score_batch(rubric: Rubric, batch: Batch) -> tuple[BatchIndicators, BatchDimensions]:
    """Score each assessment of `batch` under `rubric`, whose indicators and ladder it must fit."""
    indicators = score_indicators(rubric.steps, batch)
    return indicators, _dimensions(rubric, indicators)


def score_indicators(steps: int, batch: Batch) -> BatchIndicators:
    """Score the indicators alone of each assessment of `batch`, on a ladder of so many levels: rules 1 to 4."""
    answers, agreed, asked_flags = batch
    if not len(answers):
        answers = np.full((1, *answers.shape[1:]), NOTHING, np.int8)
    kind = np.min_scalar_type(-2 * len(answers) - 1)
    known = _count(kind, (plane >= 0 for plane in answers))
    answered = _count(kind, (plane >= SKIPPED for plane in answers))
    not_here = _count(kind, (plane == NOT_HERE for plane in answers))
    reached = [2 * _count(kind, (plane >= level for plane in answers)) for level in range(1, steps)]
    # Where nobody answered, one gap stands for all: low is then the first level and high the last.
    gaps = np.maximum(answered - known, answered == 0)
    reading, low, high = (_half_levels(reached, voices) for voices in (known, known + gaps, known - gaps))
    applies = not_here <= _count(kind, (plane >= DONT_KNOW for plane in answers))
    read = known > 0
    if agreed is not None:
        settled = agreed >= 0
        read |= settled
        applies = settled | (applies & (agreed != NOT_HERE))
        for half_levels in (reading, low, high):
            np.copyto(half_levels, 2 * agreed, where=settled)
    if asked_flags is not None:
        applies &= asked_flags
    read &= applies
    status = 2 - applies.view(np.int8) - read.view(np.int8)
    if asked_flags is not None:
        status += ~asked_flags
    return BatchIndicators(reading | (read.view(np.int8) - np.int8(1)), low, high, status)


def _count(kind: np.dtype[Any], planes: Iterator[Mask]) -> Counts:
    """Return how many of `planes` are true, at each position."""
    total: Counts = next(planes).view(np.int8).astype(kind, copy=False)
    for plane in planes:
        total += plane.view(np.int8)
    return total


def _half_levels(reached: Sequence[Counts], voices: Counts) -> Codes:
    """Apply rule 3: the median in half levels; `reached` is, for each level from 1, twice how many reached it.

    The median climbs one level for every level that more than half of the voices reached, and half a level for
    one that exactly half of them reached. A gap that counts as the first level adds to the voices and reaches
    nothing; one that counts as the last reaches all, which is the same as taking it from the voices.
    """
    total = np.full(voices.shape, len(reached), voices.dtype)
    above = np.empty_like(voices)
    for twice in reached:
        np.sign(np.subtract(twice, voices, out=above), out=above)
        total += above
    return total.astype(np.int8, copy=False)


def _dimensions(rubric: Rubric, indicators: BatchIndicators) -> BatchDimensions:
    """Apply rules 6 and 7. Masks are whole numbers, so that 0 / 0 gives the NaN that means no reading."""
    reading, low, high, status = indicators
    ends, weights = _weights(rubric)
    applies, read = (status < 2) * weights, (status == 0) * weights
    every, covered = _sums(applies, ends), _sums(read, ends)
    with np.errstate(invalid="ignore"):
        coverage = covered / every
        # Both sides are the nearest floats to fractions that, where they differ, differ by far more than floats do.
        enough = ((coverage >= float(rubric.scoring.min_coverage)) & (covered > 0)).view(np.int8)
        return BatchDimensions(
            reading=_sums(reading * read, ends) * enough / (2 * covered * enough),
            low=_sums(low * applies, ends) / (2 * every),
            high=_sums(high * applies, ends) / (2 * every),
            coverage=coverage,
            status=np.int8(2) - (every > 0).view(np.int8) - enough,
        )


def _weights(rubric: Rubric) -> tuple[list[int], Counts]:
    """Return where each dimension's rows end, from 0, and the whole weights of all rows (I x 1).

    The weights have the narrowest type that holds the largest sum, so that the sums are taken in it too.
    """
    weights = [
        integer_weights(tuple(indicator.weight for indicator in dimension.indicators))
        for dimension in rubric.dimensions
    ]
    largest = 2 * (rubric.steps - 1) * max(map(sum, weights))
    column = np.array(list(chain(*weights)), np.min_scalar_type(-largest - 1))[:, None]
    return list(accumulate(map(len, weights), initial=0)), column


def _sums(weighed: Counts, ends: Sequence[int]) -> Counts:
    """Return the sums of `weighed` (I x A) over the rows of each dimension: D x A."""
    return np.stack([np.add.reduce(weighed[a:b], axis=0, dtype=weighed.dtype) for a, b in pairwise(ends)])
