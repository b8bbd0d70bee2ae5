"""One form for cards of any kind: which fields it has is data, and a fault stands beside the form, nothing lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange.card_cells import as_cells
from placecheck.exchange.card_table import card_of_cells
from placecheck.place import Card
from placecheck.place.asset import Layer
from placecheck.place.decision import Effect
from placecheck.place.file import card_data
from placecheck.web.components.draft import Draft, show_choice_not_kept
from placecheck.web.components.focus_field import focus_on, room_for_fault
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import card_fields as w
from placecheck.words import ideas, say
from placecheck.words import outcomes as outcome_words
from placecheck.words import what_is_here as here_words

Widget = Literal["line", "text", "choice", "several", "indicators"]
BETWEEN = "; "
TYPED = ("line", "text")
"""How fields are filled in that a person types in."""

LINE, STORY = 300, 10_000
"""How many characters fit on a line, and into a text."""


@dataclass(frozen=True, slots=True)
class CardField:
    """One field of a form: the key that it fills in, its label, and how it is filled in."""

    key: str
    label: str
    widget: Widget = "line"
    options: Mapping[str, str] | None = None


LAYERS = {layer: here_words.LAYERS[layer] for layer in get_args(Layer)}
EFFECTS = {effect: outcome_words.EFFECTS[effect] for effect in get_args(Effect)}
WHO = (CardField("by", w.BY), CardField("date", w.DATE))
OF_ALL = (
    CardField("true_for", w.TRUE_FOR),
    CardField("not_for", w.NOT_FOR),
    CardField("indicators", w.INDICATORS, "indicators"),
)
FIELDS: Mapping[str, tuple[CardField, ...]] = {
    "here": (
        CardField("words", w.WORDS_HERE),
        CardField("layer", w.LAYER, "choice", LAYERS),
        CardField("more", w.MORE, "text"),
        CardField("where.words", w.WHERE),
        CardField("keeper", w.KEEPER),
        CardField("rests_on", w.RESTS_ON, "several", here_words.RESTS),
        CardField("purposes", w.PURPOSES),
        CardField("open_to", w.OPEN_TO),
        CardField("use", w.USE, "choice", here_words.USES),
        CardField("spare", w.SPARE),
        CardField("threat", w.THREAT),
        CardField("ends", w.ENDS),
        CardField("checked", w.CHECKED),
        *WHO,
        *OF_ALL,
    ),
    "pot": (
        CardField("words", w.WORDS_POT),
        CardField("holder", w.HOLDER),
        CardField("decides", w.DECIDES),
        CardField("residents_say", w.RESIDENTS_SAY, "choice", here_words.SAYS),
        CardField("residents_could", w.RESIDENTS_COULD, "text"),
        CardField("amount", w.AMOUNT),
        CardField("purposes", w.PURPOSES_POT),
        CardField("spent_near", w.SPENT_NEAR),
        CardField("threat", w.THREAT),
        CardField("ends", w.ENDS),
        CardField("checked", w.CHECKED),
        *WHO,
        *OF_ALL,
    ),
    "figure": (
        CardField("words", w.WORDS_FIGURE),
        CardField("value", w.VALUE),
        CardField("unit", w.UNIT),
        CardField("year", w.YEAR),
        CardField("area", w.AREA),
        CardField("source", w.SOURCE),
        CardField("care", w.CARE, "text"),
        CardField("indicators", w.INDICATORS, "indicators"),
    ),
    "heard": (
        CardField("words", w.WORDS_HEARD, "text"),
        CardField("question", w.QUESTION),
        *WHO,
        *OF_ALL,
    ),
    "decision": (
        CardField("words", w.WORDS_DECISION),
        CardField("asked.by", w.ASKED_BY),
        CardField("asked.when", w.WHEN),
        CardField("asked.question", w.ASKED_QUESTION, "text"),
        CardField("asked.could_change", w.COULD_CHANGE),
        CardField("said.words", w.SAID_WORDS, "text"),
        CardField("decided.what", w.DECIDED_WHAT, "text"),
        CardField("decided.by", w.DECIDED_BY),
        CardField("decided.when", w.WHEN),
        CardField("decided.effect", w.EFFECT, "choice", EFFECTS),
        CardField("decided.because", w.BECAUSE),
        CardField("promised.what", w.PROMISED_WHAT),
        CardField("promised.by", w.PROMISED_BY),
        CardField("promised.when", w.PROMISED_WHEN),
        CardField("closed", w.CLOSED),
    ),
    "idea": (
        CardField("words", ideas.NAME),
        CardField("more", w.MORE, "text"),
        CardField("change", ideas.CHANGE, "text"),
        CardField("lack", ideas.LACK, "text"),
        CardField("thanks", ideas.THANKS, "text"),
        CardField("cost", ideas.WHAT_COST, "text"),
        CardField("worked", ideas.WHAT_WORKED, "text"),
        CardField("failed", ideas.WHAT_FAILED, "text"),
        *OF_ALL,
    ),
}
"""The fields of each kind of card, in the order of its form. What no field shows stays as it is."""

FIRST = {"here": 5, "pot": 4, "figure": 6, "heard": 3, "decision": 5, "idea": 5}
"""How many fields of a form are seen at once; the others are behind one heading."""


def card_draft(session: Session, opened: OpenAssessment, form: str, turn: int, kind: str) -> Draft:
    """Return the draft of what is typed in the form of a card; with another `turn` its fields are empty."""
    names = tuple(field.key for field in FIELDS[kind] if field.widget in TYPED)
    return Draft(session, opened.id, form, names, f"{form}-{turn}-{{}}".format)


def show_card_form(
    opened: OpenAssessment, kind: str, card: Card | None, draft: Draft, ids: Collection[str]
) -> Card | None:
    """Show the form of a card, of a new one where `card` is None; the card that was sent, or None.

    A new card gets an id that is not among `ids`. What was typed stays in its fields where it cannot be taken, with
    each fault named there.
    """
    cells = as_cells(card_data(card)) if card else {}
    draft.fill(cells)
    key = draft.key("form")
    room = draft.key("room")  # a form has no class of its own by which the focus could find it
    with st.container(key=room), st.form(key, border=card is not None, enter_to_submit=False):
        typed, slots = {}, {}
        for field in FIELDS[kind]:
            typed[field.key] = _widget(opened, field, cells, draft.key(field.key))
            slots[field.key] = room_for_fault()
        if any(field.widget not in TYPED for field in FIELDS[kind]):
            show_choice_not_kept(say(w.KEEP))
        sent = st.form_submit_button(say(w.KEEP), type="primary")
    if not sent or not draft.keep():
        draft.show_state()
        return None
    try:
        return typed_card(kind, card, typed, ids)
    except InputError as error:
        fields = {field.key: field for field in FIELDS[kind]}
        labels = {key: say(field.label) for key, field in fields.items()}
        empty = {key: empty_words(field) for key, field in fields.items() if not typed[key].strip()}
        _show_faults(error, labels, empty, slots, room)
        return None


def typed_card(kind: str, card: Card | None, typed: Mapping[str, str], ids: Collection[str] = ()) -> Card:
    """Return `card`, or a new one of `kind`, with what was `typed` into its fields; what no field shows stays.

    Raises InputError.
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
    """Show each fault at its field, and say at the foot that nothing was taken; the first one gets the focus.

    Of a field that was left `empty` it says what to do there, not what a file would lack.
    """
    for at, fault in enumerate(error.findings):
        words = " ".join((labels.get(fault.key, fault.key), empty.get(fault.key) or f"{fault.what} {fault.hint}"))
        if fault.key in slots:
            slots[fault.key].error(escape(words))
        else:
            st.error(escape(words))
        if at == 0 and fault.key in labels:
            focus_on(labels[fault.key], key)
    st.error(say(w.NOT_TAKEN))


