"""The ladder as rows: every name leads on, the level names stand above, a dot stands only where there is a reading."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest

from placecheck.assessment import read_assessment
from placecheck.charts.ladder import STYLE, Mark, ladder_html
from placecheck.charts.theme import DARK, LIGHT
from placecheck.scoring import score
from placecheck.views.results.pictures import ladder_view


@pytest.fixture(scope="module", params=["marsh-lane", "kingfisher-meadows"])
def view(checkout, request):
    rubric, assessment = read_assessment(checkout / f"examples/{request.param}.yaml")
    return ladder_view(rubric, score(rubric, assessment))


def rows(html: str) -> dict[str, Xml.Element]:
    """The rows by what their first cell says first."""
    table = Xml.fromstring(html)  # noqa: S314 (ours)
    found = [row for body in table.iter("tbody") for row in body.iter("tr")]
    return {next(iter(row.find("th").itertext())).strip(): row for row in found}


def classes(row: Xml.Element, tag: str = "i") -> list[str]:
    return [mark.get("class") for mark in row.iter(tag)]


def test_every_question_is_a_row_that_leads_to_its_closer_look(view):
    html = rows(ladder_html(view, leads_to="closer?round=x&indicator="))
    for row in view.rows():
        assert html[row.name].find("th/a").get("href") == f"closer?round=x&indicator={row.indicator}"
    assert len(html) == len(view.dimensions) + len(list(view.rows()))


def test_where_nothing_is_to_open_no_name_is_a_link(view):
    assert "<a " not in ladder_html(view)


def test_every_row_says_in_words_where_it_is_and_how_far_it_could_reach(view):
    html = rows(ladder_html(view))
    for row in view.rows():
        texts = " ".join(text.strip() for text in html[row.name].itertext() if text.strip())
        assert row.words.partition(";")[0] in texts
        assert row.span in texts


def test_a_dot_is_at_every_reading_and_a_ring_beside_the_ladder_where_there_is_none(view):
    html = rows(ladder_html(view))
    for row in view.rows():
        marks = classes(html[row.name])
        if row.status == "not_here":
            assert marks == []
        elif row.reading is None:
            assert marks == ["bar hatched", "ring"]
        else:
            assert marks == ["bar", "dot"]
            dot = next(mark for mark in html[row.name].iter("i") if mark.get("class") == "dot")
            assert dot.get("style") == f"--dot: {round((row.reading + 0.5) / len(view.levels) * 100, 2)}%"
    ring = re.search(r"\.ladder \.ring \{[^}]*\}", STYLE.read_text(encoding="utf-8"))
    assert ring
    assert "left: -" in ring[0], "on the ladder it would look like a middling answer"


def test_the_names_of_all_levels_are_above_and_stay_in_sight(view):
    head = Xml.fromstring(ladder_html(view)).find(".//thead")  # noqa: S314 (ours)
    names = [span.text for span in head.iter("span") if span.get("aria-hidden")]
    assert tuple(names) == view.levels
    assert re.search(r"\.ladder thead \{[^}]*position: sticky", STYLE.read_text(encoding="utf-8"))


def test_words_go_where_there_is_room(view):
    row = next(iter(view.rows()))
    place = lambda low, high: Mark.of(replace(row, status="read", reading=low, low=low, high=high), 5).words  # noqa: E731
    assert [place(0, 0), place(2, 2), place(4, 4), place(0, 4)] == ["after", "after", "before", "under"]


def test_both_themes_show_the_same_rows_in_their_own_colours(view):
    light, dark = ladder_html(view, LIGHT), ladder_html(view, DARK)
    assert light != dark
    assert re.sub(r"#\w{6}", "", light) == re.sub(r"#\w{6}", "", dark)


def test_what_a_rubric_calls_a_question_is_text_and_nothing_else(view):
    first = view.dimensions[0]
    odd = replace(first.rows[0], name="<b>&", words="<i>")
    html = ladder_html(replace(view, dimensions=(replace(first, rows=(odd,)),)))
    assert "<b>&amp;" not in html
    assert "&lt;b&gt;&amp;" in html
    assert ">&lt;i&gt;<" in html
