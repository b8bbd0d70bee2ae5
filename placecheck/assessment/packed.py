"""An assessment's levels and nothing else, as one short text: a store hands over thousands at once, ready to score."""

from __future__ import annotations

from typing import NamedTuple

from placecheck.assessment.asked import asked_ids, counted_voices, is_asked_of
from placecheck.assessment.model import Agreed, Answer, Assessment, Voice
from placecheck.rubric.model import Rubric

DONT_KNOW, RATHER_NOT_SAY, SKIPPED, NOT_HERE, NOTHING = -1, -2, -3, -4, -5
"""What stands where no level does. `NOTHING` is no such voice, or nothing agreed."""

CODES = {None: SKIPPED, "dont_know": DONT_KNOW, "rather_not_say": RATHER_NOT_SAY, "not_here": NOT_HERE}
"""The code of each no-answer; None is a row without level and no-answer, and a voice without a row."""

LETTER = ord("F")
"""Each level or code is a letter: `F` is level 0, `G` level 1, and `A` is `NOTHING`."""


class Packed(NamedTuple):
    """One packed assessment of V voices that said something.

    `content` has V x I letters of answers, I of what was agreed, and I of what was asked. I is the number of
    indicators of the rubric kept under `edition_key`, in its order. Asked is level 1, not asked 0; what the group
    reworded or left out was not asked in the rubric's words.
    """

    id: str
    place_id: str
    edition_key: str
    content: str


def answer_code(answer: Answer | Agreed) -> int:
    """Return the level or the code of an answer, or of what was agreed."""
    return CODES[answer.no_answer] if answer.level is None else answer.level


def voice_codes(rubric: Rubric, voice: Voice) -> list[int]:
    """Return the codes of the answers of `voice` to each indicator of `rubric`, in order; `NOTHING` if not counted."""
    return [
        NOTHING if not is_asked_of(indicator, voice, answer) else SKIPPED if answer is None else answer_code(answer)
        for indicator in rubric.indicators()
        for answer in (voice.answers.get(indicator.id),)
    ]


def pack_assessment(rubric: Rubric, assessment: Assessment) -> str:
    """Pack `assessment`, made with `rubric` as published, into the `content` of a `Packed`."""
    ids = list(rubric.by_id)
    answers = [code for voice in counted_voices(assessment) for code in voice_codes(rubric, voice)]
    settled = {
        id_: settled_answer for id_, settled_answer in assessment.agreed.items() if settled_answer.not_agreed is None
    }
    agreed = [answer_code(settled[id_]) if id_ in settled else NOTHING for id_ in ids]
    questions = asked_ids(rubric, assessment)
    asked_flags = [id_ in questions and id_ not in assessment.own_words for id_ in ids]
    return "".join(chr(LETTER + value) for value in (*answers, *agreed, *asked_flags))
