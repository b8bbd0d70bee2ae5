"""What counts have in common."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from placecheck.network.counts import Counts


@pytest.fixture(scope="session")
def equal() -> Callable[[Counts, Counts], bool]:
    """Whether two counts are the same to the last place."""

    def is_equal(first: Counts, second: Counts) -> bool:
        return first.assessments == second.assessments and all(
            one.keys() == other.keys() and all(np.array_equal(one[key], other[key]) for key in one)
            for one, other in ((first.readings, second.readings), (first.moves, second.moves))
        )

    return is_equal
