"""The ladder: every indicator a row, a dot at the reading, a bar from low to high, an open ring where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go

from placecheck.charts.frame import FONT_SIZE, Picture, blank
from placecheck.charts.theme import LIGHT, Palette
from placecheck.fonts.metrics import wrapped
from placecheck.views.results.pictures import DimensionRow, LadderRow, LadderView

ROW, NARROW_ROW = 44, 64
"""Height of a row in pixels: name and words beside the bar, or above it where there is little width."""

HEADROOM = 64
NAME_WIDTH, NARROW_WIDTH = 230, 300
HALF_A_STEP = 0.5
"""Steps beyond the first and the last level, so that the names of both stand within the picture."""
NO_READING = -0.36
"""Where an open ring is: before the first level, since on the ladder it would look like an answer."""
SMALL = 0.8
"""Size of the words of a row, and of the level names where there is little width, beside the other type."""
LINES = 3
"""Over how many lines a level's name goes there."""


def figure(view: LadderView, palette: Palette = LIGHT, *, font_size: int = FONT_SIZE, narrow: bool = False) -> Picture:
    """Draw the ladder of `view`, whose height grows with its rows; `narrow` sets names above bars, as on a phone."""
    drawn = blank(palette, font_size)
    names: list[str] = []
    rows: list[tuple[int, LadderRow, str]] = []
    wholes: list[tuple[int, DimensionRow, str]] = []
    for dimension in view.dimensions:
        hue = palette.dimension(dimension.order)
        wholes.append((len(names), dimension, hue))
        rows += [(at, ladder_row, hue) for at, ladder_row in enumerate(dimension.rows, start=len(names) + 1)]
        names.append(label(f"<b>{dimension.name}</b>", dimension.words, font_size, narrow=narrow))
        names += [label(ladder_row.name, ladder_row.words, font_size, narrow=narrow) for ladder_row in dimension.rows]
    _marks(drawn, wholes, [row for row in rows if row[1].status != "not_here"], palette)
    levels(drawn, view.levels, narrow=narrow, size=font_size)
    row = NARROW_ROW if narrow else ROW
    drawn.update_yaxes(
        range=[len(names) - 0.4, -0.8 if narrow else -0.6], tickvals=list(range(len(names))), ticktext=names
    )
    drawn.update_layout(
        height=HEADROOM + row * len(names), margin={"l": 8 if narrow else NAME_WIDTH, "r": 8, "t": HEADROOM, "b": 8}
    )
    if narrow:
        names_above(drawn, names, lift=28)
    return drawn


def label(name: str, words: str, size: float, *, narrow: bool) -> str:
    """Return a row's name with where it stands in words below it, as far as there is room."""
    room = NARROW_WIDTH if narrow else NAME_WIDTH
    line = "".join(wrapped(words.partition(";")[0], size * SMALL, room, lines=1))
    return f"{name}<br><span style='font-size:{SMALL}em'>{line}</span>"


def levels(drawn: go.Figure, names: Sequence[str], *, narrow: bool, size: float) -> None:
    """Set the names of the levels above the picture, one to each step of its ladder."""
    top = len(names) - 1
    drawn.update_xaxes(
        range=[-HALF_A_STEP, top + HALF_A_STEP],
        tickvals=list(range(top + 1)),
        ticktext=broken(names, lines=LINES if narrow else 2),
        tickangle=0,
        tickfont={"size": size * SMALL if narrow else size},
        side="top",
    )


def names_above(drawn: go.Figure, names: Sequence[str], lift: int = 17) -> None:
    """Set each row's name above its bar, `lift` pixels above the middle of the row."""
    drawn.update_yaxes(showticklabels=False)
    for at, name in enumerate(names):
        drawn.add_annotation(
            x=0, xref="paper", xanchor="left", align="left", y=at, yshift=lift, text=name, showarrow=False
        )


def _marks(
    drawn: go.Figure,
    wholes: Sequence[tuple[int, DimensionRow, str]],
    rows: Sequence[tuple[int, LadderRow, str]],
    palette: Palette,
) -> None:
    """Draw as few traces as possible: a page that holds the ladder is ready in half the time."""
    for at, dimension, hue in wholes:
        if dimension.low is not None and dimension.high is not None:
            _bar(drawn, [(at, dimension.low, dimension.high)], hue, width=3, opacity=0.9)
        below = [(y, row.low, row.high) for y, row, _ in rows if at < y <= at + len(dimension.rows)]
        _bar(drawn, below, hue, width=8, opacity=0.32)
    read = [(y, row.reading, row, hue) for y, row, hue in rows if row.reading is not None]
    open_ = [(y, NO_READING, row, hue) for y, row, hue in rows if row.reading is None]
    _points(drawn, read, {"size": 13, "color": [hue for *_, hue in read]})
    rings = {"color": [hue for *_, hue in open_], "width": 2.5}
    _points(drawn, open_, {"size": 13, "color": palette.paper, "line": rings})
    means = [(y, dimension.reading, dimension, hue) for y, dimension, hue in wholes if dimension.reading is not None]
    _points(drawn, means, {"symbol": "diamond", "size": 13, "color": [hue for *_, hue in means]})


def _bar(drawn: go.Figure, spans: Sequence[tuple[int, float, float]], hue: str, *, width: int, opacity: float) -> None:
    x: list[float | None] = []
    y: list[int | None] = []
    for at, low, high in spans:
        x += [low, high, None]
        y += [at, at, None]
    drawn.add_scatter(x=x, y=y, mode="lines", line={"color": hue, "width": width}, opacity=opacity, hoverinfo="skip")


def _points(
    drawn: go.Figure, at: Sequence[tuple[int, float, LadderRow | DimensionRow, str]], marker: dict[str, object]
) -> None:
    drawn.add_scatter(
        x=[x for _, x, _, _ in at],
        y=[y for y, *_ in at],
        mode="markers",
        marker=marker,
        text=[f"{point.name}: {point.words}" for _, _, point, _ in at],
        hovertemplate="%{text}<extra></extra>",
    )


def broken(names: Sequence[str], lines: int) -> list[str]:
    """Return level names over at most `lines` lines, so that all of them fit side by side."""
    return ["<br>".join(wrap(name, max(11, -(-len(name) // lines) + 2))) for name in names]
