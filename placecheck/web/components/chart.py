"""A picture with the sentence that says what it shows, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from placecheck.charts.ladder import STYLE
from placecheck.web.markdown import escape, text_table
from placecheck.web.state.language import localised_fragment
from placecheck.words import results as w
from placecheck.words import say

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def show_chart(
    figure: go.Figure, title: str, sentence: str, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Show `figure` under its title and sentence, with `rows` as a table below it."""
    st.subheader(escape(title), anchor=False)
    st.markdown(escape(sentence))
    st.plotly_chart(figure, theme=None, config=QUIET, alt=f"{title}. {sentence}", key=f"picture-{title}")
    show_table(title, columns, rows)


def show_ladder(html: str) -> None:
    """Show a ladder made by placecheck, in which every text is escaped; it is a table itself."""
    st.html(STYLE)
    st.html(html)


@localised_fragment
def show_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show `rows` as a table, sent only on request."""
    below = st.expander(say(w.TABLE_BELOW), key=f"table-{title}", on_change="rerun")
    if below.open:
        with below:
            text_table([dict(zip(columns, row, strict=True)) for row in rows])
