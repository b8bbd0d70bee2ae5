"""How a card was before, in words: what each change left it as."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from placecheck.dates import day_words
from placecheck.exchange.card_cells import as_cells
from placecheck.place import Card
from placecheck.place.file import card_data
from placecheck.storage import CardChange
from placecheck.storage.values import account_of
from placecheck.words import card_editing as w
from placecheck.words import say

MAX_LENGTH = 200

FieldWords = Callable[[str, str, str], tuple[str, str]]
"""Gives what a field of a kind of card is called and what it says, from its path and the text of its cell."""

_ENTRY = re.compile(r"\.[0-9]+(\.|$)")
_SAYS_NOTHING = ("file", "people")
"""Keys of an entry that say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class CardHistoryRow:
    """One change of a card; `card` is what can be brought back, None where it is so now or was taken off."""

    sequence: int
    words: str
    card: Card | None


def card_history_view(changes: Sequence[CardChange], field_words: FieldWords) -> tuple[CardHistoryRow, ...]:
    """Return the changes of a card, the newest first; each says what is different now."""
    now = changes[0].card if changes else None
    return tuple(
        CardHistoryRow(
            change.sequence,
            _row(change, now, field_words),
            None if change.card == now else change.card,
        )
        for change in changes
    )


def _row(change: CardChange, now: Card | None, field_words: FieldWords) -> str:
    words = _words(change.card, now, field_words)
    row = say(w.HISTORY_ROW, day=day_words(change.when.astimezone().date()), words=words)
    account = account_of(change.by)
    return say(w.BY_ACCOUNT, row=row, account=account) if account else row


def _words(card: Card | None, now: Card | None, field_words: FieldWords) -> str:
    if card is None:
        return say(w.WAS_OFF)
    if card == now:
        return say(w.NOW)
    if now is None:
        return card.words[:MAX_LENGTH]
    current, before = field_texts(now), field_texts(card)
    lines = []
    for path in before | current:
        if before.get(path) != current.get(path):
            label, text = field_words(card.kind, path, before.get(path, ""))
            lines.append(say(w.FIELD_WAS if text else w.FIELD_WAS_EMPTY, label=label, text=text[:MAX_LENGTH]))
    return "; ".join(lines) or card.words[:MAX_LENGTH]


def field_texts(card: Card) -> dict[str, str]:
    """Return what a card says by the path of each field; a list of entries, such as photos, as one text."""
    texts: dict[str, str] = {}
    for path, text in as_cells(card_data(card)).items():
        whole = _ENTRY.split(path, maxsplit=1)[0]
        if path.rpartition(".")[2] not in _SAYS_NOTHING:
            texts[whole] = f"{texts[whole]}; {text}" if whole in texts else text
    return texts
