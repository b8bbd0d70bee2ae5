from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from placecheck.scoring.quantiles import spread

readings = st.lists(st.integers(-1, 8), min_size=1, max_size=40).map(lambda row: np.array([row], np.int8))


@given(row=readings, minimum=st.integers(1, 20))
def test_quarters_stand_in_order_at_levels_that_some_place_has_or_not_at_all(row, minimum):
    (found,) = spread(row, range(row.shape[1]), minimum)
    known = [one / 2 for one in row[0] if one >= 0]
    assert found.places == len(known)
    if len(known) < minimum:
        assert found[1:] == (None, None, None)
    else:
        assert found.lower <= found.middle <= found.upper
        assert {found.lower, found.middle, found.upper} <= set(known)


@given(row=readings, data=st.data())
def test_the_order_of_places_changes_nothing(row, data):
    order = data.draw(st.permutations(range(row.shape[1])))
    assert spread(row, order, 1) == spread(row, range(row.shape[1]), 1)


def test_only_the_places_that_are_asked_for_are_counted():
    rows = np.array([[0, 2, 4, 6, 8], [-1, -1, -1, -1, 3]], np.int8)
    assert spread(rows, [1, 2, 3], 3) == [(3, 1.0, 2.0, 3.0), (0, None, None, None)]
