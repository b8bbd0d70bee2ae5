"""Answering on paper, and away from the app: forms to give away, and answers that come back."""

from __future__ import annotations

import streamlit as st

from placecheck.rubric import find_rubric
from placecheck.web.parts.bring_in import bring_in
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.give_forms import give_forms
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import on_paper as w
from placecheck.words import say


def render(session: Session) -> None:
    """Show the forms, and where a place is open the ways in."""
    one = session.opened
    st.title(say(w.TITLE))
    if one is not None:
        st.markdown(f"**{plain(one.assessment.place.name)}**")
    st.markdown(say(w.INTRO))
    st.header(say(w.GIVE))
    if one is None:
        give_forms(find_rubric(), None, "starter")
        return
    give_forms(one.rubric, one.assessment.place, one.assessment.round)
    st.header(say(w.COME_BACK))
    if one.is_example:
        offer_a_copy(session, one)
        return
    session.link("keying", say(w.SHEETS), session.address(one.id))
    bring_in(session, one)
