"""The timer that the room sees: how many minutes the facilitator can give, and the buttons that start and stop it."""

from __future__ import annotations

import datetime

import streamlit as st

from placecheck.web.data import assessments
from placecheck.web.workshop.context import WorkshopContext, now
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w

MINUTES = (2, 5, 10)


def timer_buttons(context: WorkshopContext) -> None:
    """Show buttons that set the timer, and stop it."""
    st.markdown(f"**{say(w.TIMER)}**")
    with st.container(horizontal=True):
        for minutes in MINUTES:
            context.button(say_n(w.MINUTES, minutes), lambda n=minutes: start_timer(context, n), key=f"timer-{minutes}")  # type: ignore[misc]
        context.button(say(w.STOP_TIMER), lambda: stop_timer(context), key="timer-stop", type="tertiary")


def start_timer(context: WorkshopContext, minutes: int) -> None:
    """Let the timer run out in so many minutes."""
    assessments.current_store().set_timer(context.id, now() + datetime.timedelta(minutes=minutes))


def stop_timer(context: WorkshopContext) -> None:
    """Stop the timer, which then shows no time."""
    assessments.current_store().set_timer(context.id, None)
