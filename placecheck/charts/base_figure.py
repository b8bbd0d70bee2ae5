"""What all Plotly figures share: typeface, muted grid lines, no box, and nothing to drag."""

from __future__ import annotations

import plotly.graph_objects as go

from placecheck.charts.theme import Palette
from placecheck.fonts import FAMILY

FONT_SIZE = 15
"""Pixels at the dashboard's size; the big screen asks for more."""


def empty_figure(palette: Palette, font_size: int = FONT_SIZE) -> go.Figure:
    """Return an empty figure in the typeface and colours of every chart."""
    figure = go.Figure()
    figure.update_layout(
        font={"family": f"{FAMILY}, sans-serif", "size": font_size, "color": palette.ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        hoverlabel={"bgcolor": palette.paper, "font": {"size": font_size, "color": palette.ink}},
    )
    figure.update_xaxes(
        gridcolor=palette.quiet, griddash="dot", gridwidth=1, zeroline=False, showline=False, fixedrange=True
    )
    figure.update_yaxes(showgrid=False, zeroline=False, showline=False, fixedrange=True)
    return figure
