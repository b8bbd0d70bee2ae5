"""Before a workshop: create one for a place, rehearse one, or continue one."""

from __future__ import annotations

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
from placecheck.web.workshop.place_and_months import save_place
from placecheck.words import say
from placecheck.words import workshop_page as w

NEW_PLACE = ""
"""The choice of a place that is not stored yet."""


def show_setup(session: Session) -> None:
    """Show the workshops that there are, and the form for a new one."""
    st.title(say(w.HOLD), anchor=False)
    st.markdown(say(w.INTRO))
    if session.query_param(WORKSHOP):
        st.warning(say(w.NOT_THERE))
    show_workshop_list(session)
    st.header(say(w.MAKE), anchor=False)
    chosen = choose_place(session)
    rubric = rubric_for_place(session, chosen, "workshop-rubric")
    with st.form(f"workshop-{chosen}", border=False, width=760, enter_to_submit=False):
        fields, name_slot = show_setup_fields(chosen, rubric)
        wants_workshop = st.form_submit_button(say(w.MAKE), type="primary")
        show_not_kept(say(w.MAKE))
        st.markdown(say(w.REHEARSE_WHAT))
        wants_rehearsal = st.form_submit_button(say(w.REHEARSE))
    if wants_workshop and not (chosen or fields["name"].strip()):
        show_fault(name_slot, say(w.PLACE_NAME), say(w.NAME_MISSING))
    elif wants_workshop or wants_rehearsal:
        create = create_workshop if wants_workshop else create_rehearsal
        new = create(session, chosen, rubric, fields)
        assessment_id = assessments.current_store().workshop_summary(new.id).assessment_id
        session.switch_page(PageName.WORKSHOP, session.address(assessment_id, **{WORKSHOP: new.id}))


def show_workshop_list(session: Session) -> None:
    """Show a button to each workshop, the newest first."""
    workshops = assessments.current_store().workshops()
    if workshops:
        st.header(say(w.YOURS), anchor=False)
    for summary in workshops:
        label = say(
            w.GO_ON, name=name_of(summary), when=day_words(summary.made.astimezone().date()), state=state_of(summary)
        )
        address = {WORKSHOP: summary.id, ASSESSMENT: summary.assessment_id, PLACE: None}
        st.button(
            escape(label),
            key=f"go-on-{summary.id}",
            type="tertiary",
            on_click=uninterrupted(session.set_query),
            kwargs=address,
        )


def name_of(summary: WorkshopSummary) -> str:
    """Return the name of a workshop's place."""
    return assessments.current_store().setting(summary.assessment_id).name


def state_of(summary: WorkshopSummary) -> str:
    """Return the state of a workshop, in words."""
    return say(w.STATES[stage(assessments.current_store().workshop(summary.id))])


def choose_place(session: Session) -> str:
    """Show the choice of a place; return its id, or `NEW_PLACE`."""
    places = assessments.current_store().places()
    names = place_labels(places)
    ids = [*(place.id for place in places), NEW_PLACE]
    place_id = session.query_param(PLACE) or place_of_open_assessment(session)
    return st.selectbox(
        say(w.WHICH_PLACE),
        ids,
        index=ids.index(place_id) if place_id in names else 0,
        format_func=lambda id_: names.get(id_) or say(w.NEW_PLACE),
        key="workshop-place",
        width=760,
    )


def place_of_open_assessment(session: Session) -> str | None:
    """Return the id of the open assessment's place, if it is stored."""
    opened = session.open_assessment
    if opened is None or opened.is_example:
        return None
    try:
        return assessments.current_store().assessment_summary(opened.id).place_id
    except NotHereError:
        return None


def show_setup_fields(chosen: str, rubric: Rubric) -> tuple[dict[str, Any], Slot]:
    """Show the form's fields for the place `chosen`; return what they hold, and the slot at its name for a fault."""
    name = "" if chosen else st.text_input(say(w.PLACE_NAME), max_chars=300)
    name_slot = fault_slot()
    boundary = (assessments.current_store().place(chosen).boundary or "") if chosen else ""
    fields = {
        "name": name,
        "boundary": st.text_area(say(w.BOUNDARY), value=boundary, max_chars=2000, height=100),
        "period": st.text_input(say(w.PERIOD), max_chars=300),
        "questions": choose_question_list(rubric),
        "offered": offer_perspectives(rubric),
        "delete_on": st.date_input(
            say(w.DELETE_ON), value=None, min_value=local_today(), format="DD/MM/YYYY", width=300
        ),
    }
    return fields, name_slot


def create_workshop(session: Session, chosen: str, rubric: Rubric, fields: dict[str, Any]) -> NewWorkshop:
    """Create a workshop in a new assessment of the place."""
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
    new = store.create_workshop(assessment, delete_on=fields["delete_on"])
    save_place(session, assessment, new.id, fields["boundary"], fields["period"])
    return new


def create_rehearsal(session: Session, chosen: str, rubric: Rubric, fields: dict[str, Any]) -> NewWorkshop:
    """Create a rehearsal with made-up voices on a copy of the place, which is left untouched."""
    store = assessments.current_store()
    place = chosen or Place(
        name=fields["name"].strip() or say(w.SOMEWHERE), boundary=fields["boundary"].strip() or None
    )
    question_set, asked_ids = fields["questions"]
    new = rehearse(store, place, rubric, question_set=question_set, asked=asked_ids, offered=fields["offered"])
    save_place(session, store.workshop_summary(new.id).assessment_id, new.id, fields["boundary"], fields["period"])
    return new


def add_typed_place(fields: dict[str, Any]) -> str:
    """Add a new place under the name that was typed, and return its id."""
    return assessments.current_store().add_place(
        Place(name=fields["name"].strip(), boundary=fields["boundary"].strip() or None)
    )
