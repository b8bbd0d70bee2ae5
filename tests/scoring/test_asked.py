"""Who counts on what: which questions an assessment asks, and of whom."""

from __future__ import annotations

import pytest

from placecheck.scoring import score

FIVE = ["a", "b", "c", "d", "e"]


def listed(result):
    return [one.id for one in result.indicators()]


@pytest.fixture
def rubric(make_rubric):
    return make_rubric({"one": FIVE}, indicators={"a": {"starter": True}, "e": {"perspectives": ["resident"]}})


def test_five_people_read_the_same_beside_two_who_only_joined(rubric, make_assessment):
    five = [dict.fromkeys(FIVE, level) for level in (3, 3, 4, 4, 2)]
    assert score(rubric, make_assessment(*five, {}, {})) == score(rubric, make_assessment(*five))


def test_a_full_set_of_which_some_were_chosen_says_nothing_of_the_others(rubric, make_assessment):
    result = score(rubric, make_assessment({"b": 3}, asked=["b", "c"]))
    assert listed(result) == ["b", "c"]
    assert [one.no_answer.skipped for one in result.indicators()] == [0, 1]


def test_a_short_set_holds_its_starters_and_what_was_answered_beyond_them(rubric, make_assessment):
    assert listed(score(rubric, make_assessment({"d": 3}, agreed={"c": 2}, question_set="starter"))) == ["a", "c", "d"]


def test_an_answer_kept_to_a_question_that_is_no_longer_asked_is_not_counted(rubric, make_assessment):
    result = score(rubric, make_assessment({"b": 3, "c": 1}, asked=["b"]))
    assert listed(result) == ["b"]
    assert result.voices == 1


def test_who_is_not_asked_because_of_where_they_speak_from_is_no_gap(rubric, make_assessment):
    spoken = ["resident", "council", "council"]
    result = score(rubric, make_assessment({"e": 3}, {"a": 1}, {"a": 1}, perspectives=spoken, asked=["e"]))
    (one,) = result.indicators()
    assert (one.counts, one.no_answer.skipped, one.low, one.high) == ((0, 0, 0, 1, 0), 0, 3, 3)


def test_who_answers_all_the_same_is_counted_wherever_they_speak_from(rubric, make_assessment):
    result = score(rubric, make_assessment({"e": 3}, {"e": "dont_know"}, perspectives=["resident", "council"]))
    (one,) = [one for one in result.indicators() if one.id == "e"]
    assert (one.no_answer.dont_know, one.low) == (1, 1.5)
