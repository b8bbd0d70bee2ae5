"""What the store takes and gives of a place's cards, as frozen values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from placecheck.place import Card


@dataclass(frozen=True, slots=True)
class KeptCard:
    """A card as it is now, and the change that it comes from: its number among those of the place, when, from where."""

    card: Card
    sequence: int
    when: datetime.datetime
    by: str


@dataclass(frozen=True, slots=True)
class CardChange:
    """One change of a card; None where it was taken off."""

    sequence: int
    when: datetime.datetime
    by: str
    card: Card | None


@dataclass(frozen=True, slots=True)
class CardConflict:
    """Two people changed the same `keys` of a card, each differently; `current` is the card as it is now."""

    current: KeptCard
    keys: tuple[str, ...]


class CardsStamp(NamedTuple):
    """The number of a place's latest change to a card, when it was made, and how many changes are kept.

    What is erased leaves a smaller count, and the next change may have its number.
    """

    sequence: int
    at: datetime.datetime | None
    changes: int
