"""What this is not, where the rubric comes from, how scores are made, what the notes themselves say against scales."""

from __future__ import annotations

import streamlit as st

from placecheck.views.notes.note_list import about_notes
from placecheck.views.notes.passage_card import passage_view
from placecheck.web.components.passages import show_passages
from placecheck.web.components.rubric_choice import choose_rubric_shown
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.own_computer import is_on_own_computer
from placecheck.web.state.session import Session
from placecheck.words import about as w
from placecheck.words import say


def render(session: Session) -> None:
    """Show what anyone may want to know before they trust the tool."""
    st.title(say(w.TITLE), anchor=False)
    rubric = choose_rubric_shown(session)
    catalogue = assessments.catalogue_of(rubric)
    st.markdown(say(w.WHAT))
    left, right = st.columns(2, gap="large")
    with left:
        st.header(say(w.NOT_TITLE), anchor=False)
        st.markdown("\n".join(f"- {say(line)}" for line in w.NOT_LIST))
        st.header(say(w.SCORES_TITLE), anchor=False)
        total = w.NO_TOTAL if rubric.scoring.overall == "none" else w.A_TOTAL
        share = f"{rubric.scoring.min_coverage:.0%}"
        st.markdown("\n".join(f"- {say(line, share=share)}" for line in (*w.SCORES, total)))
    with right:
        st.header(say(w.FROM_TITLE), anchor=False)
        st.markdown(escape(f"{about_notes(catalogue)} {rubric.wording}"))
        facts = {"title": rubric.title, "edition": rubric.edition, "authors": rubric.authors, "licence": rubric.licence}
        st.markdown(escape(say(w.EDITION, **facts)))
        st.markdown(f"**{say(w.CITE)}:** {escape(rubric.cite_as)}")
        st.header(say(w.PRIVACY_TITLE), anchor=False)
        st.markdown(say(w.PRIVACY if is_on_own_computer() else w.PRIVACY_ELSEWHERE))
    warnings = [passage_view(catalogue, id_) for id_ in rubric.cautions if id_ in catalogue.passages_by_id]
    if warnings:
        st.header(say(w.AGAINST_TITLE), anchor=False)
        st.markdown(say(w.AGAINST))
        show_passages("", warnings, session=session)
