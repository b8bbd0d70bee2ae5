"""The people of one assessment, gathered from the rows that name them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from placecheck.errors import Finding, InputError
from placecheck.exchange.cell_values import CellReader, UnclearError, raise_problems
from placecheck.exchange.column_dictionary import comparable_text, listed_words
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.records import Record
from placecheck.source.shown import show_value
from placecheck.words import importing as words
from placecheck.words import say, say_n

ONE_PERSON, SEVERAL_PEOPLE = "one", "several"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_CODE = re.compile(r"[0-9]{1,18}|[A-Za-z]{1,2}[-_.]?[0-9]{1,18}")
"""A label that cannot be a name; words and addresses may be, and are not kept."""


def join_people(records: Sequence[Record], questions: ImportQuestions) -> Iterator[Finding]:
    """Give each row that is a whole voice a label of its own, unless two rows belong to one person.

    A label in several rows is one person where their answers do not overlap; else it becomes a question. Rows
    without a label, or with one such as `anon`, are a person each. Yields a remark for what was joined.
    """
    by_label: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.kind == "voice" and record.answers:
            label = record.cells.get("voice", "")
            if label and (comparable_text(label) or label) not in listed_words("anonymous"):
                by_label[label].append(record)
            else:
                record.cells["voice"] = _own_label(record)
    for label, rows in by_label.items():
        if len({(record.cells.get("place"), record.cells.get("date")) for record in rows}) == len(rows):
            continue
        if _are_one(label, rows, questions):
            what = say(words.JOINED, label=show_value(label), n=len(rows))
            yield Finding(rows[0].sheet.file, 0, rows[0].place("voice"), what, "", "remark")
        else:
            for record in rows[1:]:
                record.cells["voice"] = _own_label(record)


def _are_one(label: str, rows: Sequence[Record], questions: ImportQuestions) -> bool:
    answered = [indicator for record in rows for indicator in record.answers]
    are_sheets = len({record.sheet.name for record in rows}) == len(rows)
    if are_sheets and len(answered) == len(set(answered)):
        return True
    options = [Option(SEVERAL_PEOPLE, say(words.SEVERAL_PEOPLE)), Option(ONE_PERSON, say(words.ONE_PERSON))]
    cells = [record.place("voice") for record in rows]
    text = say(words.SAME_PERSON, label=show_value(label))
    return questions.ask(f"person {label}", text, options, cells=cells, concerns_whole_file=True) == ONE_PERSON


def _own_label(record: Record) -> str:
    return f"\0{record.sheet.name}!{record.sheet.place(record.row, None)}"


class People:
    """Each voice in the order in which it is met, with what its rows say of it.

    What is no code (a name, a sentence) becomes v1, v2 ... in order: no one's name is needed, and none is kept.
    """

    def __init__(self, reader: CellReader, records: Sequence[Record], questions: ImportQuestions) -> None:
        self._reader = reader
        self._questions = questions
        self._labels: dict[str, Record] = {}
        for record in records:
            if label := record.cells.get("voice"):
                self._labels.setdefault(label, record)
        taken = {label for label, record in self._labels.items() if _is_id(label, record)}
        free = (f"v{number}" for number in range(1, len(self._labels) * 2 + 1) if f"v{number}" not in taken)
        self._ids = {label: label if label in taken else next(free) for label in self._labels}
        self._about: dict[str, dict[str, tuple[Any, Record]]] = {}

    def renamed(self) -> Iterator[Finding]:
        """Yield a remark on the labels that are not kept."""
        renamed = [
            (record, id_)
            for label, record in self._labels.items()
            if (id_ := self._ids[label]) != label and not label.startswith("\0")
        ]
        if renamed:
            ids = [id_ for _, id_ in renamed]
            what = say_n(words.RENAMED, len(ids), first=ids[0], last=ids[-1])
            record = renamed[0][0]
            yield record.sheet.finding(
                None, record.columns.get("voice"), "voice", what, say(words.NAMES_OUT), severity="remark"
            )

    def id_of(self, record: Record) -> str:
        """Return the id of the voice that `record` names.

        Raises:
            InputError: It names none.
        """
        label = record.cells.get("voice")
        if label is None:
            raise InputError([record.finding("voice", "This row names no voice.", "Write who answered, such as v1.")])
        return self._ids[label]

    def add(self, record: Record) -> str:
        """Note what `record` says of its voice and return its id.

        Raises:
            InputError: Another row differs.
        """
        id_ = self.id_of(record)
        values = self.values(record)
        for name, value in values.items():
            first, where = self._about.get(id_, {}).get(name, (value, record))
            if first != value:
                what = f"The voice {id_} has another {name} in row {where.row.number}."
                raise InputError([record.finding(name, what, "Make them the same, or give one another id.")])
        known = self._about.setdefault(id_, {})
        for name, value in values.items():
            known.setdefault(name, (value, record))
        return id_

    def values(self, record: Record) -> dict[str, Any]:
        """Return what `record` says of its voice.

        Raises:
            InputError: A cell gives no value.
        """
        values: dict[str, Any] = {}
        problems = []
        for name in ("perspective", "paper"):
            if name in record.cells:
                try:
                    values |= self._reader.value(name, record.cells[name])
                except UnclearError as error:
                    problems.append(error.problem)
        if problems:
            raise_problems(record, problems, self._questions)
        return values

    def voices(self) -> list[Mapping[str, Any]]:
        """Return the voices that were added, as data of the format without their answers."""
        return [
            {"id": id_, **{name: value for name, (value, _) in about.items()}} for id_, about in self._about.items()
        ]


def _is_id(label: str, record: Record) -> bool:
    return bool((_ID if record.is_ours else _CODE).fullmatch(label))
