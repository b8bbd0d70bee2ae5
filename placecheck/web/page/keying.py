"""A helper keys in sheets of paper."""

from __future__ import annotations

import streamlit as st

from placecheck.web.desk import Opened
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.keying import keying
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import keying as w
from placecheck.words import say


def render(session: Session, one: Opened) -> None:
    """Show the grid for the round being looked at."""
    st.title(say(w.TITLE))
    st.markdown(f"**{plain(one.assessment.place.name)}**  \n{say(w.INTRO)}")
    if one.is_example:
        offer_a_copy(session, one)
        return
    keying(session, one.id)
