"""What people told from phones of what is here: each becomes a card by one click, to be changed, or is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import streamlit as st

from placecheck.place import Slip
from placecheck.place.asset import Layer
from placecheck.views.place.proposals import accepted, left, proposed_slips
from placecheck.web.components.slip_sorting import change_slips
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, Session
from placecheck.words import say, say_n
from placecheck.words import what_is_here as w

MAX_SHOWN = 6
"""How many are shown at once; the next follow as these are settled."""


def show_proposed_cards(session: Session, opened: OpenAssessment) -> None:
    """Show what was told and waits, each with a button for each layer; nothing where nothing waits."""
    slips = proposed_slips(place_cards.cards_of_place(opened))
    if not slips:
        return
    with st.expander(say_n(w.PROPOSED, len(slips)), expanded=True):
        st.markdown(say(w.PROPOSED_ABOUT))
        for slip in slips[:MAX_SHOWN]:
            _show_proposal(session, opened, slip)
        if len(slips) > MAX_SHOWN:
            small(say_n(w.PROPOSED_MORE, len(slips) - MAX_SHOWN))


def _show_proposal(session: Session, opened: OpenAssessment, slip: Slip) -> None:
    with st.container(border=True):
        st.markdown(escape(slip.words))
        with st.container(horizontal=True):
            for layer in get_args(Layer):
                name = say(w.LAYERS[layer])
                st.button(name, key=f"accept-{layer}-{slip.id}", on_click=_accept(session, opened, slip, layer))
            leave = uninterrupted(lambda: change_slips(session, opened, [(slip, left(slip))]))
            st.button(say(w.LEAVE), key=f"leave-{slip.id}", type="tertiary", on_click=leave)


def _accept(session: Session, opened: OpenAssessment, slip: Slip, layer: Layer) -> Callable[[], None]:
    def accept() -> None:
        card, settled = accepted(slip, layer, {card.id for card in place_cards.cards_of_place(opened)})
        card_keeping.keep_card(session, opened, card)
        change_slips(session, opened, [(slip, settled)])
        session.set_query(**{CARD: card.id})

    return uninterrupted(accept)
