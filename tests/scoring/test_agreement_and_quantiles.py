from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.scoring.agreement_and_quantiles import agreement, median, nth, quartile_range

ANY_COUNTS = st.lists(st.integers(0, 9), min_size=3, max_size=7)
COUNTS = ANY_COUNTS.filter(any)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((30, 40, 210, 130, 530, 50, 10), 0.611333),  # van der Eijk's own example
        ((0, 0, 7, 0, 0), 1.0),  # all the same
        ((2, 2, 2, 2, 2), 0.0),  # evenly spread
        ((4, 0, 0, 0, 4), -1.0),  # two opposite camps
        ((0, 0, 4, 4, 0), 0.75),  # two neighbours
        ((4, 0, 4, 0, 0), 1 / 6),  # a gap of one: U = (3 x 2 - 4 x 1) / (3 x 3), times 1 - 1/4
        ((1, 0, 0), 1.0),
        ((0, 0, 0, 0, 0, 0, 9), 1.0),
    ],
)
def test_agreement_gives_the_published_values_and_its_ends(counts, expected):
    assert agreement(counts) == pytest.approx(expected, abs=1e-6)


def test_agreement_of_nobody_is_none():
    assert agreement((0, 0, 0, 0, 0)) is None


@given(COUNTS)
def test_agreement_stays_between_opposite_camps_and_all_the_same(counts):
    assert -1 - 1e-12 <= agreement(counts) <= 1 + 1e-12


@given(COUNTS)
def test_agreement_is_the_same_from_either_end_of_the_ladder(counts):
    assert agreement(counts) == pytest.approx(agreement(counts[::-1]), abs=1e-12)


@given(COUNTS, st.integers(2, 5))
def test_agreement_does_not_depend_on_how_many_times_the_same_voices_speak(counts, times):
    assert agreement([n * times for n in counts]) == pytest.approx(agreement(counts), abs=1e-12)


def spoken(counts):
    return [level for level, n in enumerate(counts) for _ in range(n)]


@given(COUNTS)
def test_the_median_is_that_of_the_levels_laid_out_in_order(counts):
    assert median(counts) == statistics.median(spoken(counts))


@given(COUNTS.filter(lambda counts: sum(counts) > 1))
def test_the_quartile_range_is_that_of_inclusive_quartiles(counts):
    first, _, third = statistics.quantiles(spoken(counts), n=4, method="inclusive")
    assert quartile_range(counts) == pytest.approx(third - first)


def test_one_voice_has_no_distance_between_its_quartiles():
    assert quartile_range((0, 1, 0)) == 0


def test_there_is_no_voice_beyond_the_last():
    with pytest.raises(IndexError):
        nth((1, 1, 1), 3)
