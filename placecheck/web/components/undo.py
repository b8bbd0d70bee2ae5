"""The button that undoes the last thing done, and what it cannot undo."""

from __future__ import annotations

import streamlit as st

from placecheck.errors import PlacecheckError
from placecheck.views.history.changes import undone_words
from placecheck.web.access.reader import reader_message
from placecheck.web.data import assessments
from placecheck.web.markdown import small
from placecheck.web.state.session import Session
from placecheck.words import answering as w
from placecheck.words import say


def show_undo(session: Session, opened: assessments.OpenAssessment, voice: str | None = None) -> None:
    """Offer to undo the last thing done here; of answers, only those of `voice`, whose turn it is."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"undo-{opened.id}"):
        sent = st.button(say(w.UNDO), type="tertiary", key=f"undo-now-{opened.id}-{voice}")
        small(say(w.UNDO_NOT))
    if not sent:
        return
    try:
        change = assessments.current_store().undo(opened.id, session.author, () if voice is None else (voice,))
    except PlacecheckError as error:
        st.error(reader_message(error))
        return
    if change is None:
        session.rerun_with_toast(say(w.NOTHING_TO_UNDO))
    else:
        session.rerun_with_toast(say(w.UNDONE, what=undone_words(assessments.asked_rubric(opened.id), change)))
