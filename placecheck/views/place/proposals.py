"""Slips that were told as something that is here, which a group may make a card of."""

from __future__ import annotations

from collections.abc import Iterable

from placecheck.place.asset import Asset, Layer
from placecheck.place.card import CardBase
from placecheck.place.ids import free_id
from placecheck.place.model import cards_of
from placecheck.place.slip import Slip
from placecheck.words import in_every_language, say, telling
from placecheck.words import what_is_here as w


def proposed_slips(cards: Iterable[CardBase]) -> tuple[Slip, ...]:
    """Return the slips that answer what is here, that wait on the pile, and that no card was made of."""
    all_cards = list(cards)
    taken = {asset.from_slip for asset in cards_of(all_cards, Asset)}
    questions = in_every_language(telling.WHAT_IS_HERE)
    return tuple(
        slip
        for slip in cards_of(all_cards, Slip)
        if slip.question in questions and not slip.groups and slip.left_out is None and slip.id not in taken
    )


def accepted(slip: Slip, layer: Layer, ids: Iterable[str]) -> tuple[Asset, Slip]:
    """Return the card of what is here that a slip becomes, and the slip, which then no longer waits on the pile.

    The card's id says nothing, since it stays in what others wrote after the slip was taken back.
    """
    card = Asset(id=free_id("here", set(ids)), layer=layer, words=slip.words, date=slip.date, from_slip=slip.id)
    return card, slip.model_copy(update={"left_out": say(w.IS_CARD)})


def left(slip: Slip) -> Slip:
    """Return a slip that a group made no card of: it stays a slip and waits no longer."""
    return slip.model_copy(update={"left_out": say(w.NO_CARD)})
