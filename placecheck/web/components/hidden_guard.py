"""What is said in the place of results that a workshop keeps from everyone for now."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import WORKSHOP, Session
from placecheck.words import say
from placecheck.words import workshop_page as w

Render = Callable[[Session, OpenAssessment], None]


def unless_hidden(render: Render) -> Render:
    """Wrap a page that shows answers, hidden while a workshop keeps some of the assessment's from everyone."""

    @wraps(render)
    def guarded(session: Session, opened: OpenAssessment) -> None:
        if not opened.is_hidden:
            render(session, opened)
        else:
            st.title(escape(opened.assessment.place.name), anchor=False)
            show_hidden(session, opened)

    return guarded


def show_if_hidden(session: Session, opened: OpenAssessment) -> bool:
    """Show that an assessment is hidden for now, where it is, and return whether it is."""
    if opened.is_hidden:
        show_hidden(session, opened)
    return opened.is_hidden


def show_hidden(session: Session, opened: OpenAssessment) -> None:
    """Say that the answers of `opened` are not shown yet and why, with the link to the workshop."""
    if opened.hidden_answers is None or not opened.is_hidden:
        return
    name = opened.assessment.place.name
    st.info(f"**{escape(name)}:** {say(w.ANSWERS_HIDDEN)} {say(w.WHY_HIDDEN)}")
    session.link(
        PageName.WORKSHOP,
        say(w.TO_WORKSHOP, name=name),
        session.address(opened.id, **{WORKSHOP: opened.hidden_answers.workshop_id}),
    )
