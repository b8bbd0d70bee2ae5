"""The legend of the picture: a sample of each mark, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from placecheck.charts.place_picture.shape import Point
from placecheck.charts.place_picture.spokes_and_rings import HATCH, HATCH_STRENGTH, POSSIBLE, SURE
from placecheck.charts.place_picture.svg import element, line, line_of_text
from placecheck.charts.theme import Palette
from placecheck.fonts.metrics import text_width
from placecheck.views.results.place_picture import PictureView

SAMPLE, SPACE = 2.2, 1.6
"""How wide a sample is, and the room to the next, as a share of the font size."""
MARK_WIDTH = SAMPLE + 0.5 + SPACE
LEGEND_LINE = 1.6
"""From one line of the legend to the next, as a share of its font size."""


def legend_rows(view: PictureView, width: float, size: float) -> list[list[str]]:
    """Return the marks of the legend, over as many rows as `width` asks for."""
    rows: list[list[str]] = [[]]
    for name in view.legend:
        if rows[-1] and _width(view, [*rows[-1], name], size) > width:
            rows.append([])
        rows[-1].append(name)
    return rows


def _width(view: PictureView, names: Sequence[str], size: float) -> float:
    return sum(size * MARK_WIDTH + text_width(view.legend[name], size) for name in names) - size * SPACE


def draw_legend(view: PictureView, width: float, top: float, size: float, palette: Palette) -> list[Xml.Element]:
    """Draw what each mark means, in rows from `top` on."""
    elements: list[Xml.Element] = []
    sample = size * SAMPLE
    for row, names in enumerate(legend_rows(view, width, size)):
        x, y = (width - _width(view, names, size)) / 2, top + size * (1.2 + row * LEGEND_LINE)
        for name in names:
            elements += _sample(name, (x, y), sample, size * 0.6, palette)
            elements.append(
                line_of_text(view.legend[name], (x + sample + size * 0.5, y), size, palette.ink, anchor="start")
            )
            x += size * MARK_WIDTH + text_width(view.legend[name], size)
    return elements


def _sample(name: str, at: Point, wide: float, thick: float, palette: Palette) -> list[Xml.Element]:
    x, y = at
    if name == "dimension":
        return [line(at, (x + wide, y), palette.ink, 3)]
    bar = {"reading": SURE, "range": POSSIBLE, "unknown": HATCH_STRENGTH}[name]
    dashes = {"stroke_dasharray": HATCH} if name == "unknown" else {}
    elements = [line(at, (x + wide, y), palette.quiet, thick, opacity=bar, **dashes)]
    if name == "reading":
        elements.append(
            element(
                "circle",
                cx=x + wide - thick * 0.5,
                cy=y,
                r=thick * 0.7,
                fill=palette.quiet,
                stroke=palette.paper,
                stroke_width=thick * 0.16,
            )
        )
    return elements
