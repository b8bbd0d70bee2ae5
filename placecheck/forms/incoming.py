"""Voices that come back from away, looked at beside the assessment that they are to join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from placecheck.assessment import Assessment, Voice
from placecheck.assessment.asked import question_list
from placecheck.errors import PlacecheckError
from placecheck.forms.code import decode_voice
from placecheck.rubric import Rubric
from placecheck.words import on_paper as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class IncomingAnswers:
    """A voice that came, where from, and what is worth knowing of it before it is taken."""

    source: str
    voice: Voice
    remarks: tuple[str, ...] = ()


def of_code(rubric: Rubric, assessment: Assessment, code: str, source: str) -> Iterator[IncomingAnswers]:
    """Yield the voice that a code holds.

    Raises:
        InputError: It does not fit what `assessment` asks.
    """
    questions = question_list(rubric, assessment)
    chosen = questions if isinstance(questions, tuple) else ()
    yield _came(assessment, source, decode_voice(code, rubric, chosen=chosen))


def of_assessment(target: Assessment, assessment: Assessment, source: str) -> Iterator[IncomingAnswers]:
    """Yield the voices of a file's assessment.

    Raises:
        PlacecheckError: It asked other questions than `target`.
    """
    rubric = assessment.rubric
    if rubric != target.rubric or assessment.own_words:
        raise PlacecheckError(say(w.OTHER_QUESTIONS, rubric=rubric.id, edition=rubric.edition))
    place = assessment.place.name
    elsewhere = () if place == target.place.name else (say(w.OTHER_PLACE, place=place),)
    voices = [voice for voice in assessment.voices if voice.answers]
    if not voices:
        raise PlacecheckError(say(w.NOTHING_IN_IT))
    for n, voice in enumerate(voices, start=1):
        of = source if len(voices) == 1 else say(w.VOICE_OF, source=source, n=n)
        yield _came(target, of, voice, *elsewhere)


def said_before(voice: Voice, others: Iterable[Voice]) -> bool:
    """Return whether one of `others` speaks from the same standpoint and says exactly the same."""
    return any(voice.answers == other.answers and voice.perspective == other.perspective for other in others)


def _came(assessment: Assessment, source: str, voice: Voice, *remarks: str) -> IncomingAnswers:
    if not voice.answers:
        raise PlacecheckError(say(w.NOTHING_IN_IT))
    return IncomingAnswers(
        source, voice, (*remarks, say(w.SAME_ANSWERS)) if said_before(voice, assessment.voices) else remarks
    )
