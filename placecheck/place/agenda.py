"""An agenda in residents' words: groups of slips, slips that stand alone, slips left out. Nothing is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from placecheck.place.card import CardBase
from placecheck.place.model import cards_of
from placecheck.place.slip import Slip, SlipGroup


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A group with the slips pinned to it. `also` are its slips that are pinned to an earlier item."""

    group: SlipGroup
    slips: tuple[Slip, ...]
    also: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """Every slip once: pinned to an item, standing alone, or left out with its reason."""

    items: tuple[AgendaItem, ...]
    alone: tuple[Slip, ...]
    left_out: tuple[Slip, ...]


def make_agenda(cards: Iterable[CardBase]) -> Agenda:
    """Return the agenda that the cards make, groups and slips in the order in which they were written.

    A slip in two groups is pinned to the first and named under the other. A group without slips is no item.
    """
    all_cards = list(cards)
    groups, slips = list(cards_of(all_cards, SlipGroup)), list(cards_of(all_cards, Slip))
    known = [group.id for group in groups]
    first_of = {slip.id: next((id_ for id_ in known if id_ in slip.groups), None) for slip in slips}
    members = {id_: [slip for slip in slips if id_ in slip.groups] for id_ in known}
    items = (
        AgendaItem(
            group,
            tuple(slip for slip in members[group.id] if first_of[slip.id] == group.id),
            tuple(slip for slip in members[group.id] if first_of[slip.id] != group.id),
        )
        for group in groups
    )
    loose = [slip for slip in slips if first_of[slip.id] is None]
    return Agenda(
        items=tuple(item for item in items if item.slips or item.also),
        alone=tuple(slip for slip in loose if slip.left_out is None),
        left_out=tuple(slip for slip in loose if slip.left_out is not None),
    )


def slip_roles(cards: Iterable[CardBase]) -> tuple[str, ...]:
    """Return the roles that slips came from, each once; an empty text for slips that name none."""
    return tuple(dict.fromkeys(slip.by or "" for slip in cards_of(cards, Slip)))
