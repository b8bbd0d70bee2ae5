"""Ideas as groups use them: cards that tell where they came from, and travel between treasuries in one file."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from placecheck.ideas.model import Idea, IdeaLayer, Needs
from placecheck.ideas.peers import PeerCard
from placecheck.place import Forebear
from placecheck.place.adapted import IdeaInUse
from placecheck.source.fields import Day, Frozen, Line, Slug, Story, Text, Whole, YesNo

FINGERPRINT_LENGTH = 16


class IdeaVersion(Frozen):
    """One version of an idea: which, and what it is. `id` never changes; each change makes a new `version`."""

    id: Slug
    version: Annotated[Whole, Field(ge=1, le=1_000_000)] = 1
    name: Line
    what: Story


class SharedIdea(IdeaInUse, IdeaVersion):
    """An idea as one group uses it."""

    layer: IdeaLayer | None = None
    needs: Needs = Needs.model_construct()
    agree: Text | None = None
    indicators: tuple[Slug, ...] = ()
    true_for: Story | None = None
    not_for: Story | None = None
    by: Line | None = None
    date: Day | None = None
    may_leave: YesNo = False


class TreasuryFile(Frozen):
    """A treasury as a file: every version of each card that is known, and the cards of peers."""

    placecheck_ideas: Literal[1]
    ideas: tuple[SharedIdea, ...] = ()
    peers: tuple[PeerCard, ...] = ()


Shared = TypeVar("Shared", SharedIdea, PeerCard)


def adapt(idea: Idea | SharedIdea, *, id_: str, change: str, date: datetime.date | None = None) -> SharedIdea:
    """Copy `idea` as a card of one's own that tells from which it came and what will be different."""
    return SharedIdea(
        id=id_,
        name=idea.name,
        what=idea.what,
        from_idea=idea.id,
        forebears=line_to(idea) if isinstance(idea, SharedIdea) else (),
        change=change,
        layer=idea.layer,
        needs=idea.needs,
        agree=idea.agree,
        indicators=idea.indicators,
        date=date,
    )


def line_to(card: SharedIdea, treasury: TreasuryFile | None = None) -> tuple[Forebear, ...]:
    """Return `card` and the line that it comes from, nearest first, as far as it or the `treasury` tells.

    What the card tells of its own line goes before what others do; a line that closes to a ring is cut there.
    """
    known = _tellers(newest(treasury) if treasury else ()) | {forebear.id: forebear for forebear in card.forebears}
    line = {card.id: _as_forebear(card)}
    above = card.from_idea
    while above in known and above not in line:
        line[above] = known[above]
        above = known[above].from_idea
    return tuple(line.values())


