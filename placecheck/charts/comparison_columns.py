"""Compared places on the big screen, as one SVG that grows with the wall: places in columns, the levels as lines.

All columns have the one hue of the dimension, are in the order given, and none is marked out. Where there is no
reading there is no dot: what it could be is hatched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from placecheck.charts.place_picture.spokes_and_rings import HATCH
from placecheck.charts.place_picture.svg import element, line, line_of_text
from placecheck.charts.theme import LIGHT, Palette
from placecheck.fonts.metrics import text_width, wrapped
from placecheck.views.comparison.comparison import CellView, ComparedPlaceView, ComparedView

WIDTH = 1920.0
FONT_SIZE = 46.0
"""The font size of the places' names, in the drawing's units; as on the other pictures for the big screen."""
SMALL = 40.0
"""The font size of levels and readings."""
KEY_FONT_SIZE = 34.0
GUTTER = 340.0
"""The room for the levels' names."""
LEVEL_HEIGHT = 92.0
"""From one level to the next where there are five; more of them share the same height."""
LADDER = LEVEL_HEIGHT * 4
LEADING = 1.2
BAR, DOT, PERSON = 30.0, 25.0, 8.0
BESIDE = 58.0
"""From the middle of a column to the first person."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns and the levels lie."""

    count: int
    levels: int
    top: float

    @property
    def width(self) -> float:
        """Return the width of one column."""
        return (WIDTH - GUTTER) / self.count

    def middle(self, at: int) -> float:
        """Return the middle of the column at position `at`."""
        return GUTTER + self.width * (at + 0.5)

    def level(self, level: float) -> float:
        """Return how far down a level lies: the first is the lowest."""
        return self.top + LADDER * (1 - level / (self.levels - 1))


def draw_columns(
    row: ComparedView,
    places: Sequence[ComparedPlaceView],
    levels: Sequence[str],
    key: Sequence[str],
    *,
    hue: str,
    palette: Palette = LIGHT,
) -> str:
    """Draw one question of two to four `places` on the ladder of `levels`; `key` names a dot, a bar and a person."""
    room = (WIDTH - GUTTER) / len(places) - 24
    names = [wrapped(f"{place.letter}  {place.name}", FONT_SIZE, room, bold=True) for place in places]
    readings = [wrapped(cell.words, SMALL, room, lines=3) for cell in row.cells]
    columns = Columns(len(places), len(levels), _height(names, FONT_SIZE) + 64)
    foot = columns.level(0) + 70
    height = foot + _height(readings, SMALL) + KEY_FONT_SIZE * 2.2
    drawing = element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH:.0f} {height:.0f}", role="img",
        aria_label=f"{row.name}. {row.alt}",
    )  # fmt: skip
    drawing.extend(_levels(columns, levels, palette))
    for at, cell in enumerate(row.cells):
        x = columns.middle(at)
        drawing.extend(_lines(names[at], (x, FONT_SIZE * 0.7), FONT_SIZE, palette, bold=True))
        drawing.extend(_marks(columns, at, cell, hue, palette))
        drawing.extend(_lines(readings[at], (x, foot), SMALL, palette))
    drawing.extend(_key(key, height - KEY_FONT_SIZE * 0.8, hue, palette, people=any(cell.counts for cell in row.cells)))
    return Xml.tostring(drawing, encoding="unicode")


def _height(texts: Sequence[Sequence[str]], size: float) -> float:
    return max(map(len, texts)) * size * LEADING


def _lines(
    rows: Sequence[str], at: tuple[float, float], size: float, palette: Palette, *, bold: bool = False
) -> list[Xml.Element]:
    x, y = at
    return [line_of_text(row, (x, y + n * size * LEADING), size, palette.ink, bold=bold) for n, row in enumerate(rows)]


def _levels(columns: Columns, names: Sequence[str], palette: Palette) -> list[Xml.Element]:
    elements: list[Xml.Element] = []
    size = min(SMALL, LADDER / (columns.levels - 1) * 0.44)
    for level, name in enumerate(names):
        y = columns.level(level)
        elements.append(line((GUTTER, y), (WIDTH, y), palette.quiet, 2, stroke_dasharray="3 7"))
        rows = wrapped(name, size, GUTTER - 30)
        first = y - (len(rows) - 1) * size * LEADING / 2
        elements += [
            line_of_text(row, (GUTTER - 20, first + n * size * LEADING), size, palette.ink, anchor="end")
            for n, row in enumerate(rows)
        ]
    return elements


def _marks(columns: Columns, at: int, cell: CellView, hue: str, palette: Palette) -> list[Xml.Element]:
    """Draw what a place's reading could be, its dot, and every person beside it at their level."""
    x, elements = columns.middle(at), []
    if cell.status != "not_here" and cell.low is not None and cell.high is not None:
        bar = line((x, columns.level(cell.low)), (x, columns.level(cell.high)), hue, BAR, opacity=0.35)
        if cell.reading is None:
            bar.attrib |= {"stroke-dasharray": HATCH, "opacity": "0.8"}
        elements.append(bar)
    if cell.reading is not None:
        elements.append(_dot((x, columns.level(cell.reading)), DOT, hue, palette))
    room = columns.width / 2 - BESIDE - PERSON
    for level, count in enumerate(cell.counts):
        step = min(PERSON * 2.6, room / max(count - 1, 1))
        elements += [_person((x + BESIDE + step * n, columns.level(level)), palette) for n in range(count)]
    return elements


def _dot(at: tuple[float, float], radius: float, hue: str, palette: Palette) -> Xml.Element:
    return element("circle", cx=at[0], cy=at[1], r=radius, fill=hue, stroke=palette.paper, stroke_width=5.0)


def _person(at: tuple[float, float], palette: Palette) -> Xml.Element:
    return element("circle", cx=at[0], cy=at[1], r=PERSON, fill=palette.ink, stroke=palette.paper, stroke_width=2.0)


def _key(names: Sequence[str], y: float, hue: str, palette: Palette, *, people: bool) -> list[Xml.Element]:
    """Draw what each mark means; the small dots only where there are any."""
    x, elements = GUTTER, []
    samples = [
        _dot((0, y), DOT * 0.6, hue, palette),
        line((-28, y), (28, y), hue, BAR * 0.7, opacity=0.35),
        _person((0, y), palette),
    ]
    for name, sample in zip(names, samples[: 3 if people else 2], strict=False):
        sample.set("transform", f"translate({x + 30:.1f} 0)")
        elements += [sample, line_of_text(name, (x + 74, y), KEY_FONT_SIZE, palette.ink, anchor="start")]
        x += 74 + text_width(name, KEY_FONT_SIZE) + 60
    return elements
