"""Two worksheets side by side show where two people differ, and neither is right."""

from __future__ import annotations

from placecheck.guides.compare import compare_replies
from placecheck.guides.replies import Replies


def test_the_same_replies_are_the_same_all_through(guides, filled):
    for guide in guides.values():
        assert all(row.is_same for row in compare_replies(guide, filled(guide), filled(guide)))


def test_a_difference_is_shown_in_words_from_both(guides):
    guide = guides["is-this-money-good"]
    rows = list(compare_replies(guide, Replies({"mapped": "unsaid"}), Replies({"mapped": "no", "after": "It ends."})))
    assert [(row.question.id, row.first, row.second) for row in rows] == [
        ("mapped", "It does not say", "No"),
        ("after", "", "It ends."),
    ]
