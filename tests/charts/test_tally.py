"""The answers of one vote as dots that wrap."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from placecheck.charts.tally import dot_size, tally_html
from placecheck.views.results.pictures import AnswersView

counts = st.lists(st.integers(0, 80), min_size=5, max_size=5)


@given(counts, st.integers(0, 80))
def test_every_person_is_a_dot_and_every_count_is_written(levels, unknown):
    view = AnswersView("", "", tuple((f"level {at}", n) for at, n in enumerate(levels)), (("Don't know", unknown),))
    html = tally_html(view, "in words")
    written = [int(n) for n in re.findall(r'class="count">(\d+)<', html)]
    assert written == [*reversed(levels), *([unknown] if unknown else [])]
    assert html.count("<i></i>") == sum(levels) + unknown


def test_what_people_and_rubrics_write_is_text():
    view = AnswersView("", "", (("<b>Not yet</b>", 1),), ())
    html = tally_html(view, "<script>", meanings=["<img src=x>"])
    assert not re.search("<script|<img|<b>Not", html)


@given(st.integers(0, 200))
def test_a_fuller_row_never_has_larger_dots(n):
    assert dot_size(n) >= dot_size(n + 1)
