"""Answering on paper, and away from the app: forms to give away, and answers that come back."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment.asked import question_list, question_set
from placecheck.views.page_names import PageName
from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.form_downloads import choose_question_set, show_form_downloads
from placecheck.web.components.import_voices import show_import_voices
from placecheck.web.components.rubric_choice import choose_rubric
from placecheck.web.components.workshop_paper import choose_questions_to_print, paper_of_workshop
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import on_paper as w
from placecheck.words import say


def render(session: Session) -> None:
    """Show the forms, and where a place is open the ways in."""
    opened = session.open_assessment
    st.title(say(w.TITLE), anchor=False)
    if opened is not None:
        st.markdown(f"**{escape(opened.assessment.place.name)}**")
    st.markdown(say(w.INTRO))
    st.header(say(w.GIVE), anchor=False)
    if opened is None:
        rubric = choose_rubric(session, "form-rubric")
        show_form_downloads(rubric, None, choose_question_set(rubric))
        return
    questions = question_list(opened.rubric, opened.assessment)
    st.markdown(say(w.ASKS_NOW, n=len(question_set(opened.rubric, questions))))
    workshop_paper = None if opened.is_example else paper_of_workshop(opened.id)
    total = len(question_set(opened.rubric, questions))
    only = choose_questions_to_print(opened, workshop_paper.workshop, total) if workshop_paper else ()
    show_form_downloads(opened.rubric, opened.assessment.place, questions, workshop_paper, only)
    st.header(say(w.COME_BACK), anchor=False)
    if opened.is_example:
        offer_copy(session, opened)
        return
    session.link(PageName.KEYING, say(w.SHEETS), session.address(opened.id))
    show_import_voices(session, opened)
