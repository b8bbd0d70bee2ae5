from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest

from placecheck.assessment import read_assessment
from placecheck.charts.comparison_columns import BAR, DOT, WIDTH, draw_columns
from placecheck.views.comparison.comparison import comparison_view

KEY = ("dot", "bar", "person")
SVG = "{http://www.w3.org/2000/svg}"
FOUR = ("saltby-2026", "marsh-lane", "llanfair-y-bont", "kingfisher-meadows")


@pytest.fixture
def view(checkout):
    return comparison_view([read_assessment(checkout / f"examples/{name}.yaml") for name in FOUR])


def drawn(view, row):
    return Xml.fromstring(draw_columns(row, view.places, view.levels, KEY, hue="#14406b"))  # noqa: S314 (our own drawing)


def every_row(view):
    return [row for under in view.dimensions for row in (under.whole, *under.rows) if row]


def test_a_place_without_a_reading_has_no_dot_and_every_other_has_one(view):
    for row in every_row(view):
        dots = [circle for circle in drawn(view, row).iter(f"{SVG}circle") if float(circle.get("r")) == DOT]
        assert len(dots) == sum(cell.reading is not None for cell in row.cells)


def test_what_is_not_known_is_hatched_where_there_is_no_reading(view):
    for row in every_row(view):
        bars = [bar for bar in drawn(view, row).iter(f"{SVG}line") if float(bar.get("stroke-width")) == BAR]
        hatched = sum(bar.get("stroke-dasharray") is not None for bar in bars)
        assert hatched == sum(cell.reading is None and cell.status != "not_here" for cell in row.cells)


def test_every_person_is_a_dot_within_the_column_of_their_place(view):
    for row in every_row(view):
        people = [float(circle.get("cx")) for circle in drawn(view, row).iter(f"{SVG}circle") if circle.get("r") == "8"]
        assert len(people) == sum(sum(cell.counts) for cell in row.cells) + any(cell.counts for cell in row.cells)
        assert all(0 <= x <= WIDTH for x in people)


def test_the_words_of_every_place_stand_in_it_and_are_read_out(view):
    for row in every_row(view):
        drawing = drawn(view, row)
        assert row.alt in drawing.get("aria-label")
        text = "".join(words.text for words in drawing.iter(f"{SVG}text")).replace(" ", "")
        assert all(place.name.replace(" ", "") in text for place in view.places)
        assert all(level.replace(" ", "") in text for level in view.levels)


def test_marks_in_a_name_stay_what_was_typed(checkout):
    rubric, marsh = read_assessment(checkout / "examples/marsh-lane.yaml")
    strange = marsh.model_copy(update={"place": marsh.place.model_copy(update={"name": "<b>A&B</b>"})})
    view = comparison_view([(rubric, strange), (rubric, marsh)])
    assert "A <b>A&B</b>" in [words.text for words in drawn(view, view.dimensions[0].rows[0]).iter(f"{SVG}text")]
