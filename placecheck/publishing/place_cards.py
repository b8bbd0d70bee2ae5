"""What of a place's cards may leave the room: each card, photo and next step by its own tick, and no more of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from placecheck.assessment import Action, Place
from placecheck.place import Asset, Decision, Slip
from placecheck.place.card import CardBase, Point
from placecheck.publishing.personal_data import PersonalDataFinder
from placecheck.publishing.texts import DEGREES, Text

FIELDS: Mapping[str, tuple[str, ...]] = {
    "here": (
        *("words", "more", "true_for", "not_for", "where", "purposes", "open_to", "use", "spare", "threat", "ends"),
        "source",
    ),
    "pot": (
        *("words", "more", "true_for", "not_for", "holder", "decides", "residents_say", "residents_could"),
        *("amount", "purposes", "spent_near", "threat", "ends"),
    ),
    "figure": ("words", "more", "value", "unit", "year", "area", "source", "address", "care", "compared"),
    "heard": ("words", "question"),
    "group": ("words",),
    "decision": ("words", "more", "asked", "said", "decided", "promised", "seen", "closed"),
    "matter": ("words", "more", "now", "best", "differ", "power", "reasons", "asks"),
}
"""What leaves with a card once it is ticked, by its kind. A kind that is not listed never leaves."""

NOT_TO_READ = ("use", "residents_say", "effect", "slips", "indicators", "now", "best")
"""Fields that hold a choice or an id, and so no words to read before they leave."""

AT_HOME = ("skills", "ties")
"""Layers whose places on the ground may be somebody's home."""

LINKS = ("layer", "groups", "indicators")
"""What a card keeps beside its words, to stand where it belongs."""


def find_card_texts(place: Place, cards: Sequence[CardBase], actions: Sequence[Action] = ()) -> tuple[Text, ...]:
    """Return what is to be ticked before a profile leaves: cards, who keeps each going, photos, then next steps."""
    finder = PersonalDataFinder.for_place(place)
    parts = [each for card in cards for each in _of_card(card)]
    parts += ((step_key(number), _of_step(action)) for number, action in enumerate(actions))
    return tuple(
        Text(key, None, texts, finder.marks("\n".join(text for name, text in texts if name not in DEGREES)))
        for key, texts in parts
        if texts
    )


def published_cards(place: Place, cards: Sequence[CardBase], ticks: Collection[str]) -> tuple[CardBase, ...]:
    """Return the cards that were ticked, each with what may leave of it. Nobody is named as having said so."""
    ticked = {text.key for text in find_card_texts(place, cards) if text.tick in ticks}
    return tuple(_published(card, ticked) for card in cards if card_key(card.id) in ticked)


def published_steps(place: Place, actions: Sequence[Action], ticks: Collection[str]) -> tuple[Action | None, ...]:
    """Return each action as it may leave, without who does it and who holds the power; None where it was not ticked."""
    ticked = {text.key for text in find_card_texts(place, (), actions) if text.tick in ticks}
    return tuple(
        Action(what=action.what, outcome=action.outcome) if step_key(number) in ticked else None
        for number, action in enumerate(actions)
    )


def card_key(id_: str) -> str:
    """Return the key of a card's words."""
    return f"cards.{id_}"


def step_key(number: int) -> str:
    """Return the key of a next step, counted from 0 over all assessments of the place."""
    return f"steps.{number}"


def text_of_card(text: Text, cards: Mapping[str, CardBase]) -> CardBase | None:
    """Return the card that a text is of; None for a next step."""
    where, id_, *_ = text.key.split(".")
    return cards.get(id_) if where == "cards" else None


def text_kind(text: Text, cards: Mapping[str, CardBase]) -> str:
    """Return the kind of card that a text is of, or `step`."""
    card = text_of_card(text, cards)
    return card.kind if card else "step"


def _keeper_key(id_: str) -> str:
    return f"cards.{id_}.keeper"


def _photo_key(id_: str, file: str) -> str:
    return f"cards.{id_}.photos.{file}"


def _of_card(card: CardBase) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    if card.kind not in FIELDS or (isinstance(card, Slip) and card.left_out):
        return
    yield card_key(card.id), tuple(part for name in _fields(card) for part in _words(name, getattr(card, name)))
    if isinstance(card, Asset) and card.keeper:
        yield _keeper_key(card.id), (("keeper", card.keeper),)
    for photo in card.photos:
        yield _photo_key(card.id, photo.file), (("alt", photo.alt),)


def _of_step(action: Action) -> tuple[tuple[str, str], ...]:
    outcome = action.outcome
    texts = (("what", action.what), *((name, getattr(outcome, name, None)) for name in ("seen", "because")))
    return tuple((name, text) for name, text in texts if text)


def _fields(card: CardBase) -> tuple[str, ...]:
    at_home = isinstance(card, Asset) and card.layer in AT_HOME
    return tuple(name for name in FIELDS[card.kind] if not (at_home and name == "where"))


def _words(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the words that a field holds, however deep, each under the name of its field."""
    if name in NOT_TO_READ or value is None:
        return
    if name in DEGREES:
        yield name, _degrees((value,) if name == "point" else value)
    elif isinstance(value, str):
        yield name, value
    elif isinstance(value, BaseModel):
        for inner in type(value).model_fields:
            yield from _words(inner, getattr(value, inner))
    elif isinstance(value, Mapping):
        for text in value.values():
            yield from _words(name, text)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _words(name, item)


def _degrees(points: Sequence[Point]) -> str:
    east, north = points[0]
    more = f" ({len(points)})" if len(points) > 1 else ""
    return f"{north:f}, {east:f}{more}"


def _published(card: CardBase, ticked: Collection[str]) -> CardBase:
    fields = {name: getattr(card, name) for name in (*_fields(card), *LINKS) if hasattr(card, name)}
    fields["photos"] = tuple(photo for photo in card.photos if _photo_key(card.id, photo.file) in ticked)
    if isinstance(card, Asset) and _keeper_key(card.id) in ticked:
        fields["keeper"] = card.keeper
    if isinstance(card, Decision) and card.said:
        slips = tuple(id_ for id_ in card.said.slips if card_key(id_) in ticked)
        fields["said"] = card.said.model_copy(update={"slips": slips})
    return type(card)(id=card.id, **fields)
