"""What is here: assets, pots of money, and figures that others published."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from placecheck.place.card import CardBase, Where
from placecheck.source.fields import Address, Frozen, Line, Number, Slug, Story, WhenWords

Layer = Literal["built", "services", "ties", "skills", "ideas"]
RestsOn = Literal["one_person", "one_grant", "few", "many"]
Use = Literal["unused", "half_used", "used"]
Purposes = Annotated[tuple[Line, ...], Field(max_length=20)]


class Asset(CardBase):
    """Something that is here: a building, a service, a tie between people, a skill, an idea in use."""

    kind: Literal["here"] = "here"
    layer: Layer
    where: Where | None = None
    keeper: Line | None = None
    """Who keeps it going: a role, not a name."""
    rests_on: tuple[RestsOn, ...] = ()
    purposes: Purposes = ()
    """What it is for, a few words each. Two services with the same purpose overlap."""
    open_to: Line | None = None
    use: Use | None = None
    spare: Line | None = None
    """The hours or the room that could be lent."""
    threat: Story | None = None
    ends: WhenWords | None = None
    checked: WhenWords | None = None
    source: Line | None = None
    source_id: Line | None = None
    from_slip: Slug | None = None
    """The slip that told of it. As long as the card has the slip's very words, it is erased with the slip."""


class Pot(CardBase):
    """A pot of money: who decides about it, and whether residents could."""

    kind: Literal["pot"] = "pot"
    holder: Line | None = None
    decides: Line | None = None
    residents_say: Literal["decide", "some", "none"] | None = None
    residents_could: Story | None = None
    """In words: could residents decide about it, and what would that take?"""
    amount: Line | None = None
    """An amount or a range, as people write it. Amounts are never added up."""
    purposes: Purposes = ()
    spent_near: Story | None = None
    """In words: how much of it is spent near here."""
    threat: Story | None = None
    ends: WhenWords | None = None
    checked: WhenWords | None = None


FigureValue = Annotated[Number, Field(max_digits=15, decimal_places=4)]


class ComparedFigure(Frozen):
    """The same figure for another area, for comparison."""

    area: Line
    value: FigureValue


class Figure(CardBase):
    """A figure that others published about this place. It is shown with readings and never counted into them."""

    kind: Literal["figure"] = "figure"
    value: FigureValue
    unit: Line | None = None
    year: WhenWords | None = None
    area: Line | None = None
    source: Line
    address: Address | None = None
    care: Story | None = None
    """What to be careful about when reading it."""
    compared: Annotated[tuple[ComparedFigure, ...], Field(max_length=20)] = ()
