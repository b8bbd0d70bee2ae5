"""Discussion cards: passages that a group pinned to its assessment, to talk about."""

from __future__ import annotations

import streamlit as st

from placecheck.storage import PinnedPassage
from placecheck.views.notes.passage_page import PassageCard, passage_card_view
from placecheck.web.components.draft import Draft
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import cards as w
from placecheck.words import say

MAX_WORDS = 120
"""A card of a note that the rubric does not know holds so many words of it at most."""


def offer_to_pin(session: Session, opened: assessments.OpenAssessment, view: PassageCard) -> None:
    """Show a button that pins the passage to the open assessment, or unpins it."""
    if opened.is_example:
        return
    st.header(say(w.CARD), anchor=False)
    name = opened.assessment.place.name
    pinned = view.id in assessments.current_store().pinned_passages(opened.id)
    st.markdown(escape(say(w.PINNED if pinned else w.PIN_INTRO, name=name)))
    if pinned:
        if st.button(say(w.TAKE_OFF), key=f"unpin-{view.id}"):
            assessments.current_store().pin(opened.id, view.id, None, session.author)
            session.rerun_with_toast(say(w.TAKEN_OFF))
        return
    draft = Draft(session, opened.id, f"pin-{view.id}", ("because",), f"pin-{{}}-{view.id}".format)
    draft.fill()
    because = st.text_input(say(w.BECAUSE), key=draft.key("because"), on_change=uninterrupted(draft.keep))
    draft.show_state()
    if st.button(say(w.PIN), key=f"pin-{view.id}", type="primary"):
        draft.drop()
        words = view.passage.gist if view.passage else " ".join((view.text or view.title).split()[:MAX_WORDS])
        assessments.current_store().pin(
            opened.id, view.id, PinnedPassage(said=words, because=because.strip() or None), session.author
        )
        session.rerun_with_toast(say(w.IS_PINNED, name=name))


def show_pinned_passages(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show everything pinned to the assessment; nothing at all where nothing is."""
    cards = {} if opened.is_example else assessments.current_store().pinned_passages(opened.id)
    if not cards:
        return
    st.header(say(w.CARDS), anchor=False)
    small(say(w.CARDS_INTRO))
    library = assessments.library_of(opened.rubric)
    for id_, card in cards.items():
        with st.container(border=True):
            st.markdown(escape(card.said))
            if card.because:
                st.markdown(f"**{escape(say(w.WHY, because=card.because))}**")
            small(escape(passage_card_view(library, id_).source))
            with st.container(horizontal=True, vertical_alignment="center"):
                session.link_passage(id_, say(w.READ))
                if st.button(say(w.TAKE_OFF), key=f"take-off-{opened.id}-{id_}", type="tertiary"):
                    assessments.current_store().pin(opened.id, id_, None, session.author)
                    session.rerun_with_toast(say(w.TAKEN_OFF))
