"""Answers that come back from away: what can be taken, what is pointed out, and that they count as all others do."""

from __future__ import annotations

import pytest

from placecheck.assessment import Answer, Assessment, Place, Voice
from placecheck.assessment.model import RubricName
from placecheck.errors import PlacecheckError
from placecheck.forms.code import encode_voice
from placecheck.forms.incoming import of_assessment, of_code
from placecheck.rubric import find_rubric
from placecheck.scoring import score
from placecheck.words import on_paper as w
from placecheck.words import say

RUBRIC = find_rubric()
AWAY = Voice(id="v1", perspective="resident", answers={"mixing": Answer(level=2, sure="very")})
CODE = encode_voice(RUBRIC, AWAY, "starter")


def assessment(*voices: Voice, edition: str = RUBRIC.edition) -> Assessment:
    reference = RubricName(id=RUBRIC.id, edition=edition)
    return Assessment(rubric=reference, place=Place(name="Ore"), question_set="starter", voices=voices)


def test_whoever_answered_away_counts_as_whoever_answered_here():
    (by_code,) = of_code(RUBRIC, assessment(), CODE, "a code")
    (by_file,) = of_assessment(assessment(), assessment(AWAY), "a file")
    readings = [score(RUBRIC, assessment(voice)) for voice in (AWAY, by_code.voice, by_file.voice)]
    assert readings[0] == readings[1] == readings[2]
    assert (by_code.remarks, by_file.remarks) == ((), ())


def test_the_same_answers_again_are_pointed_out():
    (again,) = of_code(RUBRIC, assessment(AWAY), CODE, "a code")
    assert again.remarks == (say(w.SAME_ANSWERS),)
    (other,) = of_code(RUBRIC, assessment(AWAY.model_copy(update={"perspective": None})), CODE, "a code")
    assert other.remarks == ()


def test_what_cannot_be_taken_says_why():
    with pytest.raises(PlacecheckError, match="other questions"):
        list(of_assessment(assessment(), assessment(AWAY, edition="0.1"), "a file"))
    with pytest.raises(PlacecheckError, match="no answer in it"):
        list(of_assessment(assessment(), assessment(), "a file"))
    with pytest.raises(PlacecheckError, match="8 characters"):
        list(of_code(RUBRIC, assessment(), "S123-4567", "a code"))
