"""Cards that were removed from a place: listed, brought back, or erased for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from placecheck.dates import day_words
from placecheck.storage import KeptCard
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, Session
from placecheck.words import card_editing as w
from placecheck.words import say, say_n

MAX_SHOWN = 20
"""How many cards are listed, the latest first; one that is brought back or erased makes room for the next."""


def show_removed_cards(session: Session, opened: OpenAssessment, kinds: Sequence[str]) -> None:
    """List the cards of `kinds` that were removed, each with the ways to bring it back and to erase it."""
    removed = [kept_card for kept_card in place_cards.removed_cards(opened) if kept_card.card.kind in kinds]
    if not removed:
        return
    for kept_card in removed:
        if kept_card.card.id == session.query_param(CARD):
            st.warning(escape(say(w.OFF_OPEN, day=_day(kept_card))))
    with st.expander(say_n(w.OFF_TITLE, len(removed)), key="cards-off"):
        small(say_n(w.OFF_ABOUT, len(removed)))
        for kept_card in removed[:MAX_SHOWN]:
            _show_card(session, opened, kept_card)


def _show_card(session: Session, opened: OpenAssessment, kept_card: KeptCard) -> None:
    id_ = kept_card.card.id

    def then(act: Callable[[], None], words: str) -> Callable[[], None]:
        def done() -> None:
            session.toast_on_next_page(say(words))
            act()

        return uninterrupted(done)

    bring_back = then(lambda: card_keeping.keep_card(session, opened, kept_card.card), w.CARD_BACK)
    erase = then(lambda: card_keeping.erase_card(opened, id_), w.ERASED)
    with st.container(border=True):
        st.markdown(escape(kept_card.card.words))
        small(escape(say(w.OFF_SINCE, day=_day(kept_card))))
        with st.container(horizontal=True):
            st.button(say(w.BRING_CARD_BACK), key=f"card-back-{id_}", on_click=bring_back)
            with st.popover(say(w.ERASE), key=f"off-erase-{id_}"):
                st.markdown(say(w.ERASE_ABOUT))
                st.button(say(w.ERASE_YES), key=f"erase-off-{id_}", type="primary", on_click=erase)


def _day(kept_card: KeptCard) -> str:
    return day_words(kept_card.when.astimezone().date())
