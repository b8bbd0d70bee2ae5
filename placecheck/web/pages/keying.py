"""A helper keys in sheets of paper."""

from __future__ import annotations

import streamlit as st

from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.keying_grid import show_keying_grid
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import keying as w
from placecheck.words import say


def render(session: Session, opened: OpenAssessment) -> None:
    """Show the grid for the assessment being looked at."""
    st.title(say(w.TITLE), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.INTRO)}")
    if opened.is_example:
        offer_copy(session, opened)
        return
    show_keying_grid(session, opened.id)
