"""Stores keep what was packed: its letters may change only where the method does."""

from __future__ import annotations

from placecheck.assessment.method import METHOD
from placecheck.assessment.packed import CODES, LETTER, NOTHING


def test_the_letters_that_stores_keep_change_only_with_the_method():
    codes = {None: -3, "dont_know": -1, "rather_not_say": -2, "not_here": -4}
    assert (METHOD, chr(LETTER), NOTHING, CODES) == ("2", "F", -5, codes), "raise METHOD, so that stores pack anew"
