"""Before a workshop: make one from a place, rehearse one, or go on with one that was made."""

from __future__ import annotations

import datetime
from typing import Any

import streamlit as st

from placecheck.assessment import Place
from placecheck.assessment.model import Round
from placecheck.rubric import find_rubric
from placecheck.storage import Held, Made, NotHereError
from placecheck.storage.rehearsal import rehearse
from placecheck.views.hall import stage
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.hall.agree_place import keep_place
from placecheck.web.parts.text import plain
from placecheck.web.session import PLACE, ROUND, WORKSHOP, Session
from placecheck.words import answering, say
from placecheck.words import workshop_page as w

NEW = ""
"""The choice of a place that is not here yet."""


def begin(session: Session) -> None:
    """Show the workshops that were made, and the form for another."""
    st.title(say(w.HOLD))
    st.markdown(say(w.INTRO))
    if session.asked(WORKSHOP):
        st.warning(say(w.NOT_THERE))
    made(session)
    st.header(say(w.MAKE))
    chosen = which_place(session)
    with st.form(f"workshop-{chosen}", border=False, width=760):
        given = fields(chosen)
        sent = st.form_submit_button(say(w.MAKE), type="primary")
        st.markdown(say(w.REHEARSE_WHAT))
        tried = st.form_submit_button(say(w.REHEARSE))
    if (sent or tried) and not (chosen or given["name"].strip()):
        st.error(say(w.NAME_MISSING))
    elif sent or tried:
        make = made_for_real if sent else made_to_rehearse
        new = make(session, chosen, given)
        round_ = desk.store().workshop_held(new.id).assessment_id
        session.go("workshop", session.address(round_, **{WORKSHOP: new.id}))


def made(session: Session) -> None:
    """The way back to each workshop, the newest first."""
    found = desk.store().workshops()
    if found:
        st.header(say(w.YOURS))
    for held in found:
        label = say(w.GO_ON, name=name_of(held), when=f"{held.made:%d %B %Y}", state=state_of(held))
        there = {WORKSHOP: held.id, ROUND: held.assessment_id, PLACE: None}
        st.button(
            plain(label),
            key=f"go-on-{held.id}",
            type="tertiary",
            on_click=unbroken(session.turn_to),
            kwargs=there,
        )


def name_of(held: Held) -> str:
    """What the place of a workshop was called."""
    return desk.store().setting(held.assessment_id).name


def state_of(held: Held) -> str:
    """Where a workshop stands, in words."""
    return say(w.STATES[stage(desk.store().workshop(held.id))])


def which_place(session: Session) -> str:
    """The id of the place to look at, or NEW."""
    places = {place.id: place.name for place in desk.store().places()}
    ids = [*places, NEW]
    asked = session.asked(PLACE) or place_open(session)
    return st.selectbox(
        say(w.WHICH_PLACE),
        ids,
        index=ids.index(asked) if asked in places else 0,
        format_func=lambda id_: places.get(id_) or say(w.NEW_PLACE),
        key="workshop-place",
        width=760,
    )


def place_open(session: Session) -> str | None:
    """The place of the round that is open, where it is one of the store's."""
    one = session.opened
    if one is None or one.is_example:
        return None
    try:
        return desk.store().round(one.id).place_id
    except NotHereError:
        return None


def fields(chosen: str) -> dict[str, Any]:
    """What the form asks of the place `chosen`."""
    name = "" if chosen else st.text_input(say(w.PLACE_NAME), max_chars=300)
    boundary = (desk.store().place(chosen).boundary or "") if chosen else ""
    rubric = find_rubric()
    counts = {"starter": sum(one.starter for one in rubric.indicators()), "full": len(rubric.by_id)}
    labels = {"starter": answering.STARTER, "full": answering.FULL}
    return {
        "name": name,
        "boundary": st.text_area(say(w.BOUNDARY), value=boundary, max_chars=2000, height=100),
        "period": st.text_input(say(w.PERIOD), max_chars=300),
        "round": st.radio(
            say(answering.ROUND), list(labels), format_func=lambda kind: say(labels[kind], n=counts[kind])
        ),
        "delete_on": st.date_input(say(w.DELETE_ON), value=None, min_value=today(), format="DD/MM/YYYY", width=300),
    }


def made_for_real(session: Session, chosen: str, given: dict[str, Any]) -> Made:
    """A new round of the place, which people can join."""
    store = desk.store()
    place = chosen or add_place(given)
    round_: Round = given["round"]
    assessment = store.begin(place, find_rubric(), round=round_, date=today(), together=False, by=session.by)
    made = store.create_workshop(assessment, delete_on=given["delete_on"])
    keep_place(session, assessment, made.id, given["boundary"], given["period"])
    return made


def made_to_rehearse(session: Session, chosen: str, given: dict[str, Any]) -> Made:
    """A workshop at a copy of the place, with made-up voices; nothing of the place itself is touched."""
    store = desk.store()
    place = chosen or add_place(given)
    made = rehearse(store, place, find_rubric(), round_=given["round"])
    keep_place(session, store.workshop_held(made.id).assessment_id, made.id, given["boundary"], given["period"])
    return made


def add_place(given: dict[str, Any]) -> str:
    """A new place of the name that was written."""
    return desk.store().add_place(Place(name=given["name"].strip(), boundary=given["boundary"].strip() or None))


def today() -> datetime.date:
    """The day it is here."""
    return datetime.datetime.now().astimezone().date()
