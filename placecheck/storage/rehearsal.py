"""A rehearsal: a workshop with made-up voices, at a place of its own, so that nothing of it gets among what is real."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import get_args

from placecheck.assessment import Answer, Place
from placecheck.assessment.model import NoAnswer, QuestionSet
from placecheck.rubric import Rubric
from placecheck.storage.errors import NotHereError
from placecheck.storage.store import Store
from placecheck.storage.values import LevelChoice
from placecheck.storage.workshop_values import NewWorkshop
from placecheck.words import say
from placecheck.words import workshop as w

VOICES = 12
BY = "rehearsal"
MAX_NAME_LENGTH = 300

_NO_ANSWERS: tuple[NoAnswer, ...] = get_args(NoAnswer)


def rehearse(
    store: Store,
    place: str | Place,
    rubric: Rubric,
    *,
    question_set: QuestionSet = "starter",
    asked: Sequence[str] = (),
    offered: Sequence[str] = (),
    voices: int = VOICES,
) -> NewWorkshop:
    """Begin a rehearsal workshop as if at `place`, with this many made-up voices.

    `place` is the id of a stored place, or a place that is not stored; either way it is left alone.

    Raises:
        NotHereError: There is no such place.
    """
    real = store.place(place) if isinstance(place, str) else place
    name = say(w.REHEARSAL, name=real.name)[:MAX_NAME_LENGTH]
    copy = store.add_place(Place(name=name, boundary=real.boundary, nation=real.nation))
    assessment = store.begin_assessment(
        copy, rubric, question_set=question_set, date=None, together=False, asked=asked, offered=offered, by=BY
    )
    choices = store.asked_rubric(assessment).offered_perspectives()
    spoken_from = [None, *(perspective.id for perspective in choices)]
    for number in range(voices):
        store.add_voice(assessment, spoken_from[number % len(spoken_from)], by=BY)
    return store.create_workshop(assessment, is_rehearsal=True)


def let_them_answer(store: Store, workshop_id: str) -> int:
    """Let every made-up voice answer what is open, questions or matters, and return how many did.

    Raises:
        NotHereError: It is no rehearsal.
    """
    _refuse_real(store, workshop_id)
    return store.save_made_up_answers(workshop_id, _made_up, BY) + store.save_made_up_levels(
        workshop_id, _made_up_level, BY
    )


def end_rehearsal(store: Store, workshop_id: str) -> None:
    """Delete a rehearsal with its place and all that was in it.

    Raises:
        NotHereError: It is no rehearsal.
    """
    place_id = store.assessment_summary(_refuse_real(store, workshop_id)).place_id
    store.delete(store.preview_deletion(place_id))


def _refuse_real(store: Store, workshop_id: str) -> str:
    """Return the assessment of a rehearsal; refuse a real workshop."""
    summary = store.workshop_summary(workshop_id)
    if not summary.is_rehearsal:
        raise NotHereError(say(w.NOT_A_REHEARSAL))
    return summary.assessment_id


def _made_up(voice: str, indicator: str, vote: int, steps: int) -> Answer:
    """Return a made-up answer, the same each time for a voice, an indicator and a vote; closer in later votes."""
    chance = random.Random(f"{voice} {indicator} {vote}")  # noqa: S311 (no secret)
    if chance.random() < 0.15:
        return Answer(no_answer=chance.choice(_NO_ANSWERS))
    middle = random.Random(indicator).uniform(0, steps - 1)  # noqa: S311
    level = min(max(round(chance.gauss(middle, 0.5 if vote > 1 else 1.1)), 0), steps - 1)
    return Answer(level=level, story=say(w.MADE_UP) if chance.random() < 0.3 else None)


def _made_up_level(voice: str, matter: str, levels: Sequence[str]) -> LevelChoice:
    """Return where a made-up voice would have a matter decided, the same each time."""
    chance = random.Random(f"{voice} {matter}")  # noqa: S311 (no secret)
    if chance.random() < 0.1:
        return LevelChoice(no_answer="dont_know")
    middle = random.Random(matter).uniform(0, len(levels) - 1)  # noqa: S311
    return LevelChoice(at_level=levels[min(max(round(chance.gauss(middle, 1)), 0), len(levels) - 1)])
