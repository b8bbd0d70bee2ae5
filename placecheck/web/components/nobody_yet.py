"""What stands in the place of results that nobody has given yet: that it is so, and the way to answering."""

from __future__ import annotations

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.session import DIMENSION, Session
from placecheck.words import results as w
from placecheck.words import say
from placecheck.words import web as words


def show_nobody_yet(session: Session, opened: OpenAssessment, dimension: str | None = None) -> None:
    """Say that there is nothing to see yet, and lead to answering, at `dimension` where one is looked at."""
    st.info(say(w.NOBODY_YET))
    if st.button(say(words.ANSWER_NOW), type="primary"):
        if dimension:
            session.set_dimension(dimension)
        at = {DIMENSION: dimension} if dimension else {}
        session.switch_page(PageName.ANSWER, session.address(opened.id, **at))
