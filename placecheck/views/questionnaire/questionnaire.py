"""What a form asks, in the order of the questionnaire: the same questions for paper, page and keying grid."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from placecheck.assessment.asked import QuestionList, is_meant_for, meant_for_names, question_set
from placecheck.assessment.model import QuestionSet
from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.scoring.thresholds import lowest_strong_level
from placecheck.words import answering as w
from placecheck.words import results, say


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick: the value that a file holds (`0`, `dont_know`, `fairly`), its name, and what it means."""

    value: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One indicator as it is asked; `number` counts through the whole form, from 1."""

    number: int
    id: str
    name: str
    statement: str
    look_for: str
    levels: tuple[Choice, ...]
    promise: str | None
    """The question of what was promised and what was seen, where it is asked."""
    perspectives: tuple[str, ...] = ()
    """The ids of the perspectives that it is meant for; empty where it is meant for everyone."""
    meant_for: str = ""
    """The names of those perspectives; empty where it is meant for everyone."""

    def is_meant_for(self, perspective: str | None) -> bool:
        """Return whether somebody who speaks from `perspective` is asked it."""
        return is_meant_for(self.perspectives, perspective)


@dataclass(frozen=True, slots=True)
class QuestionnaireDimension:
    """One dimension and what is asked of it; `order` is its place in the rubric, from 0, which gives its hue."""

    order: int
    id: str
    name: str
    about: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything that a form asks, ready to show. `high_from` is the first level asked for whom it is not true."""

    rubric: str
    edition: str
    title: str
    language: str
    licence: str
    question_set: QuestionSet | Literal["chosen"]
    dimensions: tuple[QuestionnaireDimension, ...]
    no_answers: tuple[Choice, ...]
    sure: tuple[Choice, ...]
    perspectives: tuple[Choice, ...]
    high_from: int

    def questions(self) -> tuple[QuestionView, ...]:
        """Return every question, in the order of the questionnaire."""
        return tuple(question for dimension in self.dimensions for question in dimension.questions)


def questionnaire_view(rubric: Rubric, questions: QuestionList, only: Collection[str] = ()) -> Questionnaire:
    """Return the form of `rubric` for the short set, the full set, or the questions that a group chose.

    `only`: these of them, where some are named, under the numbers that they have among all.
    """
    numbers = {
        indicator.id: number
        for number, indicator in questionnaire_order(rubric, questions)
        if not only or indicator.id in only
    }
    dimensions = (
        _dimension_view(rubric, order, dimension, numbers) for order, dimension in enumerate(rubric.dimensions)
    )
    return Questionnaire(
        rubric=rubric.id,
        edition=rubric.edition,
        title=rubric.title,
        language=rubric.language,
        licence=rubric.licence,
        question_set="chosen" if only or isinstance(questions, tuple) else questions,
        dimensions=tuple(part for part in dimensions if part.questions),
        no_answers=no_answers(),
        sure=how_sure(),
        perspectives=tuple(Choice(perspective.id, perspective.name) for perspective in rubric.offered_perspectives()),
        high_from=high_from(rubric),
    )


def high_from(rubric: Rubric) -> int:
    """Return the first of the high levels: a person who gives one of them is asked for whom it is not true."""
    return lowest_strong_level(rubric.steps)


def questionnaire_order(rubric: Rubric, questions: QuestionList) -> tuple[tuple[int, Indicator], ...]:
    """Return what is asked, numbered from 1 as on every form, so that a keying grid can follow the paper."""
    return tuple(enumerate((rubric.by_id[id_] for id_ in question_set(rubric, questions)), start=1))


def _dimension_view(
    rubric: Rubric, order: int, dimension: Dimension, numbers: dict[str, int]
) -> QuestionnaireDimension:
    indicators = (indicator for indicator in dimension.indicators if indicator.id in numbers)
    return QuestionnaireDimension(
        order=order,
        id=dimension.id,
        name=dimension.name,
        about=dimension.about,
        questions=tuple(_question(rubric, numbers[indicator.id], indicator) for indicator in indicators),
    )


def described_levels(rubric: Rubric, indicator: Indicator) -> tuple[Choice, ...]:
    """Return the levels of the ladder, each in the words that describe it for `indicator`."""
    pairs = zip(rubric.levels, indicator.levels, strict=True)
    return tuple(Choice(str(step), level.name, text) for step, (level, text) in enumerate(pairs))


def no_answers() -> tuple[Choice, ...]:
    """Return the ways to give no level."""
    return tuple(Choice(kind, say(name)) for kind, name in results.NO_ANSWERS.items())


def how_sure() -> tuple[Choice, ...]:
    """Return how sure one can be."""
    return tuple(Choice(sure, say(name)) for sure, name in w.HOW_SURE.items())


def _question(rubric: Rubric, number: int, indicator: Indicator) -> QuestionView:
    return QuestionView(
        number=number,
        id=indicator.id,
        name=indicator.name,
        statement=indicator.statement,
        look_for=indicator.look_for,
        levels=described_levels(rubric, indicator),
        promise=indicator.prompt_promise,
        perspectives=indicator.perspectives,
        meant_for=meant_for_names(rubric, indicator),
    )
