"""Ideas given to other groups and taken in from them, as one file; and groups that could learn from each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange import file_name
from placecheck.ideas.file import parsed_treasury, treasury_yaml
from placecheck.ideas.peers import UNKNOWN, PeerCard
from placecheck.ideas.sharing import AlreadyHere, already_here, renewed_idea
from placecheck.ideas.treasury import SharedIdea, TreasuryFile, conflicts, earlier, line_to, newest, newest_peers
from placecheck.place import AdaptedIdea
from placecheck.source.text import decoded
from placecheck.views.ideas.experience import already_here_line, experience_lines, own_lines
from placecheck.views.ideas.idea_card import conflict_lines
from placecheck.web.components.downloads import download
from placecheck.web.components.idea_card import show_warnings
from placecheck.web.components.peer_groups import OWN, show_kept_peers, show_own_offer, show_peers
from placecheck.web.data import idea_exchange, ideas_levels_guides, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import ideas as w
from placecheck.words import say, say_n

SETTLED = ("own", "same")
"""What a place already has of a card where nothing is left to ask."""


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
    ideas = idea_exchange.shared_ideas(opened, ticked)
    peers = (own,) if own.reach != UNKNOWN else ()
    if ideas or peers:
        made = TreasuryFile(placecheck_ideas=1, ideas=ideas, peers=peers)
        name = file_name(f"{place} {say(w.TITLE)}", ".yaml")
        download(say(w.TAKE_FILE), lambda: treasury_yaml(made), name, "application/yaml", is_primary=True)
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
    taking = Taking(session, opened, treasury, tuple(cards))
    for number, card in enumerate(newest(treasury)):
        show_shared_idea(taking, card, number)
    if behind := earlier(treasury):
        with st.expander(say_n(w.EARLIER, len(behind)), key=f"earlier-{opened.id}"):
            for number, card in enumerate(behind, start=len(treasury.ideas)):
                show_shared_idea(taking, card, number)
    show_peers(session, opened, own, newest_peers(treasury))


@dataclass(frozen=True)
class Taking:
    """A file that somebody takes ideas from, and the place that they take them to, with the ideas it has."""

    session: Session
    opened: OpenAssessment
    treasury: TreasuryFile
    cards: tuple[AdaptedIdea, ...]

    def keep(self, card: SharedIdea) -> None:
        """Keep `card` as a new card of the place. For callbacks."""
        self.session.toast_on_next_page(say(w.KEPT_HERE))
        card_keeping.keep_card(self.session, self.opened, idea_exchange.taken_idea(self.opened, card, self.treasury))

    def renew(self, ours: AdaptedIdea, card: SharedIdea) -> None:
        """Put the words of `card` on a card of the place. For callbacks."""
        self.session.toast_on_next_page(say(w.RENEWED))
        card_keeping.keep_card(self.session, self.opened, renewed_idea(ours, card, self.treasury))


def show_shared_idea(taking: Taking, card: SharedIdea, number: int) -> None:
    """Show a card of another group with the ways to keep it, and what of it the place has already."""
    already = already_here(card, idea_exchange.place_key(taking.opened), taking.cards)
    with st.container(border=True):
        st.markdown(f"**{escape(card.name)}**  \n{escape(card.what)}")
        lines = ((say(w.FROM_GROUP), card.by), (say(w.CHANGED_THERE), card.change), *experience_lines(card))
        for label, text in lines:
            if text:
                small(f"{label}: {escape(text)}")
        show_warnings(
            ideas_levels_guides.cautions(taking.opened.rubric, card.from_idea, line_to(card, taking.treasury))
        )
        if already:
            show_already_here(taking, card, already, number)
        if already is None or already.how not in SETTLED:
            label = w.KEEP_TOO if already else w.KEEP_HERE
            keep = uninterrupted(partial(taking.keep, card))
            st.button(say(label), key=f"take-{taking.opened.id}-{number}", on_click=keep)


def show_already_here(taking: Taking, card: SharedIdea, already: AlreadyHere, number: int) -> None:
    """Say what the place has of `card`; where its words differ, show them and ask whether to put those of the file."""
    st.markdown(escape(already_here_line(already)))
    if already.how in SETTLED:
        return
    for label, text in own_lines(already.card):
        small(f"{label}: {escape(text)}")
    small(say(w.STAYS))
    renew = uninterrupted(partial(taking.renew, already.card, card))
    st.button(say(w.PUT_ON_CARD), key=f"renew-{taking.opened.id}-{number}", on_click=renew)
