"""A line on what waits for word, with the way to it: for results, and before anyone answers again."""

from __future__ import annotations

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.views.place.outcomes import outcome_band
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import outcomes as w
from placecheck.words import say


def show_outcome_band(session: Session, opened: OpenAssessment) -> None:
    """Say how many decisions and next steps wait for word, and link to them; nothing where none does."""
    words = outcome_band(place_cards.open_cards(opened), place_cards.dated_actions(opened), place_cards.current_day())
    if words is None:
        return
    with st.container(border=True):
        st.markdown(escape(words))
        session.link(PageName.OUTCOMES, say(w.TITLE), session.address(opened.id))
