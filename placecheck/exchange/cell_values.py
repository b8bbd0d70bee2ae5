"""The value that a cell gives, in the words of the format; what it leaves open becomes a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ValidationError

from placecheck.assessment import Answer
from placecheck.assessment.model import NoAnswer, Sure
from placecheck.errors import InputError
from placecheck.exchange.column_dictionary import canonical_word, comparable_text, listed_words
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.records import TICKED, Record, Texts
from placecheck.exchange.scale import BETWEEN, FRACTION, LABELLED, LOOKS_LIKE_DATE, NUMBER, PERCENT, Scale
from placecheck.exchange.sheet import on_one_line
from placecheck.exchange.visible import normalised_text
from placecheck.exchange.vocabulary import Vocabulary
from placecheck.rubric import Rubric
from placecheck.source.field_kinds import written_texts
from placecheck.source.shown import show_value
from placecheck.source.wording import near_or_all, worded
from placecheck.words import importing as words
from placecheck.words import say

BLANK = "blank"
_LISTED: Mapping[str, tuple[str, ...]] = {
    "no_answer": get_args(NoAnswer),
    "sure": get_args(Sure),
    "paper": ("yes", "no"),
}
"""Columns that hold one of a few words, each of which people spell in many ways."""

_FREE_TEXT = frozenset(written_texts(Answer))
_MAX_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the cell of a `field`; with a `key`, a question that a person can answer instead."""

    field: str
    what: str
    hint: str
    key: str = ""
    options: tuple[Option, ...] = ()


class UnclearError(Exception):
    """A cell that gives no value; its `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.what)


class CellReader:
    """Reads cells by one rubric's words and the scale of the file; equal answers are read once."""

    def __init__(self, vocabulary: Vocabulary, scale: Scale, questions: ImportQuestions) -> None:
        self.vocabulary = vocabulary
        self._scale = scale
        self._questions = questions
        self._answers: dict[tuple[str, Texts, bool], Answer | tuple[Problem, ...] | None] = {}

    def for_rubric(self, rubric: Rubric) -> CellReader:
        """Return a reader of the same file by the words of another rubric."""
        return CellReader(Vocabulary.of(rubric), self._scale, self._questions)

    def answer(self, indicator: str, texts: Texts, *, is_format: bool) -> Answer | tuple[Problem, ...] | None:
        """Return the answer that the cells `texts` give to an indicator, None where all are blank, or what is wrong."""
        key = (indicator, texts, is_format)
        if key in self._answers:
            return self._answers[key]
        answer = self._answer(indicator, texts, is_format=is_format)
        if len(self._answers) < _MAX_REMEMBERED and not any(name in _FREE_TEXT for name, _ in texts):
            self._answers[key] = answer
        return answer

    def _answer(self, indicator: str, texts: Texts, *, is_format: bool) -> Answer | tuple[Problem, ...] | None:
        data: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, text in texts:
            try:
                data |= self.value(name, text, indicator, is_format=is_format)
            except UnclearError as error:
                problems.append(error.problem)
        if problems:
            return tuple(problems)
        if not data:
            return None
        if len(texts) > len({name for name, _ in texts}):
            return (Problem("level", say(words.TWO_TICKS), say(words.KEEP_ONE)),)
        try:
            return Answer.model_validate(data)
        except ValidationError as error:
            return tuple(Problem("", *worded(detail)) for detail in error.errors())

    def value(
        self, name: str, text: str, indicator: str = "", *, is_format: bool = True, kind: str = ""
    ) -> dict[str, Any]:
        """Return what the text of a cell of the field `name` gives, by key of the format.

        A cell under `level` may hold a no-answer. `is_format` says that its numbers are those of the format.

        Raises:
            UnclearError: The text does not say which value is meant.
        """
        if name == "level":
            return self._level(text, indicator, is_format=is_format)
        if name in _LISTED:
            word = _listed(name, text)
            return {name: word == "yes" if name == "paper" else word}
        if name == "perspective":
            return self._perspective(text)
        if name == "indicator" and kind != "own":
            return {name: self._indicator(text)}
        return {name: text}

    def _level(self, text: str, indicator: str, *, is_format: bool) -> dict[str, Any]:
        text = normalised_text(text)
        top = self.vocabulary.rubric.steps - 1
        scale = Scale() if is_format else self._scale
        level, first = self._level_of(text, indicator, scale), scale.first
        if level is None and (no_answer := canonical_word("no_answer", text)):
            return {"no_answer": no_answer}
        if level is not None and 0 <= level <= top:
            return {"level": level}
        if level is not None:
            low, high = first, first + top
            what, hint = f"The level {text} is off the ladder.", f"Write a whole number from {low} to {high}."
            raise UnclearError(Problem("level", what, hint))
        return _chosen(self._answer_to(self._unclear_level(text, first)))

    def _answer_to(self, problem: Problem) -> str:
        """Return a person's answer to what a cell leaves open.

        Raises:
            UnclearError: There is none.
        """
        answer = None
        if problem.key:
            answer = self._questions.ask(
                problem.key, problem.what, problem.options, hint=problem.hint, field=problem.field
            )
        if answer is None:
            raise UnclearError(problem)
        return answer

    def _level_of(self, text: str, indicator: str, scale: Scale) -> int | None:
        top = self.vocabulary.rubric.steps - 1
        if match := NUMBER.fullmatch(text.removesuffix(TICKED)):
            return int(match[1]) if text.endswith(TICKED) else scale.level(int(match[1]), top)
        bare = comparable_text(text)
        if bare in self.vocabulary.levels:
            return self.vocabulary.levels[bare]
        if label := LABELLED.fullmatch(text):
            named_level = self.vocabulary.levels.get(comparable_text(label[2]))
            if named_level is not None and named_level == scale.level(int(label[1]), top):
                return named_level
        if percent := PERCENT.fullmatch(text):
            part, rest = divmod(int(percent[1]) * top, 100)
            return part if rest == 0 else None
        return self.vocabulary.descriptions.get(indicator, {}).get(bare)

    def _unclear_level(self, text: str, first: int) -> Problem:
        levels = self.vocabulary.rubric.levels
        names, high = ", ".join(level.name for level in levels), len(levels) - 1 + first
        hint = f"Write a number from {first} to {high}, a level's name ({names}), or don't know."
        if LOOKS_LIKE_DATE.fullmatch(text):
            return Problem("level", say(words.DATE_AS_LEVEL, day=text[:10]), hint)
        if FRACTION.fullmatch(text):
            return Problem("level", say(words.SHARE, text=show_value(text)), hint)
        if BETWEEN.fullmatch(text) or PERCENT.fullmatch(text):
            return Problem("level", say(words.BETWEEN_LEVELS, text=show_value(text)), say(words.BETWEEN_HOW))
        options = [Option(word, say(words.NO_ANSWER_OPTIONS[word])) for word in words.NO_ANSWER_OPTIONS]
        if (comparable_text(text) or text) not in listed_words("unclear_answers"):
            options = [*(Option(str(number), level.name) for number, level in enumerate(levels)), *options]
        return Problem("level", say(words.NO_LEVEL, text=show_value(text)), hint, _cell_key(text), tuple(options))

    def _perspective(self, text: str) -> dict[str, Any]:
        known = self.vocabulary.perspectives.get(comparable_text(text))
        if known:
            return {"perspective": known}
        if canonical_word("no_answer", text) == "rather_not_say":
            return {}
        key = f"perspective {on_one_line(text)}"
        listed = self.vocabulary.rubric.perspectives
        options = [*(Option(item.id, item.name) for item in listed), Option(BLANK, say(words.NO_PERSPECTIVE))]
        hint = near_or_all(text, [item.id for item in listed], "`placecheck show` says which it has.")
        what = f"The perspective {show_value(text)} is not in this rubric."
        answer = self._answer_to(Problem("perspective", what, hint, key, tuple(options)))
        return {} if answer == BLANK else {"perspective": answer}

    def _indicator(self, text: str) -> str:
        known = self.vocabulary.indicator(text)
        if known is None:
            ids = sorted(set(self.vocabulary.indicators.values()))
            hint = near_or_all(text, ids, "`placecheck show` says which it has.")
            raise UnclearError(Problem("indicator", f"The indicator {show_value(text)} is not in this rubric.", hint))
        return known


