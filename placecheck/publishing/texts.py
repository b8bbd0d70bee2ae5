"""Every text that somebody wrote: each must be read and ticked by a person before it leaves the room."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from placecheck.assessment import Agreed, Answer, Assessment
from placecheck.publishing.personal_data import PersonalDataFinder, PossiblePersonalData
from placecheck.source.field_kinds import written_texts
from placecheck.words import publishing as w
from placecheck.words import say, say_n

DEGREES = ("point", "outline", "line")
"""Where a card is on the ground: numbers that are to be seen, and no phone number."""

CONTEXT, BOUNDARY, MISSING = "context", "boundary", "missing_voices"


@dataclass(frozen=True, slots=True)
class Text:
    """One item to tick: `parts` are its texts by the key they have in the file, `marks` what to look at in them.

    `key` is its path (`answers.v3.mixing`). `tick` changes whenever a letter of it does, so that a tick is valid
    for what was read and for nothing else.
    """

    key: str
    indicator: str | None
    parts: tuple[tuple[str, str], ...]
    marks: tuple[PossiblePersonalData, ...]

    @property
    def text(self) -> str:
        """Return all its parts, a line each."""
        return "\n".join(text for _, text in self.parts)

    @property
    def as_read(self) -> str:
        """Return all its parts, a line each, with what has only numbers said in words."""
        return "\n".join(_on_the_map(name, text) if name in DEGREES else text for name, text in self.parts)

    @property
    def is_told(self) -> bool:
        """Return whether it is text about an indicator: a story, why the group agreed, or what moved it."""
        return self.key.startswith(("answers.", "agreed.", "causes."))

    @property
    def tick(self) -> str:
        """Return the identifier of this text in a list of ticks."""
        return hashlib.sha256(f"{self.key}\n{self.text}".encode()).hexdigest()[:16]


def find_texts(assessment: Assessment) -> tuple[Text, ...]:
    """Return every text in `assessment`, in the order of the file."""
    marker = PersonalDataFinder.for_place(assessment.place)
    return tuple(
        Text(key, indicator, parts, marker.marks("\n".join(text for _, text in parts)))
        for key, indicator, parts in _walk(assessment)
        if parts
    )


def _walk(assessment: Assessment) -> Iterator[tuple[str, str | None, tuple[tuple[str, str], ...]]]:
    for name in (BOUNDARY, CONTEXT):
        yield f"place.{name}", None, _parts(assessment.place, name)
    for id_, own in assessment.own_words.items():
        words = _parts(own.words, "name", "statement") if own.words else ()
        yield own_key(id_), id_, words
    for id_, name in assessment.perspective_names.items():
        yield perspective_key(id_), None, (("name", name),)
    for voice in assessment.voices:
        for id_, answer in voice.answers.items():
            yield answer_key(voice.id, id_), id_, _parts(answer)
    for id_, agreed in assessment.agreed.items():
        yield agreed_key(id_), id_, _parts(agreed, *sorted(written_texts(Agreed)))  # the order in which ticks were made
    for id_, cause in assessment.causes.items():
        yield f"causes.{id_}", id_, _parts(cause)
    yield MISSING, None, _parts(assessment, MISSING)
    for number, action in enumerate(assessment.actions):
        yield action_key(number), action.indicator, _parts(action)


def _on_the_map(name: str, text: str) -> str:
    """Return in words where something is on the ground: its point, or its first one and how many there are."""
    at, _, count = text.rstrip(")").partition(" (")
    return say_n(w.OUTLINE if name == "outline" else w.LINE, int(count), at=at) if count else say(w.POINT, at=at)


def answer_key(voice: str, indicator: str) -> str:
    """Return the key of a voice's story."""
    return f"answers.{voice}.{indicator}"


def answer_tick(voice: str, indicator: str, answer: Answer) -> str:
    """Return the tick of what a voice wrote on an indicator, without looking through it for personal data."""
    return Text(answer_key(voice, indicator), indicator, _parts(answer), ()).tick


def agreed_key(indicator: str) -> str:
    """Return the key of the reason for what was agreed."""
    return f"agreed.{indicator}"


def own_key(indicator: str) -> str:
    """Return the key of the group's own words for an indicator."""
    return f"own_words.{indicator}"


def perspective_key(perspective: str) -> str:
    """Return the key of the group's own words for a perspective."""
    return f"perspective_names.{perspective}"


def action_key(number: int) -> str:
    """Return the key of an action, counted from 0."""
    return f"actions.{number}"


def _parts(holder: BaseModel, *names: str) -> tuple[tuple[str, str], ...]:
    """Return the texts of `holder`: those called `names`, or all that people write."""
    wanted = names or written_texts(type(holder))
    return tuple((name, value) for name in wanted if (value := getattr(holder, name)) is not None)
