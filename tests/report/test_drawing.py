"""The pictures as points: in order, in proportion, with gaps left open."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.report.drawing import ABREAST, HUB, MOST_DOTS, pile, spokes
from placecheck.views.pictures import AnswersView, DimensionRow, LadderView

LEVELS = ("Not yet", "First signs", "Here and there", "Usually", "How we do things here")
reading = st.floats(0, 4)


def side(order: int, low: float | None, at: float | None, high: float | None) -> DimensionRow:
    status = "ok" if at is not None else "not_enough_answers"
    return DimensionRow(
        id=f"side-{order}",
        name=f"Side {order}",
        about="",
        order=order,
        status=status,
        reading=at,
        low=low,
        high=high,
        words="",
        known="",
        rows=(),
    )


def ladder(*sides: DimensionRow) -> LadderView:
    return LadderView("", "", LEVELS, sides)


def answers(*counts: int) -> AnswersView:
    return AnswersView("", "", tuple(zip(LEVELS, counts, strict=True)), ())


def distance(point: tuple[float, float]) -> float:
    return math.hypot(*point)


def test_five_spokes_stand_in_the_rubrics_order_clockwise_from_the_top() -> None:
    drawn = spokes(ladder(*(side(n, 0, 2, 4) for n in range(5))))
    assert [spoke.order for spoke in drawn] == [0, 1, 2, 3, 4]
    assert drawn[0].end == (0, -1)
    assert drawn[1].end[0] > 0 > drawn[1].end[1]
    assert drawn[4].end[0] < 0 > drawn[4].end[1]


def test_a_side_without_a_reading_has_neither_dot_nor_range() -> None:
    (known, gap) = spokes(ladder(side(0, 0, 2, 4), side(1, 0, None, 4)))
    assert known.dot
    assert known.span
    assert (gap.dot, gap.span) == (None, None)
    assert gap.start != gap.end


@given(st.lists(reading, min_size=3, max_size=3).map(sorted))
def test_the_dot_lies_on_its_range_and_further_out_means_further_along(levels) -> None:
    low, at, high = levels
    (drawn,) = spokes(ladder(side(0, low, at, high)))
    assert HUB - 1e-3 <= distance(drawn.span[0]) <= distance(drawn.dot) + 1e-3
    assert distance(drawn.dot) <= distance(drawn.span[1]) + 1e-3 <= 1 + 2e-3
    assert distance(drawn.dot) == pytest.approx(HUB + (1 - HUB) * at / 4, abs=1e-3)


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
    drawn = pile(answers(0, MOST_DOTS, 10, 0, 0))
    assert drawn.dots == ()
    assert drawn.columns == ((1, 1.0, MOST_DOTS), (2, 10 / MOST_DOTS, 10))
