"""The compass: a spoke a dimension, unfilled, in a fixed order, gaps left open; small, for recognition."""

from __future__ import annotations

from math import cos, pi, sin

import plotly.graph_objects as go

from placecheck.charts.frame import FONT_SIZE, blank
from placecheck.charts.theme import LIGHT, Palette
from placecheck.views.pictures import DimensionRow, LadderView

HUB = 0.12
"""Where the first level stands, as a share of the spoke, so that "not yet" is a place and not a point."""

SIZE = 380


def figure(view: LadderView, palette: Palette = LIGHT, *, font_size: int = FONT_SIZE) -> go.Figure:
    """The compass of `view`: from each spoke's inner end (the first level) to its outer end (the last)."""
    drawn = blank(palette, font_size)
    top = len(view.levels) - 1
    for index, side in enumerate(view.dimensions):
        _spoke(drawn, side, 2 * pi * index / len(view.dimensions), top, palette)
    drawn.update_xaxes(visible=False, range=[-1.75, 1.75])
    drawn.update_yaxes(visible=False, range=[-1.3, 1.3], scaleanchor="x")
    drawn.update_layout(height=SIZE, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return drawn


def _spoke(drawn: go.Figure, side: DimensionRow, angle: float, top: int, palette: Palette) -> None:
    hue = palette.dimension(side.order)
    steps = [_at(angle, level, top) for level in range(top + 1)]
    drawn.add_scatter(
        x=[x for x, _ in steps],
        y=[y for _, y in steps],
        mode="lines+markers",
        line={"color": palette.quiet, "width": 1, "dash": "dot"},
        marker={"size": 4, "color": palette.quiet},
        hoverinfo="skip",
    )
    if side.low is not None and side.high is not None:
        ends = [_at(angle, side.low, top), _at(angle, side.high, top)]
        drawn.add_scatter(
            x=[x for x, _ in ends],
            y=[y for _, y in ends],
            mode="lines",
            line={"color": hue, "width": 9},
            opacity=0.35,
            hoverinfo="skip",
        )
    if side.reading is not None:
        x, y = _at(angle, side.reading, top)
        drawn.add_scatter(
            x=[x],
            y=[y],
            mode="markers",
            marker={"size": 16, "color": hue},
            text=[f"{side.name}: {side.words}"],
            hovertemplate="%{text}<extra></extra>",
        )
    x, y = sin(angle) * 1.14, cos(angle) * 1.14
    anchor = "center" if abs(x) < 0.1 else "left" if x > 0 else "right"
    drawn.add_annotation(
        x=x, y=y, text=side.name.replace(" ", "<br>"), showarrow=False, xanchor=anchor, font={"color": hue}
    )


def _at(angle: float, level: float, top: int) -> tuple[float, float]:
    """Where `level` stands on the spoke at `angle` (radians, clockwise from the top)."""
    out = HUB + (1 - HUB) * level / top
    return sin(angle) * out, cos(angle) * out
