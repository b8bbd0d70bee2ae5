"""Every text that somebody wrote: each must be read and ticked by a person before it leaves the room."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from placecheck.assessment import Assessment
from placecheck.publishing.marks import Mark, Marker

CONTEXT, BOUNDARY, MISSING = "context", "boundary", "missing_voices"


@dataclass(frozen=True, slots=True)
class Text:
    """One thing to tick: `parts` are its texts by the key they have in the file, `marks` what to look at in them.

    `key` says where it stands (`answers.v3.mixing`). `tick` changes whenever a letter of it does, so that a tick holds
    for what was read and for nothing else.
    """

    key: str
    indicator: str | None
    parts: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        """All its parts, a line each."""
        return "\n".join(text for _, text in self.parts)

    @property
    def is_told(self) -> bool:
        """Whether it is something told about an indicator: a story, why the group agreed, or what moved it."""
        return self.key.startswith(("answers.", "agreed.", "causes."))

    @property
    def tick(self) -> str:
        """What stands for this text in a list of ticks."""
        return hashlib.sha256(f"{self.key}\n{self.text}".encode()).hexdigest()[:16]


def texts(assessment: Assessment) -> tuple[Text, ...]:
    """Every text in `assessment`, in the order of the file."""
    marker = Marker.for_place(assessment.place)
    return tuple(
        Text(key, indicator, parts, marker.marks("\n".join(text for _, text in parts)))
        for key, indicator, parts in _found(assessment)
        if parts
    )


def _found(assessment: Assessment) -> Iterator[tuple[str, str | None, tuple[tuple[str, str], ...]]]:
    for name in (BOUNDARY, CONTEXT):
        yield f"place.{name}", None, _parts(assessment.place, name)
    for id_, own in assessment.own_words.items():
        words = _parts(own.words, "name", "statement") if own.words else ()
        yield own_key(id_), id_, words
    for voice in assessment.voices:
        for id_, answer in voice.answers.items():
            yield answer_key(voice.id, id_), id_, _parts(answer, "story", "not_for")
    for id_, agreed in assessment.agreed.items():
        yield agreed_key(id_), id_, _parts(agreed, "because", "minority", "not_agreed")
    for id_, cause in assessment.causes.items():
        yield f"causes.{id_}", id_, _parts(cause, "because")
    yield MISSING, None, _parts(assessment, MISSING)
    for number, action in enumerate(assessment.actions):
        parts = _parts(action, "what", "who", "first_step", "when", "power")
        yield action_key(number), action.indicator, parts


def answer_key(voice: str, indicator: str) -> str:
    """Where a voice's story stands."""
    return f"answers.{voice}.{indicator}"


def agreed_key(indicator: str) -> str:
    """Where the reason for what was agreed stands."""
    return f"agreed.{indicator}"


def own_key(indicator: str) -> str:
    """Where the group's own words for an indicator stand."""
    return f"own_words.{indicator}"


def action_key(number: int) -> str:
    """Where an action stands, counted from 0."""
    return f"actions.{number}"


def _parts(holder: BaseModel, *names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name in names if (value := getattr(holder, name)) is not None)