def fingerprint(card: SharedIdea) -> str:
    """Return what tells this text of a card from every other that claims to be the same version."""
    text = card.model_dump_json(exclude_defaults=True)
    return sha256(text.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def _as_forebear(card: SharedIdea) -> Forebear:
    fields = {name: getattr(card, name) for name in Forebear.model_fields if name != "fingerprint"}
    return Forebear(**fields, fingerprint=fingerprint(card))


def _tellers(cards: Collection[SharedIdea]) -> dict[str, Forebear]:
    """Return what `cards` tell of themselves and of the lines that they come from; a card itself knows best.

    Where lines tell of several versions of an idea, it is the newest.
    """
    forebears = (forebear for card in cards for forebear in card.forebears)
    by_age = sorted(forebears, key=lambda forebear: (forebear.version or 0, forebear.model_dump_json()))
    return {forebear.id: forebear for forebear in by_age} | {card.id: _as_forebear(card) for card in cards}


def merge(first: TreasuryFile, second: TreasuryFile) -> TreasuryFile:
    """Return everything that is in either treasury, once; nothing is overwritten.

    The order in which they are given, and merging again, changes nothing.
    """
    ideas = {_key(card): card for card in (*first.ideas, *second.ideas)}
    peers = {_key(card): card for card in (*first.peers, *second.peers)}
    return TreasuryFile(
        placecheck_ideas=1,
        ideas=tuple(ideas[key] for key in sorted(ideas)),
        peers=tuple(peers[key] for key in sorted(peers)),
    )


def _key(card: SharedIdea | PeerCard) -> tuple[str, int, str]:
    return card.id, card.version, card.model_dump_json()


def newest(treasury: TreasuryFile) -> tuple[SharedIdea, ...]:
    """Return the newest version of each card; all that claim to be that version, where there are several."""
    return _newest(treasury.ideas)


def newest_peers(treasury: TreasuryFile) -> tuple[PeerCard, ...]:
    """Return the newest version of each group's card; all that claim to be that version, where there are several."""
    return _newest(treasury.peers)


def earlier(treasury: TreasuryFile) -> tuple[SharedIdea, ...]:
    """Return the versions of cards that a newer one follows. In old files they may be those of another group."""
    last = set(newest(treasury))
    return tuple(card for card in treasury.ideas if card not in last)


def _newest(cards: Collection[Shared]) -> tuple[Shared, ...]:
    last: dict[str, int] = {}
    for card in cards:
        last[card.id] = max(card.version, last.get(card.id, 0))
    return tuple(card for card in cards if card.version == last[card.id])


def conflicts(treasury: TreasuryFile) -> dict[str, tuple[SharedIdea, ...]]:
    """Return the cards of which different texts claim to be the newest version, under their id."""
    same: dict[str, list[SharedIdea]] = {}
    for card in newest(treasury):
        same.setdefault(card.id, []).append(card)
    return {id_: tuple(cards) for id_, cards in same.items() if len(cards) > 1}


def leaving(treasury: TreasuryFile, own: Collection[str]) -> TreasuryFile:
    """Return what may leave the place: of its `own` cards only those whose newest version it ticked."""
    kept_back = {card.id for card in newest(treasury) if card.id in own and not card.may_leave}
    return treasury.model_copy(update={"ideas": tuple(card for card in treasury.ideas if card.id not in kept_back)})


@dataclass(frozen=True, slots=True)
class Descendant:
    """A row of a nested list: an idea at its `depth`, and what was changed on the way to it.

    `known` is false where a card says that it came from an idea of which only the id is known. `group` is whose it is,
    where a card says that.
    """

    depth: int
    id: str
    name: str
    change: str | None
    known: bool
    group: str | None = None


def descent(treasury: TreasuryFile, ideas: Iterable[Idea] = ()) -> tuple[Descendant, ...]:
    """Return which card came from which as rows of a nested list, by name; `ideas` are those of the notes.

    Cards that name each other in a ring are begun at the first of them by id, and the ring is cut there.
    """
    cards = _tellers(newest(treasury))
    names = {idea.id: idea.name for idea in ideas} | {id_: card.name for id_, card in cards.items()}
    children: dict[str, list[str]] = {}
    for card in cards.values():
        children.setdefault(card.from_idea or "", []).append(card.id)
    parents = {card.from_idea for card in cards.values() if card.from_idea} - cards.keys()
    groups = {card.from_idea: card.from_place for card in cards.values() if card.from_idea and card.from_place}
    groups |= {card.id: card.by for card in cards.values() if card.by}
    roots = _by_name([*children.get("", []), *parents], names)
    rows: dict[str, Descendant] = {}
    for root in (*roots, *sorted(cards)):
        waiting = [(root, 0)]
        while waiting:
            id_, depth = waiting.pop()
            if id_ in rows:
                continue
            change = cards[id_].change if id_ in cards else None
            rows[id_] = Descendant(depth, id_, names.get(id_, id_), change, id_ in names, groups.get(id_))
            waiting += [(child, depth + 1) for child in reversed(_by_name(children.get(id_, []), names))]
    return tuple(rows.values())


def _by_name(ids: Iterable[str], names: dict[str, str]) -> list[str]:
    return sorted(ids, key=lambda id_: (names.get(id_, id_), id_))
