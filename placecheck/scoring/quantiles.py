"""How readings spread over many places, without naming any: quarters, and only where enough places have a reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from placecheck.scoring.arrays import Codes

QUARTERS = (25, 50, 75)


class Spread(NamedTuple):
    """One indicator over places: how many have a reading, and the levels below which a quarter, half, three lie.

    The three are None where fewer places have a reading than the minimum.
    """

    places: int
    lower: float | None
    middle: float | None
    upper: float | None


def spread(readings: Codes, which: NDArray[np.integer[Any]] | Sequence[int], minimum: int) -> list[Spread]:
    """Return the spread of each indicator over the places `which` (columns of `readings`).

    `readings` is I x A in half levels, -1 for none. Quarters are whole or half levels that some place has
    (inverted distribution function; Hyndman & Fan, "Sample quantiles in statistical packages", 1996, definition
    1).
    """
    return [_of(row[row >= 0], minimum) for row in readings[:, np.asarray(which, dtype=np.intp)]]


def _of(row: Codes, minimum: int) -> Spread:
    if len(row) < max(1, minimum):
        return Spread(len(row), None, None, None)
    lower, middle, upper = (float(value) / 2 for value in np.percentile(row, QUARTERS, method="inverted_cdf"))
    return Spread(len(row), lower, middle, upper)
