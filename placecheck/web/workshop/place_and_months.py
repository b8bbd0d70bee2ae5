"""Which place and which months the room means: agreed before the first question round, printed on everything after."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import assessments
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import say
from placecheck.words import workshop_page as w

FIELDS = ("boundary", "period")


def show_place_and_months(context: WorkshopContext) -> None:
    """Show the form, collapsed once a question round was opened."""
    fields = _fields(context)
    agreed = context.workshop.boundary or context.workshop.period
    with st.expander(say(w.AGREE_PLACE), expanded=bool(fields.theirs) or not (context.workshop.votes or agreed)):
        fields.fill_saved()
        with st.form(f"agree-place-{context.id}", border=False, enter_to_submit=False):
            st.text_area(say(w.BOUNDARY), max_chars=2000, height=100, key=fields.key("boundary"))
            st.text_input(say(w.PERIOD), max_chars=300, key=fields.key("period"))
            save = uninterrupted(lambda: _save(context, fields))
            st.form_submit_button(say(w.KEEP_PLACE), on_click=save)
        fields.show_state()


def _fields(context: WorkshopContext) -> SavedFields:
    def saved() -> dict[str, str]:
        workshop = assessments.current_store().workshop(context.id)
        return {"boundary": workshop.boundary or "", "period": workshop.period or ""}

    def save(changed_texts: Mapping[str, str]) -> None:
        agreed = {**saved(), **changed_texts}
        context.run(lambda: save_place(context.session, context.opened.id, context.id, **agreed))

    key = f"agree-place-{context.id}-{{}}".format
    return SavedFields(
        context.session, context.opened.id, "agree-place", FIELDS, key, saved=saved, save=save, with_button=True
    )


def _save(context: WorkshopContext, fields: SavedFields) -> None:
    """Save the two fields before the page is drawn, so that no other click can come between."""
    if fields.save_changes():
        context.session.toast_on_next_page(say(w.PLACE_KEPT))


def save_place(session: Session, assessment_id: str, workshop_id: str, boundary: str, period: str) -> None:
    """Save the place and the months in the workshop, and in its assessment, from which they are printed."""
    boundary, period = boundary.strip(), period.strip()
    assessments.current_store().agree_place(workshop_id, boundary or None, period or None)
    printed = [boundary, say(w.WHICH_MONTHS, period=period) if period else ""]
    assessments.current_store().set_boundary(assessment_id, "\n".join(filter(None, printed)) or None, session.author)
