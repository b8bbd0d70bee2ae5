"""Two people change one card: each keeps what they changed, and where both changed the same key somebody is asked."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from placecheck.place.model import AnyCard

LISTS = frozenset(("groups", "indicators", "passages", "photos", "purposes", "seen"))
"""Keys whose entries each stand for themselves: what either added is there, and what either took out is not."""


def merged(before: AnyCard, theirs: AnyCard, mine: AnyCard) -> tuple[AnyCard, tuple[str, ...]]:
    """Return the card with what either changed since `before`, and the keys that both changed, each differently.

    Of those, the card has what `theirs` has, which is kept already. Where the changes make no card together, it is
    `theirs`, and the keys are all that `mine` changed.
    """
    if not type(before) is type(theirs) is type(mine):
        return theirs, ("kind",)
    changes, both = {}, []
    for key in type(mine).model_fields:
        was, other, own = (getattr(card, key) for card in (before, theirs, mine))
        if own in (was, other):
            continue
        if other == was:
            changes[key] = own
        elif key in LISTS:
            changes[key] = _listed(was, other, own)
        else:
            both.append(key)
    card = theirs.model_copy(update=changes)
    return (card, tuple(both)) if _is_valid(card) else (theirs, (*changes, *both))


def _listed(was: tuple[Any, ...], other: tuple[Any, ...], own: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the entries of `other` with what `own` added to `was`, and without what it took out."""
    remaining = [entry for entry in other if entry in own or entry not in was]
    return (*remaining, *(entry for entry in own if entry not in was and entry not in remaining))


def _is_valid(card: AnyCard) -> bool:
    try:
        type(card).model_validate(card.model_dump())
    except ValidationError:
        return False
    return True
