"""Two people change one card: each keeps what they changed, and where both changed the same key somebody is asked."""

from __future__ import annotations

from placecheck.place.model import AnyCard


def merged(before: AnyCard, theirs: AnyCard, mine: AnyCard) -> tuple[AnyCard, tuple[str, ...]]:
    """Return the card with what either changed since `before`, and the keys that both changed, each differently.

    Of those, the card has what `theirs` has, which is kept already.
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
        else:
            both.append(key)
    return theirs.model_copy(update=changes), tuple(both)
