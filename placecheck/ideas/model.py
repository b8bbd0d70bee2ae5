"""An idea that the notes name, as a card: what it is, what it needs, what to beware of. A key left out is not known."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from placecheck.notes.cited import CitedPassage
from placecheck.source.fields import Frozen, Line, MisfitError, Slug, Text

IdeaKind = Literal["practice", "thought", "warning", "background"]
"""Something people do; a way of seeing; a story of what went wrong; a plan, a book or a law of its time."""

IdeaLayer = Literal["built", "services", "ties", "skills", "pots", "say"]
"""What of a place it is about: buildings and land, services, ties, skills, money, or who has a say."""

Need = Literal["place", "person", "power", "pot"]
NEEDS: tuple[Need, ...] = get_args(Need)


class Needs(Frozen):
    """What an idea needs here, as far as the notes let us tell."""

    place: Line | None = None
    person: Line | None = None
    power: Line | None = None
    pot: Line | None = None

    @property
    def named(self) -> frozenset[Need]:
        """Return the kinds of need that the card names."""
        return frozenset(need for need in NEEDS if getattr(self, need) is not None)


class Idea(Frozen):
    """One idea of the treasury. It carries no rating, and nobody counts how often it is used."""

    id: Slug
    name: Line
    kind: IdeaKind
    layer: IdeaLayer
    what: Text
    began: Text | None = None
    needs: Needs = Needs.model_construct()
    agree: Text | None = None
    cost: Text | None = None
    passages: tuple[CitedPassage, ...] = ()
    warns: tuple[CitedPassage, ...] = ()
    dated: Text | None = None
    reading_age_reason: Text | None = None
    indicators: Annotated[tuple[Slug, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _indicators_once(self) -> Idea:
        for index, indicator in enumerate(self.indicators):
            if indicator in self.indicators[:index]:
                raise MisfitError(f"The indicator {indicator} stands here twice.", "Keep one.", "indicators", index)
        return self

    @property
    def can_be_adapted(self) -> bool:
        """Return whether it is anything to take up; what the notes warn of is not."""
        return self.kind != "warning"

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything on the card that people read, in order."""
        needs = (getattr(self.needs, need) for need in NEEDS)
        reasons = (citation.because for citation in (*self.passages, *self.warns))
        every = (self.name, self.what, self.began, *needs, self.agree, self.cost, *reasons, self.dated)
        return tuple(text for text in every if text is not None)


class IdeasFile(Frozen):
    """`ideas/*.yaml`."""

    ideas: Annotated[tuple[Idea, ...], Field(min_length=1)]
