"""Cards of a place, written and changed: two people on one card lose nothing of what either wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from placecheck.place import Card
from placecheck.storage import KeptCard
from placecheck.web.components.card_form import card_draft, show_card_form
from placecheck.web.components.card_form_fields import FIELDS
from placecheck.web.components.card_history import show_card_history
from placecheck.web.components.card_photos import show_card_photos
from placecheck.web.components.draft import Draft
from placecheck.web.components.edited_card import EditedCard, begin_edit, remember_edit, reset_card_form
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, Session
from placecheck.words import card_editing as w
from placecheck.words import say


def show_add_card(session: Session, opened: OpenAssessment, kinds: Sequence[str]) -> None:
    """Show room for one more card; the form is empty again once a card is saved."""
    st.header(say(w.ADD[kinds[0]]), anchor=False)
    kind = kinds[0]
    if len(kinds) > 1:
        kind = st.radio(
            say(w.WHICH), kinds, format_func=lambda option: say(w.KINDS[option]), horizontal=True, key="add-kind"
        )
    count = int(session.widget_value("cards-added") or 0)
    kept_cards = place_cards.kept_cards(opened)
    draft = card_draft(session, opened, f"add-card-{kind}", count, kind)
    card = show_card_form(opened, kind, draft, ids={kept_card.card.id for kept_card in kept_cards})
    if card is not None and place_cards.place_id_of(opened) is not None:
        draft.drop()
        card_keeping.keep_card(session, opened, card)
        session.set_widget_value("cards-added", count + 1)
        session.rerun_with_toast(say(w.KEPT))


def show_edited_card(session: Session, opened: OpenAssessment, kinds: Sequence[str]) -> None:
    """Show the form of the card that the address names, with buttons to remove it and to erase it."""
    place_id, id_ = place_cards.place_id_of(opened), session.query_param(CARD)
    kept_card = next((candidate for candidate in place_cards.kept_cards(opened) if candidate.card.id == id_), None)
    if kept_card is None or place_id is None or kept_card.card.kind not in kinds or kept_card.card.kind not in FIELDS:
        return
    edited = begin_edit(session, kept_card)
    with st.container(border=True):
        st.header(escape(kept_card.card.words[:80]), anchor=False)
        draft = card_draft(session, opened, f"edit-{id_}", edited.turn, kept_card.card.kind)
        card = show_card_form(opened, kept_card.card.kind, draft, edited)
        if card is not None:
            _keep(session, opened, card, edited, draft)
        show_card_photos(session, opened, place_id, kept_card)
        show_card_history(session, opened, kept_card.card.id, lambda: reset_card_form(session, kept_card.card.id))
        _ways_off(session, opened, kept_card)


def _keep(session: Session, opened: OpenAssessment, card: Card, edited: EditedCard, draft: Draft) -> None:
    """Keep `card`, and close its form; where somebody else changed the same fields since, ask there first."""
    conflict = card_keeping.change_card(session, opened, card, edited.seen.sequence)
    if conflict is not None:
        remember_edit(session, edited.merged_with(card, conflict.current))
        st.rerun()
    draft.drop()
    reset_card_form(session, card.id)
    session.set_query(**{CARD: None})
    session.rerun_with_toast(say(w.KEPT))


def _ways_off(session: Session, opened: OpenAssessment, kept_card: KeptCard) -> None:
    id_ = kept_card.card.id

    def closing(act: Callable[[], object], words: str) -> Callable[[], None]:
        def done() -> None:
            reset_card_form(session, id_)
            session.set_query(**{CARD: None})
            session.toast_on_next_page(words)
            act()

        return done

    with st.container(horizontal=True):
        st.button(say(w.CLOSE), key=f"close-{id_}", on_click=uninterrupted(closing(lambda: None, "")))
        off = closing(lambda: card_keeping.remove_card(session, opened, id_), say(w.TAKEN_OFF))
        st.button(say(w.TAKE_OFF), key=f"off-{id_}", on_click=uninterrupted(off))
        erase = closing(lambda: card_keeping.erase_card(opened, id_), say(w.ERASED))
        with st.popover(say(w.ERASE)):
            st.markdown(say(w.ERASE_ABOUT))
            st.button(say(w.ERASE_YES), key=f"erase-{id_}", type="primary", on_click=uninterrupted(erase))
