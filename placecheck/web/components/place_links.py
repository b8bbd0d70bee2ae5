"""The way between the pages of one place: what is here, listening, who decides what, what became of it."""

from __future__ import annotations

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.session import Session
from placecheck.words import levels, listening, outcomes, say, what_is_here

PAGES = {
    PageName.WHAT_IS_HERE: what_is_here.TITLE,
    PageName.LISTENING: listening.TITLE,
    PageName.LEVELS: levels.TITLE,
    PageName.OUTCOMES: outcomes.TITLE,
}
"""The pages, each with its title."""


def show_place_links(session: Session, opened: OpenAssessment, current_page: PageName | None = None) -> None:
    """Show a link to each page of the place except `current_page`."""
    with st.container(horizontal=True):
        for page, name in PAGES.items():
            if page != current_page:
                session.link(page, say(name), session.address(opened.id))
