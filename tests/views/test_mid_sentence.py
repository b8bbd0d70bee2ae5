"""The names of levels and perspectives keep their capitals inside a sentence."""

from __future__ import annotations

import pytest

from placecheck.assessment.model import Voice
from placecheck.rubric import find_rubric
from placecheck.rubric.model import Level, Perspective
from placecheck.scoring.indicator import IndicatorResult
from placecheck.scoring.result import NoAnswerCounts
from placecheck.views.mid_sentence import within_sentence
from placecheck.views.questionnaire.progress import voice_name
from placecheck.views.results import finding_lists
from placecheck.views.results.ladder_words import Ladder

NAMES = ("Not yet", "First signs", "Led by the Council", "NHS led", "McAllister's way")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Here and there", "here and there"),
        ("A few", "a few"),
        ("Led by the Council", "led by the Council"),
        ("Chez Nous", "Chez Nous"),
        ("NHS led", "NHS led"),
        ("GP’s and NHS", "GP’s and NHS"),
        ("Öfter", "öfter"),
        ("", ""),
    ],
)
def test_a_name_has_a_small_first_letter_unless_its_first_word_has_capitals_of_its_own(name, written):
    assert within_sentence(name) == written


def test_a_reading_keeps_the_capitals_of_its_levels():
    ladder = Ladder(NAMES, 3)
    assert ladder.name(2.5) == "Led by the Council or NHS led"
    assert ladder.stands("First signs", 1, 0, 3).endswith("from not yet to NHS led")


def test_how_far_answers_run_keeps_the_capitals_of_the_levels():
    rubric = find_rubric().model_copy(update={"levels": tuple(Level(name=name) for name in NAMES)})
    id_ = next(iter(rubric.by_id))
    result = IndicatorResult(id_, None, (0, 0, 1, 1, 0), NoAnswerCounts(), "ok", 2.5, 2, 3, None, None)
    assert finding_lists.apart(result, rubric) == "answers run from led by the Council to NHS led"


def test_a_voice_keeps_the_capitals_of_its_perspective():
    rubric = find_rubric().model_copy(update={"perspectives": (Perspective(id="nhs", name="NHS staff"),)})
    assert "NHS staff" in voice_name(rubric, Voice(id="v1", perspective="nhs"), 0)
