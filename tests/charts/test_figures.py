from __future__ import annotations

from dataclasses import replace

import pytest

from placecheck.assessment import read_assessment
from placecheck.charts import answers, ladder
from placecheck.charts.theme import DARK, LIGHT
from placecheck.scoring import score
from placecheck.views.results.pictures import answers_view, ladder_view


@pytest.fixture(scope="module")
def place(checkout):
    rubric, assessment = read_assessment(checkout / "examples/marsh-lane.yaml")
    return rubric, score(rubric, assessment)


@pytest.fixture(scope="module")
def starter(checkout):
    rubric, assessment = read_assessment(checkout / "examples/kingfisher-meadows.yaml")
    return rubric, score(rubric, assessment)


def markers(figure, symbol=None):
    return [trace for trace in figure.data if "markers" in (trace.mode or "") and trace.marker.symbol == symbol]


def test_the_ladder_has_a_row_for_every_indicator_and_every_dimension(place):
    view = ladder_view(*place)
    names = list(ladder.figure(view).layout.yaxis.ticktext)
    assert [name.split("<br>")[0] for name in names if not name.startswith("<b>")] == [row.name for row in view.rows()]
    assert len([name for name in names if name.startswith("<b>")]) == 5


def test_a_dot_stands_at_every_reading_and_a_ring_where_there_is_none(starter):
    view = ladder_view(*starter)
    applicable = [row for row in view.rows() if row.status != "not_here"]
    figure = ladder.figure(view)
    dots = [x for trace in markers(figure) if not trace.marker.line.width for x in trace.x]
    rings = [x for trace in markers(figure) if trace.marker.line.width for x in trace.x]
    assert sorted(dots) == sorted(row.reading for row in applicable if row.reading is not None)
    assert len(rings) == sum(row.reading is None for row in applicable)
    assert all(x < 0 for x in rings), "on the ladder a ring would look like an answer"


@pytest.mark.parametrize("narrow", [False, True])
def test_every_row_of_the_ladder_says_where_it_stands_in_words(place, narrow):
    view = ladder_view(*place)
    figure = ladder.figure(view, narrow=narrow)
    shown = [note.text for note in figure.layout.annotations] if narrow else figure.layout.yaxis.ticktext
    standing = [one for dimension in view.dimensions for one in (dimension, *dimension.rows)]
    assert len(shown) == len(standing)
    for text, one in zip(shown, standing, strict=True):
        assert one.name in text
        assert one.words.partition(";")[0] in text or "…" in text


def test_what_does_not_apply_here_has_a_name_but_no_mark(starter):
    view = ladder_view(*starter)
    gone = [row for row in view.rows() if row.status == "not_here"]
    assert gone
    figure = ladder.figure(view)
    names = [name.split("<br>")[0] for name in figure.layout.yaxis.ticktext]
    at = dict(zip(names, figure.layout.yaxis.tickvals, strict=True))
    drawn = {y for trace in figure.data for y in trace.y}
    assert all(at[row.name] not in drawn for row in gone)


def test_the_ladder_grows_with_its_rows(place, starter):
    assert ladder.figure(ladder_view(*place)).layout.height > ladder.figure(ladder_view(*starter)).layout.height


def test_every_voice_is_a_dot_and_no_answers_stand_below_the_levels(place):
    rubric, result = place
    one = next(found for found in result.indicators() if found.no_answer.dont_know)
    view = answers_view(rubric, one)
    figure = answers.figure(view)
    assert sum(len(trace.x) for trace in figure.data) == sum(one.counts) + sum(n for _, n in view.no_answers)
    assert list(figure.layout.yaxis.ticktext)[: rubric.steps] == [level.name for level in reversed(rubric.levels)]


def test_both_themes_draw_the_same_marks(place):
    view = ladder_view(*place)
    light, dark = ladder.figure(view, LIGHT), ladder.figure(view, DARK)
    assert [trace.x for trace in light.data] == [trace.x for trace in dark.data]
    assert light.layout.font.color != dark.layout.font.color


def test_a_picture_is_the_same_each_time_it_is_drawn(place):
    assert ladder.figure(ladder_view(*place)).to_json() == ladder.figure(ladder_view(*place)).to_json()


def test_a_finished_picture_is_the_same_picture_and_worked_out_once(place):
    view = ladder_view(*place)
    finished = ladder.figure(view).finish()
    assert finished.to_dict() is finished.to_dict()
    assert finished.to_json() == ladder.figure(view).to_json()


def test_no_bar_is_drawn_twice_where_a_rubric_has_more_dimensions_than_there_are_hues(place):
    view = ladder_view(*place)
    doubled = replace(view, dimensions=(*view.dimensions, *view.dimensions))
    bars = [trace for trace in ladder.figure(doubled).data if trace.mode == "lines" and trace.line.width == 8]
    drawn = sorted(y for trace in bars for y in trace.y if y is not None)
    assert len(drawn) == 4 * sum(row.status != "not_here" for row in view.rows())
