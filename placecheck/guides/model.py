"""A guide as its file holds it: steps, questions, options to choose from, and what comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from placecheck.notes.cited import CitedPassage
from placecheck.source.fields import Frozen, Line, MisfitError, Slug, Text, Whole, YesNo

QuestionKind = Literal["words", "choice", "several", "stance", "table", "cost"]
"""Own words; one choice; several; yes, partly, no and so on; rows of a table; a low and a high number."""

Stance = Literal["yes", "partly", "no", "unsaid", "not-applicable"]
STANCES: tuple[Stance, ...] = get_args(Stance)
"""What a paper may say to a question. That it does not say (`unsaid`) is no "no"."""

Fact = Literal["missing-voices", "one-voice", "names", "strong-words"]
FACTS: tuple[Fact, ...] = get_args(Fact)
"""What the program can look up in an assessment and show beside a step."""


class Condition(Frozen):
    """Something that must be so for a part to be shown: one of the questions has a reply, or one of these replies."""

    any_of: Annotated[tuple[Slug, ...], Field(min_length=1)]
    replies: Annotated[tuple[Slug, ...] | None, Field(min_length=1)] = None


When = tuple[Condition, ...]
"""All of them have to hold."""


class GuideChoice(Frozen):
    """One reply that a person can pick."""

    id: Slug
    name: Line


class GuideColumn(Frozen):
    """A column of a table."""

    id: Slug
    name: Line


class GuideQuestion(Frozen):
    """One thing that a guide asks."""

    id: Slug
    kind: QuestionKind
    name: Line
    ask: Line
    help: Text | None = None
    when: When = ()
    must: YesNo = False
    cards: YesNo = False
    """Whether the place's cards of what is here are offered for the reply."""
    choices: tuple[GuideChoice, ...] = ()
    columns: tuple[GuideColumn, ...] = ()
    most_rows: Annotated[Whole, Field(ge=1, le=40)] = 12
    unit: Line | None = None
    passages: tuple[CitedPassage, ...] = ()

    @model_validator(mode="after")
    def _what_its_kind_has(self) -> GuideQuestion:
        for key, kinds in (("choices", ("choice", "several")), ("columns", ("table",))):
            has, needs = bool(getattr(self, key)), self.kind in kinds
            if needs and not has:
                raise MisfitError(f"A question of the kind {self.kind} needs {key}.", f"Add {key}.", "kind")
            if has and not needs:
                raise MisfitError(f"A question of the kind {self.kind} has no {key}.", f"Take {key} out.", key)
        if self.cards and self.kind != "words":
            raise MisfitError("Cards are written into words.", "Take cards out, or make the kind words.", "cards")
        return self

    @property
    def values(self) -> tuple[str, ...]:
        """Return the replies that can be picked; none where people write their own."""
        return STANCES if self.kind == "stance" else tuple(choice.id for choice in self.choices)


class GuideStep(Frozen):
    """A step: what it is about, and what it asks."""

    id: Slug
    name: Line
    about: Text
    when: When = ()
    questions: tuple[GuideQuestion, ...] = ()
    passages: tuple[CitedPassage, ...] = ()
    facts: tuple[Fact, ...] = ()


class GuideOption(Frozen):
    """One of the options that a guide helps to choose from: which replies it fits, and when it is ruled out."""

    id: Slug
    name: Line
    about: Text
    fits: Mapping[Slug, tuple[Slug, ...]] = {}
    never: tuple[Condition, ...] = ()
    promise: Line | None = None
    change: Line | None = None
    passages: tuple[CitedPassage, ...] = ()
    warns: tuple[CitedPassage, ...] = ()


class GuideOptions(Frozen):
    """The options to choose from, and how many of them are shown."""

    least: Annotated[Whole, Field(ge=1, le=5)]
    most: Annotated[Whole, Field(ge=1, le=5)]
    ways: Annotated[tuple[GuideOption, ...], Field(min_length=1)]


class TenderingInputs(Frozen):
    """Which cost questions feed the true cost of tendering."""

    bidders: Slug
    hours: Slug
    hourly: Slug
    buyer_hours: Slug
    buyer_hourly: Slug
    changeover: Slug
    value: Slug


class Evidence(Frozen):
    """A figure from elsewhere, with its source and year, and which side it speaks for."""

    side: Line
    says: Text
    source: Line
    year: Line


class OutputPart(Frozen):
    """A piece of an output. `{id}` in a text is replaced by a reply; where there is none, the piece is left out."""

    when: When = ()
    heading: Line | None = None
    text: Text | None = None
    blank: Text | None = None
    each: Slug | None = None
    stances: tuple[Stance, ...] = ()
    show: Literal["options", "tendering", "evidence"] | None = None


class GuideOutput(Frozen):
    """What a guide gives people to take away."""

    id: Slug
    name: Line
    kind: Literal["page", "letter", "invitation"] = "page"
    when: When = ()
    parts: Annotated[tuple[OutputPart, ...], Field(min_length=1)]


class GuideDecision(Frozen):
    """Which replies begin a card on which a decision is followed."""

    words: Slug
    by: Slug
    could_change: Slug
    said: Slug


class GuideIdea(Frozen):
    """Which replies begin a card of an idea that the group brings home from another place."""

    words: Slug
    from_place: Slug
    change: Slug
    thanks: Slug


class Guide(Frozen):
    """A whole guide."""

    id: Slug
    name: Line
    about: Text
    minutes: Annotated[Whole, Field(ge=1, le=240)]
    ours: Text
    reads: Literal["place", "assessment"] = "place"
    steps: Annotated[tuple[GuideStep, ...], Field(min_length=1)]
    options: GuideOptions | None = None
    tendering: TenderingInputs | None = None
    evidence: tuple[Evidence, ...] = ()
    decision: GuideDecision | None = None
    idea: GuideIdea | None = None
    outputs: Annotated[tuple[GuideOutput, ...], Field(min_length=1)]

    def questions(self) -> Iterator[GuideQuestion]:
        """Yield every question in the guide's order."""
        for step in self.steps:
            yield from step.questions

    @cached_property
    def questions_by_id(self) -> dict[str, GuideQuestion]:
        """Return every question under its id."""
        return {question.id: question for question in self.questions()}
