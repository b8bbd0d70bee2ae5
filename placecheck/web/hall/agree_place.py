"""What place and which months the room means: asked before the first round, printed on everything after it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.hall.here import Here
from placecheck.web.session import Session
from placecheck.words import say
from placecheck.words import workshop_page as w


def agree_place(here: Here) -> None:
    """Show the form, folded away once a round was begun."""
    with st.expander(
        say(w.AGREE_PLACE), expanded=not (here.stands.votes or here.stands.boundary or here.stands.period)
    ):
        key = f"agree-place-{here.id}-{hash((here.stands.boundary, here.stands.period))}"
        with st.form(key, border=False):
            fields = f"{key}-boundary", f"{key}-period"
            st.text_area(say(w.BOUNDARY), value=here.stands.boundary or "", max_chars=2000, height=100, key=fields[0])
            st.text_input(say(w.PERIOD), value=here.stands.period or "", max_chars=300, key=fields[1])
            keep = unbroken(lambda: here.do(lambda: keep_what_is_said(here, fields)))
            st.form_submit_button(say(w.KEEP_PLACE), on_click=keep)


def keep_what_is_said(here: Here, fields: Sequence[str]) -> None:
    """Keep what the two fields hold, before the page is drawn, so that no other click can come between."""
    keep_place(here.session, here.one.id, here.id, *map(here.session.given, fields))
    here.session.tell_next(say(w.PLACE_KEPT))


def keep_place(session: Session, round_id: str, workshop_id: str, boundary: str, period: str) -> None:
    """Keep what is meant in the workshop, and with its round, from which it is printed."""
    boundary, period = boundary.strip(), period.strip()
    desk.store().agree_place(workshop_id, boundary or None, period or None)
    printed = [boundary, say(w.WHICH_MONTHS, period=period) if period else ""]
    desk.store().set_boundary(round_id, "\n".join(filter(None, printed)) or None, session.by)
