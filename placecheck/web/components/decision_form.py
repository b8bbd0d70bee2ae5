"""What has been seen of a decision, added to what was seen before; and the slips that speak to it."""

from __future__ import annotations

import streamlit as st

from placecheck.place import Decision, Slip, cards_of
from placecheck.place.decision import Contribution, Sighting
from placecheck.web.components.draft import Draft, show_choice_not_kept
from placecheck.web.components.focus_field import room_for_fault, show_fault
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state import card_keeping
from placecheck.web.state.session import CARD, Session
from placecheck.words import card_fields as w
from placecheck.words import outcomes as outcome_words
from placecheck.words import say


def show_sighting_form(session: Session, opened: OpenAssessment) -> None:
    """Ask what has been seen of the decision that the address names, and which slips speak to it."""
    cards = place_cards.open_cards(opened)
    decision = next((card for card in cards_of(cards, Decision) if card.id == session.query_param(CARD)), None)
    if decision is None:
        return
    with st.container(border=True):
        st.header(escape(decision.words), anchor=False)
        _sighting(session, opened, decision)
        _slips(session, opened, decision, {slip.id: slip.words for slip in cards_of(cards, Slip)})


def _sighting(session: Session, opened: OpenAssessment, decision: Decision) -> None:
    form = f"seen-{decision.id}-{len(decision.seen)}"
    draft = Draft(session, opened.id, form, ("what", "by", "when"), f"{form}-{{}}".format)
    draft.fill({"when": place_cards.current_day().isoformat()})
    room = f"{form}-room"  # a form has no class of its own by which the focus could find it
    with st.container(key=room), st.form(form, border=False, enter_to_submit=False):
        st.text_area(say(w.SEEN_WHAT), key=draft.key("what"), max_chars=4000, height=90)
        at_what = room_for_fault()
        st.text_input(say(w.SEEN_BY), key=draft.key("by"), max_chars=300)
        st.text_input(say(w.WHEN), key=draft.key("when"), max_chars=300)
        sent = st.form_submit_button(say(outcome_words.ADD_SEEN), type="primary")
    typed = {name: text.strip() for name, text in draft.typed().items()}
    if sent and typed.get("what") and draft.keep():
        draft.drop()
        _keep(session, opened, decision.model_copy(update={"seen": (*decision.seen, Sighting.model_validate(typed))}))
    draft.show_state()
    if sent and not typed.get("what"):
        show_fault(at_what, say(w.SEEN_WHAT), say(w.SEEN_MISSING), room)


def _slips(session: Session, opened: OpenAssessment, decision: Decision, words: dict[str, str]) -> None:
    if not words:
        return
    contribution = decision.said or Contribution()
    with st.form(f"slips-of-{decision.id}", border=False):
        before = [id_ for id_ in contribution.slips if id_ in words]
        chosen = st.multiselect(
            say(outcome_words.SLIPS), list(words), before, format_func=lambda id_: words[id_][:80], placeholder=""
        )
        show_choice_not_kept(say(outcome_words.KEEP_SLIPS))
        sent = st.form_submit_button(say(outcome_words.KEEP_SLIPS))
    if sent:
        _keep(
            session,
            opened,
            decision.model_copy(update={"said": contribution.model_copy(update={"slips": tuple(chosen)})}),
        )


def _keep(session: Session, opened: OpenAssessment, decision: Decision) -> None:
    if place_cards.place_of(opened) is not None:
        card_keeping.keep_card(session, opened, decision)
        session.set_widget_value(f"seen-{decision.id}", None)
        st.rerun()
