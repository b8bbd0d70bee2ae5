"""Dates are read as people in Britain write them, and shown as dates; everything else stays as it was written."""

import datetime

import pytest
from babel.dates import format_date

from placecheck.assessment import Action
from placecheck.dates import day_words, field_words, period_days, when_words
from placecheck.words import speaking


@pytest.mark.parametrize(
    ("when", "written"),
    [
        ("2027", "2027"),
        ("2027-01", "January 2027"),
        ("2027-01-05", "5 January 2027"),
        ("31/01/2027", "31 January 2027"),
        ("05/01/2027", "5 January 2027"),
        ("31/1/27", "31 January 2027"),
        ("31 Jan 2027", "31 January 2027"),
        ("January 2027", "January 2027"),
        ("Jan 2027", "January 2027"),
        ("01/2027", "January 2027"),
        ("by 31/01/2027", "by 31 January 2027"),
        ("end of Jan 2027", "end of January 2027"),
        ("end of January", "end of January"),
        ("spring 2027", "spring 2027"),
        ("by Easter", "by Easter"),
        ("2027-13", "2027-13"),
        ("2027-02-30", "2027-02-30"),
        ("0000", "0000"),
        ("45000", "45000"),
    ],
)
def test_a_time_is_shown_as_a_date_where_it_names_one_and_as_it_was_written_elsewhere(when, written):
    assert when_words(when) == written
    assert Action(what="Open the hall", when=when).when == when


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("2027-03", "March 2027"),
        ("2027-03-05", "5 March 2027"),
        ("2027", "2027"),
        ("31/01/2027", "31/01/2027"),
        ("by Easter", "by Easter"),
        (None, ""),
    ],
)
def test_a_field_has_in_words_what_files_write_in_figures_and_all_else_as_it_was_written(when, shown):
    assert field_words(when) == shown


def test_the_end_of_a_month_stands_for_its_days_and_a_season_for_none():
    assert period_days("end of February 2028") == (datetime.date(2028, 2, 1), datetime.date(2028, 2, 29))
    assert period_days("by Easter") is None


@pytest.mark.parametrize("month", range(1, 13))
def test_an_english_day_is_written_as_babel_writes_it_and_a_french_one_in_french(month):
    day = datetime.date(2028, month, 29)
    assert day_words(day) == format_date(day, "d MMMM y", locale="en")
    with speaking("fr"):
        assert day_words(day) == format_date(day, "d MMMM y", locale="fr")
