"""Rules 6 to 8: one dimension; and what a starter round asks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from placecheck.scoring import score

FIVE = ["a", "b", "c", "d", "e"]


def numbers(dimension):
    return dimension.reading, dimension.low, dimension.high, dimension.coverage


# Rule 6


def test_coverage_just_at_the_threshold_gives_a_reading(make_rubric, make_assessment):
    rubric = make_rubric({"one": FIVE}, min_coverage=0.6)
    (found,) = score(rubric, make_assessment({"a": 1, "b": 1, "c": 1})).dimensions
    assert (found.status, found.reading, found.coverage) == ("ok", 1, 0.6)


def test_coverage_just_below_the_threshold_gives_none(make_rubric, make_assessment):
    rubric = make_rubric({"one": FIVE}, min_coverage=0.601)
    (found,) = score(rubric, make_assessment({"a": 1, "b": 1, "c": 1})).dimensions
    assert (found.status, found.reading, found.coverage) == ("not_enough_answers", None, 0.6)


def test_a_third_of_the_weight_reaches_a_threshold_of_0_333_and_not_of_0_334(make_rubric, make_assessment):
    one_of_three = make_assessment({"a": 2})
    assert score(make_rubric({"one": FIVE[:3]}, min_coverage=0.333), one_of_three).dimensions[0].reading == 2
    assert score(make_rubric({"one": FIVE[:3]}, min_coverage=0.334), one_of_three).dimensions[0].reading is None


def test_without_any_answer_there_is_no_reading_even_where_no_coverage_is_asked_for(make_rubric, make_assessment):
    (found,) = score(make_rubric({"one": ["a"]}, min_coverage=0), make_assessment()).dimensions
    assert (found.status, numbers(found)) == ("not_enough_answers", (None, 0, 4, 0))


def test_a_dimension_without_an_applicable_indicator_does_not_apply(make_rubric, make_assessment):
    (found,) = score(make_rubric({"one": ["a", "b"]}), make_assessment({"a": "not_here", "b": "not_here"})).dimensions
    assert (found.status, numbers(found)) == ("not_here", (None, None, None, None))


def test_an_indicator_that_does_not_apply_enters_no_number_of_its_dimension(make_rubric, make_assessment):
    (found,) = score(make_rubric({"one": ["a", "b"]}), make_assessment({"a": "not_here", "b": 3})).dimensions
    assert numbers(found) == (3, 3, 3, 1)


def test_the_reading_is_the_weighted_mean(make_rubric, make_assessment):
    rubric = make_rubric({"one": ["a", "b"]}, indicators={"a": {"weight": 3}})
    (found,) = score(rubric, make_assessment({"a": 4, "b": 2})).dimensions
    assert found.reading == 3.5


def test_coverage_is_a_share_of_weight_and_not_of_number(make_rubric, make_assessment):
    rubric = make_rubric({"one": ["a", "b"]}, indicators={"a": {"weight": 1.5}})
    (found,) = score(rubric, make_assessment({"a": 4})).dimensions
    assert numbers(found) == (4, 2.4, 4, 0.6)


# Rule 7


def test_an_indicator_without_a_reading_counts_with_its_own_low_and_high(make_rubric, make_assessment):
    (found,) = score(make_rubric({"one": ["a", "b", "c"]}), make_assessment({"a": 3, "b": 3})).dimensions
    assert numbers(found) == (3, 2, pytest.approx(10 / 3), pytest.approx(2 / 3))


# Rule 8


def test_equal_weights_are_not_printed(make_rubric, make_assessment):
    result = score(
        make_rubric({"one": ["a", "b"]}, indicators={"a": {"weight": 2}, "b": {"weight": 2}}), make_assessment()
    )
    assert not result.weights
    assert "weights" not in result.as_json()


def test_unequal_weights_are_printed_for_the_dimension_that_used_them(make_rubric, make_assessment):
    rubric = make_rubric({"one": ["a", "b"], "two": ["c", "d"]}, indicators={"a": {"weight": 2.5}})

    result = score(rubric, make_assessment())

    assert result.weights.indicators == (("a", Decimal("2.5")), ("b", Decimal(1)))
    assert result.as_json()["weights"] == {"indicators": {"a": 2.5, "b": 1.0}, "dimensions": {}}


def test_a_dimensions_weight_is_printed_only_where_a_total_used_it(make_rubric, make_assessment):
    def weights(overall):
        rubric = make_rubric({"one": ["a"], "two": ["b"]}, dimension_weights={"one": 3}, overall=overall)
        return score(rubric, make_assessment()).as_json().get("weights")

    assert weights("none") is None
    assert weights("geometric") == {"indicators": {}, "dimensions": {"one": 3.0, "two": 1.0}}


# Rounds


def starters(make_rubric):
    return make_rubric({"one": FIVE, "two": ["f"]}, indicators={id_: {"starter": True} for id_ in ("a", "b", "f")})


def asked(result):
    return [one.id for one in result.indicators()]


def test_a_starter_round_is_scored_over_the_starters_alone(make_rubric, make_assessment):
    result = score(starters(make_rubric), make_assessment({"a": 4, "b": 2}, question_set="starter"))
    assert asked(result) == ["a", "b", "f"]
    assert numbers(result.dimensions[0]) == (3, 3, 3, 1)


def test_what_was_answered_or_agreed_beyond_the_starters_counts_with_them(make_rubric, make_assessment):
    result = score(
        starters(make_rubric), make_assessment({"a": 4, "c": "dont_know"}, {}, agreed={"e": 1}, question_set="starter")
    )
    assert asked(result) == ["a", "b", "c", "e", "f"]


def test_a_full_round_is_scored_over_everything(make_rubric, make_assessment):
    assert asked(score(starters(make_rubric), make_assessment({"a": 4}))) == [*FIVE, "f"]