def _cell_key(text: str) -> str:
    """Return the key of the question of what cells with this text mean."""
    return f"cell {on_one_line(text).casefold()}"


def raise_problems(
    record: Record, problems: Iterable[Problem], questions: ImportQuestions, indicator: str = ""
) -> None:
    """Note the problems of a row: questions are asked with their cells.

    Raises:
        InputError: Cells are invalid; each is a finding.
    """
    findings = []
    for problem in problems:
        if problem.key:
            questions.mark_waiting(record.sheet, record.row)
            field = problem.field
            line = record.finding(field, "", "", indicator).line
            cells = (record.place(field, indicator),)
            questions.ask(
                problem.key, problem.what, problem.options, cells=cells, line=line, hint=problem.hint, field=field
            )
        else:
            findings.append(record.finding(problem.field, problem.what, problem.hint, indicator))
    raise InputError(findings)


def _chosen(answer: str) -> dict[str, Any]:
    """Return what a person's answer about a cell gives: a level, a no-answer, or nothing."""
    if answer == BLANK:
        return {}
    return {"level": int(answer)} if answer.isdecimal() else {"no_answer": answer}


def _listed(name: str, text: str) -> str:
    known = _LISTED[name]
    word = canonical_word(name, text)
    if word is None:
        otherwise = f"Write {', '.join(known[:-1])} or {known[-1]}."
        what = f"{show_value(text)} is not one of the words known here."
        raise UnclearError(Problem(name, what, near_or_all(comparable_text(text), list(known), otherwise)))
    return word
