"""What a page about a place says where none is open."""

from __future__ import annotations

import streamlit as st

from placecheck.web.session import Session
from placecheck.words import say
from placecheck.words import web as w


def no_place(session: Session) -> None:
    """Say that no place is open, and show the way to one."""
    st.markdown(say(w.NO_PLACE))
    session.link("places", say(w.CHOOSE_A_PLACE))
