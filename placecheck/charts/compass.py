"""The compass: a spoke a dimension, unfilled, in a fixed order, gaps left open; small, for recognition."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

import plotly.graph_objects as go

from placecheck.charts.frame import FONT_SIZE, Picture, blank
from placecheck.charts.theme import LIGHT, Palette
from placecheck.views.pictures import DimensionRow, LadderView

HUB = 0.12
"""Where the first level stands, as a share of the spoke, so that "not yet" is a place and not a point."""

SIZE = 380

ASIDE = 0.06
"""How far above or below the spoke's end a name stands, as a share of the spoke."""


def figure(view: LadderView, palette: Palette = LIGHT, *, font_size: int = FONT_SIZE) -> Picture:
    """The compass of `view`: from each spoke's inner end (the first level) to its outer end (the last)."""
    drawn = blank(palette, font_size)
    top = len(view.levels) - 1
    sides = [(side, 2 * pi * at / len(view.dimensions)) for at, side in enumerate(view.dimensions)]
    _spokes(drawn, [angle for _, angle in sides], top, palette)
    for side, angle in sides:
        _bar(drawn, side, angle, top, palette)
    _dots(drawn, [(side, angle) for side, angle in sides if side.reading is not None], top, palette)
    drawn.update_layout(annotations=[_name(side, angle, palette) for side, angle in sides])
    drawn.update_xaxes(visible=False, range=[-1.75, 1.75])
    drawn.update_yaxes(visible=False, range=[-1.35, 1.5], scaleanchor="x")
    drawn.update_layout(height=SIZE, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return drawn


def _spokes(drawn: go.Figure, angles: Sequence[float], top: int, palette: Palette) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for angle in angles:
        for level in range(top + 1):
            across, up = _at(angle, level, top)
            x.append(across)
            y.append(up)
        x.append(None)
        y.append(None)
    drawn.add_scatter(
        x=x,
        y=y,
        mode="lines+markers",
        line={"color": palette.quiet, "width": 1, "dash": "dot"},
        marker={"size": 4, "color": palette.quiet},
        hoverinfo="skip",
    )


def _bar(drawn: go.Figure, side: DimensionRow, angle: float, top: int, palette: Palette) -> None:
    if side.low is None or side.high is None:
        return
    ends = [_at(angle, side.low, top), _at(angle, side.high, top)]
    drawn.add_scatter(
        x=[x for x, _ in ends],
        y=[y for _, y in ends],
        mode="lines",
        line={"color": palette.dimension(side.order), "width": 9},
        opacity=0.35,
        hoverinfo="skip",
    )


def _dots(drawn: go.Figure, sides: Sequence[tuple[DimensionRow, float]], top: int, palette: Palette) -> None:
    at = [_at(angle, side.reading or 0, top) for side, angle in sides]
    drawn.add_scatter(
        x=[x for x, _ in at],
        y=[y for _, y in at],
        mode="markers",
        marker={"size": 16, "color": [palette.dimension(side.order) for side, _ in sides]},
        text=[f"{side.name}: {side.words}" for side, _ in sides],
        hovertemplate="%{text}<extra></extra>",
    )


def _name(side: DimensionRow, angle: float, palette: Palette) -> dict[str, object]:
    """The dimension's name beyond the end of its spoke: above or below it, since a phone has no room at the sides."""
    above = cos(angle) >= 0
    return {
        "x": sin(angle) * 1.14,
        "y": cos(angle) + (ASIDE if above else -ASIDE),
        "text": side.name.replace(" ", "<br>"),
        "showarrow": False,
        "xanchor": "center",
        "yanchor": "bottom" if above else "top",
        "font": {"color": palette.dimension(side.order)},
    }


def _at(angle: float, level: float, top: int) -> tuple[float, float]:
    """Where `level` stands on the spoke at `angle` (radians, clockwise from the top)."""
    out = HUB + (1 - HUB) * level / top
    return sin(angle) * out, cos(angle) * out
