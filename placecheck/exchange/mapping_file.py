"""A mapping file: what a person chose for the columns and the questions of a file, to be used again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field

from placecheck.errors import Finding, InputError
from placecheck.exchange.column_dictionary import format_columns
from placecheck.exchange.import_plan import ImportPlan
from placecheck.exchange.import_questions import COLUMN_KEY_PREFIX, Choices, ImportQuestion
from placecheck.exchange.sheet import on_one_line
from placecheck.exchange.vocabulary import LEAVE_OUT, Meaning
from placecheck.source import Source, read_source, validated
from placecheck.source.fields import Frozen
from placecheck.source.shown import show_value
from placecheck.words import importing as words
from placecheck.words import say


class MappingFile(Frozen):
    """The file's keys: a meaning (or leave_out) by heading, an answer by the key of its question."""

    placecheck_map: Literal[1]
    columns: Annotated[dict[str, str], Field(default_factory=dict)]
    answers: Annotated[dict[str, Any], Field(default_factory=dict)]


def read_mapping(path: Path) -> Choices:
    """Return what a mapping file holds.

    Raises:
        InputError: Something in the file is wrong; each fault is a finding with its file, line and key.
    """
    source = read_source(path)
    mapping = validated(MappingFile, source)
    findings = [*_column_faults(source, mapping)]
    answers = {key: str(value) for key, value in mapping.answers.items() if value is not None}
    left = [key for key, answer in answers.items() if key.startswith(COLUMN_KEY_PREFIX) and answer == LEAVE_OUT]
    left_out = {key.removeprefix(COLUMN_KEY_PREFIX): answers.pop(key) for key in left}
    if findings:
        raise InputError(findings)
    return Choices({**left_out, **{heading: text for heading, text in mapping.columns.items() if text}}, answers)


def mapping_text(plan: ImportPlan) -> str:
    """Return a mapping file for `plan`: what each heading is taken for, and each question."""
    lines = [f"# {say(words.MAP_ABOUT)}", "placecheck_map: 1", "columns:"]
    meanings = dict(_meanings(plan))
    lines += [f"  {_quoted(heading)}: {_quoted(meaning)}" for heading, meaning in meanings.items()] or ["  {}"]
    lines.append("answers:")
    open_questions = [question for question in plan.questions if not question.key.startswith(COLUMN_KEY_PREFIX)]
    for question in open_questions:
        lines += [f"  # {line}" for line in _about(question)]
        value = f" {_quoted(question.answer)}" if question.answer is not None else ""
        lines.append(f"  {_quoted(question.key)}:{value}")
    return "\n".join(lines if open_questions else [*lines[:-1], "answers: {}"]) + "\n"


def wrong_answers(plan_file: str, questions: tuple[ImportQuestion, ...], choices: Choices) -> Iterator[Finding]:
    """Yield a fault for each answer that its question does not take."""
    for question in questions:
        answer = choices.answers.get(question.key)
        values = [option.value for option in question.options]
        if answer is not None and values and answer not in values:
            what = say(words.NO_SUCH_ANSWER, answer=show_value(answer), key=question.key)
            yield Finding(plan_file, 0, question.key, what, say(words.WRITE_ONE_OF, values=", ".join(values)))


def _meanings(plan: ImportPlan) -> Iterator[tuple[str, str]]:
    for table in plan.tables:
        for column in table.columns:
            meaning = str(column.meaning) if column.meaning else LEAVE_OUT if column.outcome == "left_out" else ""
            yield on_one_line(column.heading) or column.letter, meaning


def _about(question: ImportQuestion) -> Iterator[str]:
    yield " ".join(question.text.split())
    for option in question.options:
        yield f"  {option.value}: {option.words}"


def _quoted(text: str) -> str:
    """Return `text` as YAML holds it on one line."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).split("\n...")[0].strip() if text else ""


def _column_faults(source: Source, mapping: MappingFile) -> Iterator[Finding]:
    for heading, meaning in mapping.columns.items():
        if meaning and meaning != LEAVE_OUT and Meaning.parse(meaning) is None:
            known = ", ".join([LEAVE_OUT, *format_columns()])
            what, hint = say(words.NO_SUCH_MEANING, meaning=show_value(meaning)), say(words.MEANINGS_ARE, known=known)
            yield source.finding(("columns", heading), what, hint)
