"""The names of the first and the last level have the room of half a step beyond their marks."""

import pytest

from placecheck.charts import ladder_axis
from placecheck.charts.base_figure import empty_figure
from placecheck.charts.theme import LIGHT


@pytest.mark.parametrize("narrow", [False, True])
def test_the_names_of_the_outer_levels_have_room_within_the_picture(narrow):
    drawn = empty_figure(LIGHT)
    ladder_axis.levels(drawn, ("Not yet", "First signs", "How we do things here"), narrow=narrow, size=15)
    assert drawn.layout.xaxis.range == (-0.5, 2.5)
