from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.assessment import Answer, Assessment
from placecheck.rubric import find_rubric
from placecheck.storage.workshop_values import SecondVotes
from placecheck.views.questionnaire.keying import NO_ANSWERS, keying_view, keys_for, parse_row
from placecheck.views.questionnaire.questionnaire import questionnaire_order

RUBRIC = find_rubric()
STORIES = st.none() | st.sampled_from(["the hall, every evening", "two\nlines"])
LEVELS = st.builds(
    Answer,
    level=st.integers(0, RUBRIC.steps - 1),
    sure=st.sampled_from([None, "not_very", "fairly", "very"]),
    story=STORIES,
    promised=STORIES,
    seen=STORIES,
    not_for=STORIES,
)
NO_LEVELS = st.builds(Answer, no_answer=st.sampled_from(list(NO_ANSWERS.values())), story=STORIES)


@pytest.fixture
def assessment() -> Assessment:
    return Assessment.model_validate(
        {
            "rubric": {"id": RUBRIC.id, "edition": RUBRIC.edition},
            "place": {"name": "Ore"},
            "round": "starter",
            "voices": [
                {"id": "v1", "answers": {"mixing": 2}},
                {
                    "id": "v2",
                    "paper": True,
                    "perspective": "resident",
                    "answers": {"mixing": {"level": 3, "sure": "very"}},
                },
            ],
        }
    )


@given(LEVELS | NO_LEVELS)
def test_the_keys_of_an_answer_give_it_back(answer):
    assert parse_row(keys_for(answer), RUBRIC.steps) == answer


@given(st.text(max_size=4), STORIES)
def test_what_is_keyed_is_an_answer_or_refused(keys, story):
    row = {"typed": keys, "story": story, "not_for": ""}
    try:
        answer = parse_row(row, RUBRIC.steps)
    except ValueError:
        return
    if answer is not None:
        assert parse_row(keys_for(answer), RUBRIC.steps) == answer


@pytest.mark.parametrize("keys", ["5", "x", "34", "d1", "33 1", "²", "٣", "-1"])
def test_a_key_that_means_nothing_is_refused(keys):
    with pytest.raises(ValueError, match="no answer"):
        parse_row({"typed": keys, "story": "", "not_for": ""}, RUBRIC.steps)


def test_an_empty_row_is_no_answer():
    assert parse_row({"typed": " ", "story": "", "not_for": " "}, RUBRIC.steps) is None


def test_the_grid_follows_the_order_of_the_sheet(assessment):
    view = keying_view(RUBRIC, assessment)
    asked = [(question.number, question.id) for dimension in view.dimensions for question in dimension.questions]
    assert asked == [(number, one.id) for number, one in questionnaire_order(RUBRIC, "starter")]


def test_the_grid_holds_the_sheets_of_paper_and_no_others(assessment):
    (one,) = keying_view(RUBRIC, assessment).sheets
    assert (one.voice, one.perspective) == ("v2", "resident")
    assert one.rows == {"mixing": {"typed": "33", "story": "", "promised": "", "seen": "", "not_for": ""}}


def test_the_grid_has_the_numbers_of_the_sheet_of_the_same_assessment(rubric):
    from placecheck.assessment import Assessment
    from placecheck.assessment.asked import question_list
    from placecheck.views.questionnaire.questionnaire import questionnaire_view

    chosen = [list(rubric.by_id)[at] for at in (3, 9, 20)]
    assessment = Assessment.model_validate(
        {"rubric": {"id": rubric.id, "edition": rubric.edition}, "place": {"name": "Ore Valley"}, "asked": chosen}
    )
    sheet = questionnaire_view(rubric, question_list(rubric, assessment))
    grid = keying_view(rubric, assessment)
    numbered = [(one.number, one.id) for dimension in grid.dimensions for one in dimension.questions]
    assert numbered == [(one.number, one.id) for one in sheet.questions()] == list(enumerate(chosen, start=1))


def test_second_votes_are_the_first_rows_under_the_numbers_of_their_questions(assessment):
    numbers = {one.id: number for number, one in questionnaire_order(RUBRIC, "starter")}
    view = keying_view(RUBRIC, assessment, SecondVotes({3: "mixing"}, {"v2": {3: Answer(level=1)}}))
    (row,) = view.dimensions[0].questions
    assert (row.id, row.number) == ("again:3", numbers["mixing"])
    assert view.sheets[0].rows["again:3"]["typed"] == "1"
