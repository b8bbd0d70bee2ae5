"""What a place says of itself, to be put right at any time: its name, where it begins and ends, when one looked."""

from __future__ import annotations

import streamlit as st

from placecheck.web import desk
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.place_fields import place_fields
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import say, web


def render(session: Session, one: desk.Opened) -> None:
    """Show what is said of the place now, and keep it as it is changed."""
    st.title(say(w.PLACE), anchor=False)
    if one.is_example:
        offer_a_copy(session, one)
        return
    st.markdown(say(w.PLACE_INTRO))
    round_ = desk.store().round(one.id)
    newest = desk.store().place(round_.place_id).rounds[-1].id
    before = desk.store().setting(newest).place
    with st.form(f"place-{one.id}", border=False, width=760):
        place = place_fields(before)
        day = st.date_input(say(w.DAY), value=round_.date, format="DD/MM/YYYY", width=300)
        sent = st.form_submit_button(say(web.KEEP_IT), type="primary")
    if not sent:
        return
    if place is None:
        st.error(say(w.NAME_MISSING))
        return
    if place != before:
        desk.store().change_place(round_.place_id, place, session.by)
    if day != round_.date:
        desk.store().set_date(one.id, day, session.by)
    session.tell(say(w.PLACE_KEPT))
