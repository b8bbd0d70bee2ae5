"""A small plot of a published figure beside those that it is compared to, as SVG: a bar an area, from nothing upwards.

Neither long nor short has a colour of its own: this place's bar is full and the others are outlines.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from placecheck.charts.place_picture.svg import element, line_of_text
from placecheck.charts.theme import LIGHT, Palette
from placecheck.fonts.metrics import wrapped
from placecheck.views.place.figure_plots import FigureBar, FigurePlot

NAMES, BARS, VALUES = 150.0, 200.0, 130.0
"""The widths of the areas' names, of the longest bar and of the values."""
ROW, BAR, FONT_SIZE, MARGIN = 42.0, 18.0, 19.0, 8.0


def figure_svg(plot: FigurePlot, palette: Palette = LIGHT) -> str:
    """Return the plot as SVG; its description says the same in a sentence."""
    height = ROW * len(plot.bars) + MARGIN
    width = NAMES + BARS + VALUES
    picture = element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:.0f} {height:.0f}", role="img")
    picture.append(element("title", plot.title))
    picture.append(element("desc", plot.about))
    most = max(bar.value for bar in plot.bars)
    for number, bar in enumerate(plot.bars):
        _row(picture, bar, ROW * (number + 0.5) + MARGIN / 2, bar.value / most * BARS, palette)
    return Xml.tostring(picture, encoding="unicode")


def _row(picture: Xml.Element, bar: FigureBar, y: float, length: float, palette: Palette) -> None:
    rows = wrapped(bar.name, FONT_SIZE, NAMES - MARGIN * 2, lines=2)
    for index, row in enumerate(rows):
        at = (MARGIN, y + (index - (len(rows) - 1) / 2) * FONT_SIZE * 1.1)
        picture.append(line_of_text(row, at, FONT_SIZE, palette.ink, anchor="start"))
    picture.append(
        element(
            "rect",
            x=NAMES,
            y=y - BAR / 2,
            width=max(length, 1.0),
            height=BAR,
            fill=palette.accent if bar.own else "none",
            stroke=palette.accent,
            stroke_width=1.5,
        )
    )
    picture.append(line_of_text(bar.words, (NAMES + length + MARGIN, y), FONT_SIZE, palette.ink, anchor="start"))
