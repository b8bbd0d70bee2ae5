"""Turning a comparison: one dimension at a time, or one thing across all; what is turned to stands in the address."""

from __future__ import annotations

import streamlit as st

from placecheck.views.comparison.comparison import ComparedWholeView
from placecheck.web.components.comparison_rows import (
    ComparisonContext,
    as_table,
    show_compared_indicator,
    show_dimension,
)
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import DIMENSION, INDICATOR, Session
from placecheck.words import comparing as w
from placecheck.words import say

ALL_INDICATORS = "all"


def change_filter(context: ComparisonContext) -> ComparedWholeView:
    """Let a dimension be chosen, or one thing in it; the dimension that is shown."""
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
        on_change=uninterrupted(lambda: filter_choices(session, chosen.id, session.widget_value("beside-thing"))),
    )
    return chosen


def filter_choices(session: Session, dimension: str, indicator: str) -> None:
    """Turn to one thing of a dimension, or to the whole of it."""
    session.set_query(**{DIMENSION: dimension, INDICATOR: None if indicator == ALL_INDICATORS else indicator})


def show_comparison_filter(context: ComparisonContext, under: ComparedWholeView) -> None:
    """Show what was chosen: the whole dimension, or one indicator of it with every story."""
    chosen = [row for row in under.rows if row.id == context.session.query_param(INDICATOR)]
    st.header(escape(under.name), anchor=False)
    small(say(w.DOTS_SENTENCE))
    if under.whole and not chosen:
        show_dimension(context, under, under.whole)
    for row in chosen or under.rows:
        show_compared_indicator(context, under, row, every_story=bool(chosen))
    as_table(context.view, chosen or [*([under.whole] if under.whole else []), *under.rows])
