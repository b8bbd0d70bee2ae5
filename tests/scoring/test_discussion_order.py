from __future__ import annotations

from placecheck.scoring.discussion_order import order_for_discussion


def test_the_talk_begins_where_voices_are_furthest_apart(rubric, three, levels):
    answers = dict(zip(three, (levels(2, 2, 2), levels(0, 4, 0), levels(1, 2, 3)), strict=True))
    assert order_for_discussion(rubric, answers, "spread") == (three[1], three[2], three[0])


def test_the_talk_begins_with_what_most_do_not_know_where_the_room_asks_for_that(rubric, three, levels):
    answers = dict(zip(three, (levels(0, 4, 0), levels(2, 2, -1), levels(-1, -1, 2)), strict=True))
    assert order_for_discussion(rubric, answers, "dont_know") == (three[2], three[1], three[0])


def test_the_level_never_decides_what_comes_first(rubric, three, levels):
    for low, high in ((levels(0, 0, 1), levels(3, 3, 4)), (levels(3, 3, 4), levels(0, 0, 1))):
        answers = {three[1]: high, three[0]: low}
        assert order_for_discussion(rubric, answers, "spread") == (three[0], three[1])
        assert order_for_discussion(rubric, answers, "dont_know") == (three[0], three[1])


def test_what_nobody_answered_comes_last(rubric, three, levels):
    answers = {three[0]: levels(None, None), three[1]: levels(2, 2)}
    assert order_for_discussion(rubric, answers, "spread") == (three[1], three[0])
