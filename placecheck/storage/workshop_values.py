"""What the store takes and gives of workshops, as frozen values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from placecheck.assessment.model import Answer
from placecheck.storage.values import LevelChoice, Standpoint
from placecheck.workshop.events import Event
from placecheck.workshop.model import Workshop


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """A workshop in short. Its join `code` lets people in until it has `ended`."""

    id: str
    assessment_id: str
    code: str
    is_rehearsal: bool
    delete_on: datetime.date | None
    made: datetime.datetime
    ended: bool


@dataclass(frozen=True, slots=True)
class HiddenAnswers:
    """What a workshop hides from everyone: `indicators`, or everything unless it `has_begun`.

    `only_held_back`: the facilitator held all of them back or withdrew them, and none waits to be revealed.
    """

    workshop_id: str
    indicators: frozenset[str]
    has_begun: bool
    only_held_back: bool = False

    @property
    def hides_everything(self) -> bool:
        """Return whether nobody may see the assessment yet; indicators that are only held back are just left out."""
        return not (self.has_begun and self.only_held_back)


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """A new workshop: its id and its join code."""

    id: str
    code: str


@dataclass(frozen=True, slots=True)
class WorkshopLogEntry:
    """What an account did in a workshop: the `event` that it caused; None: it created the workshop."""

    when: datetime.datetime
    account: str
    event: Event | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a workshop is: how many `voices` joined, how many of them on `paper`, and how many `answered` what.

    `eligible` counts under each indicator those whom it is meant for, and whoever else answered it.
    """

    voices: int
    paper: int
    answered: Mapping[str, int]
    eligible: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many joined from a phone recently, and how many of all who joined from a phone have said nothing."""

    recent: int
    silent: int


@dataclass(frozen=True, slots=True)
class RevealedAnswers:
    """What the room may see. `answers` holds under each indicator a first answer for each voice, None if it gave none.

    `ballots` holds those of each second vote under its number, and `eligible` how many could vote in it.
    """

    answers: Mapping[str, tuple[Answer | None, ...]]
    ballots: Mapping[int, tuple[Answer, ...]]
    eligible: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SecondVotes:
    """The indicator of each second vote by its number, and the ballots in them by voice."""

    asks: Mapping[int, str]
    ballots: Mapping[str, Mapping[int, Answer]]


@dataclass(frozen=True, slots=True)
class Participant:
    """The voice that a personal code belongs to, and the state of its workshop."""

    workshop_id: str
    assessment_id: str
    voice_id: str
    workshop: Workshop
    is_rehearsal: bool
    delete_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class VoiceAnswers:
    """The answers of one voice: first answers by indicator, and ballots by the number of the second vote."""

    standpoint: Standpoint
    answers: Mapping[str, Answer]
    ballots: Mapping[int, Answer]
    levels: Mapping[str, LevelChoice] = field(default_factory=dict)
    """Where the voice would have matters decided, by the matters' ids."""
