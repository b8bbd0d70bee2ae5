"""What a place says of itself, to be put right at any time: its name, where it begins and ends, when one looked."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from placecheck.assessment import Place
from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.draft import show_choice_not_kept
from placecheck.web.components.place_fields import FIELDS, place_texts, show_place_fields
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.components.undo import show_undo
from placecheck.web.data import assessments
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import answering as w
from placecheck.words import say, web

LACKS_NAME = "about-lacks-name"
"""Holds whether the form was sent without a name, until that is said."""


def render(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show what is recorded about the place, and save it as it is changed."""
    st.title(say(w.PLACE), anchor=False)
    if opened.is_example:
        offer_copy(session, opened)
        return
    st.markdown(say(w.PLACE_INTRO))
    summary = assessments.current_store().assessment_summary(opened.id)
    lacks_name = bool(session.widget_value(LACKS_NAME))
    session.set_widget_value(LACKS_NAME, value=False)
    show_undo(session, opened)
    fields = _fields(session, opened, summary.place_id)
    day_key = f"place-day-{opened.id}-{summary.date}"

    def keep() -> None:
        if not fields.current_texts()["name"].strip():
            session.set_widget_value(LACKS_NAME, value=True)
            fields.keep()
        elif fields.save_changes():
            if (day := session.widget_value(day_key)) != summary.date:
                assessments.current_store().set_date(opened.id, day, session.author)
            session.toast_on_next_page(say(w.PLACE_KEPT))

    fields.fill_saved(except_fields=("name",) if lacks_name else ())
    with st.form(f"place-{opened.id}", border=False, width=760, enter_to_submit=False):
        show_place_fields(fields.key, fields.saved(), lacks_name=lacks_name)
        st.date_input(say(w.DAY), value=summary.date, format="DD/MM/YYYY", width=300, key=day_key)
        show_choice_not_kept(say(web.KEEP_IT))
        st.form_submit_button(say(web.KEEP_IT), type="primary", on_click=uninterrupted(keep))
    fields.show_state()


def _fields(session: Session, opened: assessments.OpenAssessment, place_id: str) -> SavedFields:
    """Return the fields of a place; what others changed in other fields since stays."""
    store = assessments.current_store()

    def saved() -> dict[str, str]:
        newest = store.place(place_id).assessments[-1].id
        return place_texts(store.setting(newest).place)

    def save(changed_texts: Mapping[str, str]) -> None:
        texts = {name: text.strip() or None for name, text in {**saved(), **changed_texts}.items()}
        store.change_place(place_id, Place.model_validate(texts), session.author)

    key = f"place-{opened.id}-{{}}".format
    return SavedFields(session, opened.id, "place", FIELDS, key, saved=saved, save=save, with_button=True)
