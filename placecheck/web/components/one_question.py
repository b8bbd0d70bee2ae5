"""One question at a time: a choice for everyone who answers, and what a phone begins with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

import streamlit as st

from placecheck.rubric import Indicator
from placecheck.web.markdown import small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import INDICATOR, Session
from placecheck.words import answering as w
from placecheck.words import joining, say

SHOW, ONE, ALL = "show", "one", "all"
"""The key of the address that says how many questions are shown, and its two values."""


def is_one_at_a_time(session: Session) -> bool:
    """Return whether one question is shown at a time: as chosen, else on a phone."""
    chosen = session.query_param(SHOW)
    return chosen == ONE if chosen in {ONE, ALL} else session.is_on_phone


def choose_one_at_a_time(session: Session, assessment_id: str) -> None:
    """Let one question at a time be chosen, or all of a dimension."""
    key = f"one-at-a-time-{assessment_id}"
    session.set_widget_value(key, is_one_at_a_time(session))

    def turn() -> None:
        session.set_query(**{SHOW: ONE if session.widget_value(key) else ALL, INDICATOR: None})

    st.toggle(say(w.ONE_AT_A_TIME), key=key, on_change=uninterrupted(turn))


def question_position(indicators: Sequence[Indicator], chosen: str | None, answered: Collection[str]) -> int:
    """Return which is shown, from 0: the chosen one, else the first without an answer, else the first."""
    ids = [indicator.id for indicator in indicators]
    if chosen in ids:
        return ids.index(chosen)
    return next((at for at, id_ in enumerate(ids) if id_ not in answered), 0)


def show_position(session: Session, indicators: Sequence[Indicator], answered: Collection[str]) -> int:
    """Show which question of the dimension it is; return its position, which is in the address from now on."""
    at = question_position(indicators, session.indicator, answered)
    session.set_query(**{INDICATOR: indicators[at].id})
    small(say(joining.QUESTION_OF, n=at + 1, total=len(indicators)))
    return at


def show_question_buttons(session: Session, indicators: Sequence[Indicator], at: int) -> None:
    """Show the buttons to the question before and to the next, which is the filled one."""
    steps: tuple[tuple[str, str, int, Literal["primary", "secondary"]], ...] = (
        ("before-question", w.QUESTION_BEFORE, at - 1, "secondary"),
        ("next-question", w.NEXT_QUESTION, at + 1, "primary"),
    )
    with st.container(horizontal=True):
        for key, label, to, kind in steps:
            if 0 <= to < len(indicators):
                turn = uninterrupted(session.set_query)
                st.button(say(label), key=key, type=kind, on_click=turn, kwargs={INDICATOR: indicators[to].id})
