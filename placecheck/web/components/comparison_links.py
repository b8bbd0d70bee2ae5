"""The three ways to lay things side by side, each a link to the others."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from placecheck.views.page_names import PageName
from placecheck.web.components.text_blocks import LinkedLine, page_address
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.session import ASSESSMENT, Session
from placecheck.words import comparing as w
from placecheck.words import say

COMPARISONS = {
    PageName.COMPARISON: w.COMPARE_PLACES,
    PageName.THEN_NOW: w.THEN_AND_NOW_OF,
    PageName.PERSPECTIVES: w.COMPARE_PERSPECTIVES,
}


def show_comparison_links(session: Session, opened: OpenAssessment | None, current_page: PageName) -> None:
    """Show links to the comparisons other than `current_page`; those of one place only where one is `opened`."""
    with st.container(horizontal=True):
        for page, name in _others(opened, current_page):
            session.link(page, say(name), session.address(opened.id) if opened else None)


def comparison_lines(opened: OpenAssessment, current_page: PageName) -> list[LinkedLine]:
    """Return the same links as lines of a block."""
    about = {ASSESSMENT: opened.id}
    return [
        LinkedLine(words=say(name), where=page_address(page, **about)) for page, name in _others(opened, current_page)
    ]


def _others(opened: OpenAssessment | None, current_page: PageName) -> Iterator[tuple[PageName, str]]:
    for page, name in COMPARISONS.items():
        if page != current_page and (opened is not None or page == PageName.COMPARISON):
            yield page, name
