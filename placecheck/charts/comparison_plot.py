"""Side by side: one question on the ladder, a line for each place in the order given, and each voice a small dot.

One of several small multiples: each has the same ladder, so that the eye compares along it. All places have the one hue
of the dimension; none is marked out by a colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from placecheck.charts.base_figure import FONT_SIZE, empty_figure
from placecheck.charts.ladder_axis import HEADROOM, LINES, NO_READING, SMALL, broken, levels, names_above
from placecheck.charts.theme import LIGHT, Palette
from placecheck.fonts.metrics import widest
from placecheck.views.comparison.assessment_name import shortened
from placecheck.views.comparison.comparison import CellView, ComparedPlaceView, ComparedView

ROW, NARROW_ROW = 44, 62
"""Height of a line in pixels: the name beside its bar, or above it where there is little width."""

NAME_WIDTH = 150
MAX_NAME_LENGTH = 16
"""How many letters of a name are next to a line; the words next to the picture have the whole of it."""

HALF_THE_WIDTH = 1.1
"""How much larger the levels' names are than on a phone, where the picture has half the width of the page."""

ROOMS = (256, 320, 384, 512, 640, 768, 1024)
"""Widths of the picture in pixels. In less than its names need, the page shows the outer two: index_page.css."""
LABEL_GAP = 6
"""Pixels between the names of two levels, at least."""

BELOW = 0.3
"""How far below its line the voices are, in lines."""
VOICE_GAP = 0.065
"""The distance between two voices at one level, in levels."""
WIDEST = 0.8
"""How much of a level all voices that chose it may take up, in levels."""


def comparison_figure(
    row: ComparedView,
    places: Sequence[ComparedPlaceView],
    names: Sequence[str],
    palette: Palette = LIGHT,
    *,
    hue: str | None = None,
    font_size: int = FONT_SIZE,
    narrow: bool = False,
) -> go.Figure:
    """Draw one row of a comparison on a ladder of the levels `names`, a line for each of `places`."""
    figure = empty_figure(palette, font_size)
    colour, scale = hue or palette.accent, font_size / FONT_SIZE
    levels(figure, names, narrow=True, size=font_size if narrow else font_size * HALF_THE_WIDTH)
    figure.update_xaxes(ticklabeloverflow="allow")  # where only the outer names show, the page sets them inwards
    for at, (cell, place) in enumerate(zip(row.cells, places, strict=True)):
        if cell.status != "not_here" and cell.low is not None and cell.high is not None:
            _line(figure, at, cell, f"{place.name}: {cell.words}", (colour, palette.paper))
        _voices(figure, at, cell, palette)
    labels = [f"<b>{place.letter}</b>  {shortened(place.name, MAX_NAME_LENGTH)}" for place in places]
    figure.update_yaxes(range=[len(places) - 0.4, -0.5], tickvals=list(range(len(places))), ticktext=labels)
    height, head = (NARROW_ROW if narrow else ROW) * scale, HEADROOM * scale
    wide = 8 if narrow else NAME_WIDTH * scale
    figure.update_layout(height=head + height * len(places), margin={"l": wide, "r": 8, "t": head, "b": 4})
    if narrow:
        names_above(figure, labels, palette.paper, 20)
    return figure


def room_for_names(names: Sequence[str], *, narrow: bool) -> int:
    """Return how wide the picture is at least, of `ROOMS`, where the `names` of all levels are side by side."""
    size, margin = (FONT_SIZE * SMALL, 16) if narrow else (FONT_SIZE * SMALL * HALF_THE_WIDTH, NAME_WIDTH + 8)
    widths = [widest(lines.split("<br>"), size) for lines in broken(names, LINES)]
    step = max((first + second) / 2 for first, second in pairwise(widths)) + LABEL_GAP
    needed = step * len(names) + margin
    return next((room for room in ROOMS if room >= needed), ROOMS[-1])


def _line(figure: go.Figure, at: int, cell: CellView, says: str, colours: tuple[str, str]) -> None:
    colour, paper = colours
    known = cell.reading is not None
    figure.add_scatter(
        x=[cell.low, cell.high], y=[at, at], mode="lines", line={"color": colour, "width": 9}, opacity=0.35,
        hoverinfo="skip",
    )  # fmt: skip
    figure.add_scatter(
        x=[cell.reading if known else NO_READING],
        y=[at],
        mode="markers",
        marker={"size": 15, "color": colour if known else paper, "line": {"color": colour, "width": 2.5}},
        text=[says],
        hovertemplate="%{text}<extra></extra>",
    )


def _voices(figure: go.Figure, at: int, cell: CellView, palette: Palette) -> None:
    spots = [spot for level, n in enumerate(cell.counts) for spot in _abreast(level, n)]
    if spots:
        figure.add_scatter(
            x=spots,
            y=[at + BELOW] * len(spots),
            mode="markers",
            marker={"size": 6, "color": palette.quiet},
            hoverinfo="skip",
        )


def _abreast(level: int, n: int) -> list[float]:
    """Return the positions of `n` voices at one level, side by side around it."""
    step = min(VOICE_GAP, WIDEST / n) if n else VOICE_GAP
    return [level + step * (place - (n - 1) / 2) for place in range(n)]
