"""The ladder: every indicator a row, a dot at the reading, a bar from low to high, an open ring where there is none."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from placecheck.charts.frame import FONT_SIZE, blank
from placecheck.charts.theme import LIGHT, Palette
from placecheck.views.pictures import DimensionRow, LadderRow, LadderView

ROW = 30
"""Height of a row in pixels."""

HEADROOM = 64
NAME_WIDTH = 230


def figure(view: LadderView, palette: Palette = LIGHT, *, font_size: int = FONT_SIZE, row: int = ROW) -> go.Figure:
    """The ladder of `view`; its height grows with its rows."""
    drawn = blank(palette, font_size)
    ticks: list[str] = []
    positions: list[int] = []
    at = 0
    for dimension in view.dimensions:
        ticks.append(f"<b>{dimension.name}</b>")
        positions.append(at)
        _side(drawn, dimension, at, palette)
        for offset, one in enumerate(dimension.rows, start=1):
            ticks.append(one.name)
            positions.append(at + offset)
        at += len(dimension.rows) + 1
    top = len(view.levels) - 1
    drawn.update_xaxes(
        range=[-0.2, top + 0.2], tickvals=list(range(top + 1)), ticktext=_broken(view.levels), side="top"
    )
    drawn.update_yaxes(range=[at - 0.4, -0.6], tickvals=positions, ticktext=ticks)
    drawn.update_layout(height=HEADROOM + row * at, margin={"l": NAME_WIDTH, "r": 24, "t": HEADROOM, "b": 8})
    return drawn


def _side(drawn: go.Figure, dimension: DimensionRow, at: int, palette: Palette) -> None:
    hue = palette.dimension(dimension.order)
    rows = [(at + offset, one) for offset, one in enumerate(dimension.rows, start=1) if one.status != "not_here"]
    if dimension.low is not None and dimension.high is not None:
        _bar(drawn, [(at, dimension.low, dimension.high)], hue, width=3, opacity=0.9)
    _bar(drawn, [(y, one.low, one.high) for y, one in rows], hue, width=8, opacity=0.32)
    _dots(drawn, [(y, one) for y, one in rows if one.reading is not None], hue)
    _rings(drawn, [(y, one) for y, one in rows if one.reading is None], hue, palette)
    if dimension.reading is not None:
        drawn.add_scatter(
            x=[dimension.reading],
            y=[at],
            mode="markers",
            marker={"symbol": "diamond", "size": 13, "color": hue},
            text=[f"{dimension.name}: {dimension.words}"],
            hovertemplate="%{text}<extra></extra>",
        )


def _bar(drawn: go.Figure, spans: Sequence[tuple[int, float, float]], hue: str, *, width: int, opacity: float) -> None:
    x: list[float | None] = []
    y: list[int | None] = []
    for at, low, high in spans:
        x += [low, high, None]
        y += [at, at, None]
    drawn.add_scatter(x=x, y=y, mode="lines", line={"color": hue, "width": width}, opacity=opacity, hoverinfo="skip")


def _dots(drawn: go.Figure, rows: Sequence[tuple[int, LadderRow]], hue: str) -> None:
    drawn.add_scatter(
        x=[one.reading for _, one in rows],
        y=[y for y, _ in rows],
        mode="markers",
        marker={"size": 13, "color": hue},
        text=[f"{one.name}: {one.words}" for _, one in rows],
        hovertemplate="%{text}<extra></extra>",
    )


def _rings(drawn: go.Figure, rows: Sequence[tuple[int, LadderRow]], hue: str, palette: Palette) -> None:
    drawn.add_scatter(
        x=[(one.low + one.high) / 2 for _, one in rows],
        y=[y for y, _ in rows],
        mode="markers",
        marker={"size": 13, "color": palette.paper, "line": {"color": hue, "width": 2.5}},
        text=[f"{one.name}: {one.words}" for _, one in rows],
        hovertemplate="%{text}<extra></extra>",
    )


def _broken(names: Sequence[str]) -> list[str]:
    """Level names over two lines where they are long, so that five stand side by side."""
    return ["<br>".join(_halves(name)) for name in names]


def _halves(name: str) -> tuple[str, ...]:
    words = name.split()
    if len(words) < 3:
        return (name,)
    middle = (len(words) + 1) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])
