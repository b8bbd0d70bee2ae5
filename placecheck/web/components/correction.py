"""Change what a person answered on their phone once the workshop has ended, as they wish; the history says so."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment import Answer, Voice
from placecheck.assessment.asked import asked_indicators
from placecheck.storage.values import as_correction
from placecheck.views.results.pictures import no_answer_names
from placecheck.web.components.draft import show_choice_not_kept
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import answering as w
from placecheck.words import say


def show_correction(session: Session, opened: assessments.OpenAssessment, voice: Voice) -> None:
    """Say that this person's answers are closed, and offer to correct one that they ask to be corrected."""
    st.info(say(w.CLOSED_ANSWERS))
    with st.expander(say(w.CORRECT)):
        st.markdown(say(w.CORRECT_WHAT))
        names = {question.id: question.name for question in asked_indicators(opened.rubric, opened.assessment)}
        levels = {str(at): level.name for at, level in enumerate(opened.rubric.levels)} | no_answer_names()
        with st.form(f"correction-{opened.id}-{voice.id}", border=False):
            indicator = st.selectbox(say(w.CORRECT_WHICH), list(names), format_func=names.__getitem__)
            chosen = st.radio(say(w.LEVEL), list(levels), index=None, format_func=lambda key: escape(levels[key]))
            slot = fault_slot()
            show_choice_not_kept(say(w.CORRECT_KEEP))
            sent = st.form_submit_button(say(w.CORRECT_KEEP))
        if sent and chosen is None:
            show_fault(slot, say(w.LEVEL), say(w.CORRECT_LEVEL_MISSING))
        elif sent and chosen is not None:
            keep_correction(opened, voice, indicator, chosen, session.author)
            session.rerun_with_toast(say(w.CORRECTED))


def keep_correction(opened: assessments.OpenAssessment, voice: Voice, indicator: str, chosen: str, author: str) -> None:
    """Keep the level or the no-answer that a person asked for; what they said in words stays as it was."""
    before = voice.answers.get(indicator)
    level, no_answer = (int(chosen), None) if chosen.isdecimal() else (None, chosen)
    changed = {**dict(before or ()), "level": level, "no_answer": no_answer, "sure": None}
    store = assessments.current_store()
    store.save_answer(opened.id, voice.id, indicator, Answer.model_validate(changed), as_correction(author))
