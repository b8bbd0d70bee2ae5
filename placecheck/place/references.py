"""What cards name of each other, kept to the cards that are there: one that was erased leaves its id behind."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from placecheck.place.asset import Asset
from placecheck.place.decision import Decision
from placecheck.place.model import AnyCard, cards_of
from placecheck.place.slip import Slip, SlipGroup


def without_lost_references(cards: Sequence[AnyCard]) -> tuple[AnyCard, ...]:
    """Return the cards without the ids of slips and groups that are not among them, as a file must not name them."""
    slips = {slip.id for slip in cards_of(cards, Slip)}
    groups = {group.id for group in cards_of(cards, SlipGroup)}
    return tuple(_restricted_to(card, slips, groups) for card in cards)


def without_references_to(card: AnyCard, ids: Collection[str]) -> AnyCard:
    """Return `card` without the ids of the cards `ids`, where it names them."""
    rest = referenced_card_ids(card).difference(ids)
    return _restricted_to(card, rest, rest)


def referenced_card_ids(card: AnyCard) -> set[str]:
    """Return the ids of the other cards that a card names."""
    match card:
        case Slip():
            return set(card.groups)
        case SlipGroup():
            return {card.phrase_of} if card.phrase_of is not None else set()
        case Asset():
            return {card.from_slip} if card.from_slip is not None else set()
        case Decision() if card.said is not None:
            return set(card.said.slips)
    return set()


def _restricted_to(card: AnyCard, slips: Collection[str], groups: Collection[str]) -> AnyCard:
    match card:
        case Slip() if not set(card.groups) <= set(groups):
            return card.model_copy(update={"groups": tuple(id_ for id_ in card.groups if id_ in groups)})
        case SlipGroup() if card.phrase_of is not None and card.phrase_of not in slips:
            return card.model_copy(update={"phrase_of": None})
        case Asset() if card.from_slip is not None and card.from_slip not in slips:
            return card.model_copy(update={"from_slip": None})
        case Decision() if card.said is not None and not set(card.said.slips) <= set(slips):
            contribution = card.said.model_copy(update={"slips": tuple(id_ for id_ in card.said.slips if id_ in slips)})
            return card.model_copy(update={"said": contribution})
    return card
