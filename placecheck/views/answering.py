"""One question as the screen asks it, and its answer in the parts that are chosen or written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from placecheck.assessment import Answer
from placecheck.rubric import Indicator, Rubric
from placecheck.views.sheet import Choice, described, high_from, how_sure, no_answers
from placecheck.words import answering as w
from placecheck.words import results, say

Part = Literal["choice", "sure", "story", "not_for"]
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
    words: dict[str, str]


def answering_view(rubric: Rubric, indicator: Indicator) -> AnsweringView:
    """How `indicator` is asked; `rubric` is as the group asks it."""
    levels = described(rubric, indicator)
    return AnsweringView(
        name=indicator.name,
        levels=levels,
        no_answers=no_answers(),
        sure=how_sure(),
        high=tuple(one.value for one in levels[high_from(rubric) :]),
        words={name: say(words) for name, words in w.FORM.items()},
    )


def shown(answer: Answer | None) -> Parts:
    """`answer` as the screen holds it."""
    if answer is None:
        return dict.fromkeys(get_args(Part), "")
    choice = (answer.no_answer or "") if answer.level is None else str(answer.level)
    return {
        "choice": choice,
        "sure": answer.sure or "",
        "story": answer.story or "",
        "not_for": answer.not_for or "",
    }


def understood(parts: Parts) -> dict[str, object]:
    """The fields of an answer that `parts` give, None for what is taken back. ValueError: no choice of ours."""
    fields: dict[str, object] = {name: given.strip() or None for name, given in parts.items() if name != "choice"}
    if "choice" in parts:
        choice = parts["choice"]
        no_answer = choice if choice in results.NO_ANSWERS else None
        fields |= {"no_answer": no_answer, "level": int(choice) if choice and not no_answer else None}
    return fields
