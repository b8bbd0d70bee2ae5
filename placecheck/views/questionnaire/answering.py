"""One question as the screen asks it, and its answer in the parts that are chosen or written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from placecheck.assessment import Answer
from placecheck.assessment.asked import is_meant_for, meant_for_names
from placecheck.rubric import Indicator, Rubric
from placecheck.views.questionnaire.questionnaire import Choice, described_levels, high_from, how_sure, no_answers
from placecheck.words import answering as w
from placecheck.words import results, say

Part = Literal["choice", "sure", "story", "promised", "seen", "not_for"]
Parts = Mapping[Part, str]
"""What the screen holds of an answer: each part as it is chosen or written, empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class AnsweringView:
    """What there is to choose from, and the words around it. `high` holds the levels asked for whom they are not true.

    `levels` and `no_answers` are the choices of one part, `choice`: who gives a level gives an answer.
    """

    name: str
    levels: tuple[Choice, ...]
    no_answers: tuple[Choice, ...]
    sure: tuple[Choice, ...]
    high: tuple[str, ...]
    promise: str
    """The question of what was promised and what was seen; empty where it is not asked."""
    words: dict[str, str]


def answering_view(rubric: Rubric, indicator: Indicator) -> AnsweringView:
    """Return how `indicator` is asked; `rubric` is as the group asks it."""
    levels = described_levels(rubric, indicator)
    return AnsweringView(
        name=indicator.name,
        levels=levels,
        no_answers=no_answers(),
        sure=how_sure(),
        high=tuple(level.value for level in levels[high_from(rubric) :]),
        promise=indicator.prompt_promise or "",
        words={name: say(words) for name, words in w.FORM.items()},
    )


def meant_for_others(rubric: Rubric, indicator: Indicator, perspective: str | None) -> str:
    """Return whom `indicator` is meant for, where that leaves out `perspective`; else nothing."""
    if is_meant_for(indicator.perspectives, perspective):
        return ""
    return say(w.MEANT_FOR_OTHERS, names=meant_for_names(rubric, indicator))


def answer_parts(answer: Answer | None) -> Parts:
    """Return `answer` as the screen holds it."""
    if answer is None:
        return dict.fromkeys(get_args(Part), "")
    choice = (answer.no_answer or "") if answer.level is None else str(answer.level)
    return {
        "choice": choice,
        "sure": answer.sure or "",
        "story": answer.story or "",
        "promised": answer.promised or "",
        "seen": answer.seen or "",
        "not_for": answer.not_for or "",
    }


def parse_answer(parts: Parts) -> dict[str, object]:
    """Return the answer's fields in `parts`, None for what is withdrawn.

    Raises:
        ValueError: A choice is not known.
    """
    fields: dict[str, object] = {name: value.strip() or None for name, value in parts.items() if name != "choice"}
    if "choice" in parts:
        choice = parts["choice"]
        no_answer = choice if choice in results.NO_ANSWERS else None
        fields |= {"no_answer": no_answer, "level": int(choice) if choice and not no_answer else None}
    return fields
