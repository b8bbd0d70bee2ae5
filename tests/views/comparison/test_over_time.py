"""All assessments of one place, day by day."""

from __future__ import annotations

import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from placecheck.assessment import read_assessment
from placecheck.charts.ladder import ladder_html
from placecheck.report.comparison import comparison_pdf
from placecheck.views.comparison.over_time import over_time_view


@pytest.fixture(scope="module")
def three(checkout):
    then, now = (read_assessment(checkout / f"examples/saltby-{year}.yaml") for year in (2025, 2026))
    earlier = then[1].model_copy(update={"date": datetime.date(2024, 9, 28)})
    return [(then[0], earlier), then, now]


def test_two_assessments_are_then_and_now_and_no_more(three):
    assert over_time_view(three[1:]) is None


def test_a_question_that_moved_has_a_line_for_every_day_with_its_words(three):
    view = over_time_view(three)
    assert view.title == "All 3 assessments, day by day"
    days = ["28 September 2024", "27 September 2025", "26 September 2026"]
    assert view.dimensions
    assert all([row.name for row in question.rows] == days for question in view.dimensions)
    meet = next(question for question in view.dimensions if question.id == "places-to-meet")
    assert [row.words for row in meet.rows] == ["Here and there", "Here and there", "First signs"]


def test_where_nothing_moved_it_says_so(three):
    view = over_time_view([three[0], three[0], three[1]])
    assert view.dimensions == ()
    assert view.sentence.startswith("No question moved")


def test_a_question_heads_its_days_and_has_no_marks_of_its_own(three):
    html = ladder_html(over_time_view(three))
    assert '<th role="rowheader" scope="row" class="alone" colspan="3"><b>Places to meet</b></th>' in html


def test_the_print_begins_with_all_days(three):
    made = comparison_pdf(three[1:], over_time=over_time_view(three))
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    assert "All 3 assessments, day by day" in text
    assert text.count("28 September 2024") == len(over_time_view(three).dimensions)
