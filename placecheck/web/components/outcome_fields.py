"""What became of a next step: a state, what was seen of it and when, and why; each kept as it is left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import streamlit as st

from placecheck.assessment import Action
from placecheck.assessment.model import Outcome
from placecheck.dates import field_words
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import assessments
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import outcomes as w
from placecheck.words import say

TEXTS = {"seen": w.STEP_SEEN, "when": w.STEP_WHEN, "because": w.STEP_BECAUSE}
FIELDS = ("state", *TEXTS)


def saved_outcome(session: Session, opened: OpenAssessment, number: int) -> SavedFields:
    """Return the fields of what became of the step `number`."""
    store = assessments.current_store()

    def written() -> dict[str, str]:
        action = store.actions(opened.id).get(number)
        outcome = action.outcome if action else None
        return {name: (outcome and getattr(outcome, name)) or "" for name in FIELDS}

    def saved() -> dict[str, str]:
        texts = written()
        return texts | {"when": field_words(texts["when"])}

    def save(changed_texts: Mapping[str, str]) -> None:
        action = store.actions(opened.id).get(number)
        texts = {name: text.strip() or None for name, text in {**written(), **changed_texts}.items()}
        if action is not None:
            outcome = Outcome.model_validate({**dict(action.outcome or ()), **texts}) if texts["state"] else None
            store.change_action(opened.id, number, action.model_copy(update={"outcome": outcome}), session.author)

    key = f"outcome-{opened.id}-{number}-{{}}".format
    return SavedFields(session, opened.id, f"outcome-{number}", FIELDS, key, saved=saved, save=save)


def show_outcome_fields(session: Session, opened: OpenAssessment, number: int, action: Action) -> None:
    """Show what is known of the step, to be changed in place. The texts wait until there is a state."""
    fields = saved_outcome(session, opened, number)
    fields.fill_saved()
    save_changes = uninterrupted(fields.save_changes)
    states = ["", *get_args(Outcome.model_fields["state"].annotation)]
    left, right = st.columns(2)
    left.selectbox(
        say(w.STEP_STATE),
        states,
        format_func=lambda word: say(w.STATES[word]) if word else say(w.STEP_NOT_SAID),
        key=fields.key("state"),
        on_change=save_changes,
    )
    if action.outcome:
        for name, column in zip(TEXTS, (right, left, right), strict=True):
            column.text_input(say(TEXTS[name]), key=fields.key(name), max_chars=300, on_change=save_changes)
    fields.show_state()
