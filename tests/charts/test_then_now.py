from __future__ import annotations

import pytest

from placecheck.assessment import read_assessment
from placecheck.charts import then_now
from placecheck.charts.theme import LIGHT
from placecheck.views.comparison.then_now import then_now_view


@pytest.fixture(scope="module")
def view(checkout):
    return then_now_view(*(read_assessment(checkout / f"examples/saltby-{year}.yaml") for year in (2025, 2026)))


def dots(figure, size):
    return [(trace.x[0], trace.y[0]) for trace in figure.data if trace.mode == "markers" and trace.marker.size == size]


def test_a_small_dot_stands_where_it_stood_and_a_large_one_where_it_stands(view):
    figure = then_now.then_now_figure(view)
    rows = [row for dimension in view.dimensions for row in (dimension.whole, *dimension.rows)]
    assert [x for x, _ in dots(figure, 8)] == [row.then.reading for row in rows if row.then.reading is not None]
    assert [x for x, _ in dots(figure, 13)] == [row.now.reading for row in rows if row.now.reading is not None]


def test_what_was_is_grey_whether_it_moved_up_or_down(view):
    figure = then_now.then_now_figure(view)
    then = {trace.marker.color for trace in figure.data if trace.mode == "markers" and trace.marker.size == 8}
    assert then == {LIGHT.quiet}
    now = {trace.marker.color for trace in figure.data if trace.mode == "markers" and trace.marker.size == 13}
    assert now == set(LIGHT.dimensions)


def test_every_thing_that_can_be_compared_has_its_row_under_its_dimension(view):
    names = list(then_now.then_now_figure(view).layout.yaxis.ticktext)
    assert names == [
        name
        for dimension in view.dimensions
        for name in (f"<b>{dimension.name}</b>", *(row.name for row in dimension.rows))
    ]


def test_little_room_sets_the_names_above_their_rows(view):
    narrow = then_now.then_now_figure(view, narrow=True)
    assert not narrow.layout.yaxis.showticklabels
    assert len(narrow.layout.annotations) == len(narrow.layout.yaxis.tickvals)
