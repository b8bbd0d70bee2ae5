"""Who can join, how many may share a phone, and taking out people who joined and said nothing."""

from __future__ import annotations

import datetime

import streamlit as st

from placecheck.web.data import assessments
from placecheck.web.markdown import small
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w

RECENT_MINUTES = (2, 5, 15)
"""The last so many minutes, in which people who are not in the room may have joined."""


def show_participants(context: WorkshopContext) -> None:
    """Show the switches for joining in an expander, whose title says if nobody can join."""
    store, workshop = assessments.current_store(), context.workshop
    title = say(w.JOINING_CLOSED if workshop.joining_closed else w.JOINING)
    with st.expander(title, key=f"participants-{context.id}"):
        key = f"joining-open-{context.id}"
        context.session.set_widget_value(key, not workshop.joining_closed)
        set_joining = context.on_choice(
            key, not workshop.joining_closed, lambda is_open: store.set_joining(context.id, is_open=is_open)
        )
        st.toggle(say(w.JOINING_OPEN), key=key, on_change=set_joining)
        key = f"shared-{context.id}"
        context.session.set_widget_value(key, workshop.allows_phone_sharing)
        set_sharing = context.on_choice(
            key,
            workshop.allows_phone_sharing,
            lambda is_shared: store.set_phone_sharing(context.id, is_shared=is_shared),
        )
        st.toggle(say(w.SHARED_PHONES), key=key, on_change=set_sharing)
        context.button(say(w.TAKE_OUT_EMPTY), lambda: erase_silent(context), key=f"take-out-{context.id}")
        small(say(w.TAKE_OUT_WHAT))
        with st.popover(say(w.TAKE_OUT_LATE), key=f"take-out-late-{context.id}"):
            offer_to_take_out_recent(context)


def offer_to_take_out_recent(context: WorkshopContext) -> None:
    """Show a button that takes out everyone who joined in the last minutes, and what that means."""
    st.markdown(say(w.TAKE_OUT_LATE_WHAT))
    minutes = st.radio(
        say(w.JOINED_WITHIN),
        RECENT_MINUTES,
        format_func=lambda minutes: say_n(w.MINUTES, minutes),
        horizontal=True,
        key=f"take-out-since-{context.id}",
    )
    within = datetime.timedelta(minutes=minutes)
    context.button(
        say(w.TAKE_OUT_LATE_NOW), lambda: take_out_recent(context, within), key=f"take-out-late-now-{context.id}"
    )


def take_out_recent(context: WorkshopContext, within: datetime.timedelta) -> None:
    """Take out everyone who joined from a phone during the last `within`, and show how many they were."""
    n = assessments.current_store().take_out_recent(context.id, within, context.session.author)
    context.session.toast_on_next_page(say_n(w.TAKEN_OUT, n))


def erase_silent(context: WorkshopContext) -> None:
    """Erase everyone who joined and has said nothing, and show how many they were."""
    n = assessments.current_store().erase_silent_voices(context.id, context.session.author)
    context.session.toast_on_next_page(say_n(w.TAKEN_OUT, n))
