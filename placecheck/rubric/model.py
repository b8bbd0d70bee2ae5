"""What is asked: a rubric, its dimensions and their indicators, as frozen values."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from placecheck.fingerprint import text_fingerprint
from placecheck.rubric.links import Link, Why
from placecheck.source.fields import (
    Edition,
    Frozen,
    Language,
    Line,
    MisfitError,
    Number,
    PassageId,
    Slug,
    Text,
    Whole,
    YesNo,
)

Weight = Annotated[Number, Field(gt=0, le=1000, decimal_places=3)]
"""How much something counts beside its neighbours. At most three decimals, so that every sum is exact."""

Grade = Annotated[Number, Field(ge=0, le=20, decimal_places=1)]

MIN_LEVELS, MAX_LEVELS = 3, 7


class Level(Frozen):
    """One step of the ladder that every indicator shares."""

    name: Line


class Perspective(Frozen):
    """From where a voice speaks."""

    id: Slug
    name: Line


class Indicator(Frozen):
    """One thing looked at: a statement, what to look for, and a described level for each step of the ladder."""

    id: Slug
    name: Line
    starter: YesNo = False
    statement: Line
    why: Why | None = None
    look_for: Text
    levels: Annotated[tuple[Line, ...], Field(min_length=MIN_LEVELS, max_length=MAX_LEVELS)]
    perspectives: tuple[Slug, ...] = ()
    held_here: Text | None = None
    held_elsewhere: Text | None = None
    weight: Weight = Decimal(1)
    prompt_promise: Text | None = None
    """Asks what was promised and what people saw, where lip service is the danger."""
    supports: tuple[Link, ...] = ()
    one_support: Text | None = None
    """Why only one passage supports the statement."""
    cautions: tuple[Link, ...] = ()
    no_caution: Text | None = None
    """Why no passage warns about the statement."""
    reading_age_reason: Text | None = None
    future: Text | None = None
    """Why it waits for an edition to come: it is not asked yet."""
    retired: Text | None = None
    """Why it is not asked any more. It stays, so that its id is never used again for another meaning."""

    @property
    def rests(self) -> bool:
        """Return whether this edition does not ask it."""
        return self.future is not None or self.retired is not None

    @model_validator(mode="after")
    def _one_rest(self) -> Indicator:
        if self.future is not None and self.retired is not None:
            raise MisfitError("It is both to come and retired.", "Keep future or retired.", "retired")
        return self

    @field_validator("levels")
    @classmethod
    def _levels_differ(cls, levels: tuple[str, ...]) -> tuple[str, ...]:
        first_index: dict[str, int] = {}
        for index, level in enumerate(levels):
            if (first := first_index.setdefault(text_fingerprint(level), index)) != index:
                raise MisfitError(
                    f"Levels {first} and {index} say the same.", "Give each level words of its own.", index
                )
        return levels

    @model_validator(mode="after")
    def _cite_each_passage_once(self) -> Indicator:
        seen: set[str] = set()
        for key, index, link in self.links():
            for passage in link.ids:
                if passage in seen:
                    what = f"The passage {passage} appears twice in this indicator."
                    raise MisfitError(what, "Keep it where it weighs more.", key, index)
                seen.add(passage)
        return self

    def links(self) -> Iterator[tuple[Literal["supports", "cautions"], int, Link]]:
        """Yield every link with its key and its index there, supports first."""
        yield from (("supports", index, link) for index, link in enumerate(self.supports))
        yield from (("cautions", index, link) for index, link in enumerate(self.cautions))

    @property
    def support_ids(self) -> tuple[str, ...]:
        """Return the ids of the passages that ground the statement, without those that repeat them."""
        return tuple(link.passage for link in self.supports)

    @property
    def caution_ids(self) -> tuple[str, ...]:
        """Return the ids of the passages that warn about the statement, without those that repeat them."""
        return tuple(link.passage for link in self.cautions)

    @cached_property
    def fingerprint(self) -> str:
        """Return the fingerprint of statement and levels; indicators compare where id and fingerprint are equal."""
        return text_fingerprint(self.statement, *self.levels)


class Dimension(Frozen):
    """One side of what makes a good place, and its indicators."""

    id: Slug
    name: Line
    about: Text
    weight: Weight = Decimal(1)
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1, max_length=60)]


class Scoring(Frozen):
    """What a rubric may choose of the method."""

    min_coverage: Annotated[Number, Field(ge=0, le=1, decimal_places=3)] = Decimal("0.6")
    overall: Literal["none", "arithmetic", "geometric"] = "none"


class ReadingEase(Frozen):
    """How hard a sentence may be, in Flesch-Kincaid school grades; no limits where they are left out."""

    grade_average: Grade | None = None
    grade_most: Grade | None = None


class About(Frozen):
    """What a rubric says of itself, whichever dimensions it has."""

    id: Slug
    edition: Edition
    title: Line
    language: Language = "en"
    about: Text
    wording: Text
    authors: Line
    licence: Line
    cite_as: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=MIN_LEVELS, max_length=MAX_LEVELS)]
    perspectives: tuple[Perspective, ...] = ()
    scoring: Scoring = Scoring.model_construct()  # its defaults, without building a validator on import
    reading_ease: ReadingEase = ReadingEase.model_construct()
    reasoned: YesNo = False
    """Whether each link has to give its reason and each indicator its why."""
    cautions: tuple[PassageId, ...] = ()
    """Passages that warn about asking in this way at all; shown on the page about the tool."""
    publish_minimum: Annotated[Whole, Field(ge=2, le=100)] = 10


class Manifest(About):
    """`rubric.yaml`: what the rubric says of itself, and the order of its dimensions, each a file of its own."""

    dimensions: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=20)]


class Rubric(About):
    """A whole rubric: everything that an assessment asks, in order. What is kept with an assessment for ever."""

    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1, max_length=20)]
    resting: tuple[Indicator, ...] = ()
    """Indicators to come and retired ones: known, and not asked."""
    offered: Annotated[tuple[Slug, ...], Field(exclude=True)] = ()
    """The perspectives that a group offers, by id; empty: all. It is no part of the rubric's content."""
    renamed: Annotated[Mapping[Slug, Line], Field(default_factory=dict, exclude=True)]
    """What the rubric itself calls the perspectives that a group gave words of its own, by id."""

    @property
    def steps(self) -> int:
        """Return k, the number of levels on the ladder."""
        return len(self.levels)

    def offered_perspectives(self, used: Collection[str | None] = ()) -> tuple[Perspective, ...]:
        """Return the perspectives that people may choose from, and those in `used`, in the rubric's order."""
        shown = {*(self.offered or (perspective.id for perspective in self.perspectives)), *used}
        return tuple(perspective for perspective in self.perspectives if perspective.id in shown)

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """Return every indicator under its id."""
        return {indicator.id: indicator for indicator in self.indicators()}

    def indicators(self) -> Iterator[Indicator]:
        """Yield every indicator, in the rubric's order."""
        for dimension in self.dimensions:
            yield from dimension.indicators

    @cached_property
    def fingerprint(self) -> str:
        """Return the fingerprint of the whole content: 16 hexadecimal digits of SHA-256 over its canonical JSON."""
        return hashlib.sha256(self.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:16]
