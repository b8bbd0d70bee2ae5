"""How a card was before: each change with its day, and a button that brings it back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from placecheck.place import Card
from placecheck.views.place.card_history import card_history_view
from placecheck.web.components.card_words import card_field_words, field_label
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import card_editing as w
from placecheck.words import say

MAX_SHOWN = 20


def show_card_history(session: Session, opened: OpenAssessment, card_id: str, forget: Callable[[], None]) -> None:
    """Show the earlier contents of a card, the newest first; `forget` lets go of what its form was opened with."""
    fold = st.expander(say(w.HISTORY), key=f"history-{card_id}", on_change="rerun")
    if not fold.open:
        return

    def in_words(kind: str, path: str, text: str) -> tuple[str, str]:
        return field_label(kind, path), card_field_words(opened, kind, path, text)

    rows = card_history_view(place_cards.card_history(opened, card_id), in_words)

    def bring_back(card: Card) -> Callable[[], None]:
        def back() -> None:
            card_keeping.keep_card(session, opened, card)
            forget()
            session.rerun_with_toast(say(w.BROUGHT_BACK))

        return uninterrupted(back)

    with fold:
        for row in rows[:MAX_SHOWN]:
            left, right = st.columns((5, 1), vertical_alignment="center")
            left.markdown(escape(row.words))
            if row.card is not None:
                right.button(say(w.BRING_BACK), key=f"back-{card_id}-{row.sequence}", on_click=bring_back(row.card))
