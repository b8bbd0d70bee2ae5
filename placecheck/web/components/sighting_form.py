"""What has been seen of a decision, added to what was seen before; and the slips that speak to it."""

from __future__ import annotations

import streamlit as st

from placecheck.dates import day_words, local_today
from placecheck.place import Decision, Slip, cards_of
from placecheck.place.decision import Contribution, Sighting
from placecheck.views.comparison.assessment_name import distinct_labels, shortened
from placecheck.web.components.draft import show_choice_not_kept
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.window_draft import draft_of_window
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state import card_keeping
from placecheck.web.state.session import CARD, Session
from placecheck.words import card_fields as w
from placecheck.words import outcomes as outcome_words
from placecheck.words import say

MAX_SLIP_LENGTH = 80
"""Characters of a slip in the list to choose from."""


def show_sighting_form(session: Session, opened: OpenAssessment) -> None:
    """Ask what has been seen of the decision that the address names, and which slips speak to it."""
    cards = place_cards.cards_of_place(opened)
    decision = next((card for card in cards_of(cards, Decision) if card.id == session.query_param(CARD)), None)
    if decision is None:
        return
    with st.container(border=True):
        st.header(escape(decision.words), anchor=False)
        _sighting(session, opened, decision)
        _slips(session, opened, decision, {slip.id: slip.words for slip in cards_of(cards, Slip)})


def _sighting(session: Session, opened: OpenAssessment, decision: Decision) -> None:
    form, turn = f"seen-{decision.id}", _turn(session, f"seen-{decision.id}")
    draft = draft_of_window(session, opened.id, form, ("what", "by", "when"), f"{form}-{turn}-{{}}".format)
    draft.fill({"when": day_words(local_today())})
    within = draft.key("room")  # a form has no class of its own by which the focus could find it
    with st.container(key=within), st.form(draft.key("form"), border=False, enter_to_submit=False):
        st.text_area(say(w.SEEN_WHAT), key=draft.key("what"), max_chars=4000, height=90)
        at_what = fault_slot()
        st.text_input(say(w.SEEN_BY), key=draft.key("by"), max_chars=300)
        st.text_input(say(w.WHEN), key=draft.key("when"), max_chars=300)
        sent = st.form_submit_button(say(outcome_words.ADD_SEEN), type="primary")
    typed = {name: text.strip() for name, text in draft.typed().items()}
    if sent and typed.get("what") and draft.keep():
        seen = (*decision.seen, Sighting.model_validate(typed))
        if _keep(session, opened, decision, decision.model_copy(update={"seen": seen})):
            draft.drop()
            _begin_again(session, form)
    draft.show_state()
    if sent and not typed.get("what"):
        show_fault(at_what, say(w.SEEN_WHAT), say(w.SEEN_MISSING), within)


def _slips(session: Session, opened: OpenAssessment, decision: Decision, words: dict[str, str]) -> None:
    if not words:
        return
    form = f"slips-of-{decision.id}"
    key = f"{form}-{_turn(session, form)}"
    before = _as_chosen_from(session, decision, key)
    contribution = before.said or Contribution()
    if session.widget_value(key) is None:
        session.set_widget_value(key, [id_ for id_ in contribution.slips if id_ in words])
    names = distinct_labels({id_: shortened(text, MAX_SLIP_LENGTH) for id_, text in words.items()})
    with st.form(f"{key}-form", border=False):
        chosen = st.multiselect(
            say(outcome_words.SLIPS), list(names), format_func=names.__getitem__, key=key, placeholder=""
        )
        show_choice_not_kept(say(outcome_words.KEEP_SLIPS))
        sent = st.form_submit_button(say(outcome_words.KEEP_SLIPS))
    if sent:
        with_slips = contribution.model_copy(update={"slips": tuple(chosen)})
        if _keep(session, opened, before, before.model_copy(update={"said": with_slips})):
            _begin_again(session, form)


def _as_chosen_from(session: Session, decision: Decision, key: str) -> Decision:
    """Return the decision as it stood when its slips were first shown to be chosen from in the widget `key`."""
    if session.widget_value(f"{key}-before") is None:
        session.set_widget_value(f"{key}-before", decision)
    before = session.widget_value(f"{key}-before")
    return before if isinstance(before, Decision) else decision


def _keep(session: Session, opened: OpenAssessment, before: Decision, after: Decision) -> bool:
    """Keep what changed between `before` and `after`, with what others changed meanwhile; return whether it is kept."""
    if place_cards.place_id_of(opened) is None:
        return False
    if card_keeping.change_cards(session, opened, [(before, after)]):
        st.error(say(outcome_words.NOT_TAKEN))
        return False
    return True


def _turn(session: Session, form: str) -> int:
    """Return how often `form` was sent from this window: each time its fields begin empty again."""
    return int(session.widget_value(f"{form}-turn") or 0)


def _begin_again(session: Session, form: str) -> None:
    session.set_widget_value(f"{form}-turn", _turn(session, form) + 1)
    st.rerun()
