"""The next steps of a place, each editable where it is shown, with room for one more."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from placecheck.assessment import Action
from placecheck.dates import when_words
from placecheck.views.outcome_words import outcome_lines
from placecheck.views.results import highlights
from placecheck.views.results.results import results_view
from placecheck.web.components.draft import Draft
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.next_step import (
    MAX_LINE_LENGTH,
    TEXTS,
    NextStepForm,
    show_next_step,
    step_fault,
    step_subject,
    typed_step,
)
from placecheck.web.components.pinned_passages import show_pinned_passages
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.components.undo import show_undo
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import deciding as w
from placecheck.words import report, say

ADD = "add-step"
"""The key of the container of a step that is not added yet."""

LINES = ("who", "when", "power")
"""Fields that hold one line."""

SHOWN_LABELS = {"when": report.WHEN}
"""What a field is called where it is read and not filled in."""


def show_next_steps(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show every next step of one's own, room for one more, and who was missing; strengths to build on come first."""
    show_strengths(opened)
    actions = assessments.current_store().actions(opened.id)
    if not actions:
        st.markdown(say(w.NO_STEPS))
    for number in actions:
        show_next_step(NextStepForm(session, opened, number))
    show_undo(session, opened)
    show_new_step(session, opened)
    show_missing_voices(session, opened)
    show_pinned_passages(session, opened)


def show_strengths(opened: assessments.OpenAssessment) -> None:
    """Show what is strong in the place, to begin from."""
    view = results_view(opened.rubric, opened.assessment, opened.result)
    if view.strong:
        highlights_found = highlights.strong_highlights(opened.rubric, opened.assessment, opened.result, view.strong)
        st.markdown(f"**{say(w.BUILD_ON)}:** {escape('; '.join(item.name for item in highlights_found))}.")


def show_read_only(opened: assessments.OpenAssessment, action: Action) -> None:
    """Show a step that cannot be changed."""
    with st.container(border=True):
        st.markdown(f"**{escape(action.what)}**  \n{escape(step_subject(opened, action.indicator))}")
        for name, label in TEXTS.items():
            value = getattr(action, name)
            if value and name != "what":
                words = when_words(value) if name == "when" else value
                st.markdown(f"{say(SHOWN_LABELS.get(name, label))}  \n{escape(words)}")
        if action.outcome:
            st.markdown("  \n".join(map(escape, outcome_lines(action.outcome))))


def show_empty_fields(opened: assessments.OpenAssessment, key: Callable[[str], str], left: Callable[..., None]) -> Slot:
    """Show the empty fields of a step; `left` is called when one is left. Return the fault slot of the first."""
    ids = [None, *(indicator.id for indicator in opened.result.indicators())]
    st.selectbox(
        say(w.ABOUT_WHAT), ids, format_func=lambda id_: step_subject(opened, id_), key=key("indicator"), on_change=left
    )
    slots = []
    for name, label in TEXTS.items():
        st.text_input(say(label), key=key(name), on_change=left, max_chars=MAX_LINE_LENGTH if name in LINES else None)
        slots.append(fault_slot())
    return slots[0]


def show_new_step(session: Session, opened: assessments.OpenAssessment) -> None:
    """Room for one more step: empty again once one is kept, and a draft until then.

    It is kept before the page is drawn, so that no other click can come between, and once, however often one clicks.
    """
    count_key = f"added-{opened.id}"
    count = session.widget_value(count_key) or 0
    key = f"add-{opened.id}-{count}-{{}}".format

    draft = Draft(session, opened.id, "step", ("indicator", *TEXTS), key)

    def is_sent() -> bool:
        return (session.widget_value(count_key) or 0) > count

    def keep() -> None:
        step = typed_step(session, key)
        if step_fault(step) is None and not is_sent() and not draft.theirs:
            session.set_widget_value(count_key, count + 1)
            draft.drop()
            assessments.current_store().add_action(opened.id, Action(**step), session.author)

    st.header(say(w.ADD_STEP), anchor=False)
    draft.fill()
    with st.container(border=True, key=ADD):
        slot = show_empty_fields(opened, key, uninterrupted(lambda: None if is_sent() else draft.keep()))
        sent = st.button(say(w.ADD), type="primary", key=key("send"), on_click=uninterrupted(keep))
        if sent and (wrong := step_fault(typed_step(session, key))):
            show_fault(slot, say(w.WHAT), wrong, ADD)
        draft.show_state()


def show_missing_voices(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show the field for who was not in the room, filled in before the group leaves."""
    store = assessments.current_store()
    name = "missing"
    field = SavedFields(
        session,
        opened.id,
        name,
        (name,),
        f"{{}}-{opened.id}".format,
        saved=lambda: {name: store.setting(opened.id).missing_voices or ""},
        save=lambda changed_texts: store.set_missing_voices(
            opened.id, changed_texts[name].strip() or None, session.author
        ),
    )
    field.fill_saved()
    save_changes = uninterrupted(field.save_changes)
    st.text_area(say(w.MISSING_VOICES), key=field.key(name), on_change=save_changes, max_chars=10_000)
    field.show_state()
