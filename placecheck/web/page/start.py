"""Make a place and begin a round. Only the name is a must."""

from __future__ import annotations

import datetime

import streamlit as st

from placecheck.assessment.model import Round
from placecheck.rubric import find_rubric
from placecheck.web import desk
from placecheck.web.parts.place_fields import place_fields
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import say


def render(session: Session) -> None:
    """Show the form, and begin when it is sent."""
    st.title(say(w.START), anchor=False)
    st.markdown(say(w.START_INTRO))
    st.info(say(w.WHAT_FIRST))
    with st.form("start", border=False, width=760):
        place = place_fields()
        rubric = find_rubric()
        asked: dict[Round, str] = {"starter": w.STARTER, "full": w.FULL}
        counts = {"starter": sum(one.starter for one in rubric.indicators()), "full": len(rubric.by_id)}
        round_ = st.radio(say(w.ROUND), list(asked), format_func=lambda kind: say(asked[kind], n=counts[kind]))
        ways = {True: w.TOGETHER_ONE, False: w.TOGETHER_MANY}
        together = st.radio(say(w.TOGETHER), list(ways), format_func=lambda way: say(ways[way]))
        sent = st.form_submit_button(say(w.BEGIN), type="primary")
    if not sent:
        return
    if place is None:
        st.error(say(w.NAME_MISSING))
        return
    kept = desk.store()
    place_id = kept.add_place(place)
    today = datetime.datetime.now().astimezone().date()
    round_id = kept.begin(place_id, rubric, round=round_, date=today, together=together, by=session.by)
    if not together:
        kept.add_voice(round_id, by=session.by)
    session.go("answer", session.address(round_id))
