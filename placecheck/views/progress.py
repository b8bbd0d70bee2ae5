"""How far a voice has come, side by side, and whether a second look may help."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Assessment, Voice
from placecheck.rubric import Indicator, Rubric
from placecheck.scoring.score import asked
from placecheck.words import answering as w
from placecheck.words import say

SAME_FROM = 5
"""From how many levels on, all alike, a second look is worth asking for."""


@dataclass(frozen=True, slots=True)
class SideProgress:
    """One dimension for one voice: what it is asked, and how much of it is answered."""

    id: str
    name: str
    about: str
    order: int
    indicators: tuple[Indicator, ...]
    done: int
    words: str
    all_alike: bool


def progress(rubric: Rubric, assessment: Assessment, voice: Voice) -> tuple[SideProgress, ...]:
    """Every dimension that the round asks of `voice`, in the rubric's order."""
    sides = ((order, dimension, asked(dimension, assessment)) for order, dimension in enumerate(rubric.dimensions))
    return tuple(
        SideProgress(
            id=dimension.id,
            name=dimension.name,
            about=dimension.about,
            order=order,
            indicators=indicators,
            done=(done := sum(one.id in voice.answers for one in indicators)),
            words=say(w.SIDE_PROGRESS, name=dimension.name, done=done, total=len(indicators)),
            all_alike=_all_alike(voice, indicators),
        )
        for order, dimension, indicators in sides
        if indicators
    )


def _all_alike(voice: Voice, indicators: tuple[Indicator, ...]) -> bool:
    answers = (voice.answers.get(one.id) for one in indicators)
    levels = [answer.level for answer in answers if answer is not None and answer.level is not None]
    return len(levels) >= SAME_FROM and len(set(levels)) == 1


def voice_name(rubric: Rubric, assessment: Assessment, index: int) -> str:
    """What the voice at `index` (from 0) is called on screen; never a person's name."""
    voice = assessment.voices[index]
    perspective = next((one.name for one in rubric.perspectives if one.id == voice.perspective), None)
    if perspective is None:
        return say(w.VOICE_NAMED, n=index + 1)
    return say(w.VOICE_FROM, n=index + 1, perspective=perspective.lower())
