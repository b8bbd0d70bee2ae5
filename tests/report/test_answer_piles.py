"""The answers as points: a dot a voice, in order and piled over its level."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from placecheck.report.answer_piles import ABREAST, MAX_DOTS, pile
from placecheck.views.results.pictures import AnswersView

LEVELS = ("Not yet", "First signs", "Here and there", "Usually", "How we do things here")


def answers(*counts: int) -> AnswersView:
    return AnswersView("", "", tuple(zip(LEVELS, counts, strict=True)), ())


@given(st.lists(st.integers(0, 8), min_size=5, max_size=5))
def test_every_voice_has_a_dot_of_its_own_over_its_level(counts) -> None:
    drawn = pile(answers(*counts))
    assert len(set(drawn.dots)) == len(drawn.dots) == sum(counts)
    assert [sum(step == level for step, _, _ in drawn.dots) for level in range(5)] == counts
    assert all(abs(aside) <= (ABREAST - 1) / 2 for _, aside, _ in drawn.dots)
    assert drawn.rows == max(1, *(math.ceil(count / ABREAST) for count in counts))


def test_each_row_of_a_pile_stands_in_the_middle_of_its_level() -> None:
    drawn = pile(answers(0, 7, 0, 0, 0))
    for row, expected in ((0, [-2, -1, 0, 1, 2]), (1, [-0.5, 0.5])):
        assert [aside for _, aside, up in drawn.dots if up == row] == expected


def test_many_voices_become_columns_the_highest_full() -> None:
    drawn = pile(answers(0, MAX_DOTS, 10, 0, 0))
    assert drawn.dots == ()
    assert drawn.columns == ((1, 1.0, MAX_DOTS), (2, 10 / MAX_DOTS, 10))
