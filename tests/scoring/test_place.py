"""Rules 9 and 10: a total only where one is asked for, and what stands out only where it surely does."""

from __future__ import annotations

import itertools

import pytest

from placecheck.scoring import score
from placecheck.scoring.standouts import Extremes, find_extremes
from placecheck.scoring.weights import weighted_median

TWO = {"one": ["a", "b"], "two": ["c", "d"]}
THREE = {"one": ["a", "b", "c"], "two": ["d", "e", "f"]}

# Rule 9


def test_no_total_is_given_unless_the_rubric_asks_for_one(make_rubric, make_assessment):
    result = score(make_rubric(TWO), make_assessment({"a": 4, "b": 4, "c": 1, "d": 1}))
    assert result.overall is None
    assert "overall" not in result.as_json()


@pytest.mark.parametrize(("kind", "expected"), [("arithmetic", 2.5), ("geometric", 2.0)])
def test_a_total_is_the_mean_asked_for_and_says_what_it_can_hide(make_rubric, make_assessment, kind, expected):
    result = score(make_rubric(TWO, overall=kind), make_assessment({"a": 4, "b": 4, "c": 1, "d": 1}))
    assert result.as_json()["overall"] == {
        "kind": kind,
        "reading": expected,
        "caution": "A strong dimension can hide a weak one.",
    }


@pytest.mark.parametrize(("kind", "expected"), [("arithmetic", 3.25), ("geometric", 2.828427)])
def test_a_total_uses_the_dimensions_weights(make_rubric, make_assessment, kind, expected):
    rubric = make_rubric(TWO, overall=kind, dimension_weights={"one": 3})
    found = score(rubric, make_assessment({"a": 4, "b": 4, "c": 1, "d": 1})).as_json()["overall"]
    assert found["reading"] == expected


def test_a_geometric_total_is_0_where_one_dimension_is(make_rubric, make_assessment):
    result = score(make_rubric(TWO, overall="geometric"), make_assessment({"a": 4, "b": 4, "c": 0, "d": 0}))
    assert result.overall.reading == 0


def test_there_is_no_total_while_a_dimension_that_applies_has_no_reading(make_rubric, make_assessment):
    result = score(make_rubric(TWO, overall="arithmetic"), make_assessment({"a": 4, "b": 4}))
    assert result.overall.reading is None
    assert result.as_json()["overall"]["caution"]


def test_a_dimension_that_does_not_apply_has_no_part_in_the_total(make_rubric, make_assessment):
    answers = {"a": 4, "b": 2, "c": "not_here", "d": "not_here"}
    assert score(make_rubric(TWO, overall="arithmetic"), make_assessment(answers)).overall.reading == 3


@pytest.mark.parametrize("kind", ["arithmetic", "geometric"])
def test_the_order_of_the_dimensions_changes_no_digit_of_a_total(make_rubric, make_assessment, kind):
    # The readings are 1/3, 2/3 and 4/3; added up as floats they come to two different sums.
    dimensions = {name: [f"{name}-{n}" for n in range(3)] for name in ("one", "two", "four")}
    levels = {"one": [1, 0, 0], "two": [1, 1, 0], "four": [2, 1, 1]}
    answers = {f"{name}-{n}": level for name, several in levels.items() for n, level in enumerate(several)}
    found = {
        score(make_rubric({name: dimensions[name] for name in order}, overall=kind), make_assessment(answers)).overall
        for order in itertools.permutations(dimensions)
    }
    assert len(found) == 1


# Rule 10


def stands(rubric, assessment):
    return find_extremes(rubric, score(rubric, assessment))


def test_what_stands_clear_of_the_others_is_named(make_rubric, make_assessment):
    found = stands(make_rubric(TWO), make_assessment({"a": 4, "b": 3, "c": 1, "d": 2}))
    assert found == Extremes(furthest="one", most_room="two")


def test_equal_dimensions_are_too_close_to_call(make_rubric, make_assessment):
    found = stands(make_rubric(TWO), make_assessment({"a": 2, "b": 2, "c": 2, "d": 2}))
    assert found == Extremes(None, None)


def test_it_is_too_close_to_call_where_the_low_could_be_the_others_reading(make_rubric, make_assessment):
    # One: 4, 4 and a gap, so 2.67 to 4. Two: 3, 3, 2, so 2.67.
    found = stands(make_rubric(THREE), make_assessment({"a": 4, "b": 4, "d": 3, "e": 3, "f": 2}))
    assert found.furthest is None


def test_one_end_can_be_clear_while_the_other_is_not(make_rubric, make_assessment):
    # Two: 1, 1, 1, below one's reading of 4 whatever is not known; and one's low of 2.67 is above 1.
    rubric = make_rubric({**THREE, "three": ["g"]})
    found = stands(rubric, make_assessment({"a": 4, "b": 4, "d": 1, "e": 1, "f": 1, "g": 3}))
    assert found == Extremes(furthest=None, most_room="two")


def test_it_is_too_close_to_call_where_mean_and_median_differ(make_rubric, make_assessment):
    # One: mean 8/3, median 4. Two: mean 3, median 3.
    found = stands(make_rubric(THREE), make_assessment({"a": 4, "b": 4, "c": 0, "d": 3, "e": 3, "f": 3}))
    assert found == Extremes(None, None)


def test_it_is_too_close_to_call_where_given_and_equal_weights_differ(make_rubric, make_assessment):
    # One: 3.4 by its weights, 2.5 without. Two: 3.
    rubric = make_rubric(TWO, indicators={"a": {"weight": 4}})
    found = stands(rubric, make_assessment({"a": 4, "b": 1, "c": 3, "d": 3}))
    assert found == Extremes(None, None)


def test_it_is_too_close_to_call_where_only_the_weighted_median_differs(make_rubric, make_assessment):
    # One: mean 2.5 as given, mean and median 3 with equal weights, but most of the weight lies at 2. Two: 2.
    rubric = make_rubric(THREE, indicators={"a": {"weight": 2}, "b": {"weight": 0.5}, "c": {"weight": 0.5}})
    found = stands(rubric, make_assessment({"a": 2, "b": 3, "c": 4, "d": 2, "e": 2, "f": 2}))
    assert found == Extremes(None, None)


def test_nothing_stands_out_while_a_dimension_that_applies_has_no_reading(make_rubric, make_assessment):
    rubric = make_rubric({**TWO, "three": ["e"]})
    assert stands(rubric, make_assessment({"a": 4, "b": 4, "c": 1, "d": 1})) == Extremes(None, None)


def test_a_dimension_that_does_not_apply_is_left_aside(make_rubric, make_assessment):
    rubric = make_rubric({**TWO, "three": ["e"]})
    found = stands(rubric, make_assessment({"a": 4, "b": 4, "c": 1, "d": 1, "e": "not_here"}))
    assert found == Extremes("one", "two")


def test_a_dimension_alone_stands_out_from_nothing(make_rubric, make_assessment):
    assert stands(make_rubric({"one": ["a"]}), make_assessment({"a": 4})) == Extremes(None, None)


@pytest.mark.parametrize(
    ("values", "weights", "expected"),
    [([3], [7], 3), ([1, 4], [1, 1], 2.5), ([1, 4], [1, 2], 4), ([4, 1, 2], [1, 1, 2], 2), ([0, 1, 4], [2, 1, 1], 0.5)],
)
def test_the_weighted_median_counts_each_value_as_often_as_its_weight(values, weights, expected):
    assert weighted_median(values, weights) == expected
