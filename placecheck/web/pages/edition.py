"""Carry an assessment over to a newer edition: what would go along, answer by answer, then a yes."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment.edition_migration import migrate_assessment
from placecheck.views.history.edition_preview import EditionPreviewView, edition_preview_view
from placecheck.views.page_names import PageName
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import editions as w
from placecheck.words import say


@unless_hidden
def render(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show what would go along, and make the new assessment at a click."""
    editions = assessments.migration_targets(opened.rubric.id, opened.rubric.edition)
    if not editions:
        st.title(say(w.SEE_WHAT), anchor=False)
        st.markdown(say(w.NOTHING_NEWER))
        return
    newer, mapping = editions[0]
    carried = migrate_assessment(opened.assessment, newer, mapping)
    view = edition_preview_view(opened.rubric, newer, carried)
    st.title(escape(view.title), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{escape(view.intro)}")
    show_edition_preview(view)
    if opened.is_example:
        return
    if st.button(say(w.MAKE), type="primary"):
        place = assessments.current_store().assessment_summary(opened.id).place_id
        made = assessments.current_store().add_assessment(newer, carried.assessment, place, by=session.author)
        session.switch_page(PageName.ANSWER, session.address(made))


def show_edition_preview(view: EditionPreviewView) -> None:
    """Show each indicator with its answers collapsed, and the remarks on them."""
    st.markdown(f"**{escape(view.summary)}**")
    for remark in view.remarks:
        st.markdown(f"- {escape(remark)}")
    for fate in view.fates:
        with st.expander(escape(fate.words)):
            st.markdown("\n".join(f"- {escape(answer)}" for answer in fate.answers))


def show_newer_edition(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show that a newer edition is available, with the link to it."""
    editions = assessments.migration_targets(opened.rubric.id, opened.rubric.edition)
    if editions:
        st.info(escape(say(w.NEWER, edition=editions[0][0].edition)))
        session.link(PageName.EDITION, say(w.SEE_WHAT), session.address(opened.id))
