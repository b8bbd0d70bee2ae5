"""Groups to learn from: what this place's own could show, kept as it is typed, and others kept with the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import streamlit as st

from placecheck.ideas.peers import UNKNOWN, PeerCard, PeerMatch, as_kept_peer, as_peer_card, peers_for
from placecheck.ideas.sharing import shared_id
from placecheck.place import Peer, cards_of
from placecheck.views.page_names import PageName
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import idea_exchange, ideas_levels_guides, new_cards, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, GUIDE, Session
from placecheck.words import ideas as w
from placecheck.words import say

TEXTS = {"could_show": w.COULD_SHOW, "would_see": w.WOULD_SEE, "reach": w.REACH}
LISTS = {"shows": w.SHOWS, "wants": w.WANTS}
OWN = "own-offer"
VISIT = "going-to-see"
"""The guide with which a visit to another group is planned and looked back on, where a rubric has it."""


def show_own_offer(session: Session, opened: OpenAssessment) -> PeerCard:
    """Ask what the group could show and would like to see; each field is kept with the place as it is left."""
    fields = _offer_fields(session, opened)
    names = {id_: indicator.name for id_, indicator in opened.rubric.by_id.items()}

    shown = _offer(opened)

    def keep_list(field: str) -> None:
        chosen = {field: tuple(session.widget_value(fields.key(field)) or ())}
        if shown in place_cards.cards_of_place(opened) or _offer(opened) != shown:
            card_keeping.change_cards(session, opened, [(shown, shown.model_copy(update=chosen))])
        else:
            card_keeping.keep_card(session, opened, shown.model_copy(update=chosen))

    if opened.is_example:
        fields.fill()
        small(say(w.EXAMPLE_NOT_KEPT))
    else:
        fields.fill_saved()
    save_changes = None if opened.is_example else uninterrupted(fields.save_changes)
    for field, label in TEXTS.items():
        st.text_input(say(label), key=fields.key(field), on_change=save_changes, max_chars=1000)
    fields.show_state()
    for field, label in LISTS.items():
        key = fields.key(field)
        if not opened.is_example:
            session.set_widget_value(key, [id_ for id_ in getattr(_offer(opened), field) if id_ in names])
        keep = None if opened.is_example else uninterrupted(partial(keep_list, field))
        st.multiselect(say(label), list(names), format_func=names.__getitem__, key=key, on_change=keep, placeholder="")
    texts = {field: text or None for field, text in fields.current_texts().items()}
    lists = {field: tuple(session.widget_value(fields.key(field)) or ()) for field in LISTS}
    key = shared_id(idea_exchange.place_key(opened), OWN)
    return as_peer_card(_offer(opened).model_copy(update={**texts, **lists}), key)


def _offer_fields(session: Session, opened: OpenAssessment) -> SavedFields:
    def saved() -> dict[str, str]:
        return {field: getattr(_offer(opened), field) or "" for field in TEXTS}

    def save(changed_texts: Mapping[str, str]) -> None:
        texts = {field: text.strip() or None for field, text in changed_texts.items()}
        card_keeping.keep_card(session, opened, _offer(opened).model_copy(update=texts))

    id_, key = None if opened.is_example else opened.id, f"peer-{opened.id}-{{}}".format
    return SavedFields(session, id_, OWN, tuple(TEXTS), key, saved=saved, save=save)


def _offer(opened: OpenAssessment) -> Peer:
    """Return what the place offers, as it is kept; an empty offer where none is."""
    place = opened.assessment.place
    own = next((card for card in cards_of(place_cards.cards_of_place(opened), Peer) if card.own), None)
    return own or Peer(id=new_cards.new_card_id(opened, OWN), words=place.name, own=True, group_kind=place.kind)


def show_kept_peers(session: Session, opened: OpenAssessment, own: PeerCard | None) -> None:
    """Show the groups that are kept with the place, each with the way to take it off."""
    kept_peers = [card for card in cards_of(place_cards.cards_of_place(opened), Peer) if not card.own]
    if not kept_peers:
        return
    st.subheader(say(w.PEERS_KEPT), anchor=False)
    visit = ideas_levels_guides.all_guides(opened.rubric).get(VISIT)
    fitting = _fitting(own, [as_peer_card(card, card.id) for card in kept_peers])
    for card in kept_peers:
        peer = as_peer_card(card, card.id)
        _show_peer(opened, peer, fitting.get(peer))
        if visit is not None:
            label = say(w.PEER_VISIT, group=peer.group)
            session.link(PageName.GUIDES, label, session.address(opened.id, **{GUIDE: visit.id, CARD: card.id}))

        def take_off(card_id: str = card.id) -> None:
            card_keeping.remove_card(session, opened, card_id)

        st.button(say(w.PEER_OFF), key=f"peer-off-{card.id}", type="tertiary", on_click=uninterrupted(take_off))


def show_peers(session: Session, opened: OpenAssessment, own: PeerCard | None, peers: Iterable[PeerCard]) -> None:
    """Show which groups of a file could learn with this one, and let each be kept. No level enters it."""
    others = [peer for peer in peers if own is None or peer.id != own.id]
    if not others:
        return
    st.subheader(say(w.PEERS), anchor=False)
    if own is None:
        small(say(w.PEERS_SAY))
    fitting = _fitting(own, others)
    kept_peers = {card.peer: card for card in cards_of(place_cards.cards_of_place(opened), Peer)}
    for number, peer in enumerate(others):
        _show_peer(opened, peer, fitting.get(peer))
        ours = kept_peers.get(peer.id)
        if not opened.is_example and not (ours and as_peer_card(ours, peer.id) == _as_kept(peer)):
            _offer_to_keep(session, opened, peer, ours, number)


def _offer_to_keep(session: Session, opened: OpenAssessment, peer: PeerCard, ours: Peer | None, number: int) -> None:
    """Offer to keep a group of a file, or to put what it says now on the card of it that is kept."""
    if ours:
        small(say(w.PEER_OTHER))

    def keep() -> None:
        card = as_kept_peer(peer, ours.id if ours else new_cards.new_card_id(opened, f"peer-{peer.group}"))
        card_keeping.keep_card(session, opened, card)

    label = w.PUT_ON_CARD if ours else w.PEER_KEEP
    st.button(say(label), key=f"peer-keep-{number}", on_click=uninterrupted(keep))


def _as_kept(peer: PeerCard) -> PeerCard:
    """Return a group of a file as it comes back from a card: of versions a card knows nothing."""
    return peer.model_copy(update={"version": 1})


def _fitting(own: PeerCard | None, peers: Iterable[PeerCard]) -> dict[PeerCard, PeerMatch]:
    return {match.peer: match for match in peers_for(own, peers)} if own else {}


def _show_peer(opened: OpenAssessment, peer: PeerCard, match: PeerMatch | None) -> None:
    """Show what a group says of itself and, where it fits, why: whoever reads it can judge whether to go."""
    st.markdown(f"**{escape(peer.group)}**" + (f" {say(w.PEER_FITS)}" if match else ""))
    if match:
        small(escape(" ".join(_why(opened, match))))
    texts = ((w.PEER_COULD_SHOW, peer.could_show), (w.PEER_WOULD_SEE, peer.would_see), (w.PEER_REACH, peer.reach))
    for label, text in texts:
        if text and text != UNKNOWN:
            small(escape(say(label, text=text)))


def _why(opened: OpenAssessment, match: PeerMatch) -> Iterator[str]:
    known = opened.rubric.by_id
    for label, shown in ((w.PEER_THEY_SHOW, match.they_show), (w.PEER_WE_SHOW, match.we_show)):
        names = [known[id_].name for id_ in shown if id_ in known]
        if names:
            yield say(label, names=", ".join(names))
    if match.same_kind:
        yield say(w.PEER_SAME_KIND)
