"""What a file leaves open: each question with its options, and what a person chose."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from placecheck.errors import Finding
from placecheck.exchange.sheet import Row, Sheet
from placecheck.words import importing as words
from placecheck.words import say

COLUMN_KEY_PREFIX = "column "
"""What the key of a question about a column begins with."""

MAX_CELLS = 6
"""How many cells a question names before it only counts the rest."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a question takes: its value in a mapping file, and what it means in words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """Something that the file leaves open.

    `key` names it in a mapping file. Without `options` any text is an answer. A question with a `default` does not
    hold a file back. No part of the file can be imported before a question that `concerns_whole_file` is answered.
    """

    key: str
    text: str
    options: tuple[Option, ...] = ()
    cells: tuple[str, ...] = ()
    default: str | None = None
    concerns_whole_file: bool = False
    choice: str | None = None
    line: int = 0
    hint: str = ""
    field: str = ""

    @property
    def answer(self) -> str | None:
        """Return what a person chose, else the default."""
        return self.choice if self.choice is not None else self.default

    @property
    def where(self) -> str:
        """Return the cells that it is about, the first few by name."""
        shown, more = self.cells[:MAX_CELLS], len(self.cells) - MAX_CELLS
        named = ", ".join(shown)
        return say(words.AND_MORE, cells=named, n=more) if more > 0 else named

    def finding(self, file: str) -> Finding:
        """Return the question as a fault that prevents the import, and how to answer it in a mapping file."""
        values = _one_of([option.value for option in self.options]) or say(words.ANY_TEXT)
        choose = say(words.CHOOSE, key=self.key, values=values)
        where = f"{self.where} ({self.field})" if self.field else self.where
        return Finding(file, self.line, where, self.text, f"{self.hint} {choose}".strip())


def _one_of(values: Sequence[str]) -> str:
    if len(values) < 2:
        return "".join(values)
    return say(words.ONE_OF, others=", ".join(values[:-1]), last=values[-1])


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose: a meaning for each heading (or a column's letter), an answer for each question's key."""

    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    answers: Mapping[str, str] = dataclasses.field(default_factory=dict)


class ImportQuestions:
    """The questions of one file, in the order in which they are met."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices.answers
        self._asked: dict[str, ImportQuestion] = {}
        self._cells: dict[str, dict[str, None]] = {}
        self._waiting: set[tuple[str, bool, int]] = set()

    def ask(
        self,
        key: str,
        text: str,
        options: Sequence[Option] = (),
        *,
        cells: Iterable[str] = (),
        default: str | None = None,
        concerns_whole_file: bool = False,
        line: int = 0,
        hint: str = "",
        field: str = "",
    ) -> str | None:
        """Note the question and return its answer; None where it is open. The same `key` is one question."""
        if key not in self._asked:
            choice = self._choices.get(key)
            if options and choice not in {option.value for option in options}:
                choice = None
            self._asked[key] = ImportQuestion(
                key, text, tuple(options), (), default, concerns_whole_file, choice, line, hint, field
            )
            self._cells[key] = {}
        elif line and not self._asked[key].line:
            self._asked[key] = replace(self._asked[key], line=line)
        self._cells[key].update(dict.fromkeys(cells))
        return self._asked[key].answer

    def note(self, question: ImportQuestion) -> None:
        """Add a question that was made elsewhere; the first of a key stays."""
        self._asked.setdefault(question.key, question)
        self._cells.setdefault(question.key, dict.fromkeys(question.cells))

    def mark_waiting(self, sheet: Sheet, row: Row) -> None:
        """Note that a row waits for an answer."""
        self._waiting.add((sheet.name, sheet.is_transposed, row.number))

    def is_waiting(self, sheet: Sheet, row: Row) -> bool:
        """Return whether a row waits for an answer."""
        return (sheet.name, sheet.is_transposed, row.number) in self._waiting

    def all(self) -> tuple[ImportQuestion, ...]:
        """Return every question with the cells that it is about."""
        return tuple(replace(question, cells=tuple(self._cells[key])) for key, question in self._asked.items())
