"""Delete a place with all it holds, after a copy was offered and its name was typed."""

from __future__ import annotations

import streamlit as st

from placecheck.dates import day_words
from placecheck.storage import AssessmentSummary
from placecheck.views.page_names import PageName
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.data import assessments, uploads
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import deciding as w
from placecheck.words import say, say_n


def offer_deletion(session: Session, opened: assessments.OpenAssessment) -> None:
    """Say what goes, offer a file of each assessment, and delete the place once its name is typed."""
    store = assessments.current_store()
    summary = store.assessment_summary(opened.id)
    preview = store.preview_deletion(summary.place_id)
    with st.expander(say(w.DELETE)):
        st.markdown(say(w.DELETE_INTRO))
        what = ", ".join(say_n(counted, getattr(preview, name)) for name, counted in w.GOES.items())
        st.markdown(escape(say(w.WHAT_GOES, name=preview.name, what=what)))
        for assessment in store.place(summary.place_id).assessments:
            offer_file(assessment)
        typed_name = st.text_input(escape(say(w.TYPE_NAME, name=preview.name)), key=f"delete-{summary.place_id}")
        slot = fault_slot()
        if st.button(say(w.DELETE_NOW)):
            if typed_name.strip() != preview.name:
                show_fault(slot, say(w.TYPE_NAME, name=preview.name), say(w.NAME_DIFFERS))
                return
            store.delete(preview)
            session.toast_at(say(w.DELETED, name=preview.name), PageName.HOME)


def offer_file(summary: AssessmentSummary) -> None:
    """Offer one assessment as a file, unless a workshop keeps something of it from everyone."""
    opened = assessments.open_assessment(summary.id)
    if opened is None or opened.is_hidden:
        return
    name, content = uploads.downloadable_file(opened)
    label = say(w.TAKE_COPY, when=day_words(summary.date) if summary.date else summary.number)
    st.download_button(label, content, name, key=f"copy-{summary.id}")
