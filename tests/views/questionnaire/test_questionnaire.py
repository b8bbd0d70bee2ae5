"""Every form asks the same, in the same order."""

from __future__ import annotations

import io

import openpyxl
import pytest

from placecheck.assessment import Answer
from placecheck.exchange.blank_sheet import blank_workbook
from placecheck.forms.offline import offline_form
from placecheck.rubric import load_rubric
from placecheck.views.questionnaire.questionnaire import questionnaire_order, questionnaire_view


def test_a_starter_round_asks_the_starters_and_a_full_one_everything(rubric) -> None:
    starters = [one.id for one in rubric.indicators() if one.starter]
    assert [one.id for _, one in questionnaire_order(rubric, "starter")] == starters
    assert [one.id for _, one in questionnaire_order(rubric, "full")] == list(rubric.by_id)


@pytest.mark.parametrize("round_", ["starter", "full"])
def test_the_numbers_run_through_the_whole_form(rubric, round_) -> None:
    order = questionnaire_order(rubric, round_)
    assert [number for number, _ in order] == list(range(1, len(order) + 1))
    assert [(one.number, one.id) for one in questionnaire_view(rubric, round_).questions()] == [
        (n, one.id) for n, one in order
    ]


def test_a_side_with_nothing_to_ask_is_left_out(rubric) -> None:
    first, *rest = rubric.dimensions
    without = tuple(one.model_copy(update={"starter": False}) for one in first.indicators)
    changed = rubric.model_copy(update={"dimensions": (first.model_copy(update={"indicators": without}), *rest)})
    dimensions = questionnaire_view(changed, "starter").dimensions
    assert [(dimension.id, dimension.order) for dimension in dimensions] == [
        (one.id, order) for order, one in enumerate(rubric.dimensions)
    ][1:]


def test_every_choice_is_an_answer_that_a_file_holds(rubric) -> None:
    asks = questionnaire_view(rubric, "full")
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
    assert questionnaire_view(rubric, "full").high_from == rubric.steps - 2


def test_a_form_says_whom_a_question_is_meant_for_in_a_sheet_and_offline(checkout) -> None:
    walking = load_rubric(checkout / "tests" / "data" / "rubrics" / "cerdded-yn-ein-pentref")
    questions = {question.id: question for question in questionnaire_view(walking, "full").questions()}
    meant = "Cerddwr, Rhiant â phram"
    assert (questions["cysgod"].meant_for, questions["meinciau"].meant_for) == (meant, "")
    assert [questions["cysgod"].is_meant_for(id_) for id_ in ("rhiant", "cyngor", None)] == [True, False, True]
    sheet = openpyxl.load_workbook(io.BytesIO(blank_workbook(walking, "full")))["key"]
    assert f"Meant for: {meant}" in [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert f"This question is meant for: {meant}." in offline_form(walking, "full")
