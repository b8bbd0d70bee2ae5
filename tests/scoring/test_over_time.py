"""Every assessment of one place: a question is read on each day on which it was asked in today's words."""

from __future__ import annotations

import pytest

from placecheck.assessment import read_assessment
from placecheck.scoring.over_time import readings_over_time


@pytest.fixture(scope="module")
def then_and_now(checkout):
    return [read_assessment(checkout / f"examples/saltby-{year}.yaml") for year in (2025, 2026)]


def test_every_question_of_the_last_is_there_in_its_order_with_a_result_for_each(then_and_now):
    then, now = then_and_now
    tracked = readings_over_time([then, then, now])
    assert all(len(one.results) == 3 for one in tracked)
    asked = [one.id for one in tracked]
    assert asked == [item.id for item in now[0].indicators() if item.id in asked]


def test_it_moved_when_any_two_days_differ_even_if_the_ends_do_not(then_and_now):
    then, now = then_and_now
    there_and_back = {one.id for one in readings_over_time([then, now, then]) if one.has_changed}
    assert there_and_back == {one.id for one in readings_over_time([then, now]) if one.has_changed}
    assert not any(one.has_changed for one in readings_over_time([then, then, then]))


def test_a_day_on_which_it_was_asked_in_other_words_is_a_gap_and_the_others_are_kept(make_rubric, make_assessment):
    two = {"one": ["a"], "two": ["b"]}
    old, new = make_rubric(two), make_rubric(two, indicators={"a": {"statement": "Other words"}}, edition="2")
    answers = make_assessment({"a": 1, "b": 2})
    tracked = {one.id: one for one in readings_over_time([(old, answers), (new, answers), (new, answers)])}
    assert [result is None for result in tracked["a"].results] == [True, False, False]
    assert all(tracked["b"].results)
