"""Groups that could learn from each other: matched by what they would show and would like to see, never by a level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from placecheck.place import Peer
from placecheck.source.fields import Frozen, Line, Slug, Text, Whole

UNKNOWN = "-"
"""What stands where a group did not say how to reach it."""


class PeerCard(Frozen):
    """What a group could show others, what it would like to see, and how to reach it."""

    id: Slug
    version: Annotated[Whole, Field(ge=1, le=1_000_000)] = 1
    group: Line
    kind: Line | None = None
    could_show: Text | None = None
    would_see: Text | None = None
    reach: Text
    shows: tuple[Slug, ...] = ()
    wants: tuple[Slug, ...] = ()


def as_peer_card(peer: Peer, id_: str) -> PeerCard:
    """Return a group from the place's cards in the form that others get."""
    return PeerCard(
        id=peer.peer or id_,
        group=peer.words,
        kind=peer.group_kind,
        could_show=peer.could_show,
        would_see=peer.would_see,
        reach=peer.reach or UNKNOWN,
        shows=peer.shows,
        wants=peer.wants,
    )


def as_kept_peer(card: PeerCard, id_: str) -> Peer:
    """Return a group of a file as a card of the place, with the id `id_`."""
    return Peer(
        id=id_,
        words=card.group,
        peer=card.id,
        group_kind=card.kind,
        could_show=card.could_show,
        would_see=card.would_see,
        reach=card.reach,
        shows=card.shows,
        wants=card.wants,
    )


@dataclass(frozen=True, slots=True)
class PeerMatch:
    """Why two groups might meet: indicators that one shows and the other wants; and whether their kind is the same."""

    peer: PeerCard
    they_show: tuple[str, ...]
    we_show: tuple[str, ...]
    same_kind: bool


def peers_for(own: PeerCard, peers: Iterable[PeerCard]) -> tuple[PeerMatch, ...]:
    """Match `own` with those of `peers` that show what it wants or want what it shows, by the group's name."""
    matches = [
        PeerMatch(
            peer,
            they_show=tuple(indicator for indicator in own.wants if indicator in peer.shows),
            we_show=tuple(indicator for indicator in own.shows if indicator in peer.wants),
            same_kind=own.kind is not None and own.kind == peer.kind,
        )
        for peer in peers
        if peer.id != own.id
    ]
    useful = [match for match in matches if match.they_show or match.we_show]
    return tuple(sorted(useful, key=lambda match: (match.peer.group, match.peer.id)))
