"""The spokes and rings of the picture: how wide, how pale and how hatched a spoke is, and where the rings lie."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from placecheck.charts.place_picture.shape import TOP, Half
from placecheck.charts.place_picture.svg import element, line, line_of_text, path, point
from placecheck.charts.theme import Palette
from placecheck.fonts.metrics import widest, wrapped
from placecheck.views.results.place_picture import SectorView, SpokeView

SECTOR_GAP = 0.9
"""The room between two dimensions, in spokes."""
WIDEST = 26.0
"""The widest a spoke can be."""
FILLED = 0.66
"""How much of the room at its inner end a spoke fills."""
HATCH, HATCH_STRENGTH = "2.5 4.5", 0.8
"""The hatching where nobody gave a level: the lengths of a dash and of a gap, and how strong it is."""
SURE, LIKELY, POSSIBLE = 1.0, 0.55, 0.22
"""How strong a spoke is to its lowest, from there to its reading, and from there to its highest."""

LINKED = "data-indicator"
"""The attribute that says which question a mark or a name is of, in a drawing whose parts lead there."""


def spoke_positions(sectors: Sequence[SectorView]) -> list[list[float]]:
    """Return the position of each spoke of a half, from 0 (top) to 1 (bottom), by dimension."""
    total = sum(len(item.spokes) for item in sectors) + SECTOR_GAP * len(sectors)
    at, turns = SECTOR_GAP / 2, []
    for sector in sectors:
        turns.append([(at + index + 0.5) / total for index in range(len(sector.spokes))])
        at += len(sector.spokes) + SECTOR_GAP
    return turns


def spoke_width(half: Half, sectors: Sequence[SectorView]) -> float:
    """Return the width of a spoke of `half` at which neighbours do not touch."""
    turns = [turn for part in spoke_positions(sectors) for turn in part]
    apart = min((later - earlier for earlier, later in itertools.pairwise(turns)), default=1)
    return min(WIDEST, FILLED * apart * half.length)


def rings(half: Half, spine: float, palette: Palette) -> list[Xml.Element]:
    """Draw a line for each level around both halves, straight across the spine, the highest the strongest."""
    elements = []
    x, y = half.middle
    top, low = y - half.straight / 2, y + half.straight / 2
    for level in range(half.levels):
        away = half.ring(level)
        arc = f"A{away:.1f} {away:.1f} 0 0 0"
        commands = (
            f"M{point((x, top - away))}",
            f"{arc} {point((x - away, top))}",
            f"V{low:.1f}",
            f"{arc} {point((x, low + away))}",
            f"H{x + spine:.1f}",
            f"{arc} {point((x + spine + away, low))}",
            f"V{top:.1f}",
            f"{arc} {point((x + spine, top - away))}",
            "Z",
        )
        last = level == half.levels - 1
        elements.append(path(commands, palette.quiet, 2.2 if last else 1.3, opacity=0.75 if last else 0.5))
    return elements


def ring_names(half: Half, levels: Sequence[str], spine: float, share: float, palette: Palette) -> list[Xml.Element]:
    """Draw the name of each level on its ring, in the spine above the middle; what does not fit the last, above it."""
    size, lines = _ring_font_size(half, levels, spine, share)
    x, y = half.middle[0] + spine / 2, half.middle[1] - half.straight / 2
    elements = []
    for level, parts in enumerate(lines):
        at = y - half.ring(level)
        wide = widest(parts, size, bold=True) + 10
        elements.append(
            element("rect", x=x - wide / 2, y=at - size * 0.6, width=wide, height=size * 1.2, fill=palette.paper)
        )
        on_ring = len(parts) - 1 if level == len(lines) - 1 else (len(parts) - 1) / 2
        for index, part in enumerate(parts):
            middle = at + (index - on_ring) * size * 1.02
            elements.append(line_of_text(part, (x, middle), size, palette.ink, bold=True))
    return elements


def _ring_font_size(
    half: Half, levels: Sequence[str], spine: float, share: float
) -> tuple[float, list[tuple[str, ...]]]:
    """Return the largest font size in which each name fits between two rings, the last above its own; and the lines."""
    size = half.ring_distance * share
    while True:
        width = max(spine - 10, min(widest([name], size, bold=True) for name in levels))
        lines = [_even(name, size, width) for name in levels]
        tall = max(map(len, lines[:-1]), default=1) * size * 1.04
        is_inside = tall <= half.ring_distance and (len(lines[-1]) - 0.5) * size * 1.04 <= TOP
        if size < 8 or (is_inside and not any(lettering[-1].endswith("…") for lettering in lines)):
            return size, lines
        size -= 0.5


def _even(name: str, size: float, width: float) -> tuple[str, ...]:
    """Return `name` over one line or two, as even as possible."""
    lines = wrapped(name, size, width, bold=True)
    while len(lines) > 1 and (narrower := wrapped(name, size, width - size / 4, bold=True)):
        if len(narrower) != len(lines) or narrower[-1].endswith("…"):
            break
        lines, width = narrower, width - size / 4
    return lines


def spokes(half: Half, sectors: Sequence[SectorView], width: float, palette: Palette) -> list[Xml.Element]:
    """Draw every spoke of one half, each `width` wide, under the line of its dimension, and that under the dots."""
    bars: list[Xml.Element] = []
    dots: list[Xml.Element] = []
    for sector, turns in zip(sectors, spoke_positions(sectors), strict=True):
        hue = palette.dimension(sector.order)
        for spoke, turn in zip(sector.spokes, turns, strict=True):
            begun = len(bars)
            bars += _bar(spoke, half, turn, hue, palette, width=width)
            known = {LINKED: spoke.indicator}
            for bar in bars[begun:]:
                bar.attrib.update(known)
            if spoke.reading is not None:
                x, y = half.at(turn, half.ring(spoke.reading))
                ring = {"stroke": palette.paper, "stroke_width": width * 0.16}
                dots.append(element("circle", cx=x, cy=y, r=width * 0.66, fill=hue, **ring))
                dots[-1].attrib.update(known)
        if sector.reading is not None and len(turns) > 1:
            bars += _average(sector.reading, half, turns, palette)
    return bars + dots


def _average(reading: float, half: Half, turns: Sequence[float], palette: Palette) -> list[Xml.Element]:
    """Draw a line across the spokes of a dimension, as far out as its reading."""
    first, last = turns[0], turns[-1]
    points = [half.at(first + (last - first) * n / 24, half.ring(reading)) for n in range(25)]
    commands = [("L" if n else "M") + point(corner) for n, corner in enumerate(points)]
    return [path(commands, palette.paper, 7), path(commands, palette.ink, 3)]


def _bar(spoke: SpokeView, half: Half, turn: float, hue: str, palette: Palette, *, width: float) -> list[Xml.Element]:
    """Draw the bar of one question: solid, then paler; hatched where nobody gave a level, a stub where none applies."""

    def along(start: float, end: float, **more: object) -> Xml.Element:
        return line(half.at(turn, start), half.at(turn, end), hue, width, **more)

    if spoke.absent:
        return [line(half.at(turn, half.hub), half.at(turn, half.hub + half.ring_distance * 0.4), palette.quiet, 2)]
    low, high = half.ring(spoke.low), half.ring(spoke.high)
    if spoke.reading is None:
        return [
            along(half.hub, high, opacity=0.14),
            along(half.hub, high, stroke_dasharray=HATCH, opacity=HATCH_STRENGTH),
        ]
    reading = half.ring(spoke.reading)
    stretches = ((half.hub, low, SURE), (low, reading, LIKELY), (reading, high, POSSIBLE))
    return [along(start, end, opacity=strength) for start, end, strength in stretches if end > start]
