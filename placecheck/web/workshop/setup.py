"""Before a workshop: make one from a place, rehearse one, or go on with one that was made."""

from __future__ import annotations

import datetime
from typing import Any

import streamlit as st

from placecheck.assessment import Place
from placecheck.dates import day_words, local_today
from placecheck.rubric import Rubric
from placecheck.storage import NewWorkshop, NotHereError, WorkshopSummary
from placecheck.storage.rehearsal import rehearse
from placecheck.views.comparison.assessment_name import place_labels
from placecheck.views.page_names import PageName
from placecheck.views.workshop.workshop_progress import stage
from placecheck.web.components.draft import show_not_kept
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.perspective_choice import offer_perspectives
from placecheck.web.components.question_choice import choose_question_list
from placecheck.web.components.rubric_choice import rubric_for_place
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import ASSESSMENT, PLACE, WORKSHOP, Session
from placecheck.web.streamlit_private import Slot
from placecheck.web.workshop.place_and_months import keep_place
from placecheck.words import say
from placecheck.words import workshop_page as w

NEW_PLACE = ""
"""The choice of a place that is not here yet."""


def show_setup(session: Session) -> None:
    """Show the workshops that were made, and the form for another."""
    st.title(say(w.HOLD), anchor=False)
    st.markdown(say(w.INTRO))
    if session.query_param(WORKSHOP):
        st.warning(say(w.NOT_THERE))
    show_made(session)
    st.header(say(w.MAKE), anchor=False)
    chosen = which_place(session)
    rubric = rubric_for_place(session, chosen, "workshop-rubric")
    with st.form(f"workshop-{chosen}", border=False, width=760, enter_to_submit=False):
        fields, name_slot = show_setup_fields(chosen, rubric)
        sent = st.form_submit_button(say(w.MAKE), type="primary")
        show_not_kept(say(w.MAKE))
        st.markdown(say(w.REHEARSE_WHAT))
        tried = st.form_submit_button(say(w.REHEARSE))
    if sent and not (chosen or fields["name"].strip()):
        show_fault(name_slot, say(w.PLACE_NAME), say(w.NAME_MISSING))
    elif sent or tried:
        make = made_for_real if sent else made_to_rehearse
        new = make(session, chosen, rubric, fields)
        assessment_id = assessments.current_store().workshop_summary(new.id).assessment_id
        session.switch_page(PageName.WORKSHOP, session.address(assessment_id, **{WORKSHOP: new.id}))


def show_made(session: Session) -> None:
    """Show a button back to each workshop, the newest first."""
    workshops = assessments.current_store().workshops()
    if workshops:
        st.header(say(w.YOURS), anchor=False)
    for held in workshops:
        label = say(w.GO_ON, name=name_of(held), when=day_words(held.made.astimezone().date()), state=state_of(held))
        address = {WORKSHOP: held.id, ASSESSMENT: held.assessment_id, PLACE: None}
        st.button(
            escape(label),
            key=f"go-on-{held.id}",
            type="tertiary",
            on_click=uninterrupted(session.set_query),
            kwargs=address,
        )


def name_of(held: WorkshopSummary) -> str:
    """Return the name of a workshop's place."""
    return assessments.current_store().setting(held.assessment_id).name


def state_of(held: WorkshopSummary) -> str:
    """Return the state of a workshop, in words."""
    return say(w.STATES[stage(assessments.current_store().workshop(held.id))])


def which_place(session: Session) -> str:
    """Return the id of the place to assess, or NEW."""
    places = assessments.current_store().places()
    names = place_labels(places)
    ids = [*(place.id for place in places), NEW_PLACE]
    place_id = session.query_param(PLACE) or place_open(session)
    return st.selectbox(
        say(w.WHICH_PLACE),
        ids,
        index=ids.index(place_id) if place_id in names else 0,
        format_func=lambda id_: names.get(id_) or say(w.NEW_PLACE),
        key="workshop-place",
        width=760,
    )


def place_open(session: Session) -> str | None:
    """Return the place of the open assessment, where it is one of the store's."""
    opened = session.open_assessment
    if opened is None or opened.is_example:
        return None
    try:
        return assessments.current_store().assessment_summary(opened.id).place_id
    except NotHereError:
        return None


def show_setup_fields(chosen: str, rubric: Rubric) -> tuple[dict[str, Any], Slot]:
    """Show the form's fields for the place `chosen`; return what they hold, and the fault slot of its name."""
    name = "" if chosen else st.text_input(say(w.PLACE_NAME), max_chars=300)
    name_slot = fault_slot()
    boundary = (assessments.current_store().place(chosen).boundary or "") if chosen else ""
    fields = {
        "name": name,
        "boundary": st.text_area(say(w.BOUNDARY), value=boundary, max_chars=2000, height=100),
        "period": st.text_input(say(w.PERIOD), max_chars=300),
        "questions": choose_question_list(rubric),
        "offered": offer_perspectives(rubric),
        "delete_on": st.date_input(say(w.DELETE_ON), value=None, min_value=today(), format="DD/MM/YYYY", width=300),
    }
    return fields, name_slot


def made_for_real(session: Session, chosen: str, rubric: Rubric, fields: dict[str, Any]) -> NewWorkshop:
    """Create a new assessment of the place, which people can join."""
    store = assessments.current_store()
    place = chosen or add_typed_place(fields)
    question_set, asked_ids = fields["questions"]
    assessment = store.begin_assessment(
        place,
        rubric,
        question_set=question_set,
        date=local_today(),
        together=False,
        asked=asked_ids,
        offered=fields["offered"],
        by=session.author,
    )
    made = store.create_workshop(assessment, delete_on=fields["delete_on"])
    keep_place(session, assessment, made.id, fields["boundary"], fields["period"])
    return made


def made_to_rehearse(session: Session, chosen: str, rubric: Rubric, fields: dict[str, Any]) -> NewWorkshop:
    """Create a workshop on a copy of the place, with made-up voices; nothing of the place itself is touched."""
    store = assessments.current_store()
    place = chosen or Place(
        name=fields["name"].strip() or say(w.SOMEWHERE), boundary=fields["boundary"].strip() or None
    )
    question_set, asked_ids = fields["questions"]
    made = rehearse(store, place, rubric, question_set=question_set, asked=asked_ids, offered=fields["offered"])
    keep_place(session, store.workshop_summary(made.id).assessment_id, made.id, fields["boundary"], fields["period"])
    return made


def add_typed_place(fields: dict[str, Any]) -> str:
    """Add a new place under the name that was typed, and return its id."""
    return assessments.current_store().add_place(
        Place(name=fields["name"].strip(), boundary=fields["boundary"].strip() or None)
    )


def today() -> datetime.date:
    """Return today's date, in local time."""
    return local_today()
