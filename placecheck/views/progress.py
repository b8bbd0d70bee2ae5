"""What a voice is asked, side by side, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placecheck.assessment import Answer, Assessment
from placecheck.rubric import Indicator, Rubric
from placecheck.scoring.score import asked
from placecheck.views.answering import shown
from placecheck.words import answering as w
from placecheck.words import say

SAME_FROM = 5
"""From how many levels on, all alike, a second look is worth asking for."""

_OPEN = {name: f"{{{name}}}" for name in ("done", "total", "name")}
"""What the browser fills in by itself."""


@dataclass(frozen=True, slots=True)
class Side:
    """One dimension and what the round asks of it."""

    id: str
    name: str
    about: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What is counted: the questions of each side by its name, those of the page, and the choices made so far.

    `choices` has whatever was answered, empty where that was without a choice. `same_from` is how many levels of the
    page, all alike, ask for a second look.
    """

    sides: tuple[tuple[str, tuple[str, ...]], ...]
    here: tuple[str, ...]
    choices: dict[str, str]
    same_from: int
    words: dict[str, str]


def sides_asked(rubric: Rubric, assessment: Assessment) -> tuple[Side, ...]:
    """Every dimension that the round asks of, in the rubric's order."""
    sides = (Side(one.id, one.name, one.about, asked(one, assessment)) for one in rubric.dimensions)
    return tuple(side for side in sides if side.indicators)


def progress_view(sides: Sequence[Side], here: Side, answers: Mapping[str, Answer]) -> ProgressView:
    """How far the voice that gave `answers` has come, on the page of `here`."""

    def ids(side: Side) -> tuple[str, ...]:
        return tuple(one.id for one in side.indicators)

    return ProgressView(
        sides=tuple((side.name, ids(side)) for side in sides),
        here=ids(here),
        choices={id_: shown(answer)["choice"] for id_, answer in answers.items()},
        same_from=SAME_FROM,
        words={name: say(words, **_OPEN) for name, words in w.COUNTED.items()},
    )


def voice_name(rubric: Rubric, assessment: Assessment, index: int) -> str:
    """What the voice at `index` (from 0) is called on screen; never a person's name."""
    voice = assessment.voices[index]
    perspective = next((one.name for one in rubric.perspectives if one.id == voice.perspective), None)
    if perspective is None:
        return say(w.VOICE_NAMED, n=index + 1)
    return say(w.VOICE_FROM, n=index + 1, perspective=perspective.lower())
