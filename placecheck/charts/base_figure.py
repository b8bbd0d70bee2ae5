"""What every picture shares: our type, no box, quiet lines, no handles to pull."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from placecheck.charts.theme import Palette
from placecheck.fonts import FAMILY

FONT_SIZE = 15
"""Pixels at the dashboard's size; the big screen asks for more."""


class Picture(go.Figure):  # type: ignore[misc] # Plotly says no types
    """A figure that, once it is finished, is turned into a dictionary only once, however often it is shown."""

    _finished: dict[str, Any] | None = None

    def finish(self) -> Picture:
        """Say that nothing more is drawn; the same picture."""
        self._finished = super().to_dict()
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as a dict, cached once it is finished. Callers must not change it."""
        return super().to_dict() if self._finished is None else self._finished


def blank(palette: Palette, font_size: int = FONT_SIZE) -> Picture:
    """Return an empty picture in our type and colours."""
    figure = Picture()
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
