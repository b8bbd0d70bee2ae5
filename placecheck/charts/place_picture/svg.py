"""The elements of an SVG drawing, each text escaped and each number short."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from placecheck.charts.place_picture.shape import Point
from placecheck.fonts import FAMILY


def element(name: str, text: str | None = None, /, **attributes: object) -> Xml.Element:
    """Return an element; an attribute's `_` means `-`, and a number has one decimal."""
    made = Xml.Element(name, {key.strip("_").replace("_", "-"): _short(value) for key, value in attributes.items()})
    made.text = text
    return made


def _short(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def line(start: Point, end: Point, colour: str, width: float, **more: object) -> Xml.Element:
    """Return a line from `start` to `end`."""
    (x1, y1), (x2, y2) = start, end
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=float(width), **more)


def path(points: Iterable[str], colour: str, width: float, **more: object) -> Xml.Element:
    """Return a line along the commands of `points`, without a fill."""
    return element("path", d=" ".join(points), fill="none", stroke=colour, stroke_width=float(width), **more)


def line_of_text(
    text: str, at: Point, size: float, colour: str, *, anchor: str = "middle", bold: bool = False
) -> Xml.Element:
    """Return a line of text whose middle height is at `at`."""
    x, y = at
    return element(
        "text", text, x=x, y=y + size * 0.34, font_size=float(size), fill=colour, text_anchor=anchor,
        font_family=f"{FAMILY}, sans-serif", font_weight="700" if bold else "400",
    )  # fmt: skip


def point(at: Point) -> str:
    """Return a point as a path has it."""
    return f"{at[0]:.1f} {at[1]:.1f}"
