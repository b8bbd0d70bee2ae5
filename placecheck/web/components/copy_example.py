"""A copy of one's own of a place that takes no changes."""

from __future__ import annotations

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.web.data import assessments, place_cards
from placecheck.web.state.session import Session
from placecheck.words import answering as w
from placecheck.words import say


def offer_copy(session: Session, opened: assessments.OpenAssessment) -> None:
    """Say that an example takes no answers, and offer a copy that does."""
    st.markdown(say(w.EXAMPLES_TAKE_NO_ANSWERS))
    if st.button(say(w.MAKE_A_COPY), type="primary"):
        store = assessments.current_store()
        copy = store.add_assessment(opened.rubric, opened.assessment, by=session.author)
        place_id = store.assessment_summary(copy).place_id
        store.keep_cards(place_id, place_cards.cards_of_place(opened), session.author)
        session.switch_page(PageName.ANSWER, session.address(copy))
