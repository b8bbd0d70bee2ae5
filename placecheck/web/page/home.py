"""The places at hand."""

from __future__ import annotations

import streamlit as st

from placecheck.views.results import about_line
from placecheck.web import desk
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import results, say
from placecheck.words import web as w

COLUMNS = 3


def render(session: Session) -> None:
    """Show every place as a card."""
    st.title(say(w.NAME))
    st.markdown(say(w.PROMISE))
    st.header(say(w.EXAMPLES))
    st.caption(say(w.EXAMPLE_NOTE))
    columns = st.columns(COLUMNS)
    for index, one in enumerate(desk.examples()):
        with columns[index % COLUMNS], st.container(border=True):
            card(session, one)
    st.caption(say(results.WHAT_THIS_IS_NOT))


def card(session: Session, one: desk.Opened) -> None:
    """One place: its name, what it is, and the way in."""
    st.subheader(plain(one.assessment.place.name))
    st.caption(" · ".join(about_line(one.assessment)))
    session.link("results", say(w.OPEN), session.address(one.id))
