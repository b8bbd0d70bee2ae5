"""The filter of a comparison, one dimension or one indicator of it, kept in the address; and what it leaves."""

from __future__ import annotations

import streamlit as st

from placecheck.views.comparison.comparison import ComparedWholeView
from placecheck.web.components.comparison_rows import (
    ComparisonContext,
    show_compared_indicator,
    show_comparison_table,
    show_dimension,
)
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import DIMENSION, INDICATOR, Session
from placecheck.words import comparing as w
from placecheck.words import say

ALL_INDICATORS = "all"


def choose_filter(context: ComparisonContext) -> ComparedWholeView:
    """Let a dimension or one indicator of it be chosen, and return the dimension."""
    session, view = context.session, context.view
    names = {whole.id: whole.name for whole in view.dimensions}
    chosen = next(
        (whole for whole in view.dimensions if whole.id == session.query_param(DIMENSION)), view.dimensions[0]
    )
    dimension_column, question_column = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    session.set_widget_value("comparison-dimension", chosen.id)
    dimension_column.pills(
        say(w.ONE_DIMENSION),
        list(names),
        required=True,
        format_func=lambda id_: names[id_],
        key="comparison-dimension",
        on_change=uninterrupted(
            lambda: session.set_query(**{DIMENSION: session.widget_value("comparison-dimension"), INDICATOR: None})
        ),
    )
    choices = {ALL_INDICATORS: say(w.ALL_OF_DIMENSION), **{row.id: row.name for row in chosen.rows}}
    session.set_widget_value(
        "beside-thing", session.query_param(INDICATOR) if session.query_param(INDICATOR) in choices else ALL_INDICATORS
    )
    question_column.selectbox(
        say(w.ONE_QUESTION),
        list(choices),
        format_func=lambda id_: choices[id_],
        key="beside-thing",
        on_change=uninterrupted(lambda: set_filter(session, chosen.id, session.widget_value("beside-thing"))),
    )
    return chosen


def set_filter(session: Session, dimension: str, indicator: str) -> None:
    """Put one indicator of a dimension, or the whole dimension, into the address; for callbacks."""
    session.set_query(**{DIMENSION: dimension, INDICATOR: None if indicator == ALL_INDICATORS else indicator})


def show_filtered_comparison(context: ComparisonContext, dimension: ComparedWholeView) -> None:
    """Show the whole dimension, or the indicator of it that was chosen with every story."""
    chosen = [row for row in dimension.rows if row.id == context.session.query_param(INDICATOR)]
    st.header(escape(dimension.name), anchor=False)
    small(say(w.DOTS_SENTENCE))
    if dimension.whole and not chosen:
        show_dimension(context, dimension, dimension.whole)
    for row in chosen or dimension.rows:
        show_compared_indicator(context, dimension, row, every_story=bool(chosen))
    show_comparison_table(context.view, chosen or [*([dimension.whole] if dimension.whole else []), *dimension.rows])
