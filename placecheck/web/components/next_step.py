"""One next step, changed in place: each field is kept as it is left, and said to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from placecheck.dates import field_words
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.outcome_fields import show_outcome_fields
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import assessments
from placecheck.web.state.language import localised_fragment
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import answering, say
from placecheck.words import deciding as w

TEXTS = {"what": w.WHAT, "first_step": w.FIRST_STEP, "who": w.WHO, "when": w.WHEN, "power": w.POWER}
FIELDS = ("indicator", *TEXTS)
MAX_LINE_LENGTH = 300
"""Characters that fit into one line of a step."""


@dataclass(frozen=True)
class NextStepForm:
    """One step of an assessment, and the widgets that change it."""

    session: Session
    opened: assessments.OpenAssessment
    number: int

    def key(self, part: str) -> str:
        """Return the widget's key: its own for every assessment and step."""
        return f"step-{self.opened.id}-{self.number}-{part}"

    def typed(self) -> dict[str, Any]:
        """Return what the fields hold."""
        return typed_step(self.session, self.key)

    @property
    def fields(self) -> SavedFields:
        """Return the fields, each saved as it is left."""
        return SavedFields(
            self.session, self.opened.id, f"step-{self.number}", FIELDS, self.key, saved=self.saved, save=self.save
        )

    def saved(self) -> dict[str, str]:
        """Return what is stored in each field now."""
        action = assessments.current_store().actions(self.opened.id).get(self.number)
        texts = {name: (action and getattr(action, name)) or "" for name in FIELDS}
        return {name: field_words(text) if name == "when" else text for name, text in texts.items()}

    def save(self, changed_texts: Mapping[str, str]) -> None:
        """Save what was changed; where nothing says what will be tried, that alone stays as it is stored."""
        action = assessments.current_store().actions(self.opened.id).get(self.number)
        changed = {name: text.strip() or None for name, text in changed_texts.items() if text.strip() or name != "what"}
        if action is not None and changed:
            step = action.model_copy(update=changed)
            assessments.current_store().change_action(self.opened.id, self.number, step, self.session.author)


def typed_step(session: Session, key: Callable[[str], str]) -> dict[str, Any]:
    """Return what the fields of a step hold, each under its key."""
    values = {name: session.widget_value(key(name)) for name in FIELDS}
    return {name: (value or "").strip() or None for name, value in values.items()}


def step_fault(values: Mapping[str, Any]) -> str | None:
    """Return what is missing or wrong in the fields, in words for the person who filled them in."""
    if not values["what"]:
        return say(w.WHAT_MISSING)
    return None


def step_subject(opened: assessments.OpenAssessment, indicator: str | None) -> str:
    """Return the name of what a step is about."""
    known = opened.rubric.by_id.get(indicator) if indicator else None
    return known.name if known else say(w.ABOUT_NOTHING)


@localised_fragment
def show_next_step(form: NextStepForm) -> None:
    """Show the fields of a step as they are stored, each saved when it loses focus."""
    action = assessments.current_store().actions(form.opened.id).get(form.number)
    if action is None:
        return
    drawn = form.session.widget_value(form.key("what")) is not None
    wrong = step_fault(form.typed()) if drawn else None
    form.fields.fill_saved(except_fields=("what",) if wrong else ())
    with st.container(border=True, key=f"step-{form.number}"):
        slot = show_step_fields(form)
        form.fields.show_state()
        show_outcome_fields(form.session, form.opened, form.number, action)
        with st.container(horizontal=True, vertical_alignment="center"):
            if wrong:
                show_fault(slot, say(w.WHAT), wrong, f"step-{form.number}")
            elif not form.fields.stored():
                st.markdown(f":material/check: {say(answering.SAVED)}")
            if st.button(say(w.REMOVE_STEP), key=form.key("remove"), type="tertiary"):
                assessments.current_store().remove_action(form.opened.id, form.number, form.session.author)
                st.rerun()


def show_step_fields(form: NextStepForm) -> Slot:
    """Show what will be tried in a line of its own, the rest in pairs; return the fault slot of the first."""
    ids = ["", *(indicator.id for indicator in form.opened.result.indicators())]
    save_changes = uninterrupted(form.fields.save_changes)
    st.text_input(say(w.WHAT), key=form.key("what"), on_change=save_changes)
    slot = fault_slot()
    st.text_input(say(w.FIRST_STEP), key=form.key("first_step"), on_change=save_changes)
    left, right = st.columns(2)
    for column, name in ((left, "who"), (right, "when"), (left, "power")):
        column.text_input(say(TEXTS[name]), key=form.key(name), on_change=save_changes, max_chars=MAX_LINE_LENGTH)
    right.selectbox(
        say(w.ABOUT_WHAT),
        ids,
        format_func=lambda id_: step_subject(form.opened, id_),
        key=form.key("indicator"),
        on_change=save_changes,
    )
    return slot
