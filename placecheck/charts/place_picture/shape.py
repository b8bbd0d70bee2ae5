"""How the picture is laid out: its sizes, and where a level lies on a spoke."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

TOP = 32.0
"""The room above the outermost ring, for its name."""

Point = tuple[float, float]
"""Right and down, in the units of the drawing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The frame to draw in. All sizes are in the drawing's own units, which the page scales."""

    width: float
    height: float
    """At least so high: where names find no room it grows."""
    font_size: float
    """The largest font size; it shrinks down to `min_font_size` before anything else gives way."""
    min_font_size: float
    spine: float = 0.115
    """The width of the spine, as a share of the drawing's."""
    small: float = 0.8
    """The font size of the legend and of the words below a dimension's name, as a share of the names'."""
    ring_font_share: float = 0.52
    """The largest font size of a ring's name, as a share of the room to the next ring."""
    names: Literal["always", "if they fit", "never"] = "always"
    """Whether each question's name is beside its spoke. The names of the dimensions always are."""
    below: bool = False
    """Whether names are below the spokes and not beside them."""
    wordless: bool = False
    """Whether there are marks alone, where words would be too small to read; what is around the picture says them."""


WIDE = Shape(width=1600, height=960, font_size=30, min_font_size=20)
"""For a screen, or a page on its side."""
BIG_SCREEN = Shape(
    width=1920,
    height=860,
    font_size=46,
    min_font_size=38,
    spine=0.205,
    small=0.84,
    ring_font_share=0.76,
    names="if they fit",
)
"""For a wall that is read from ten metres (decision 123)."""
PAGE = Shape(width=1100, height=800, font_size=25, min_font_size=20, spine=0.14, ring_font_share=0.78)
"""For the width of an upright page."""
SMALL = Shape(
    width=600, height=600, font_size=25, min_font_size=20, spine=0.26, ring_font_share=0.8, names="never", below=True
)
"""For a phone or a corner."""
MARKS = Shape(
    width=600, height=520, font_size=25, min_font_size=20, spine=0.08, names="never", below=True, wordless=True
)
"""For several next to each other on a wall."""


@dataclass(frozen=True, slots=True)
class Half:
    """One half of the spokes, left (-1) or right (1): a quarter turn, a straight piece and a quarter turn."""

    middle: Point
    side: int
    radius: float
    straight: float
    """How long the piece is in which spokes are horizontal."""
    levels: int
    """How many levels the ladder has; each has a ring."""
    hub: float
    """How far from the middle the spokes begin."""

    @property
    def ring_distance(self) -> float:
        """Return the distance from one ring to the next; the first level is one ring out, so that it shows."""
        return (self.radius - self.hub) / self.levels

    @property
    def length(self) -> float:
        """Return how long the edge is on which the spokes begin."""
        return pi * self.hub + self.straight

    def ring(self, level: float) -> float:
        """Return how far from the middle `level` lies."""
        return self.hub + self.ring_distance * (level + 1)

    def at(self, turn: float, distance: float) -> Point:
        """Return the point at `distance` from the middle, `turn` (0 to 1) of the way from the top to the bottom."""
        x, y = self.middle
        along, quarter = turn * self.length, pi * self.hub / 2
        if quarter <= along <= quarter + self.straight:
            return x + self.side * distance, y - self.straight / 2 + along - quarter
        lower = along > quarter
        angle = (along - self.straight if lower else along) / self.hub
        corner = y + self.straight / 2 * (1 if lower else -1)
        return x + self.side * sin(angle) * distance, corner - cos(angle) * distance
