"""How an idea went with each group of its line, and what of a group's file a place has already."""

from __future__ import annotations

from collections.abc import Iterator

from placecheck.ideas.sharing import AlreadyHere, with_origins
from placecheck.ideas.treasury import SharedIdea
from placecheck.place import AdaptedIdea, Forebear
from placecheck.words import ideas as w
from placecheck.words import say, what_is_here

LABELS = {
    "cost": w.COST,
    "worked": w.WORKED,
    "failed": w.FAILED,
    "true_for": what_is_here.TRUE_FOR,
    "not_for": what_is_here.NOT_FOR,
}


def experience_lines(card: AdaptedIdea | SharedIdea) -> tuple[tuple[str, str], ...]:
    """Return how it went, each with its label: with the card's own group first, then up the line, each group named."""
    card = with_origins(card)
    return tuple(
        (say(label), text) for name, label in LABELS.items() for holder in (card, *card.forebears)
        if (text := _text_of(holder, name))
    )  # fmt: skip


def _text_of(holder: AdaptedIdea | SharedIdea | Forebear, name: str) -> str | None:
    text: str | None = getattr(holder, name)
    if text is None or not isinstance(holder, Forebear):
        return text
    return say(w.AT_GROUP, group=holder.by, text=text) if holder.by else say(w.AT_ANOTHER, text=text)


def already_here_line(already: AlreadyHere) -> str:
    """Say what of a card of a file the place has already."""
    return say(w.ALREADY_HERE[already.how], group=already.card.from_place or "")


def own_lines(card: AdaptedIdea) -> Iterator[tuple[str, str]]:
    """Yield what a place has on a card of its own, each with its label: what to look at before words are replaced."""
    yield say(w.ON_OUR_CARD), "\n".join(dict.fromkeys(text for text in (card.words, card.more) if text))
    if card.change:
        yield say(w.CHANGED_HERE), card.change
