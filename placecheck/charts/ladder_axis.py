"""The ladder as the axis of a Plotly picture: its levels above, and on a narrow screen names above their rows."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go

HEADROOM = 64
NAME_WIDTH = 230
HALF_A_LEVEL = 0.5
"""Levels beyond the first and the last, so that the names of both are within the picture."""
NO_READING = -0.36
"""Where an open ring is: before the first level, since on the ladder it would look like an answer."""
SMALL = 0.8
"""The font size of a row's words, and of the level names where there is little width, as a share of the others'."""
LINES = 3
"""Over how many lines a level's name goes there."""


def levels(figure: go.Figure, names: Sequence[str], *, narrow: bool, size: float) -> None:
    """Set the names of the levels above the picture, one to each level of its ladder."""
    top = len(names) - 1
    figure.update_xaxes(
        range=[-HALF_A_LEVEL, top + HALF_A_LEVEL],
        tickvals=list(range(top + 1)),
        ticktext=broken(names, lines=LINES if narrow else 2),
        tickangle=0,
        tickfont={"size": size * SMALL if narrow else size},
        side="top",
    )


def names_above(figure: go.Figure, names: Sequence[str], paper: str, lift: int = 17) -> None:
    """Set each row's name above its bar, `lift` pixels above the middle of the row, on `paper` that hides the lines."""
    figure.update_yaxes(showticklabels=False)
    for at, name in enumerate(names):
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", align="left", y=at, yshift=lift, text=name, showarrow=False,
            bgcolor=paper, borderpad=1,
        )  # fmt: skip


def broken(names: Sequence[str], lines: int) -> list[str]:
    """Return level names over at most `lines` lines, so that all of them fit side by side."""
    return ["<br>".join(wrap(name, max(11, -(-len(name) // lines) + 2))) for name in names]
