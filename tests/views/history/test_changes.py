"""A change tells what it changed, and of nothing else."""

from __future__ import annotations

import datetime

import pytest

from placecheck.assessment import Action, Answer
from placecheck.assessment.model import Outcome
from placecheck.rubric import find_rubric
from placecheck.storage import Change
from placecheck.views.history.changes import change_view, undone_words
from placecheck.words.deciding import OF_STEP

RUBRIC = find_rubric()


def told(before: Answer | None, after: Answer | None) -> str:
    when = datetime.datetime(2026, 10, 3, 18, 0, tzinfo=datetime.UTC)
    change = Change(1, when, "test", "answer", "v1", "mixing", None, before, after, None)
    return change_view(RUBRIC, change).change


def test_a_level_that_stayed_is_not_told_as_if_it_had_moved():
    name = RUBRIC.levels[3].name
    words = told(Answer(level=3, story="The hall."), Answer(level=3, story="The hall, late."))
    assert name not in words
    assert "The hall, late." in words
    assert told(Answer(level=3), Answer(level=1)) == f"From {name} to {RUBRIC.levels[1].name}"
    assert told(None, Answer(level=3, story="The hall.")).startswith("From nothing to ")
    assert name in told(Answer(level=3, story="The hall."), None)


def undone(before: Action | None, after: Action | None) -> str:
    when = datetime.datetime(2026, 10, 3, 18, 0, tzinfo=datetime.UTC)
    return undone_words(RUBRIC, Change(1, when, "test", "action", None, None, 1, before, after, None))


def test_undoing_a_change_of_a_step_says_which_field_of_it_was_changed():
    step = Action(what="Paint the hall")
    assert undone(step, step.model_copy(update={"when": "by Easter"})) == "the date of “Paint the hall”"
    assert (
        undone(step, step.model_copy(update={"outcome": Outcome(state="going")})) == "what became of “Paint the hall”"
    )
    assert set(OF_STEP) == set(Action.model_fields) - {"what"}, "each field has its words"
    for whole in ((None, step), (step, None), (step, step.model_copy(update={"when": "May", "who": "all of us"}))):
        assert undone(*whole) == "Paint the hall"


@pytest.mark.parametrize(
    ("by", "source"),
    [
        ("dashboard", "typed in here"),
        ("phone", "on a phone"),
        ("paper", "keyed in from paper"),
        ("file", "from a file"),
        ("workshop", "in the workshop"),
    ],
)
def test_a_change_says_in_plain_words_where_it_came_from(by, source):
    when = datetime.datetime(2026, 10, 3, 18, 0, tzinfo=datetime.UTC)
    change = Change(1, when, by, "answer", "v1", "mixing", None, None, Answer(level=3), None)
    line = change_view(RUBRIC, change).line
    assert f"person 1 ({source}), " in line
    assert by not in line or by in source


def test_an_account_stands_instead_of_where_a_change_came_from():
    when = datetime.datetime(2026, 10, 3, 18, 0, tzinfo=datetime.UTC)
    change = Change(1, when, "account:rhian", "answer", "v1", "mixing", None, None, Answer(level=3), None)
    assert "person 1 (account rhian), " in change_view(RUBRIC, change).line
