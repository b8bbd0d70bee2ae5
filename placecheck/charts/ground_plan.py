"""The plan of what is here as SVG, drawn by ourselves: points and outlines, a scale bar and north. No tiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot
from xml.etree import ElementTree as Xml

from placecheck.charts.mark_spacing import Box, space_boxes
from placecheck.charts.place_picture.svg import element, line, line_of_text
from placecheck.charts.theme import LIGHT, Palette
from placecheck.fonts.metrics import text_width
from placecheck.place.asset import Layer
from placecheck.place.geometry import MAX_NUMBERED, Flat, FlatCard, GroundPlan

WIDTH, HEIGHT = 900.0, 620.0
MARGIN = 34.0
FOOT = 56.0
"""The room below the plan for the key and the scale bar."""
MARK = 7.0
"""Half the width of a mark."""
SMALL = 4.5
"""Half the width of a mark among many."""
FONT_SIZE = 15.0
LABEL, GAP = FONT_SIZE * 0.85, 3.0

LAYERS: tuple[Layer, ...] = ("built", "services", "ties", "skills", "ideas")


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words of the plan: title, description, north, and a name for each layer."""

    title: str
    description: str
    north: str
    layers: Mapping[Layer, str]


@dataclass(frozen=True, slots=True)
class _Projection:
    """From metres on the ground to points on the drawing."""

    scale: float
    left: float
    top: float

    def at(self, place: Flat) -> Flat:
        return self.left + place[0] * self.scale, self.top + place[1] * self.scale


def plan_svg(plan: GroundPlan, plan_words: PlanWords, palette: Palette = LIGHT) -> str:
    """Return the plan as SVG. The marks carry the numbers of the cards in their order, from 1, where there is room."""
    projection = _projection(plan)
    picture = element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", role="img")
    picture.append(element("title", plan_words.title))
    picture.append(element("desc", plan_words.description))
    for card in plan.cards:
        if card.outline or card.line:
            picture.append(_outline(card, projection, palette))
    if len(plan.cards) <= MAX_NUMBERED:
        picture.extend(_numbered_marks(plan, projection, palette))
    else:
        picture.extend(_mark(card, projection.at(card.middle), palette, SMALL) for card in plan.cards)
    picture.extend(_scale_bar(plan, projection, palette))
    picture.extend(_north(plan_words.north, palette))
    present = [layer for layer in LAYERS if any(card.asset.layer == layer for card in plan.cards)]
    picture.extend(_key([(layer, plan_words.layers[layer]) for layer in present], palette))
    return Xml.tostring(picture, encoding="unicode")


def scale_words(metres: int) -> str:
    """Return the length of a scale bar as people write it: `200 m`, `2 km`."""
    return f"{metres // 1000} km" if metres >= 1000 and metres % 1000 == 0 else f"{metres} m"


def _projection(plan: GroundPlan) -> _Projection:
    wide, high = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - FOOT
    scale = min(wide / max(plan.width, 1), high / max(plan.height, 1), wide / plan.scale)
    return _Projection(scale, MARGIN + (wide - plan.width * scale) / 2, MARGIN + (high - plan.height * scale) / 2)


def _outline(card: FlatCard, projection: _Projection, palette: Palette) -> Xml.Element:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(projection.at, card.outline or card.line))
    hue = palette.dimension(LAYERS.index(card.asset.layer))
    if card.line:
        return element("polyline", points=points, fill="none", stroke=hue, stroke_width="2.5", stroke_opacity="0.6")
    return element("polygon", points=points, fill=hue, fill_opacity="0.12", stroke=hue, stroke_width="1.5")


def _numbered_marks(plan: GroundPlan, projection: _Projection, palette: Palette) -> list[Xml.Element]:
    """Return the marks with their numbers, apart from each other; a line leads to where a mark that was moved is."""
    places = [projection.at(card.middle) for card in plan.cards]
    widths = [MARK + (GAP + text_width(str(number), LABEL)) / 2 for number in range(1, len(places) + 1)]
    boxes = [Box(x - MARK + width, y, width + 1, MARK * 1.35 + 1) for (x, y), width in zip(places, widths, strict=True)]
    lines, marks = [], []
    apart = space_boxes(boxes, WIDTH, HEIGHT - FOOT)
    for number, (card, place, box, width) in enumerate(zip(plan.cards, places, apart, widths, strict=True), start=1):
        at = (box.x - width + MARK, box.y)
        if hypot(at[0] - place[0], at[1] - place[1]) > MARK:
            lines.append(line(place, at, palette.ink, 0.75))
        marks.append(_mark(card, at, palette, MARK))
        marks.append(line_of_text(str(number), (at[0] + MARK + GAP, at[1]), LABEL, palette.ink, anchor="start"))
    return [*lines, *marks]


def _mark(card: FlatCard, at: Flat, palette: Palette, half: float) -> Xml.Element:
    shape = _shape(card.asset.layer, *at, palette, half)
    shape.append(element("title", card.asset.words))
    return shape


def _shape(layer: Layer, x: float, y: float, palette: Palette, half: float = MARK) -> Xml.Element:
    """Return a mark whose shape alone says its layer, for those who see no colours."""
    hue = palette.dimension(LAYERS.index(layer))
    look = {"fill": hue, "stroke": palette.paper, "stroke_width": "1.5" if half == MARK else "0.75"}
    corners = {
        "built": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "ties": ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)),
        "skills": ((0, -1.3), (1.3, 1), (-1.3, 1)),
        "ideas": ((0, 1.3), (1.3, -1), (-1.3, -1)),
    }.get(layer)
    if corners is None:
        return element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{half:.1f}", **look)
    points = " ".join(f"{x + right * half:.1f},{y + down * half:.1f}" for right, down in corners)
    return element("polygon", points=points, **look)


def _scale_bar(plan: GroundPlan, projection: _Projection, palette: Palette) -> list[Xml.Element]:
    length = plan.scale * projection.scale
    right, y = WIDTH - MARGIN, HEIGHT - MARGIN + 6
    ends = [line((x, y - 6), (x, y + 6), palette.ink, 2) for x in (right - length, right)]
    label = line_of_text(scale_words(plan.scale), (right - length / 2, y - 14), FONT_SIZE, palette.ink, anchor="middle")
    return [line((right - length, y), (right, y), palette.ink, 2), *ends, label]


def _north(letter: str, palette: Palette) -> list[Xml.Element]:
    x, y = WIDTH - MARGIN, MARGIN
    arrow = element("polygon", points=f"{x},{y - 16} {x - 7},{y + 6} {x},{y + 1} {x + 7},{y + 6}", fill=palette.ink)
    return [arrow, line_of_text(letter, (x, y + 20), FONT_SIZE, palette.ink, anchor="middle")]


def _key(layers: list[tuple[Layer, str]], palette: Palette) -> list[Xml.Element]:
    elements: list[Xml.Element] = []
    x, y = MARGIN, HEIGHT - MARGIN + 6
    for layer, name in layers:
        elements.append(_shape(layer, x + MARK, y, palette))
        elements.append(line_of_text(name, (x + 2 * MARK + 8, y), FONT_SIZE, palette.ink, anchor="start"))
        x += 2 * MARK + 36 + text_width(name, FONT_SIZE)
    return elements
