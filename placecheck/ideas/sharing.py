"""Ideas between groups: a place's card as others get it, theirs as a card of the place, and what is here already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, TypeVar

from placecheck.ideas.treasury import SharedIdea, TreasuryFile, fingerprint, line_to
from placecheck.place import AdaptedIdea
from placecheck.place.adapted import Forebear, IdeaInUse
from placecheck.words import ideas as w
from placecheck.words import say

SLUG, DIGEST = 60, 10
"""Characters that fit into an id, and those of them that tell one store's card from all others."""

AlreadyHow = Literal["own", "same", "newer", "older", "other", "alike"]
"""What a card of a file is to one of the place: its own, the same as was kept, a newer or older version, another
text of the same version, or alike, where only the name and the group are the same.
"""

AsGiven = TypeVar("AsGiven", bound=IdeaInUse)


def shared_id(place_key: str, card: str) -> str:
    """Return the id by which others know a card, of which the place is known by `place_key` in this store alone."""
    digest = sha256(f"{place_key}/{card}".encode()).hexdigest()[:DIGEST]
    return f"{card[: SLUG - DIGEST - 1].rstrip('-')}-{digest}"


def shared_idea(place: str, place_key: str, card: AdaptedIdea, version: int = 1) -> SharedIdea:
    """Return an idea of the place called `place` as others get it."""
    card = with_origins(card)
    fields = {name: getattr(card, name) for name in SharedIdea.model_fields if name in AdaptedIdea.model_fields}
    own = {
        "id": shared_id(place_key, card.id),
        "version": max(1, version),
        "name": " ".join(card.words.split())[:300],
        "what": card.more or card.words,
        "by": place,
        "date": None,
        "may_leave": True,
    }
    return SharedIdea.model_validate(fields | own)


def shared_idea_card(
    card: SharedIdea, treasury: TreasuryFile, *, id_: str, date: str, indicators: Collection[str]
) -> AdaptedIdea:
    """Return an idea of another group as a card of a place that asks `indicators`.

    Its line, as far as the `treasury` tells it, holds how it went with each group: none of that is the place's own.
    """
    return AdaptedIdea(
        id=id_,
        words=card.name,
        more=card.what,
        date=date,
        indicators=tuple(indicator for indicator in card.indicators if indicator in indicators),
        from_idea=card.id,
        from_place=card.by,
        forebears=_line(card, treasury),
    )


def renewed_idea(ours: AdaptedIdea, card: SharedIdea, treasury: TreasuryFile) -> AdaptedIdea:
    """Return the place's card with the words and the line of `card`; what the place changed and said of it stays."""
    return with_origins(ours).model_copy(
        update={
            "words": card.name,
            "more": card.what,
            "from_idea": card.id,
            "from_place": card.by,
            "forebears": _line(card, treasury),
        }
    )


def _line(card: SharedIdea, treasury: TreasuryFile) -> tuple[Forebear, ...]:
    """Return the line of `card`, which begins with it as it is in the file."""
    itself, *above = line_to(with_origins(card), treasury)
    return (itself.model_copy(update={"fingerprint": fingerprint(card)}), *above)


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """A card of the place that a card of a file is, was, or may be."""

    how: AlreadyHow
    card: AdaptedIdea


def already_here(card: SharedIdea, place_key: str, cards: Sequence[AdaptedIdea]) -> AlreadyHere | None:
    """Return which of the place's `cards` goes back to `card`, or is it; None where none does."""
    for ours in cards:
        if shared_id(place_key, ours.id) == card.id:
            return AlreadyHere("own", ours)
    taken = [ours for ours in cards if ours.from_idea == card.id]
    if not taken:
        alike = (ours for ours in cards if ours.from_place and (ours.from_place, ours.words) == (card.by, card.name))
        first = next(alike, None)
        return AlreadyHere("alike", first) if first else None
    for ours in taken:
        if _is_kept(ours, card):
            return AlreadyHere("same", ours)
    last = max(taken, key=lambda ours: _version(ours) or 0)
    version = _version(last)
    if version is None or version == card.version:
        return AlreadyHere("other", last)
    return AlreadyHere("newer" if card.version > version else "older", last)


def _is_kept(ours: AdaptedIdea, card: SharedIdea) -> bool:
    """Return whether just this text was kept; where that was not yet noted, whether its words are those."""
    origin = _origin(ours)
    if origin is not None and origin.fingerprint is not None:
        return origin.fingerprint == fingerprint(card)
    return (ours.words, ours.more) == (card.name, card.what) and (origin is None or origin.change == card.change)


def _version(ours: AdaptedIdea) -> int | None:
    origin = _origin(ours)
    return origin.version if origin else None


def _origin(ours: AdaptedIdea) -> Forebear | None:
    return next((forebear for forebear in ours.forebears if forebear.id == ours.from_idea), None)


def with_origins(card: AsGiven) -> AsGiven:
    """Return the card with each text that begins with a group's name moved to that group in the line of origins.

    Cards were stored and shared with such texts before the line could say how an idea went in each group.
    """
    line = list(card.forebears)
    own: dict[str, None] = {}
    for key in ("cost", "worked", "failed"):
        at, text = _teller(line, getattr(card, key) or "")
        if at is not None and getattr(line[at], key) in (None, text):
            line[at] = line[at].model_copy(update={key: text})
            own[key] = None
    return card.model_copy(update={**own, "forebears": tuple(line)}) if own else card


def _teller(line: Sequence[Forebear], text: str) -> tuple[int | None, str]:
    """Return the place in the line of the last group whose name `text` begins with, and what it told."""
    at = None
    for number, forebear in enumerate(line):
        prefix = say(w.AT_GROUP, group=forebear.by or "", text="")
        if not forebear.by or not text.startswith(prefix) or text == prefix:
            break
        at, text = number, text.removeprefix(prefix)
    return at, text
