"""What the store takes and gives beside places, answers and whole assessments, as frozen values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from placecheck.assessment.model import Action, Agreed, Answer, Cause, Place, PlaceKind, Round
from placecheck.assessment.own import OwnWords
from placecheck.source.fields import Frozen, Line, Slug, Story, Text
from placecheck.workshop.model import Workshop

Kind = Literal["setting", "perspective", "answer", "agreed", "action", "own_words", "cause", "ballot", "card"]
"""What a change is a change of."""


class Setting(Frozen):
    """Where and when a round was held, and who was missing. It begins with what the place says of itself."""

    name: Line
    kind: PlaceKind | None = None
    nation: Line | None = None
    boundary: Story | None = None
    context: Story | None = None
    date: datetime.date | None = None
    missing_voices: Story | None = None

    @property
    def place(self) -> Place:
        """The place as it was in this round."""
        return Place.model_construct(**{name: getattr(self, name) for name in Place.model_fields})


class Standpoint(Frozen):
    """From where a voice speaks, and whether it answered on paper."""

    perspective: Slug | None = None
    paper: bool = False


class Card(Frozen):
    """A passage pinned to a round. `said` is what it says in short, kept so that the card can stand by itself."""

    said: Text
    because: Story | None = None


Value = Setting | Standpoint | Answer | Agreed | Action | OwnWords | Cause | Card


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """One assessment, at a glance. `answered` counts the answers that stand, over all voices; moments are UTC."""

    id: str
    place_id: str
    number: int
    rubric: str
    edition: str
    round: Round
    together: bool
    date: datetime.date | None
    voices: int
    answered: int
    sequence: int
    made: datetime.datetime
    changed: datetime.datetime


@dataclass(frozen=True, slots=True)
class PlaceSummary:
    """One place, at a glance, with its rounds in the order they were begun; `changed` is the last change of any."""

    id: str
    name: str
    kind: str | None
    nation: str | None
    boundary: str | None
    context: str | None
    made: datetime.datetime
    changed: datetime.datetime
    rounds: tuple[RoundSummary, ...] = ()


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
class WhatGoes:
    """What a deletion takes with it, ready to be shown; hand it to `delete` for a yes.

    The whole place where `assessment_id` is None, else that round alone.
    """

    place_id: str
    assessment_id: str | None
    name: str
    rounds: int
    voices: int
    answers: int
    agreed: int
    actions: int
    changes: int
    sequences: tuple[tuple[str, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """How much a backup holds. `kept` is where what stood here before a restore was put."""

    places: int
    assessments: int
    answers: int
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One workshop at a glance. The join `code` lets people in until it has `ended`."""

    id: str
    assessment_id: str
    code: str
    rehearsal: bool
    delete_on: datetime.date | None
    made: datetime.datetime
    ended: bool


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a workshop keeps from everyone: `indicators`, or everything where it has not `begun`."""

    workshop_id: str
    indicators: frozenset[str]
    begun: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A new workshop: its id, its join code, and the facilitator's key, which is shown once and kept nowhere."""

    id: str
    code: str
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a workshop is: `voices` that take part, of which `paper` on paper, and how many answered what."""

    voices: int
    paper: int
    answered: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Room:
    """What the room may see. Each indicator has one answer a voice, None where a voice gave none.

    `again` has the same of each second vote under its number; voices that cast no ballot are left out there.
    """

    first: Mapping[str, tuple[Answer | None, ...]]
    again: Mapping[int, tuple[Answer, ...]]


@dataclass(frozen=True, slots=True)
class Seat:
    """Who a personal code speaks for, and where their workshop stands."""

    workshop_id: str
    assessment_id: str
    voice: str
    workshop: Workshop
    rehearsal: bool
    delete_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class Own:
    """What one voice said: its first answers by indicator, and its ballots by the number of the second vote."""

    standpoint: Standpoint
    answers: Mapping[str, Answer]
    ballots: Mapping[int, Answer]
