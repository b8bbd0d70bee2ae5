"""Who changed what and when, and what stood before, which can be brought back."""

from __future__ import annotations

import streamlit as st

from placecheck.views.history.changes import change_view, without_people
from placecheck.views.history.facilitators import facilitator_lines
from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.hidden_guard import show_hidden
from placecheck.web.components.undo import show_undo
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import deciding as w
from placecheck.words import say

MAX_SHOWN = 50
"""How many changes a page shows; each has a button of its own."""


def render(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show the newest changes."""
    st.title(say(w.HISTORY), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.HISTORY_INTRO)}")
    if opened.is_example:
        offer_copy(session, opened)
        return
    if opened.is_hidden:
        show_hidden(session, opened)
        return
    show_undo(session, opened)
    changes = assessments.current_store().history(opened.id)
    if any(held.assessment_id == opened.id for held in assessments.current_store().workshops()):
        changes = without_people(changes)
        st.markdown(say(w.HISTORY_NOT_WHO))
    _show_facilitators(opened.id)
    changes = changes[:MAX_SHOWN]
    if not changes:
        st.markdown(say(w.NO_CHANGES))
    for change in changes:
        view = change_view(opened.rubric, change)
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{escape(view.line)}**  \n{escape(view.change)}")
            if view.comes_back and st.button(
                say(w.BRING_BACK), key=f"back-{opened.id}-{view.sequence}", type="tertiary"
            ):
                assessments.current_store().bring_back(opened.id, view.sequence, session.author)
                session.rerun_with_toast(say(w.BROUGHT_BACK))
            if view.taken_out and st.button(
                say(w.LET_BACK), key=f"let-back-{opened.id}-{view.sequence}", type="tertiary"
            ):
                assessments.current_store().return_voice(opened.id, view.taken_out, session.author)
                session.rerun_with_toast(say(w.BROUGHT_BACK))


def _show_facilitators(assessment_id: str) -> None:
    """Show which account led a workshop; nothing where nobody did by account."""
    lines = facilitator_lines(assessments.current_store().workshop_log(assessment_id))
    if lines:
        with st.expander(say(w.WHO_LED)):
            st.markdown("\n".join(f"- {escape(line)}" for line in lines))
