"""A decision from end to end: what was asked, what people said, what was decided, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from placecheck.place.card import CardBase
from placecheck.source.fields import Frozen, Line, Slug, Story, WhenWords

Effect = Literal["changed", "helped", "set_aside"]


class Asked(Frozen):
    """Who asked, when, and what the answers could change."""

    by: Line | None = None
    when: WhenWords | None = None
    question: Story | None = None
    could_change: Story | None = None


class Contribution(Frozen):
    """What people said: the slips and the indicators that speak to the question."""

    slips: Annotated[tuple[Slug, ...], Field(max_length=500)] = ()
    indicators: tuple[Slug, ...] = ()
    words: Story | None = None


class Decided(Frozen):
    """Who decided what, when, and what difference people's words made."""

    by: Line | None = None
    when: WhenWords | None = None
    what: Story
    effect: Effect | None = None
    because: Story | None = None


class Promise(Frozen):
    """What was promised, and by when."""

    what: Story
    by: Line | None = None
    when: WhenWords | None = None


class Sighting(Frozen):
    """What somebody has seen of it."""

    what: Story
    by: Line | None = None
    when: WhenWords | None = None


class Decision(CardBase):
    """One decision. What was promised and what was seen are kept separately."""

    kind: Literal["decision"] = "decision"
    asked: Asked | None = None
    said: Contribution | None = None
    decided: Decided | None = None
    promised: Promise | None = None
    seen: Annotated[tuple[Sighting, ...], Field(max_length=100)] = ()
    closed: Story | None = None
    """Why nobody needs to follow it any longer."""
