from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.charts.figure_bars import BARS, figure_svg
from placecheck.place import Figure
from placecheck.views.place.figure_plots import figure_plot

SVG = "{http://www.w3.org/2000/svg}"


def figure(value: float, *others: float, unit: str | None = "%") -> Figure:
    compared = [{"area": f"area {number}", "value": other} for number, other in enumerate(others)]
    return Figure.model_validate(
        {"id": "f", "words": "No car", "value": value, "unit": unit, "area": "Ore", "source": "a census"}
        | {"compared": compared}
    )


@given(st.integers(0, 1000), st.lists(st.integers(0, 1000), min_size=1, max_size=5).filter(any))
def test_each_bar_is_as_long_as_its_share_of_the_longest_and_none_is_clipped(value, others):
    plot = figure_plot(figure(value, *others))
    drawing = Xml.fromstring(figure_svg(plot))  # noqa: S314 (our own drawing)
    most = max(value, *others)
    lengths = [float(bar.get("width")) for bar in drawing.iter(f"{SVG}rect")]
    wanted = [max(number / most * BARS, 1.0) for number in (value, *others)]
    assert lengths == pytest.approx(wanted, abs=0.1)
    assert max(lengths) <= BARS


def test_the_plot_says_in_words_what_is_compared_with_what():
    plot = figure_plot(figure(23, 17.5))
    assert plot.about == "No car. Ore: 23%. Compared with: area 0 17.5%."
    assert plot.about in figure_svg(plot)
    assert "23 people" in figure_plot(figure(23, 4, unit="people")).about


@pytest.mark.parametrize("card", [figure(3), figure(0, 0), figure(-1, 4)])
def test_what_is_compared_to_nothing_or_is_below_nothing_has_no_plot(card):
    assert figure_plot(card) is None
