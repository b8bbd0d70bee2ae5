"""What was promised and what was seen of it, beside the story and apart from it."""

from __future__ import annotations

from placecheck.assessment import Answer
from placecheck.views.results.indicator import story_details


def test_each_part_says_what_it_is_and_the_story_is_none_of_them():
    answer = Answer(level=1, story="the hall", promised="a reply", seen="none", not_for="those up at the quarry")
    assert story_details(answer) == (
        "What was promised: a reply",
        "What was seen of it: none",
        "Not true for: those up at the quarry",
    )


def test_a_part_that_nobody_told_is_not_there():
    assert story_details(Answer(seen="none")) == ("What was seen of it: none",)


def test_braces_in_what_was_told_stay_as_they_are():
    assert story_details(Answer(promised="{what}")) == ("What was promised: {what}",)
