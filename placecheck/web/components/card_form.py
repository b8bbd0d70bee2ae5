"""One form for cards of any kind: a fault is shown at its field, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange.card_cells import as_cells
from placecheck.exchange.card_table import card_of_cells
from placecheck.place import Card
from placecheck.place.file import card_data
from placecheck.web.components.card_conflict import show_conflict, show_others, show_refilled
from placecheck.web.components.card_form_fields import (
    FIELDS,
    LIST_SEPARATOR,
    TYPED,
    CardField,
    kept_text,
    shown_text,
    widget_value,
)
from placecheck.web.components.draft import Draft, show_choice_not_kept
from placecheck.web.components.edited_card import EditedCard
from placecheck.web.components.focus_field import fault_slot, focus_on
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import card_fields as w
from placecheck.words import say

MAX_LINE_LENGTH, MAX_TEXT_LENGTH = 300, 10_000
"""How many characters fit on a line, and into a text."""


def card_draft(session: Session, opened: OpenAssessment, form: str, turn: int, kind: str) -> Draft:
    """Return the draft of what is typed in the form of a card; with another `turn` its fields are empty."""
    names = tuple(field.key for field in FIELDS[kind] if field.widget in TYPED)
    return Draft(session, opened.id, form, names, f"{form}-{turn}-{{}}".format)


def show_card_form(
    opened: OpenAssessment, kind: str, draft: Draft, edited: EditedCard | None = None, *, ids: Collection[str] = ()
) -> Card | None:
    """Show the form of a card, of a new one where none is `edited`, and return the card that was sent, or None.

    A new card gets an id that is not among `ids`. What was typed stays in its fields where it cannot be taken, with
    each fault named there, and what somebody else wrote in a field that was changed here too.
    """
    card, cells = (edited.seen.card, edited.cells) if edited else (None, {})
    if edited is not None:
        show_refilled(draft, kind, edited)
    draft.fill({field.key: shown_text(field, cells[field.key]) for field in FIELDS[kind] if field.key in cells})
    within = draft.key("room")  # a form has no class of its own by which the focus could find it
    with st.container(key=within), st.form(draft.key("form"), border=card is not None, enter_to_submit=False):
        typed, slots = {}, {}
        for field in FIELDS[kind]:
            typed[field.key] = _widget(opened, field, cells, draft)
            slots[field.key] = fault_slot()
            if edited is not None:
                show_others(opened, field, edited, draft, slots[field.key])
        if any(field.widget not in TYPED for field in FIELDS[kind]):
            show_choice_not_kept(say(w.KEEP))
        sent = st.form_submit_button(say(w.KEEP), type="primary")
    if edited is not None and edited.theirs:
        show_conflict(kind, edited, within, sent=sent)
        return None
    if not sent or not draft.keep():
        draft.show_state()
        return None
    try:
        return typed_card(kind, card, typed, ids)
    except InputError as error:
        fields = {field.key: field for field in FIELDS[kind]}
        labels = {key: say(field.label) for key, field in fields.items()}
        empty = {key: empty_words(field) for key, field in fields.items() if not typed[key].strip()}
        _show_faults(error, labels, empty, slots, within)
        return None


def typed_card(kind: str, card: Card | None, typed: Mapping[str, str], ids: Collection[str] = ()) -> Card:
    """Return `card`, or a new one of `kind`, with what was `typed` into its fields; what no field shows stays.

    Raises:
        InputError: A field does not hold what it should.
    """
    cells = as_cells(card_data(card)) if card else {"kind": kind}
    rest = {path: text for path, text in cells.items() if path not in typed}
    filled = {path: text for path, text in typed.items() if text}
    return card_of_cells({**rest, **filled}, ids)


def empty_words(field: CardField) -> str:
    """Return what a person can do about a field that they left empty and that the card needs."""
    return say(w.WRITE_HERE if field.widget in TYPED else w.CHOOSE_HERE)


def _show_faults(
    error: InputError, labels: Mapping[str, str], empty: Mapping[str, str], slots: Mapping[str, Slot], key: str
) -> None:
    """Show each fault at its field, and say at the foot that nothing was taken; the first on the form gets the focus.

    Of a field that was left `empty` it says what to do there, not what a file would lack.
    """
    order = [*labels]
    on_form = sorted(error.findings, key=lambda fault: order.index(fault.key) if fault.key in labels else len(order))
    for at, fault in enumerate(on_form):
        words = " ".join((labels.get(fault.key, fault.key), empty.get(fault.key) or f"{fault.what} {fault.hint}"))
        if fault.key in slots:
            slots[fault.key].error(escape(words))
        else:
            st.error(escape(words))
        if at == 0 and fault.key in labels:
            focus_on(labels[fault.key], key)
    st.error(say(w.NOT_TAKEN))


def _widget(opened: OpenAssessment, field: CardField, cells: Mapping[str, str], draft: Draft) -> str:
    """Draw a field with its current value, and return what it holds as the text of a cell."""
    current_text, key = cells.get(field.key, ""), draft.key(field.key)
    label = say(field.label)
    is_long = field.widget == "line" and (len(current_text) > MAX_LINE_LENGTH or "\n" in current_text)
    if draft.session.widget_value(key) is None:
        draft.session.set_widget_value(key, widget_value(field, current_text))
    match "text" if is_long else field.widget:
        case "text":
            return st.text_area(label, key=key, max_chars=MAX_TEXT_LENGTH, height=90)
        case "choice":
            options = ["", *(field.options or {})]
            return st.selectbox(label, options, format_func=lambda word: _named(field, word), key=key) or ""
        case "several":
            return _several(label, {word: _named(field, word) for word in field.options or {}}, current_text, key)
        case "indicators":
            names = {indicator.id: indicator.name for indicator in opened.rubric.indicators()}
            return _several(label, names, current_text, key)
    return kept_text(field, st.text_input(label, key=key, max_chars=MAX_LINE_LENGTH), current_text)


def _several(label: str, names: Mapping[str, str], current_text: str, key: str) -> str:
    """Let several of `names` be chosen; what the card has beside them stays, as another rubric's indicators do."""
    before = current_text.split(LIST_SEPARATOR) if current_text else []
    shown = {word: names.get(word, word) for word in (*names, *before)}
    return LIST_SEPARATOR.join(
        st.multiselect(label, list(shown), format_func=shown.__getitem__, key=key, placeholder="")
    )


def _named(field: CardField, word: str) -> str:
    return say(field.options[word]) if field.options and word else say(w.NOT_SAID)
