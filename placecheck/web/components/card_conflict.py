"""Two people wrote in one field of a card: what the other one wrote is shown at the field, and somebody chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from placecheck.web.components.card_form_fields import FIELDS, TYPED, CardField, shown_text, widget_value
from placecheck.web.components.card_words import card_field_words, field_label
from placecheck.web.components.draft import Draft
from placecheck.web.components.edited_card import EditedCard, remember_edit
from placecheck.web.components.focus_field import focus_on
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.streamlit_private import Slot
from placecheck.words import card_editing as w
from placecheck.words import deciding, say


def show_refilled(draft: Draft, kind: str, edited: EditedCard) -> None:
    """Let the fields that are about to be drawn show what somebody else wrote where nothing was changed here."""
    if edited.refill:
        for field in FIELDS[kind]:
            text = edited.refill.get(field.key, "")
            draft.session.set_widget_value(draft.key(field.key), widget_value(field, text))
        remember_edit(draft.session, replace(edited, refill={}))


def show_others(opened: OpenAssessment, field: CardField, edited: EditedCard, draft: Draft, slot: Slot) -> None:
    """Show below a field what somebody else wrote in it, and ask whose words count; else what a draft there changes."""
    text = edited.theirs.get(field.key)
    if text is None:
        _show_kept(field, edited, draft, slot)
        return

    def choose(*, theirs: bool) -> Callable[[], None]:
        def chosen() -> None:
            if theirs:
                draft.session.set_widget_value(draft.key(field.key), widget_value(field, text))
            remember_edit(draft.session, replace(edited.resolved(field.key), refill={}))
            draft.keep()

        return uninterrupted(chosen)

    words = card_field_words(opened, edited.seen.card.kind, field.key, text)
    with slot:
        st.warning(escape(say(deciding.OTHERS_WROTE, words=words) if words else say(w.OTHERS_EMPTIED)))
        with st.container(horizontal=True):
            for label, takes_theirs in ((deciding.MINE_COUNTS, False), (deciding.TAKE_THEIRS, True)):
                st.form_submit_button(
                    say(label),
                    key=draft.key(f"theirs-{takes_theirs}-{field.key}"),
                    on_click=choose(theirs=takes_theirs),
                )


def _show_kept(field: CardField, edited: EditedCard, draft: Draft, slot: Slot) -> None:
    current_text = shown_text(field, edited.cells.get(field.key, ""))
    if field.widget in TYPED and current_text not in ("", draft.stored().get(field.key, current_text)):
        with slot:
            small(escape(say(deciding.AGREED_SO_FAR, words=current_text)))


def show_conflict(kind: str, edited: EditedCard, within: str, *, sent: bool) -> None:
    """Say where a choice is waited for; the first of these fields gets the focus when it comes up, and when `sent`."""
    labels = [field_label(kind, path) for path in edited.theirs]
    st.error(escape(say(w.CONFLICT, fields=" ".join(f"“{label}”" for label in labels))))
    if sent or edited.refill:
        focus_on(labels[0], within)