def _widget(opened: OpenAssessment, field: CardField, cells: Mapping[str, str], key: str) -> str:
    """Draw a field with its current value, and return what it holds as the text of a cell."""
    current_text = cells.get(field.key, "")
    label = say(field.label)
    is_long = field.widget == "line" and (len(current_text) > LINE or "\n" in current_text)
    match "text" if is_long else field.widget:
        case "text":
            return st.text_area(label, key=key, max_chars=STORY, height=90)
        case "choice":
            options = ["", *(field.options or {})]
            at = options.index(current_text) if current_text in options else 0
            chosen = st.selectbox(label, options, at, format_func=lambda word: _named(field, word), key=key)
            return chosen or ""
        case "several":
            return _several(label, {word: _named(field, word) for word in field.options or {}}, current_text, key)
        case "indicators":
            names = {indicator.id: indicator.name for indicator in opened.rubric.indicators()}
            return _several(label, names, current_text, key)
    return st.text_input(label, key=key, max_chars=LINE)


def _several(label: str, names: Mapping[str, str], current_text: str, key: str) -> str:
    """Let several of `names` be chosen; what the card has beside them stays, as another rubric's indicators do."""
    before = current_text.split(BETWEEN) if current_text else []
    shown = {word: names.get(word, word) for word in (*names, *before)}
    return BETWEEN.join(
        st.multiselect(label, list(shown), before, format_func=shown.__getitem__, key=key, placeholder="")
    )


def _named(field: CardField, word: str) -> str:
    return say(field.options[word]) if field.options and word else say(w.NOT_SAID)
