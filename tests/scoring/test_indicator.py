"""Rules 1 to 5: one indicator."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from placecheck.assessment import Agreed, Answer
from placecheck.scoring.indicator import score_indicator
from placecheck.scoring.result import NoAnswerCounts

TOP = 4


def scored(*answers, agreed=None, steps=TOP + 1):
    """One indicator's result; None among the answers is a voice with no row."""
    rows = [None if answer is None else Answer.model_validate(answer) for answer in answers]
    return score_indicator("a", steps, rows, None if agreed is None else Agreed.model_validate(agreed))


def numbers(result):
    return result.reading, result.low, result.high


# Rule 1


def test_levels_and_the_four_kinds_of_no_answer_are_counted_apart():
    found = scored(0, 3, 3, "dont_know", "not_here", "rather_not_say", "rather_not_say", None)

    assert found.counts == (1, 0, 0, 2, 0)
    assert found.no_answer == NoAnswerCounts(dont_know=1, not_here=1, rather_not_say=2, skipped=1)


def test_a_story_without_a_level_counts_as_skipped_and_as_a_story_alone():
    told = scored({"story": "We met there."}, None, {"no_answer": "dont_know", "story": "I hear of it."}).no_answer
    assert told == NoAnswerCounts(dont_know=1, skipped=2, story_only=1)
    assert (told.gaps, told.silent) == (3, 1)


def test_how_sure_a_voice_is_and_for_whom_it_is_not_true_change_no_number():
    assert numbers(scored({"level": 3, "sure": "not_very", "not_for": "those who work nights"})) == (3, 3, 3)


# Rule 2


def test_it_does_not_apply_where_more_than_half_say_so():
    assert scored("not_here", "not_here", 4).status == "not_here"


def test_it_applies_where_exactly_half_say_that_it_does_not():
    found = scored("not_here", "not_here", 4, 2)
    assert (found.status, found.reading) == ("ok", 3)


def test_a_dont_know_speaks_on_whether_it_applies():
    assert scored("not_here", "dont_know").status == "no_reading"


@pytest.mark.parametrize("silent", ["rather_not_say", None])
def test_those_who_rather_not_say_or_skipped_have_no_part_in_whether_it_applies(silent):
    assert scored("not_here", silent, silent).status == "not_here"


def test_what_was_agreed_decides_whether_it_applies():
    assert scored(3, 3, 3, agreed="not_here").status == "not_here"
    assert numbers(scored("not_here", "not_here", agreed=1)) == (1, 1, 1)


def test_where_the_group_did_not_agree_the_voices_decide_whether_it_applies():
    assert scored("not_here", "not_here", 4, agreed={"not_agreed": "we ran out of time"}).status == "not_here"


def test_an_indicator_that_does_not_apply_has_no_reading():
    assert scored("not_here", "not_here", 4).reading is None
    assert scored(4, 4, agreed="not_here").reading is None


# Rule 3


def test_the_reading_is_the_middle_level():
    assert scored(0, 4, 3).reading == 3


def test_the_reading_is_the_mean_of_the_two_middle_levels():
    assert scored(0, 1, 2, 4).reading == 1.5


def test_the_agreed_level_goes_before_the_median():
    found = scored(0, 0, 0, agreed=3)
    assert (numbers(found), found.agreed, found.counts) == ((3, 3, 3), 3, (3, 0, 0, 0, 0))


def test_where_the_group_did_not_agree_the_median_stands():
    found = scored(1, 3, agreed={"not_agreed": "two camps"})
    assert (numbers(found), found.agreed) == ((2, 2, 2), "not_agreed")


def test_no_known_level_gives_no_reading():
    found = scored("dont_know", "rather_not_say", None)
    assert (found.status, numbers(found)) == ("no_reading", (None, 0, TOP))


# Rule 4


@pytest.mark.parametrize("gap", ["dont_know", "rather_not_say", None])
def test_each_gap_counts_as_the_first_level_for_low_and_as_the_last_for_high(gap):
    assert numbers(scored(2, 2, gap)) == (2, 2, 2)
    assert numbers(scored(2, gap)) == (2, 1, 3)


def test_no_voice_at_all_could_be_anything():
    assert numbers(scored()) == (None, 0, TOP)


def test_the_last_level_is_that_of_the_rubrics_own_ladder():
    assert numbers(scored(1, None, steps=3)) == (1, 0.5, 1.5)


# Rule 5


def test_spread_is_given_from_five_known_levels_up():
    four = scored(0, 0, 4, 4, "dont_know")
    five = scored(0, 0, 4, 4, 4)

    assert (four.agreement, four.quartile_range) == (None, None)
    assert five.agreement == pytest.approx(-0.6)
    assert five.quartile_range == 4


# What holds for all

ANSWERS = st.lists(
    st.one_of(st.integers(0, TOP), st.none(), st.sampled_from(["dont_know", "not_here", "rather_not_say"])), max_size=9
)


@given(ANSWERS)
def test_a_voice_that_says_not_here_enters_no_number_while_the_indicator_applies(answers):
    before, after = scored(*answers), scored(*answers, "not_here")
    assume(after.status != "not_here")
    assert (numbers(before), before.agreement) == (numbers(after), after.agreement)


@given(ANSWERS)
def test_every_voice_is_counted_once(answers):
    found = scored(*answers)
    none = found.no_answer
    assert sum(found.counts) + none.dont_know + none.not_here + none.rather_not_say + none.skipped == len(answers)
