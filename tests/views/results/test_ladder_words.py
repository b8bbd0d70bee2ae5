from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.views.results.ladder_words import Ladder

NAMES = ("Not yet", "First signs", "Here and there", "Usually", "How we do things here")
FEW, MANY = Ladder(NAMES, 3), Ladder(NAMES, 12)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "Not yet"),
        (0.25, "Not yet"),
        (0.5, "Not yet or First signs"),
        (0.75, "First signs"),
        (2.4, "Here and there or Usually"),
        (4, "How we do things here"),
    ],
)
def test_a_reading_has_the_name_of_its_level_or_of_the_two_it_stands_between(value, words):
    assert FEW.name(value) == words


def test_a_decimal_is_said_only_where_ten_or_more_spoke():
    assert FEW.numbered(2.1) == "Here and there"
    assert MANY.numbered(2.1) == "Here and there (2.1 of 4)"


@pytest.mark.parametrize(
    ("reading", "low", "high", "words"),
    [
        (2, 2, 2, "Here and there"),
        (2, 2, 3, "Here and there, perhaps Usually"),
        (3, 1, 3, "Usually, perhaps only First signs"),
        (2, 0, 4, "Here and there; it could be anything from Not yet to How we do things here"),
    ],
)
def test_what_a_reading_could_turn_out_to_be_is_said_with_it(reading, low, high, words):
    assert FEW.with_uncertainty(FEW.name(reading), reading, low, high) == words


levels = st.floats(0, 4, allow_nan=False)


@given(st.tuples(levels, levels, levels).map(sorted))
def test_no_range_is_said_narrower_than_it_is(bounds):
    low, reading, high = bounds
    first, last = FEW.steps(low)[0], FEW.steps(high)[1]
    assert first - 0.25 <= low
    assert last + 0.25 >= high
    assert FEW.with_uncertainty(FEW.name(reading), reading, low, high).startswith(FEW.name(reading))
