"""Discussion cards: passages that a group pinned to its round, to talk about."""

from __future__ import annotations

import streamlit as st

from placecheck.storage import Card
from placecheck.views.reading import Reading, card_view
from placecheck.web import desk
from placecheck.web.parts.text import plain, small
from placecheck.web.session import Session
from placecheck.words import cards as w
from placecheck.words import say

MOST_WORDS = 120
"""A card of a note that the rubric does not know holds so many words of it at most."""


def offer_to_pin(session: Session, one: desk.Opened, view: Reading) -> None:
    """A button that pins the passage to the round that is open, or takes it off."""
    if one.is_example:
        return
    st.header(say(w.CARD), anchor=False)
    name = one.assessment.place.name
    pinned = view.id in desk.store().cards(one.id)
    st.markdown(plain(say(w.PINNED if pinned else w.PIN_INTRO, name=name)))
    if pinned:
        if st.button(say(w.TAKE_OFF), key=f"unpin-{view.id}"):
            desk.store().pin(one.id, view.id, None, session.by)
            session.tell(say(w.TAKEN_OFF))
        return
    because = st.text_input(say(w.BECAUSE), key=f"pin-because-{view.id}")
    if st.button(say(w.PIN), key=f"pin-{view.id}", type="primary"):
        said = view.passage.gist if view.passage else " ".join((view.text or view.title).split()[:MOST_WORDS])
        desk.store().pin(one.id, view.id, Card(said=said, because=because.strip() or None), session.by)
        session.tell(say(w.IS_PINNED, name=name))


def pinned_cards(session: Session, one: desk.Opened) -> None:
    """Everything pinned to the round; nothing at all where nothing is."""
    kept = {} if one.is_example else desk.store().cards(one.id)
    if not kept:
        return
    st.header(say(w.CARDS), anchor=False)
    small(say(w.CARDS_INTRO))
    library = desk.library_of(one.rubric)
    for id_, card in kept.items():
        with st.container(border=True):
            st.markdown(plain(card.said))
            if card.because:
                st.markdown(f"**{plain(say(w.WHY, because=card.because))}**")
            small(plain(card_view(library, id_).source))
            with st.container(horizontal=True, vertical_alignment="center"):
                session.read(id_, say(w.READ))
                if st.button(say(w.TAKE_OFF), key=f"take-off-{one.id}-{id_}", type="tertiary"):
                    desk.store().pin(one.id, id_, None, session.by)
                    session.tell(say(w.TAKEN_OFF))
