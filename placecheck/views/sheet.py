"""What a form asks, in the order of the sheet: the same questions for paper, page and keying grid."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment.model import Round
from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.words import answering as w
from placecheck.words import results, say

HIGH_STEPS = 2
"""Of how many levels from the top the form asks for whom they are not true."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick: the value that a file holds (`0`, `dont_know`, `fairly`), its name, and what it means."""

    value: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator as it is asked; `number` counts through the whole form, from 1."""

    number: int
    id: str
    name: str
    statement: str
    look_for: str
    levels: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One dimension and what is asked of it; `order` is its place in the rubric, from 0, which gives its hue."""

    order: int
    id: str
    name: str
    about: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a form asks, ready to show. `high_from` is the first level asked for whom it is not true."""

    rubric: str
    edition: str
    title: str
    language: str
    licence: str
    round: Round
    sides: tuple[Side, ...]
    no_answers: tuple[Choice, ...]
    sure: tuple[Choice, ...]
    perspectives: tuple[Choice, ...]
    high_from: int

    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order of the sheet."""
        return tuple(question for side in self.sides for question in side.questions)


def sheet(rubric: Rubric, round_: Round) -> Sheet:
    """The form of `rubric` for a starter or a full round."""
    numbers = {indicator.id: number for number, indicator in sheet_order(rubric, round_)}
    sides = (_side(rubric, order, dimension, numbers) for order, dimension in enumerate(rubric.dimensions))
    return Sheet(
        rubric=rubric.id,
        edition=rubric.edition,
        title=rubric.title,
        language=rubric.language,
        licence=rubric.licence,
        round=round_,
        sides=tuple(side for side in sides if side.questions),
        no_answers=no_answers(),
        sure=how_sure(),
        perspectives=tuple(Choice(one.id, one.name) for one in rubric.perspectives),
        high_from=high_from(rubric),
    )


def high_from(rubric: Rubric) -> int:
    """The first of the high levels: who gives one of them is asked for whom it is not true."""
    return max(rubric.steps - HIGH_STEPS, 0)


def sheet_order(rubric: Rubric, round_: Round) -> tuple[tuple[int, Indicator], ...]:
    """What the round asks, numbered from 1 as on every form, so that a keying grid can follow the paper."""
    asked = (one for one in rubric.indicators() if round_ == "full" or one.starter)
    return tuple(enumerate(asked, start=1))


def _side(rubric: Rubric, order: int, dimension: Dimension, numbers: dict[str, int]) -> Side:
    asked = (one for one in dimension.indicators if one.id in numbers)
    return Side(
        order=order,
        id=dimension.id,
        name=dimension.name,
        about=dimension.about,
        questions=tuple(_question(rubric, numbers[one.id], one) for one in asked),
    )


def described(rubric: Rubric, indicator: Indicator) -> tuple[Choice, ...]:
    """The levels of the ladder, each in the words that describe it for `indicator`."""
    pairs = zip(rubric.levels, indicator.levels, strict=True)
    return tuple(Choice(str(step), level.name, text) for step, (level, text) in enumerate(pairs))


def no_answers() -> tuple[Choice, ...]:
    """The ways to give no level."""
    return tuple(Choice(kind, say(name)) for kind, name in results.NO_ANSWERS.items())


def how_sure() -> tuple[Choice, ...]:
    """How sure one can be."""
    return tuple(Choice(sure, say(name)) for sure, name in w.HOW_SURE.items())


def _question(rubric: Rubric, number: int, one: Indicator) -> Question:
    return Question(
        number=number,
        id=one.id,
        name=one.name,
        statement=one.statement,
        look_for=one.look_for,
        levels=described(rubric, one),
    )
