from __future__ import annotations

import pytest

from placecheck.assessment import read_assessment
from placecheck.charts import answer_dots
from placecheck.scoring import score
from placecheck.views.results.pictures import answers_view


@pytest.fixture(scope="module")
def place(checkout):
    rubric, assessment = read_assessment(checkout / "examples/marsh-lane.yaml")
    return rubric, score(rubric, assessment)


def test_every_voice_is_a_dot_and_no_answers_stand_below_the_levels(place):
    rubric, result = place
    one = next(found for found in result.indicators() if found.no_answer.dont_know)
    view = answers_view(rubric, one)
    figure = answer_dots.answers_figure(view)
    assert sum(len(trace.x) for trace in figure.data) == sum(one.counts) + sum(n for _, n in view.no_answers)
    assert list(figure.layout.yaxis.ticktext)[: rubric.steps] == [level.name for level in reversed(rubric.levels)]
