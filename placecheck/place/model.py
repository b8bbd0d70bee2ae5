"""The cards of a place, each of its kind, and the file that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import ConfigDict, Field, TypeAdapter, field_validator

from placecheck.assessment.model import Place
from placecheck.place.adapted import AdaptedIdea, Matter, Peer, Worksheet
from placecheck.place.asset import Asset, Figure, Pot
from placecheck.place.card import CardBase
from placecheck.place.decision import Decision
from placecheck.place.slip import Slip, SlipGroup
from placecheck.source.fields import Frozen, MisfitError, Slug

AnyCard = Asset | Pot | Figure | Slip | SlipGroup | Decision | AdaptedIdea | Worksheet | Matter | Peer
Card = Annotated[AnyCard, Field(discriminator="kind")]
"""A card of any kind; `kind` says which."""

CARD: TypeAdapter[Card] = TypeAdapter(Card)
"""Reads one card from plain values or from JSON."""

MAX_CARDS = 10_000

C = TypeVar("C", bound=CardBase)


class PlaceFile(Frozen):
    """What belongs to a place and outlives its assessments: its cards."""

    model_config = ConfigDict(json_schema_extra={"required": ["placecheck_place", "place"]})

    placecheck_place: Literal[1] = 1
    place: Place
    rubric: Slug | None = None
    """The rubric whose indicators the cards name."""
    cards: Annotated[tuple[Card, ...], Field(max_length=MAX_CARDS)] = ()

    @field_validator("cards")
    @classmethod
    def _each_card_once(cls, cards: tuple[Card, ...]) -> tuple[Card, ...]:
        first: dict[str, int] = {}
        for index, card in enumerate(cards):
            if first.setdefault(card.id, index) != index:
                raise MisfitError(
                    f"The card {card.id} stands here twice.", "Give each card an id of its own.", index, "id"
                )
        return cards


def card_models() -> tuple[type[CardBase], ...]:
    """Return the model of each kind of card."""
    return get_args(AnyCard)


CARD_KINDS: tuple[str, ...] = tuple(model.model_fields["kind"].default for model in card_models())
"""Every kind of card, in the order in which a file holds them."""


def cards_of(cards: Iterable[CardBase], kind: type[C]) -> Iterator[C]:
    """Yield the cards of one kind, in their order."""
    return (card for card in cards if isinstance(card, kind))
