"""The sentence before what a search found: three answers, and never another."""

from __future__ import annotations

import pytest

from placecheck.notes.library import Hit
from placecheck.views.search_results import answer_line


def hits(count, *, near=False):
    return tuple(Hit("walk", number, "We went", 1.0, None, near) for number in range(count))


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (hits(0), "Nothing in the notes comes close to this."),
        (hits(1), "1 place in the notes speaks of this"),
        (hits(4), "4 places in the notes speak of this"),
        (hits(10), "These 10 places in the notes speak most closely of this"),
        (
            hits(3, near=True),
            "The notes do not answer this. What follows is the nearest that we found, and it is not an answer.",
        ),
    ],
)
def test_the_sentence_says_which_of_the_three_answers_it_is(found, line):
    assert answer_line(found, 10) == line
