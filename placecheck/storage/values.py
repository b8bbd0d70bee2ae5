"""What the store takes and gives beside places, answers and whole assessments, as frozen values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from placecheck.assessment.customisation import OwnWords
from placecheck.assessment.model import Action, Agreed, Answer, Cause, Place, PlaceKind, QuestionSet
from placecheck.source.fields import Frozen, Line, Slug, Story, Text
from placecheck.workshop.model import ScribeNote

Of = Literal["setting", "agreed", "action", "own_words", "cause", "card", "asked", "perspectives", "note"]
"""What the group changes together."""
Kind = Of | Literal["perspective", "answer", "ballot", "level_choice", "removal"]
"""What a change is a change of."""

EXAMPLE = "example-"
"""How the id of an example begins: an assessment that comes with the program, and is kept nowhere."""

CORRECTION = "correction"
"""Who a change is by that a person asked for after the workshop in which they answered had ended."""

ACCOUNT = "account:"
"""What stands before the account that a change is by, where people sign in by account."""


def is_correction(by: str) -> bool:
    """Return whether a change is a `CORRECTION`, whichever account recorded it."""
    return by == CORRECTION or by.startswith(f"{CORRECTION} {ACCOUNT}")


def as_correction(by: str) -> str:
    """Return who a correction is by that `by` wrote down."""
    return f"{CORRECTION} {by}" if account_of(by) else CORRECTION


def account_of(by: str) -> str:
    """Return the account that a change is by; empty where none is known."""
    plain = by.removeprefix(f"{CORRECTION} ")
    return plain.removeprefix(ACCOUNT) if plain.startswith(ACCOUNT) else ""


class AssessmentDetails(Frozen):
    """Where and when an assessment was held, and who was missing. It begins with what the place says of itself."""

    name: Line
    kind: PlaceKind | None = None
    nation: Line | None = None
    boundary: Story | None = None
    context: Story | None = None
    date: datetime.date | None = None
    missing_voices: Story | None = None

    @property
    def place(self) -> Place:
        """Return the place as it was in this assessment."""
        return Place.model_construct(**{name: getattr(self, name) for name in Place.model_fields})


class Standpoint(Frozen):
    """From where a voice speaks, and whether it answered on paper."""

    perspective: Slug | None = None
    paper: bool = False


class ChosenQuestions(Frozen):
    """The questions that a group chose to ask, by the ids of their indicators."""

    ids: tuple[Slug, ...]


class ChosenPerspectives(Frozen):
    """The perspectives that a group offers, by id (empty: all of the rubric's), and its own words for some."""

    offered: tuple[Slug, ...] = ()
    names: Annotated[Mapping[Slug, Line], Field(default_factory=dict)]


class Removal(Frozen):
    """That a voice was taken out of an assessment."""

    removed: Literal[True] = True


class LevelChoice(Frozen):
    """Where a voice of a workshop would have a matter decided, by the level's id, or why it names no level."""

    at_level: Slug | None = None
    no_answer: Literal["dont_know", "rather_not_say"] | None = None


class PinnedPassage(Frozen):
    """A passage pinned to an assessment. `said` is its short version, kept so that the card can be read by itself."""

    said: Text
    because: Story | None = None


OfGroup = Agreed | Action | OwnWords | Cause | PinnedPassage | ChosenQuestions | ChosenPerspectives
Value = AssessmentDetails | Standpoint | Answer | LevelChoice | Removal | OfGroup | ScribeNote


class AddedAssessment(NamedTuple):
    """An assessment that came from away: its id, and whether it is its place's first here, another, or was here."""

    id: str
    outcome: Literal["first", "another", "here_already"]

    @property
    def is_new(self) -> bool:
        """Return whether it was not here before."""
        return self.outcome != "here_already"


@dataclass(frozen=True, slots=True)
class AssessmentSummary:
    """The summary of one assessment; times are UTC.

    `voices` are those that said something, `answered` counts their current levels and no-answers.
    """

    id: str
    place_id: str
    number: int
    rubric: str
    edition: str
    question_set: QuestionSet
    together: bool
    date: datetime.date | None
    voices: int
    answered: int
    sequence: int
    made: datetime.datetime
    changed: datetime.datetime


@dataclass(frozen=True, slots=True)
class PlaceSummary:
    """One place, at a glance, with its assessments in the order they began; `changed` is the last change of any."""

    id: str
    name: str
    kind: str | None
    nation: str | None
    boundary: str | None
    context: str | None
    made: datetime.datetime
    changed: datetime.datetime
    assessments: tuple[AssessmentSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """The promise that a change is kept: its sequence within the assessment, from 1, and the moment (UTC)."""

    sequence: int
    when: datetime.datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an assessment: what it was of, what stood there before and after. None: nothing, or withdrawn.

    `voice`, `indicator` and `action` say of what, as far as its kind has them. `undoes` is the sequence of the change
    that this one took back.
    """

    sequence: int
    when: datetime.datetime
    by: str
    kind: Kind
    voice: str | None
    indicator: str | None
    action: int | None
    before: Value | None
    after: Value | None
    undoes: int | None


@dataclass(frozen=True, slots=True)
class DeletionPreview:
    """What a deletion takes with it, ready to be shown; hand it to `delete` for a yes.

    The whole place where `assessment_id` is None, else that assessment alone.
    """

    place_id: str
    assessment_id: str | None
    name: str
    assessments: int
    voices: int
    answers: int
    agreed: int
    actions: int
    cards: int
    changes: int
    sequences: tuple[tuple[str, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ComparisonSet:
    """A named set to compare: the ids of its assessments, in the order in which they were chosen."""

    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackupCounts:
    """How much a backup holds. `previous_file` is the backup of what was here before a restore.

    `others` names the notes and rubrics that a backup left out, or that a restore did not replace.
    """

    places: int
    assessments: int
    answers: int
    notes: int = 0
    rubrics: int = 0
    others: tuple[str, ...] = ()
    previous_file: Path | None = None
