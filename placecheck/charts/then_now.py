"""Then and now: a row for each dimension and indicator, a small dot at the earlier reading, a large one at the later.

A line joins the two.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from placecheck.charts.base_figure import FONT_SIZE, empty_figure
from placecheck.charts.ladder_axis import HEADROOM, NAME_WIDTH, levels, names_above
from placecheck.charts.theme import LIGHT, Palette
from placecheck.views.comparison.comparison import CellView
from placecheck.views.comparison.then_now import MovedDimensionView, MovedView, ThenNowView

ROW, NARROW_ROW = 36, 62
LIFT = 25
"""How far above the middle of its row a name is, in pixels, where there is little width."""
READING_OFFSET = 0.15
"""How far above and below the middle of its row the two readings are, in rows."""

ARROW = 16
"""Pixels of the arrow's head, on what moved by more than what is not known."""


def then_now_figure(
    view: ThenNowView, palette: Palette = LIGHT, *, font_size: int = FONT_SIZE, narrow: bool = False
) -> go.Figure:
    """Draw everything that can be compared, by dimension, in the rubric's order."""
    figure = empty_figure(palette, font_size)
    names: list[str] = []
    for dimension in view.dimensions:
        rows = _rows(dimension)
        for at, row in enumerate(rows, start=len(names)):
            _row(figure, at, row, palette.dimension(dimension.order), palette)
        names += (
            [f"<b>{dimension.name}</b>", *(row.name for row in rows[1:])]
            if dimension.whole
            else [row.name for row in rows]
        )
    levels(figure, view.levels, narrow=narrow, size=font_size)
    figure.update_yaxes(range=[len(names) - 0.4, -0.6], tickvals=list(range(len(names))), ticktext=names)
    figure.update_layout(
        height=HEADROOM + (NARROW_ROW if narrow else ROW) * len(names),
        margin={"l": 8 if narrow else NAME_WIDTH, "r": 8, "t": HEADROOM, "b": 8},
    )
    if narrow:
        names_above(figure, names, palette.paper, LIFT)
    return figure


def _rows(dimension: MovedDimensionView) -> Sequence[MovedView]:
    return [dimension.whole, *dimension.rows] if dimension.whole else dimension.rows


def _row(figure: go.Figure, at: int, row: MovedView, hue: str, palette: Palette) -> None:
    then, now = row.then, row.now
    if then.reading is not None and now.reading is not None:
        figure.add_scatter(
            x=[then.reading, now.reading], y=[at - READING_OFFSET, at + READING_OFFSET],
            mode="lines+markers" if row.moved else "lines",
            marker={"symbol": "arrow", "angleref": "previous", "size": [0, ARROW], "color": palette.ink,
                    "opacity": 1, "standoff": 7},
            line={"color": palette.ink if row.moved else palette.quiet, "width": 2.5 if row.moved else 1.5},
            hoverinfo="skip",
        )  # fmt: skip
    _moment(figure, at - READING_OFFSET, then, palette.quiet, 8)
    _moment(figure, at + READING_OFFSET, now, hue, 13)
    if now.reading is not None:
        figure.data[-1].update(text=[f"{row.name}. {row.words}"], hovertemplate="%{text}<extra></extra>")


def _moment(figure: go.Figure, at: float, cell: CellView, colour: str, size: int) -> None:
    """Draw the bar from lowest to highest, and the dot at the reading, if there is one."""
    if cell.status == "not_here" or cell.low is None or cell.high is None:
        return
    figure.add_scatter(
        x=[cell.low, cell.high], y=[at, at], mode="lines", line={"color": colour, "width": 5}, opacity=0.35,
        hoverinfo="skip",
    )  # fmt: skip
    if cell.reading is not None:
        figure.add_scatter(
            x=[cell.reading], y=[at], mode="markers", marker={"size": size, "color": colour}, hoverinfo="skip"
        )
