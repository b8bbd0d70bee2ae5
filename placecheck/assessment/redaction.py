"""An assessment without the questions that a workshop keeps from everyone, for every page, print and file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from placecheck.assessment.asked import named_questions
from placecheck.assessment.customisation import OwnWords, customised
from placecheck.assessment.model import Action, Assessment
from placecheck.rubric.model import Rubric

V = TypeVar("V")

HELD_BACK = OwnWords(change="dropped", because="held back")
"""How a rubric is asked without a question. It is never kept with an assessment."""


def without_answers(assessment: Assessment, hidden: Collection[str]) -> Assessment:
    """Return `assessment` without what anyone said, agreed or noted on the indicators in `hidden`."""
    voices = (voice.model_copy(update={"answers": _without(voice.answers, hidden)}) for voice in assessment.voices)
    speaking = tuple(voice for voice in voices if voice.says_something)
    return assessment.model_copy(
        update={
            "voices": speaking,
            "agreed": _without(assessment.agreed, hidden),
            "causes": _without(assessment.causes, hidden),
            "actions": tuple(_untied(action, hidden) for action in assessment.actions),
            "notes": tuple(note for note in assessment.notes if note.indicator not in hidden),
            "second_votes": tuple(vote for vote in assessment.second_votes if vote.indicator not in hidden),
        }
    )


def without_hidden_indicators(rubric: Rubric, assessment: Assessment, hidden: Collection[str]) -> Assessment:
    """Return `assessment` as if the indicators in `hidden` were not asked; it says how many they are and not which."""
    visible = tuple(id_ for id_ in named_questions(rubric, assessment) if id_ not in hidden)
    held_back = assessment.held_back + len(hidden)
    return without_answers(assessment, hidden).model_copy(update={"held_back": held_back, "asked": visible})


def without_questions(rubric: Rubric, hidden: Collection[str]) -> Rubric:
    """Return `rubric` without the indicators in `hidden`; the same where there are none."""
    return customised(rubric, {id_: HELD_BACK for id_ in hidden if id_ in rubric.by_id})


def _without(values: Mapping[str, V], hidden: Collection[str]) -> dict[str, V]:
    return {id_: value for id_, value in values.items() if id_ not in hidden}


def _untied(action: Action, hidden: Collection[str]) -> Action:
    """Return a next step as it was typed for everyone, no longer tied to what is kept back."""
    return action.model_copy(update={"indicator": None}) if action.indicator in hidden else action
