"""An answer in the parts that the screen holds, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.assessment import Answer
from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.rubric import find_rubric
from placecheck.views.questionnaire.answering import answer_parts, answering_view, parse_answer
from placecheck.words import results

RUBRIC = find_rubric()
WORDS = st.none() | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)

LEVELS = st.fixed_dictionaries({"level": st.integers(0, 4)})
NO_ANSWERS = st.fixed_dictionaries({"no_answer": st.sampled_from(sorted(results.NO_ANSWERS))})
REST = st.fixed_dictionaries(
    {"sure": st.none() | st.sampled_from(["not_very", "fairly", "very"]), **dict.fromkeys(ANSWER_TEXTS, WORDS)}
)
ANSWERS = st.builds(lambda choice, rest: Answer(**choice, **rest), LEVELS | NO_ANSWERS, REST)


@given(ANSWERS)
def test_an_answer_is_understood_as_it_is_shown(answer):
    assert Answer.model_validate(parse_answer(answer_parts(answer))) == answer


def test_no_answer_is_shown_as_nothing_and_nothing_is_understood_as_no_answer():
    assert set(answer_parts(None).values()) == {""}
    assert set(parse_answer(answer_parts(None)).values()) == {None}


def test_a_part_says_nothing_of_the_others():
    assert parse_answer({"story": " the hall "}) == {"story": "the hall"}
    assert parse_answer({"choice": "dont_know"}) == {"level": None, "no_answer": "dont_know"}


@pytest.mark.parametrize("choice", ["x", "1.5", "don't know", "level"])
def test_what_is_no_choice_is_no_answer(choice):
    with pytest.raises(ValueError, match=choice):
        parse_answer({"choice": choice})


def test_the_two_highest_levels_are_asked_for_whom_they_are_not_true():
    view = answering_view(RUBRIC, RUBRIC.by_id["mixing"])
    assert [one.value for one in view.levels] == ["0", "1", "2", "3", "4"]
    assert view.high == ("3", "4")


def test_every_level_is_described_in_the_words_of_its_indicator():
    for indicator in RUBRIC.indicators():
        view = answering_view(RUBRIC, indicator)
        assert [(one.name, one.text) for one in view.levels] == [
            (level.name, text) for level, text in zip(RUBRIC.levels, indicator.levels, strict=True)
        ]
