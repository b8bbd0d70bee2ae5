"""What a page about a place says where none is open."""

from __future__ import annotations

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.web.state.session import Session
from placecheck.words import say
from placecheck.words import web as w


def show_no_assessment_open(session: Session) -> None:
    """Say that no place is open, and show the way to one."""
    st.title(say(w.NO_PLACE), anchor=False)
    session.link(PageName.HOME, say(w.CHOOSE_A_PLACE))
