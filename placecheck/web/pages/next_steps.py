"""Next steps: what, who, when, first small step, who holds the power; editable in place."""

from __future__ import annotations

import streamlit as st

from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.next_step_list import show_next_steps, show_read_only, show_strengths
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import deciding as w
from placecheck.words import say


def render(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show strengths to build on, then every step, then room for one more."""
    st.title(say(w.NEXT_STEPS), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.NEXT_INTRO)}")
    if opened.is_example:
        show_strengths(opened)
        for action in opened.assessment.actions:
            show_read_only(opened, action)
        offer_copy(session, opened)
        return
    show_next_steps(session, opened)
