"""Merge two people's changes to one card; where both changed the same field, somebody has to choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from placecheck.place.model import AnyCard

LISTS = frozenset(
    {
        "groups",
        "indicators",
        "passages",
        "photos",
        "purposes",
        "said.indicators",
        "said.slips",
        "seen",
        "shows",
        "wants",
    }
)
"""List fields: what both people added and removed is merged entry by entry."""

WHOLE = frozenset(("story", "room"))
"""Fields that are merged only as a whole: half of each version would make no sense."""


def merged_card(before: AnyCard, theirs: AnyCard, mine: AnyCard) -> tuple[AnyCard, tuple[str, ...]]:
    """Return the card with what either changed since `before`, and the fields that both changed, each differently.

    A field is named by its path, such as `asked.by`. Of those that both changed, the card has what `theirs` has,
    which is kept already. Where the changes make no card together, it is `theirs`, and the fields are all that `mine`
    changed.
    """
    if not type(before) is type(theirs) is type(mine):
        return theirs, ("kind",)
    if theirs == before:
        return mine, ()
    was, other, own = (card.model_dump() for card in (before, theirs, mine))
    data, both = _merged_parts(was, other, own)
    try:
        return type(mine).model_validate(data), both
    except ValidationError:
        return theirs, _changed(was, own)


def _merged_parts(
    was: Mapping[str, Any], other: Mapping[str, Any], own: Mapping[str, Any], under: str = ""
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what either changed in the parts of a card, and the paths that both changed, each differently."""
    parts: dict[str, Any] = {}
    both: tuple[str, ...] = ()
    for key in {**other, **own}:
        path = f"{under}{key}"
        before, theirs, mine = was.get(key), other.get(key), own.get(key)
        if mine in (theirs, before):
            parts[key] = theirs
        elif theirs == before:
            parts[key] = mine
        elif path in LISTS:
            parts[key] = _merged_list(before or (), theirs or (), mine or ())
        elif path not in WHOLE and all(isinstance(part, Mapping | None) for part in (before, theirs, mine)):
            parts[key], differing = _merged_parts(before or {}, theirs or {}, mine or {}, f"{path}.")
            both += differing
        else:
            parts[key] = theirs
            both += (path,)
    return {key: part for key, part in parts.items() if part not in (None, {})}, both


def _merged_list(was: tuple[Any, ...], other: tuple[Any, ...], own: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the entries of `other` with what `own` added to `was`, and without what it took out."""
    remaining = [entry for entry in other if entry in own or entry not in was]
    return (*remaining, *(entry for entry in own if entry not in was and entry not in remaining))


def _changed(was: Mapping[str, Any], own: Mapping[str, Any], under: str = "") -> tuple[str, ...]:
    """Return the paths at which `own` differs from what `was`."""
    paths: tuple[str, ...] = ()
    for key in {**was, **own}:
        path, before, mine = f"{under}{key}", was.get(key), own.get(key)
        if before == mine:
            continue
        nests = path not in WHOLE and all(isinstance(part, Mapping | None) for part in (before, mine))
        paths += _changed(before or {}, mine or {}, f"{path}.") if nests else (path,)
    return paths
