"""Every form asks the same, in the same order."""

from __future__ import annotations

import pytest

from placecheck.assessment import Answer
from placecheck.views.sheet import sheet, sheet_order


def test_a_starter_round_asks_the_starters_and_a_full_one_everything(rubric) -> None:
    starters = [one.id for one in rubric.indicators() if one.starter]
    assert [one.id for _, one in sheet_order(rubric, "starter")] == starters
    assert [one.id for _, one in sheet_order(rubric, "full")] == list(rubric.by_id)


@pytest.mark.parametrize("round_", ["starter", "full"])
def test_the_numbers_run_through_the_whole_form(rubric, round_) -> None:
    order = sheet_order(rubric, round_)
    assert [number for number, _ in order] == list(range(1, len(order) + 1))
    assert [(one.number, one.id) for one in sheet(rubric, round_).questions()] == [(n, one.id) for n, one in order]


def test_a_side_with_nothing_to_ask_is_left_out(rubric) -> None:
    first, *rest = rubric.dimensions
    without = tuple(one.model_copy(update={"starter": False}) for one in first.indicators)
    changed = rubric.model_copy(update={"dimensions": (first.model_copy(update={"indicators": without}), *rest)})
    sides = sheet(changed, "starter").sides
    assert [(side.id, side.order) for side in sides] == [
        (one.id, order) for order, one in enumerate(rubric.dimensions)
    ][1:]


def test_every_choice_is_an_answer_that_a_file_holds(rubric) -> None:
    asks = sheet(rubric, "full")
    for question in asks.questions():
        assert [Answer(level=int(one.value)).level for one in question.levels] == list(range(rubric.steps))
        assert [one.text for one in question.levels] == list(rubric.by_id[question.id].levels)
    assert [Answer(no_answer=one.value).no_answer for one in asks.no_answers] == [
        "dont_know",
        "not_here",
        "rather_not_say",
    ]
    assert [Answer(level=0, sure=one.value).sure for one in asks.sure] == ["not_very", "fairly", "very"]


def test_the_last_two_levels_ask_for_whom_they_are_not_true(rubric) -> None:
    assert sheet(rubric, "full").high_from == rubric.steps - 2
