"""What counts as strong, as room to grow and as far apart is a share of the ladder, however many levels it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.rubric.model import MAX_LEVELS, MIN_LEVELS
from placecheck.scoring import score
from placecheck.scoring.thresholds import (
    SPLIT_AGREEMENT,
    has_room_to_grow,
    is_seen_differently,
    is_strong,
    is_too_little_known,
    lowest_strong_level,
    reads_strong,
)
from placecheck.views.results.results import results_view

LADDERS = range(MIN_LEVELS, MAX_LEVELS + 1)
ANSWERS = st.lists(st.integers(0, 6) | st.just("dont_know"), min_size=1, max_size=7)


@pytest.fixture(scope="session")
def view_of(make_rubric, make_assessment):
    """`view_of(steps, answers)`: what a reader and what scoring sees of one indicator."""

    def view(steps, answers):
        within = [min(answer, steps - 1) if isinstance(answer, int) else answer for answer in answers]
        rubric = make_rubric({"d": ["i"]}, steps=steps)
        assessment = make_assessment(*({"i": answer} for answer in within))
        result = score(rubric, assessment)
        return results_view(rubric, assessment, result), next(iter(result.indicators()))

    return view


@given(st.sampled_from(LADDERS), ANSWERS)
def test_nothing_is_strong_and_has_room_to_grow_at_once(view_of, steps, answers):
    view, _ = view_of(steps, answers)
    assert not set(view.strong) & set(view.room)


@given(ANSWERS)
def test_with_five_levels_strong_is_level_3_and_room_is_level_1(view_of, answers):
    view, indicator = view_of(5, answers)
    reading, levels = indicator.reading, [level for level, n in enumerate(indicator.counts) if n]
    assert bool(view.strong) == (reading is not None and reading >= 3 and indicator.low >= 2)
    assert bool(view.room) == (reading is not None and reading <= 1)
    if indicator.agreement is None:
        assert bool(view.differ) == (len(levels) > 1 and levels[-1] - levels[0] >= 3)


@pytest.mark.parametrize("steps", LADDERS)
def test_the_top_is_strong_the_bottom_has_room_and_the_middle_is_neither(steps):
    top = steps - 1
    assert [reads_strong(at, steps) for at in (0, top / 2, top, None)] == [False, False, True, False]
    assert [has_room_to_grow(at, steps) for at in (0, top / 2, top, None)] == [True, False, False, False]
    assert has_room_to_grow(top - lowest_strong_level(steps), steps)


@pytest.mark.parametrize("steps", LADDERS)
def test_two_who_choose_the_lowest_and_the_highest_level_see_it_differently(view_of, steps):
    assert view_of(steps, [0, steps - 1])[0].differ == ("i",)
    assert view_of(steps, [0, 1])[0].differ == ()


@pytest.mark.parametrize("steps", LADDERS)
def test_a_high_reading_that_could_be_low_is_not_strong(view_of, steps):
    assert not is_strong(view_of(steps, [steps - 1, "dont_know", "dont_know"])[1])


def test_what_is_asked_of_nobody_who_took_part_is_no_gap(make_rubric, make_assessment):
    rubric = make_rubric({"d": ["i", "j"]}, indicators={"i": {"perspectives": ["council"]}})
    resident = make_assessment({"j": 3}, perspectives=["resident"])
    view = results_view(rubric, resident, score(rubric, resident))
    assert view.unknown == ()
    silent = make_assessment({"j": 3}, perspectives=["council"])
    assert results_view(rubric, silent, score(rubric, silent)).unknown == ("i",)
    anyway = make_assessment({"j": 3, "i": "dont_know"}, perspectives=["resident"])
    assert results_view(rubric, anyway, score(rubric, anyway)).unknown == ("i",)


def test_what_the_group_says_is_not_here_is_not_seen_differently_however_far_apart_its_voices_are(
    make_rubric, make_assessment
):
    rubric = make_rubric({"d": ["i"]})
    (absent,) = score(rubric, make_assessment({"i": 0}, {"i": 4}, agreed={"i": "not_here"})).indicators()
    assert not is_seen_differently(absent)
    (split,) = score(rubric, make_assessment({"i": 2}, agreed={"i": {"not_agreed": "Too few."}})).indicators()
    assert is_seen_differently(split)


def test_voices_as_split_as_half_at_either_end_are_seen_differently_and_a_little_less_is_not(view_of):
    indicator = view_of(5, [2, 2, 3, 3, 3])[1]
    assert is_seen_differently(indicator._replace(agreement=SPLIT_AGREEMENT))
    assert not is_seen_differently(indicator._replace(agreement=SPLIT_AGREEMENT + 0.01))


@pytest.mark.parametrize("thirds", range(1, 31))
def test_too_little_is_known_from_a_third_without_a_level_and_not_from_less(view_of, thirds):
    """As a share, a third has no exact number: it must hold for every group that has one."""
    known, unknown = [2] * 2 * thirds, ["dont_know"] * thirds
    assert is_too_little_known(view_of(5, [*known, *unknown])[1])
    assert not is_too_little_known(view_of(5, [*known, 2, *unknown])[1])
