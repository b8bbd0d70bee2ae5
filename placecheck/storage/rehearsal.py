"""A rehearsal: a workshop with made-up voices, at a place of its own, so that nothing of it gets among what is real."""

from __future__ import annotations

import random
from typing import get_args

from placecheck.assessment import Answer, Place
from placecheck.assessment.model import NoAnswer, Round
from placecheck.rubric import Rubric
from placecheck.storage.errors import NotHereError
from placecheck.storage.store import Store
from placecheck.storage.values import Made
from placecheck.words import say
from placecheck.words import workshop as w

VOICES = 12
BY = "rehearsal"
LONGEST_NAME = 300

_NO_ANSWERS: tuple[NoAnswer, ...] = get_args(NoAnswer)


def rehearse(store: Store, place_id: str, rubric: Rubric, *, round_: Round = "starter", voices: int = VOICES) -> Made:
    """A workshop to try things out with, as if at the place `place_id`, with so many made-up voices. NotHereError."""
    real = store.place(place_id)
    name = say(w.REHEARSAL, name=real.name)[:LONGEST_NAME]
    place = store.add_place(Place(name=name, boundary=real.boundary, nation=real.nation))
    assessment = store.begin(place, rubric, round=round_, date=None, together=False, by=BY)
    spoken_from = [None, *(one.id for one in rubric.perspectives)]
    for number in range(voices):
        store.add_voice(assessment, spoken_from[number % len(spoken_from)], by=BY)
    return store.create_workshop(assessment, rehearsal=True)


def let_them_answer(store: Store, workshop_id: str) -> int:
    """Let every made-up voice answer what is open; how many did. Raises NotHereError where it is no rehearsal."""
    _refuse_real(store, workshop_id)
    return store.answer_for_all(workshop_id, _made_up, BY)


def end_rehearsal(store: Store, workshop_id: str) -> None:
    """Take a rehearsal away with its place and all that was in it. Raises NotHereError where it is none."""
    place_id = store.round(_refuse_real(store, workshop_id)).place_id
    store.delete(store.what_goes(place_id))


def _refuse_real(store: Store, workshop_id: str) -> str:
    """The assessment of a rehearsal."""
    held = store.workshop_held(workshop_id)
    if not held.rehearsal:
        raise NotHereError(say(w.NOT_A_REHEARSAL))
    return held.assessment_id


def _made_up(voice: str, indicator: str, vote: int, steps: int) -> Answer:
    """An answer by chance, the same each time for the same voice, thing and vote; closer together in later votes."""
    chance = random.Random(f"{voice} {indicator} {vote}")  # noqa: S311 (no secret)
    if chance.random() < 0.15:
        return Answer(no_answer=chance.choice(_NO_ANSWERS))
    middle = random.Random(indicator).uniform(0, steps - 1)  # noqa: S311
    level = min(max(round(chance.gauss(middle, 0.5 if vote > 1 else 1.1)), 0), steps - 1)
    return Answer(level=level, story=say(w.MADE_UP) if chance.random() < 0.3 else None)
