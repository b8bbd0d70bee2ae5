from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from placecheck.source.scalars import MAX_NUMBER_LENGTH, NumberTooLongError, plain_value


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "Off", "NULL", "True", "1:30", "0x1F", "0o7", "1_000", "007", "1e5"]
)
def test_what_yaml_would_take_for_something_else_stays_a_word(word):
    assert plain_value(word) == word


@pytest.mark.parametrize("word", [".5", "5.", "+", "-", "1,5", "٣", "1.2.3", ".inf", ".nan", "½"])
def test_what_only_looks_like_a_number_stays_a_word(word):
    assert plain_value(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [("0", 0), ("-3", -3), ("+4", 4), ("12", 12), ("0.5", Decimal("0.5")), ("-1.50", Decimal("-1.50"))],
)
def test_a_number_is_read_as_it_stands(word, value):
    found = plain_value(word)
    assert (found, type(found)) == (value, type(value))


def test_a_number_keeps_the_noughts_at_its_end():
    assert str(plain_value("2026.10")) == "2026.10"


@pytest.mark.parametrize(("word", "value"), [("", None), ("~", None), ("null", None), ("true", True), ("false", False)])
def test_nothing_true_and_false_have_one_spelling_each(word, value):
    assert plain_value(word) is value


def test_a_day_is_a_date_and_a_day_that_is_none_stays_a_word():
    assert plain_value("2026-10-03") == datetime.date(2026, 10, 3)
    assert plain_value("2026-02-30") == "2026-02-30"
    assert plain_value("2026-10") == "2026-10"


def test_a_number_may_be_twenty_characters_long_and_no_longer():
    assert plain_value("9" * MAX_NUMBER_LENGTH) == int("9" * MAX_NUMBER_LENGTH)
    with pytest.raises(NumberTooLongError):
        plain_value("9" * (MAX_NUMBER_LENGTH + 1))
