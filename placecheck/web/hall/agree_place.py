"""What place and which months the room means: asked before the first round, printed on everything after it."""

from __future__ import annotations

import streamlit as st

from placecheck.web import desk
from placecheck.web.hall.here import Here
from placecheck.web.session import Session
from placecheck.words import say
from placecheck.words import workshop_page as w


def agree_place(here: Here) -> None:
    """Show the form, folded away once a round was begun."""
    with st.expander(
        say(w.AGREE_PLACE), expanded=not (here.stands.votes or here.stands.boundary or here.stands.period)
    ):
        with st.form(f"agree-place-{here.id}", border=False):
            boundary = st.text_area(say(w.BOUNDARY), value=here.stands.boundary or "", max_chars=2000, height=100)
            period = st.text_input(say(w.PERIOD), value=here.stands.period or "", max_chars=300)
            sent = st.form_submit_button(say(w.KEEP_PLACE))
        if sent:
            keep_place(here.session, here.one.id, here.id, boundary, period)
            here.session.tell(say(w.PLACE_KEPT))


def keep_place(session: Session, round_id: str, workshop_id: str, boundary: str, period: str) -> None:
    """Keep what is meant in the workshop, and with its round, from which it is printed."""
    boundary, period = boundary.strip(), period.strip()
    desk.store().agree_place(workshop_id, boundary or None, period or None)
    printed = [boundary, say(w.WHICH_MONTHS, period=period) if period else ""]
    desk.store().set_boundary(round_id, "\n".join(filter(None, printed)) or None, session.by)
