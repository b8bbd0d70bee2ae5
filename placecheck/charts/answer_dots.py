"""The answers of one indicator: each voice a dot at its level, and those who gave none in rows below the levels."""

from __future__ import annotations

import plotly.graph_objects as go

from placecheck.charts.base_figure import FONT_SIZE, empty_figure
from placecheck.charts.theme import LIGHT, Palette
from placecheck.views.results.pictures import AnswersView

ROW = 34
"""Pixels from one level to the next at the dashboard's size."""
DOT, ROOM = 18, 150
"""Pixels across a dot, and across all dots of one level together: many dots are smaller, so as not to overlap."""
MAX_DOTS = 24
"""From this many voices at one level on, a bar says it better than dots."""


def answers_figure(
    view: AnswersView,
    palette: Palette = LIGHT,
    *,
    hue: str | None = None,
    font_size: int = FONT_SIZE,
    row: int = ROW,
) -> go.Figure:
    """Draw the answers of `view`, highest level on top, the no-answers below a gap.

    All of it grows with `font_size`, except the `row` pixels from one level to the next.
    """
    larger = font_size / FONT_SIZE
    figure = empty_figure(palette, font_size)
    reasons = [(name, n) for name, n in view.no_answers if n]
    rows = [(name, n, False) for name, n in reversed(view.levels)] + [(name, n, True) for name, n in reasons]
    at = [index + (0.6 if outside else 0) for index, (_, _, outside) in enumerate(rows)]
    most = max([n for _, n, _ in rows], default=0)
    size = round(larger * min(DOT, ROOM / max(most, 1)))
    for y, (name, n, outside) in zip(at, rows, strict=True):
        colour = palette.quiet if outside else hue or palette.accent
        _bar(figure, y, n, colour) if most > MAX_DOTS else _dots(
            figure, y, n, colour, paper=palette.paper if outside else colour, size=size
        )
        figure.add_annotation(x=n + 0.6, y=y, text=str(n), showarrow=False, xanchor="left", hovertext=f"{name}: {n}")
    figure.update_xaxes(visible=False, range=[0.2, max(most, 6) + 1.6])
    figure.update_yaxes(tickvals=at, ticktext=[name for name, _, _ in rows], range=[len(rows) + 0.2, -0.6])
    figure.update_layout(height=row * (len(rows) + 1), margin={"l": round(180 * larger), "r": 8, "t": 4, "b": 4})
    return figure


def _dots(figure: go.Figure, y: float, n: int, colour: str, *, paper: str, size: int) -> None:
    figure.add_scatter(
        x=list(range(1, n + 1)),
        y=[y] * n,
        mode="markers",
        marker={"size": size, "color": paper, "line": {"color": colour, "width": 2}},
        hoverinfo="skip",
    )


def _bar(figure: go.Figure, y: float, n: int, colour: str) -> None:
    figure.add_bar(x=[n], y=[y], orientation="h", marker={"color": colour}, width=0.6, hoverinfo="skip")
