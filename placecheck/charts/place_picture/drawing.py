"""The picture of a place as one SVG: spokes fan out to the left and right of a spine that names the rings.

A spoke is a question, and all are of one width, so that no area grows faster than its reading. It is solid to the
lowest that the reading could be, paler to the highest, with a dot at the reading; where nobody gave a level,
it is hatched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi
from xml.etree import ElementTree as Xml

from placecheck.charts.place_picture.labels import LabelColumn, LabelLine, halves, label_columns, placed
from placecheck.charts.place_picture.legend import LEGEND_LINE, draw_legend, legend_rows
from placecheck.charts.place_picture.shape import TOP, WIDE, Half, Point, Shape
from placecheck.charts.place_picture.spokes_and_rings import (
    LINKED,
    ring_names,
    rings,
    spoke_positions,
    spoke_width,
    spokes,
)
from placecheck.charts.place_picture.svg import element, line, line_of_text
from placecheck.charts.theme import LIGHT, Palette
from placecheck.fonts.metrics import wrapped
from placecheck.views.results.place_picture import PictureView, SectorView

DIRECTIONS = (-1, 1)
LEADER = 44.0
"""The room for the line from a spoke to its name."""
EDGE = 12.0
NAME, LEAST = 1.3, 0.75
"""The font size of the place's name, as a share of the others': what it would be, and what it may shrink to."""
HUB, WIDEST_HUB = 0.24, 0.38
"""The least and the most that the spokes begin from the middle, as a share of the radius."""
ROOMY = 20.0
"""The room for a spoke where they begin, if there is so much."""


@dataclass(frozen=True, slots=True)
class PictureLayout:
    """Where everything in the picture goes."""

    halves: tuple[tuple[Half, Sequence[SectorView], LabelColumn], ...]
    font_size: float
    width: float
    height: float
    spine: float
    foot: float
    """The room at the foot, for the legend."""


def draw_picture(view: PictureView, palette: Palette = LIGHT, shape: Shape = WIDE, *, linked: bool = False) -> str:
    """Draw the picture of `view` as SVG, with its words for screen readers; `linked` parts name their question."""
    layout = layout_picture(view, shape)
    picture = element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {layout.width:.0f} {layout.height:.0f}", role="img",
        aria_label=f"{view.place}. {view.finding} {view.alt}",
    )  # fmt: skip
    for ring in rings(layout.halves[0][0], layout.spine, palette):
        picture.append(ring)
    width = min(spoke_width(half, sectors) for half, sectors, _ in layout.halves)
    for half, sectors, _ in layout.halves:
        picture.extend(spokes(half, sectors, width, palette))
    if not shape.wordless:
        picture.extend(_words(view, layout, palette, shape))
    for part in picture.iter() if not linked else ():
        part.attrib.pop(LINKED, None)
    return Xml.tostring(picture, encoding="unicode")


def _words(view: PictureView, layout: PictureLayout, palette: Palette, shape: Shape) -> list[Xml.Element]:
    """Draw the names of the rings, the place, the dimensions and questions, and the legend."""
    elements = ring_names(layout.halves[0][0], view.levels, layout.spine, shape.ring_font_share, palette)
    elements += _name(view.place, layout, palette)
    for half, sectors, column in layout.halves:
        elements += (
            _below(half, column, layout, palette)
            if shape.below
            else _names_beside(half, sectors, column, layout, palette)
        )
    return elements + draw_legend(
        view, layout.width, layout.height - layout.foot, shape.font_size * shape.small, palette
    )


def height_to_width(svg: str) -> float:
    """Return the height of a drawing, as a share of its width."""
    width, height = map(float, svg.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split())
    return height / width


def layout_picture(view: PictureView, shape: Shape) -> PictureLayout:
    """Return the layout of everything in `view` in `shape`."""
    spine, parts = shape.width * shape.spine, halves(view.sectors)
    legend_font_size = shape.font_size * shape.small
    foot = (
        0.0
        if shape.wordless
        else legend_font_size * LEGEND_LINE * (len(legend_rows(view, shape.width, legend_font_size)) + 0.5)
    )
    room = shape.height - foot - TOP
    made = label_columns(parts, shape, shape.height - foot - EDGE)
    tallest, widest = max(item.height for item in made), max(item.width for item in made)
    below = LEADER + tallest if shape.below and not shape.wordless else EDGE
    label_width = 0 if shape.below else widest + LEADER
    inside = 2 * ((shape.width - spine) / 2 - EDGE) if shape.below else max(room, tallest - TOP + EDGE)
    radius = min((shape.width - spine) / 2 - label_width - EDGE, inside / 2)
    height = TOP + inside + foot + (below if shape.below else 0)
    straight = inside - 2 * radius
    middles = [(shape.width / 2 + half * spine / 2, TOP + inside / 2) for half in DIRECTIONS]
    hub = _hub(radius, straight, max(sum(len(item.spokes) + 1 for item in part) for part in parts))
    both = zip(middles, DIRECTIONS, parts, made, strict=True)
    return PictureLayout(
        tuple(
            (Half(middle, half, radius, straight, len(view.levels), hub), part, column)
            for middle, half, part, column in both
        ),
        made[0].size, shape.width, height, spine, foot,
    )  # fmt: skip


def _hub(radius: float, straight: float, spokes: int) -> float:
    """Return how far out spokes begin, so that there is room for all of them next to each other."""
    return min(max((spokes * ROOMY - straight) / pi, radius * HUB), radius * WIDEST_HUB)


def _name(place: str, layout: PictureLayout, palette: Palette) -> list[Xml.Element]:
    """Draw the name of the place in the hub."""
    half = layout.halves[0][0]
    wide = layout.spine + half.hub * 1.3
    size = layout.font_size * NAME
    while (lines := wrapped(place, size, wide, bold=True, lines=3))[-1].endswith(
        "…"
    ) and size > layout.font_size * LEAST:
        size -= 0.5
    x, y = layout.width / 2, half.middle[1] - (len(lines) - 1) * size * 0.55
    return [
        line_of_text(text, (x, y + index * size * 1.1), size, palette.ink, bold=True)
        for index, text in enumerate(lines)
    ]


def _names_beside(
    half: Half, sectors: Sequence[SectorView], column: LabelColumn, layout: PictureLayout, palette: Palette
) -> list[Xml.Element]:
    """Draw the names of one half horizontally, each with a thin line to its spoke."""
    edge = half.middle[0] + half.side * (half.radius + LEADER)
    turns = (
        spoke_positions(sectors)
        if column.named
        else [[sum(text_line) / len(text_line)] for text_line in spoke_positions(sectors)]
    )
    ends = [half.at(turn, half.radius + 6) for part in turns for turn in part]
    tops = placed(column, [y for _, y in ends], EDGE, layout.height - layout.foot)
    elements: list[Xml.Element] = []
    spokes_left = iter(ends)
    for label, top in zip(column.labels, tops, strict=True):
        if label.tied and column.named:
            end = (edge - half.side * 7, top + label.height / 2)
            elements.append(line(next(spokes_left), end, palette.quiet, 1, opacity=0.6))
        named = [
            _set(text_line, (edge, top + text_line.y), "start" if half.side > 0 else "end", palette)
            for text_line in label.lines
        ]
        for text in named if label.indicator else ():
            text.set(LINKED, label.indicator)
        elements += named
    return elements


def _below(half: Half, column: LabelColumn, layout: PictureLayout, palette: Palette) -> list[Xml.Element]:
    """Draw the names of the dimensions of one half, under it."""
    x = EDGE if half.side < 0 else layout.width / 2 + EDGE
    down = half.middle[1] + half.radius + LEADER
    elements: list[Xml.Element] = []
    for label in column.labels:
        down += label.above
        elements += [_set(text_line, (x, down + text_line.y), "start", palette) for text_line in label.lines]
        down += label.height
    return elements


def _set(text_line: LabelLine, at: Point, anchor: str, palette: Palette) -> Xml.Element:
    colour = palette.quiet if text_line.quiet else palette.dimension(text_line.order) if text_line.bold else palette.ink
    return line_of_text(text_line.text, at, text_line.size, colour, anchor=anchor, bold=text_line.bold)
