"""Make a place and begin an assessment. Only the name is a must."""

from __future__ import annotations

import streamlit as st

from placecheck.dates import local_today
from placecheck.views.page_names import PageName
from placecheck.web.components.draft import show_not_kept
from placecheck.web.components.place_fields import show_place_fields
from placecheck.web.components.question_choice import choose_question_list
from placecheck.web.components.rubric_choice import choose_rubric
from placecheck.web.data import assessments
from placecheck.web.state.own_computer import is_on_own_computer
from placecheck.web.state.session import Session
from placecheck.words import answering as w
from placecheck.words import say

LACKS_NAME = "start-lacks-name"
"""Holds whether the form was sent without a name, until that is said."""


def render(session: Session) -> None:
    """Show the form, and begin when it is sent."""
    st.title(say(w.START), anchor=False)
    st.markdown(say(w.START_INTRO if is_on_own_computer() else w.START_INTRO_ELSEWHERE))
    st.info(say(w.WHAT_FIRST))
    lacks_name = bool(session.widget_value(LACKS_NAME))
    session.set_widget_value(LACKS_NAME, value=False)
    rubric = choose_rubric(session, "start-rubric")
    with st.form("start", border=False, width=760, enter_to_submit=False):
        place = show_place_fields("new-place-{}".format, lacks_name=lacks_name)
        question_set, asked_ids = choose_question_list(rubric)
        ways = {True: w.TOGETHER_ONE, False: w.TOGETHER_MANY}
        together = st.radio(say(w.TOGETHER), list(ways), format_func=lambda way: say(ways[way]))
        sent = st.form_submit_button(say(w.BEGIN), type="primary")
        show_not_kept(say(w.BEGIN))
    if not sent:
        return
    if place is None:
        session.set_widget_value(LACKS_NAME, value=True)
        st.rerun()
    store = assessments.current_store()
    place_id = store.add_place(place)
    today = local_today()
    assessment_id = store.begin_assessment(
        place_id, rubric, question_set=question_set, date=today, together=together, asked=asked_ids, by=session.author
    )
    if not together:
        store.add_voice(assessment_id, by=session.author)
    session.switch_page(PageName.ANSWER, session.address(assessment_id))
