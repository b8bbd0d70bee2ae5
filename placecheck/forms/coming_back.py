"""Voices that come back from away, looked at beside the round that they are to join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from placecheck.assessment import Assessment, Voice
from placecheck.errors import PlacecheckError
from placecheck.forms.code import decode
from placecheck.rubric import Rubric
from placecheck.words import on_paper as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class Came:
    """A voice that came, where from, and what is worth knowing of it before it is taken."""

    source: str
    voice: Voice
    remarks: tuple[str, ...] = ()


def of_code(rubric: Rubric, here: Assessment, code: str, source: str) -> Iterator[Came]:
    """The voice that a code holds. Raises InputError where it does not fit what the round `here` asks."""
    yield _came(here, source, decode(code, rubric))


def of_assessment(here: Assessment, assessment: Assessment, source: str) -> Iterator[Came]:
    """The voices that a file's assessment holds. Raises PlacecheckError where it asked other than the round `here`."""
    rubric = assessment.rubric
    if rubric != here.rubric or assessment.own_words:
        raise PlacecheckError(say(w.OTHER_QUESTIONS, rubric=rubric.id, edition=rubric.edition))
    place = assessment.place.name
    elsewhere = () if place == here.place.name else (say(w.OTHER_PLACE, place=place),)
    for n, voice in enumerate(assessment.voices, start=1):
        of = source if len(assessment.voices) == 1 else say(w.VOICE_OF, source=source, n=n)
        yield _came(here, of, voice, *elsewhere)


def said_before(voice: Voice, others: Iterable[Voice]) -> bool:
    """Whether one of `others` speaks from the same standpoint and says exactly the same."""
    return any(voice.answers == one.answers and voice.perspective == one.perspective for one in others)


def _came(here: Assessment, source: str, voice: Voice, *remarks: str) -> Came:
    if not voice.answers:
        raise PlacecheckError(say(w.NOTHING_IN_IT))
    return Came(source, voice, (*remarks, say(w.SAME_ANSWERS)) if said_before(voice, here.voices) else remarks)
