"""Which rubric is used: the place's own where it has one, else the one that is chosen where there is more than one."""

from __future__ import annotations

import streamlit as st

from placecheck.rubric import DEFAULT, Rubric, UnknownRubricError, find_rubric, newest_rubrics
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.current_rubric import CHOSEN, chosen_rubric
from placecheck.web.state.session import Session
from placecheck.words import answering as w
from placecheck.words import rubric_page, say


def choose_rubric(session: Session, key: str, label: str = w.RUBRIC) -> Rubric:
    """Let one of the rubrics at hand be chosen, and remember which; ask nothing where there is only one."""
    by_id = {rubric.id: rubric for rubric in newest_rubrics()}
    if len(by_id) == 1:
        return find_rubric()
    ids = sorted(by_id, key=lambda id_: (id_ != DEFAULT, by_id[id_].title))
    if session.widget_value(key) not in by_id:
        session.set_widget_value(key, chosen_rubric(session).id)
    chosen = st.selectbox(
        say(label),
        ids,
        format_func=lambda id_: say(w.RUBRIC_BY, title=by_id[id_].title, authors=by_id[id_].authors),
        key=key,
        width=760,
    )
    session.set_widget_value(CHOSEN, chosen)
    return by_id[chosen]


def choose_rubric_shown(session: Session) -> Rubric:
    """Return the rubric that a page reads from: that of the open place, else the one that is chosen on the page."""
    opened = session.open_assessment
    return opened.rubric if opened else choose_rubric(session, "rubric-shown", rubric_page.SHOWN)


def rubric_for_place(session: Session, place_id: str, key: str) -> Rubric:
    """Return the rubric of the place's latest assessment, or let one be chosen where the place has none."""
    store = assessments.current_store()
    summaries = store.place(place_id).assessments if place_id else ()
    if not summaries:
        return choose_rubric(session, key)
    latest = summaries[-1]
    try:
        rubric = find_rubric(latest.rubric)
    except UnknownRubricError:  # it is no longer at hand, but kept with the assessment
        rubric = store.rubric_of(latest.id)
    if rubric.id != DEFAULT:
        st.markdown(escape(say(w.RUBRIC_OF_PLACE, title=rubric.title, authors=rubric.authors)))
    return rubric
