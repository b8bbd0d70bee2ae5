"""How a card was before, in words: what each change left it as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.dates import day_words
from placecheck.place import Card
from placecheck.place.file import card_data
from placecheck.storage import CardChange
from placecheck.storage.values import account_of
from placecheck.words import card_editing as w
from placecheck.words import say

LONGEST = 200


@dataclass(frozen=True, slots=True)
class CardHistoryRow:
    """One change of a card; `card` is what can be brought back, None where it is so now or was taken off."""

    sequence: int
    words: str
    card: Card | None


def card_history_view(changes: Sequence[CardChange]) -> tuple[CardHistoryRow, ...]:
    """Return the changes of a card, the newest first; each says what stands otherwise now."""
    now = changes[0].card if changes else None
    return tuple(
        CardHistoryRow(
            change.sequence,
            _row(change, now),
            None if change.card == now else change.card,
        )
        for change in changes
    )


def _row(change: CardChange, now: Card | None) -> str:
    row = say(w.HISTORY_ROW, day=day_words(change.when.astimezone().date()), words=_words(change.card, now))
    account = account_of(change.by)
    return say(w.BY_ACCOUNT, row=row, account=account) if account else row


def _words(card: Card | None, now: Card | None) -> str:
    if card is None:
        return say(w.WAS_OFF)
    if card == now:
        return say(w.NOW)
    current = card_data(now) if now else {}
    data = card_data(card)
    differing = [f"{key}: {_short(data.get(key))}" for key in (data | current) if data.get(key) != current.get(key)]
    return "; ".join(differing) or card.words[:LONGEST]


def _short(value: object) -> str:
    return "–" if value is None else str(value)[:LONGEST]
