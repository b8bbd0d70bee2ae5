"""A round's levels and nothing else, as one short text: a store hands over thousands at once, ready to score."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from placecheck.assessment.model import Agreed, Answer, Assessment
from placecheck.rubric.model import Rubric

DONT_KNOW, RATHER_NOT_SAY, SKIPPED, NOT_HERE, NOTHING = -1, -2, -3, -4, -5
"""What stands where no level does. `NOTHING` is no such voice, or nothing agreed."""

CODES = {None: SKIPPED, "dont_know": DONT_KNOW, "rather_not_say": RATHER_NOT_SAY, "not_here": NOT_HERE}
"""The code of each no-answer; None is a row without level and no-answer, and a voice without a row."""

LETTER = ord("F")
"""Each level or code is a letter: `F` is level 0, `G` level 1, and `A` is `NOTHING`."""


class Packed(NamedTuple):
    """One round of V voices. `content` has V x I letters of answers, I of what was agreed, and I of what was asked.

    I is the number of indicators of the rubric kept under `edition_key`, in its order. Asked is level 1, not asked 0;
    what the group reworded or left out was not asked in the rubric's words.
    """

    id: str
    place_id: str
    edition_key: str
    content: str


def code(given: Answer | Agreed) -> int:
    """The level or the code of an answer, or of what was agreed."""
    return CODES[given.no_answer] if given.level is None else given.level


def packed(rubric: Rubric, assessment: Assessment) -> str:
    """The `content` of `assessment`, made with `rubric`, whose own wording that is."""
    ids = list(rubric.by_id)
    answers = [
        code(voice.answers[id_]) if id_ in voice.answers else SKIPPED for voice in assessment.voices for id_ in ids
    ]
    settled = {id_: one for id_, one in assessment.agreed.items() if one.not_agreed is None}
    agreed = [code(settled[id_]) if id_ in settled else NOTHING for id_ in ids]
    every = assessment.round == "full"
    beyond = set(chain(assessment.agreed, *(voice.answers for voice in assessment.voices)))
    asked = [
        (every or one.starter or one.id in beyond) and one.id not in assessment.own_words for one in rubric.indicators()
    ]
    return "".join(chr(LETTER + value) for value in (*answers, *agreed, *asked))
