"""The timer that the room sees: the buttons that start it for some minutes, and stop it."""

from __future__ import annotations

import datetime

import streamlit as st

from placecheck.web.data import assessments
from placecheck.web.workshop.context import WorkshopContext, now
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w

MINUTES = (2, 5, 10)


def show_timer_buttons(context: WorkshopContext) -> None:
    """Show the buttons that start and stop the timer."""
    st.markdown(f"**{say(w.TIMER)}**")
    with st.container(horizontal=True):
        for minutes in MINUTES:
            context.button(say_n(w.MINUTES, minutes), lambda n=minutes: start_timer(context, n), key=f"timer-{minutes}")  # type: ignore[misc]
        context.button(say(w.STOP_TIMER), lambda: stop_timer(context), key="timer-stop", type="tertiary")


def start_timer(context: WorkshopContext, minutes: int) -> None:
    """Start the timer, to run out in so many minutes."""
    assessments.current_store().set_timer(context.id, now() + datetime.timedelta(minutes=minutes))


def stop_timer(context: WorkshopContext) -> None:
    """Stop the timer."""
    assessments.current_store().set_timer(context.id, None)
