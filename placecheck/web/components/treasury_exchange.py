"""Ideas given to other groups and taken in from them, as one file; and groups that could learn from each other."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange import file_name
from placecheck.ideas.file import parsed_treasury, treasury_yaml
from placecheck.ideas.peers import UNKNOWN, PeerCard
from placecheck.ideas.treasury import SharedIdea, TreasuryFile, conflicts, line_to, newest
from placecheck.place import AdaptedIdea
from placecheck.source.text import decoded
from placecheck.views.ideas.idea_card import conflict_lines
from placecheck.web.components.downloads import download
from placecheck.web.components.idea_card import show_warnings
from placecheck.web.components.peer_groups import OWN, show_kept_peers, show_own_offer, show_peers
from placecheck.web.data import deciding, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import ideas as w
from placecheck.words import say


def show_exchange(session: Session, opened: OpenAssessment, cards: Sequence[AdaptedIdea]) -> None:
    """Offer to give ideas away and to take some in."""
    with st.expander(say(w.EXCHANGE), key="treasury-exchange"):
        give, take = st.tabs([say(w.GIVE), say(w.TAKE)])
        with give:
            own = show_giving(session, opened, cards)
        with take:
            show_kept_peers(session, opened, own)
            show_taking(session, opened, own, cards)


def show_giving(session: Session, opened: OpenAssessment, cards: Sequence[AdaptedIdea]) -> PeerCard | None:
    """Let a group tick what may leave, and say what it could show and would like to see."""
    st.markdown(say(w.GIVE_INTRO))
    ticked = [card for card in cards if st.checkbox(escape(card.words), key=f"leave-{opened.id}-{card.id}")]
    small(say(w.GIVE_OFFER))
    own = show_own_offer(session, opened)
    changes = {kept_card.card.id: kept_card.sequence for kept_card in place_cards.kept_cards(opened)}
    own = own.model_copy(update={"version": max(1, changes.get(OWN, 1))})
    place = opened.assessment.place.name
    ideas = tuple(deciding.shared_idea(place, card, changes.get(card.id, 1)) for card in ticked)
    peers = (own,) if own.reach != UNKNOWN else ()
    if ideas or peers:
        made = TreasuryFile(placecheck_ideas=1, ideas=ideas, peers=peers)
        name = file_name(f"{place} {say(w.TITLE)}", ".yaml")
        download(say(w.TAKE_FILE), lambda: treasury_yaml(made), name, "application/yaml", first=True)
    else:
        small(say(w.NOTHING_TICKED))
    return own if own.shows or own.wants else None


def show_taking(session: Session, opened: OpenAssessment, own: PeerCard | None, cards: Sequence[AdaptedIdea]) -> None:
    """Show what is in a file that another group shared, and let any of it be kept."""
    uploaded = st.file_uploader(say(w.TAKE_INTRO), type=["yaml", "yml", "json"], key=f"treasury-{opened.id}")
    if uploaded is None:
        return
    try:
        treasury = parsed_treasury(decoded(uploaded.getvalue(), uploaded.name), uploaded.name)
    except InputError as error:
        st.error("\n\n".join(escape(str(finding)) for finding in error.findings))
        return
    for line in conflict_lines(conflicts(treasury)):
        st.warning(escape(line))
    for number, card in enumerate(newest(treasury)):
        already = card.id in {own_card.from_idea for own_card in cards}
        show_given(session, opened, card, treasury, number, already=already)
    show_peers(session, opened, own, treasury.peers)


def show_given(
    session: Session, opened: OpenAssessment, card: SharedIdea, treasury: TreasuryFile, number: int, *, already: bool
) -> None:
    """Show a card of another group's `treasury`, with the way to keep it; where it is kept `already`, say so."""
    with st.container(border=True):
        st.markdown(f"**{escape(card.name)}**  \n{escape(card.what)}")
        if card.by:
            small(f"{say(w.FROM_GROUP)}: {escape(card.by)}")
        lines = ((w.CHANGED_THERE, card.change), (w.COST, card.cost), (w.WORKED, card.worked), (w.FAILED, card.failed))
        for label, text in lines:
            if text:
                small(f"{say(label)}: {escape(text)}")
        show_warnings(deciding.cautions(opened.rubric, card.from_idea, line_to(card, treasury)))

        def keep() -> None:
            session.toast_on_next_page(say(w.KEPT_HERE))
            card_keeping.keep_card(session, opened, deciding.taken_idea(opened, card, treasury))

        if already:
            small(say(w.IS_KEPT))
            return
        st.button(say(w.KEEP_HERE), key=f"take-{opened.id}-{number}", on_click=uninterrupted(keep))
