"""Who can join: the door, how many may share a phone, and taking out those who joined and said nothing."""

from __future__ import annotations

import streamlit as st

from placecheck.web.data import assessments
from placecheck.web.markdown import small
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w


def show_door(context: WorkshopContext) -> None:
    """Show the switches of the door, folded away; the title says where it is shut."""
    store, workshop = assessments.current_store(), context.stands
    title = say(w.DOOR_IS_SHUT if workshop.door_shut else w.DOOR)
    with st.expander(title, key=f"door-{context.id}"):
        key = f"door-open-{context.id}"
        context.session.set_widget_value(key, not workshop.door_shut)
        turn = context.choice(key, not workshop.door_shut, lambda open_: store.turn_door(context.id, shut=not open_))
        st.toggle(say(w.DOOR_OPEN), key=key, on_change=turn)
        key = f"shared-{context.id}"
        context.session.set_widget_value(key, workshop.shared_phones)
        share = context.choice(
            key, workshop.shared_phones, lambda shared: store.turn_sharing(context.id, shared=shared)
        )
        st.toggle(say(w.SHARED_PHONES), key=key, on_change=share)
        context.button(say(w.TAKE_OUT_EMPTY), lambda: take_out_empty(context), key=f"take-out-{context.id}")
        small(say(w.TAKE_OUT_WHAT))


def take_out_empty(context: WorkshopContext) -> None:
    """Take out everyone who joined and said nothing, and say how many they were."""
    n = assessments.current_store().take_out_empty(context.id, context.session.author)
    context.session.toast_on_next_page(say_n(w.TAKEN_OUT, n))
