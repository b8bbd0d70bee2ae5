"""The perspectives that people may choose from, and the group's own words for them; each change is kept at once."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from placecheck.assessment.perspectives import alike
from placecheck.errors import PlacecheckError
from placecheck.rubric import Rubric
from placecheck.rubric.model import Perspective
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import perspectives as w
from placecheck.words import say, storing

MAX_LENGTH = 80


def offer_perspectives(rubric: Rubric) -> tuple[str, ...]:
    """Ask which perspectives a new workshop offers, and return their ids in the order of the rubric."""
    names = {perspective.id: perspective.name for perspective in rubric.perspectives}
    if not names:
        return ()
    key = f"offered-{rubric.id}"
    chosen = st.pills(
        say(w.OFFER),
        list(names),
        selection_mode="multi",
        default=list(names),
        format_func=names.__getitem__,
        key=key,
        help=say(w.OFFER_HOW),
    )
    return tuple(id_ for id_ in names if id_ in chosen)


def show_perspective_choice(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show each perspective with a tick, and a field for the group's words for it."""
    st.markdown(say(w.HOW))
    for perspective in opened.rubric.perspectives:
        own = opened.rubric.renamed.get(perspective.id, perspective.name)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            show_offer_tick(session, opened, perspective, own)
            show_name_field(session, opened, perspective, own)


def show_offer_tick(session: Session, opened: assessments.OpenAssessment, perspective: Perspective, own: str) -> None:
    """Show whether people may choose the perspective, to be changed."""
    offered = {shown.id for shown in opened.rubric.offered_perspectives()}
    key = f"offered-{opened.id}-{perspective.id}"
    session.set_widget_value(key, perspective.id in offered)
    change = uninterrupted(lambda: set_offered(session, opened.id, perspective.id, key))
    st.checkbox(escape(own), key=key, on_change=change, width=320)


def show_name_field(session: Session, opened: assessments.OpenAssessment, perspective: Perspective, own: str) -> None:
    """Show what the group calls the perspective, to be changed; empty: as the rubric does."""
    field = name_field(session, opened, perspective)
    label = say(w.OUR_WORDS, name=own)
    typed = session.widget_value(field.key("name"))
    shared = None if typed is None else alike(opened.rubric, {perspective.id: typed.strip() or own})
    field.fill_saved(except_fields=() if shared is None else ("name",))
    save_changes = uninterrupted(field.save_changes)
    st.text_input(escape(label), max_chars=MAX_LENGTH, key=field.key("name"), on_change=save_changes, width=420)
    at_name = fault_slot()
    field.show_state()
    if shared is not None:
        show_fault(at_name, label, say(storing.ALIKE, name=shared))


def name_field(session: Session, opened: assessments.OpenAssessment, perspective: Perspective) -> SavedFields:
    """Return the field of what the group calls a perspective."""
    id_ = perspective.id

    def saved() -> dict[str, str]:
        rubric = assessments.current_store().asked_rubric(opened.id)
        return {"name": next((shown.name for shown in rubric.perspectives if shown.id == id_), "")}

    def save(changed_texts: Mapping[str, str]) -> None:
        rename_perspective(session, opened.id, id_, changed_texts["name"])

    key = f"perspective-{{}}-{opened.id}-{id_}-{perspective.name}".format
    return SavedFields(session, opened.id, f"perspective-{id_}", ("name",), key, saved=saved, save=save)


def set_offered(session: Session, assessment_id: str, perspective: str, key: str) -> None:
    """Keep that people may choose a perspective, or may not any more."""
    rubric = assessments.current_store().asked_rubric(assessment_id)
    offered = {shown.id for shown in rubric.offered_perspectives()} - {perspective}
    if session.widget_value(key):
        offered.add(perspective)
    if not offered:
        session.toast_on_next_page(say(w.ONE_STAYS), until_closed=True)
        return
    keep_perspectives(session, assessment_id, rubric, sorted(offered), {})


def rename_perspective(session: Session, assessment_id: str, perspective: str, typed: str) -> None:
    """Keep what the group calls a perspective; what two would be called waits in its field."""
    rubric = assessments.current_store().asked_rubric(assessment_id)
    name = typed.strip() or rubric.renamed.get(perspective)
    if name and alike(rubric, {perspective: name}) is None:
        keep_perspectives(session, assessment_id, rubric, rubric.offered, {perspective: name})


def keep_perspectives(
    session: Session, assessment_id: str, rubric: Rubric, offered: list[str] | tuple[str, ...], names: dict[str, str]
) -> None:
    """Keep which perspectives are offered, with `names` beside the words that stand."""
    stand = {perspective.id: perspective.name for perspective in rubric.perspectives}
    try:
        assessments.current_store().save_perspectives(assessment_id, offered, stand | names, session.author)
    except PlacecheckError as error:
        session.toast_on_next_page(str(error), until_closed=True)
