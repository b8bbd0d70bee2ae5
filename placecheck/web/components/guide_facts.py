"""What the program looked up in the assessment that is open, each line a way to where it can be put right."""

from __future__ import annotations

import streamlit as st

from placecheck.guides.model import Fact
from placecheck.views.guides.facts import FactLine, fact_lines
from placecheck.views.page_names import PageName
from placecheck.web.components.one_question import ONE, SHOW
from placecheck.web.data import assessments
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import DIMENSION, INDICATOR, VOICE, Session
from placecheck.words import guides as w
from placecheck.words import say, say_n

MAX_SHOWN = 8
"""How many lines are in the open; the others are behind a click."""


def show_fact(session: Session, fact: Fact) -> None:
    """Show what there is to see of a fact in the assessment that is open."""
    opened = session.open_assessment
    if opened is None:
        st.markdown(say(w.OPEN_AN_ASSESSMENT))
        return
    lines = fact_lines(fact, opened.assessment, opened.rubric)
    if any(line.page for line in lines):
        small(say(w.FOLLOW_TO_CHANGE))
    for line in lines[:MAX_SHOWN]:
        show_line(session, opened, line)
    if more := lines[MAX_SHOWN:]:
        with st.expander(say_n(w.AND_MORE, len(more)), key=f"more-{fact}"):
            for line in more:
                show_line(session, opened, line)


def show_line(session: Session, opened: OpenAssessment, line: FactLine) -> None:
    """Show a line as a link to where it can be put right."""
    if line.page is None:
        st.markdown(escape(line.text))
        return
    shown = ONE if line.page is PageName.ANSWER else None  # else it would be somewhere on the page of its dimension
    query = {INDICATOR: line.indicator, DIMENSION: line.dimension, VOICE: line.voice, SHOW: shown}
    page = PageName.PUBLISH if came_by_phone(opened, line) else line.page
    known = {key: id_ for key, id_ in query.items() if id_} if page is line.page else {}
    session.link(page, line.text, session.address(opened.id, **known))


def came_by_phone(opened: OpenAssessment, line: FactLine) -> bool:
    """Return whether a person said it on their own phone: nobody else writes there; it can stay when texts leave."""
    is_stored = line.voice is not None and not opened.is_example
    return is_stored and line.voice in assessments.current_store().voices_with_phones(opened.id)
