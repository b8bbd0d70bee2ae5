from __future__ import annotations

import re

import pytest

from placecheck.assessment import read_assessment
from placecheck.charts import comparison_plot
from placecheck.charts.theme import DARK, LIGHT
from placecheck.views.comparison.comparison import comparison_view

NAMES = ("marsh-lane", "kingfisher-meadows", "glenarran")


@pytest.fixture(scope="module")
def view(checkout):
    return comparison_view([read_assessment(checkout / f"examples/{name}.yaml") for name in NAMES])


@pytest.fixture(scope="module")
def rows(view):
    return [row for dimension in view.dimensions for row in dimension.rows]


def big(figure):
    """The dots and rings, each a trace of its own."""
    return [trace for trace in figure.data if trace.mode == "markers" and trace.marker.size == 15]


def test_every_side_has_its_line_in_the_order_given(view, rows):
    figure = comparison_plot.comparison_figure(rows[0], view.places, view.levels)
    assert [label.split("</b>")[0] for label in figure.layout.yaxis.ticktext] == ["<b>A", "<b>B", "<b>C"]
    assert list(figure.layout.yaxis.tickvals) == [0, 1, 2]


def test_a_dot_stands_at_every_reading_and_a_ring_where_there_is_none(view, rows):
    assert any(cell.reading is None and cell.status != "not_here" for row in rows for cell in row.cells)
    for row in rows:
        marks = {trace.y[0]: trace for trace in big(comparison_plot.comparison_figure(row, view.places, view.levels))}
        for at, cell in enumerate(row.cells):
            if cell.status == "not_here":
                assert at not in marks
            elif cell.reading is None:
                assert marks[at].marker.color == LIGHT.paper
                assert marks[at].x[0] < 0, "on the ladder it would look like an answer"
            else:
                assert marks[at].x[0] == cell.reading


def test_every_voice_with_a_level_is_a_small_dot_near_its_level(view, rows):
    for row in rows:
        figure = comparison_plot.comparison_figure(row, view.places, view.levels)
        voices = [x for trace in figure.data if trace.mode == "markers" and trace.marker.size == 6 for x in trace.x]
        assert sorted(map(round, voices)) == sorted(
            level for cell in row.cells for level, n in enumerate(cell.counts) for _ in range(n)
        )


def test_no_side_is_marked_out_by_a_colour(view, rows):
    for palette in (LIGHT, DARK):
        figure = comparison_plot.comparison_figure(rows[0], view.places, view.levels, palette, hue=palette.dimension(0))
        assert {trace.marker.line.color for trace in big(figure)} == {palette.dimension(0)}


def test_little_room_sets_the_names_above_their_lines(view, rows):
    wide, narrow = (
        comparison_plot.comparison_figure(rows[0], view.places, view.levels, narrow=narrow) for narrow in (False, True)
    )
    assert wide.layout.height < narrow.layout.height
    assert [note.text.split("</b>")[0] for note in narrow.layout.annotations] == ["<b>A", "<b>B", "<b>C"]


def test_the_names_of_the_outer_levels_are_never_left_out_for_want_of_room(view, rows):
    assert (
        comparison_plot.comparison_figure(rows[0], view.places, view.levels).layout.xaxis.ticklabeloverflow == "allow"
    )


@pytest.mark.parametrize(
    ("names", "on_a_laptop", "on_a_phone"),
    [
        (("No", "Some", "Yes"), 320, 256),
        (("Not yet", "First signs", "Here and there", "Usually", "How we do things here"), 512, 320),
        (
            ("Pas encore", "Premiers Signes", "Rarement", "Parfois", "Souvent", "Presque toujours", "Chez Nous"),
            640,
            512,
        ),
        (("Nobody at all has begun to think of it",) * 7, 768, 640),
        (("A name of a level that goes on " * 9,) * 7, 1024, 1024),
    ],
)
def test_how_much_room_the_names_of_the_levels_need_is_known_before_they_are_drawn(names, on_a_laptop, on_a_phone):
    assert comparison_plot.room_for_names(names, narrow=False) == on_a_laptop
    assert comparison_plot.room_for_names(names, narrow=True) == on_a_phone


def test_the_page_knows_every_room_that_names_may_need(checkout):
    style = (checkout / "placecheck" / "web" / "server" / "index_page.css").read_text(encoding="utf-8")
    assert tuple(map(int, re.findall(r"beside-room-(\d+)-", style))) == comparison_plot.ROOMS
    assert tuple(map(int, re.findall(r"ladder \(max-width: (\d+)px", style))) == tuple(
        room - 1 for room in comparison_plot.ROOMS
    )
