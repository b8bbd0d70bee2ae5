"""What a wrong address shows, in place of Streamlit's English box over the front page."""

from __future__ import annotations

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.web.state.session import Session
from placecheck.words import say
from placecheck.words import web as w


def render(session: Session) -> None:
    """Say that there is no such page, and show the way to the front page."""
    st.title(say(w.NO_SUCH_PAGE), anchor=False)
    st.markdown(say(w.NO_SUCH_PAGE_WHY))
    session.link(PageName.HOME, say(w.TO_FRONT_PAGE))
