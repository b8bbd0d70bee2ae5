"""The rows of a table as records: the kind of each, and which cell gives which value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from placecheck.errors import Finding, InputError
from placecheck.exchange.cell_names import AS_WRITTEN, CELLS, ON_ONE_LINE
from placecheck.exchange.column_dictionary import RECORD_KINDS, canonical_word, comparable_text, format_columns
from placecheck.exchange.column_matching import MatchedColumn, text_at
from placecheck.exchange.export_rows import RECORD_KIND_BY_TABLE
from placecheck.exchange.row_classification import RowKind
from placecheck.exchange.sheet import Row, Sheet, Unreadable
from placecheck.exchange.sheet_table import Table
from placecheck.exchange.visible import holds_text, normalised_text, visible_text
from placecheck.source.shown import show_value
from placecheck.source.wording import near_or_all
from placecheck.words import importing as words
from placecheck.words import say

Texts = tuple[tuple[str, str], ...]
"""What a voice says of one indicator: fields and the text of their cells."""

AnswerColumns = Mapping[str, Sequence[tuple[str, int, str | None]]]
"""By indicator: the fields of its answer, each with its column and the level that a tick there means."""

Origin = Literal["ours", "format", "hand"]
"""Who wrote the headings of a table: placecheck, people who used those of the format, or people in their own words."""

TICKED = "\0"
"""What ends the text of a level that somebody ticked: no cell can hold it."""

_NO_TICK = {"", "0", "no", "n", "false", "-", "–", "—", ".", "☐", "□", "unchecked", "not selected", "o"}


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its kind, the text of its cells by field, and the column of each.

    `answers` are those of a row that is a whole voice, by indicator; `answer_columns` gives their columns.
    """

    sheet: Sheet
    row: Row
    kind: str
    cells: MutableMapping[str, str]
    columns: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[str, Texts] = field(default_factory=dict)
    answer_columns: AnswerColumns = field(default_factory=dict)
    origin: Origin = "hand"

    @property
    def is_ours(self) -> bool:
        """Return whether the row is in a table that placecheck wrote."""
        return self.origin == "ours"

    @property
    def is_format(self) -> bool:
        """Return whether its numbers are those of the format, which counts levels from 0."""
        return self.origin != "hand"

    def finding(self, field: str, what: str, hint: str, indicator: str = "") -> Finding:
        """Describe what was found in the cell of a `field`; in the row, where it has no such cell."""
        return self.sheet.finding(self.row, self.column(field, indicator), field, what, hint)

    def place(self, field: str, indicator: str = "") -> str:
        """Name the cell of a field, with its sheet."""
        place = self.sheet.place(self.row, self.column(field, indicator))
        return f"{self.sheet.name}!{place}" if self.sheet.name else place

    def column(self, field: str, indicator: str = "") -> int | None:
        """Return the column of a field."""
        if indicator in self.answer_columns:
            return next((index for name, index, _ in self.answer_columns[indicator] if name == field), None)
        return self.columns.get(field)


def answer_columns(matched: Sequence[MatchedColumn]) -> AnswerColumns:
    """Return the columns of the answers of a row that is a whole voice."""
    by_indicator: dict[str, list[tuple[str, int, str | None]]] = {}
    for column in matched:
        if (meaning := column.meaning) and meaning.indicator:
            by_indicator.setdefault(meaning.indicator, []).append((meaning.field, column.index, meaning.tick))
    return by_indicator


def person_record(table: Table, row: Row, columns: Mapping[str, int], asking: AnswerColumns) -> Record:
    """Return a row that is a whole voice.

    Raises:
        InputError: A cell cannot be read.
    """
    findings: list[Finding] = []
    cells = _cells(table, row, columns, findings)
    answers: dict[str, Texts] = {}
    texts, width = row.cells, len(row.cells)
    for indicator, parts in asking.items():
        name, index, tick = parts[0]
        cell = texts[index] if index < width else ""
        if len(parts) == 1 and not cell:
            continue
        if len(parts) == 1 and tick is None and name == "level" and isinstance(cell, str) and cell.isascii():
            if cell := cell.strip():  # nearly all answers: a level alone, in plain figures and letters
                answers[indicator] = ((name, cell),)
        elif pairs := _answer_texts(table, row, parts, findings):
            answers[indicator] = pairs
    if findings:
        raise InputError(findings)
    cells.pop("row", None)
    return Record(table.sheet, row, "voice", cells, columns, answers, asking)


def _answer_texts(
    table: Table, row: Row, parts: Sequence[tuple[str, int, str | None]], findings: list[Finding]
) -> Texts:
    """Return the texts of the cells of one answer; unreadable cells become findings."""
    pairs: list[tuple[str, str]] = []
    for name, index, tick in parts:
        cell = row.cells[index] if index < len(row.cells) else ""
        if isinstance(cell, Unreadable):
            findings.append(table.sheet.finding(row, index, name, cell.what, cell.hint))
        elif tick is not None:
            if is_count(cell, tick):
                findings.append(table.sheet.finding(row, index, name, *_no_tick(cell)))
            elif _is_ticked(cell):
                pairs.append((name, ticked(tick)))
        elif text := _stored(name, cell):
            pairs.append((name, text))
    return tuple(pairs)


def ticked(tick: str) -> str:
    """Return the level that a tick means as the text of a cell; no scale of the file's numbers applies to it."""
    return f"{tick}{TICKED}" if tick.isdecimal() else tick


def _is_ticked(cell: str) -> bool:
    return (comparable_text(cell) or visible_text(cell)) not in _NO_TICK


def is_count(cell: str, tick: str) -> bool:
    """Return whether a cell where a tick means the level `tick` holds how many people gave it, and no person's tick."""
    text = normalised_text(cell)
    return text.isdecimal() and int(text) > 1 and not (tick.isdecimal() and int(text) in (int(tick), int(tick) + 1))


def _no_tick(cell: str) -> tuple[str, str]:
    return say(words.COUNT_NO_TICK, text=show_value(cell.strip())), say(words.COUNTS_ARE_NO_PEOPLE)


def agreed_records(person: Record) -> Iterator[Record]:
    """Return a row that holds what was agreed as a record for each indicator."""
    about = {name: text for name, text in person.cells.items() if name in ("assessment", "place", "date")}
    for indicator, texts in person.answers.items():
        level = {name: text for name, text in texts if name in ("level", "sure")}
        stories = [text for name, text in texts if name == "story"]
        because = {"because": stories[0]} if stories else {}
        columns = {name: index for name, index, _ in person.answer_columns[indicator]}
        cells = {**about, "indicator": indicator, **level, **because}
        yield Record(person.sheet, person.row, "agreed", cells, {**person.columns, **columns})


def row_record(table: Table, row: Row, kind: str, matched: Sequence[MatchedColumn], origin: Origin) -> Record:
    """Return a row that is one answer, or one of another kind.

    Raises:
        InputError: The row cannot be taken.
    """
    columns: dict[str, int] = {}
    ticks: list[str] = []
    findings: list[Finding] = []
    for column in matched:
        if column.meaning and column.meaning.tick is None:
            columns[column.meaning.field] = column.index
        elif column.meaning and _is_ticked(text := text_at(row.cells, column.index)):
            columns.setdefault("level", column.index)
            ticks.append(str(column.meaning.tick))
            if is_count(text, str(column.meaning.tick)):
                findings.append(table.sheet.finding(row, column.index, "level", *_no_tick(text)))
    cells = _cells(table, row, columns, findings, is_ours=origin == "ours")
    if ticks:
        cells["level"] = ticked(ticks[0]) if len(ticks) == 1 else " & ".join(ticks)
    if findings:
        raise InputError(findings)
    named = cells.pop("row", "")
    if named:
        kind = canonical_word("row", named) or ""
    record = Record(table.sheet, row, kind, cells, columns, origin=origin)
    if not kind:
        hint = near_or_all(named, list(RECORD_KINDS), f"Write {', '.join(RECORD_KINDS[:-1])} or {RECORD_KINDS[-1]}.")
        raise InputError([record.finding("row", f"{show_value(named)} is no kind of row.", hint)])
    return _fitting(record)


def record_kind_of_sheet(sheet: Sheet, matched: Sequence[MatchedColumn]) -> str:
    """Return the kind of record that a row of this sheet is where it does not say so itself."""
    fields = {column.meaning.field for column in matched if column.meaning}
    named = RECORD_KIND_BY_TABLE.get(comparable_text(sheet.name))
    if named and not (named == "answer" and "indicator" not in fields):
        return named
    if "voice" not in fields and "what" in fields:
        return "action"
    if "voice" not in fields and fields & {"not_agreed", "because", "minority"}:
        return "agreed"
    return "answer"


def kind_of_answer_row(row: Row, matched: Sequence[MatchedColumn]) -> RowKind:
    """Return whether a row that is one answer holds anything of an answer."""
    fields = (column for column in matched if column.meaning and column.meaning.field in CELLS["answer"])
    return RowKind.ANSWERS if any(text_at(row.cells, column.index) for column in fields) else RowKind.UNANSWERED


def _cells(
    table: Table, row: Row, columns: Mapping[str, int], findings: list[Finding], *, is_ours: bool = False
) -> dict[str, str]:
    """Return the non-empty cells by field, with what is above the table; unreadable cells become findings."""
    filled: dict[str, str] = {}
    for name, index in columns.items():
        cell = row.cells[index] if index < len(row.cells) else ""
        if isinstance(cell, Unreadable):
            findings.append(table.sheet.finding(row, index, name, cell.what, cell.hint))
        elif text := cell if is_ours and name in AS_WRITTEN else _stored(name, cell):
            filled[name] = text
    for name, text, _ in table.facts:
        if text:
            filled.setdefault(name, text)
    return filled


def _stored(name: str, cell: str) -> str:
    if name in AS_WRITTEN:
        return cell if holds_text(cell) else ""
    return cell.strip() if name in ON_ONE_LINE else text_at([cell], 0)


def _fitting(record: Record) -> Record:
    """Return `record`; refuse it where a cell holds what a row of its kind does not have."""
    findings = []
    for name in record.cells:
        if record.kind not in format_columns()[name].record_kinds and name in record.columns:
            kinds = " or ".join(f"`{kind}`" for kind in format_columns()[name].record_kinds)
            what = f"A row of the kind `{record.kind}` has no {name}."
            findings.append(record.finding(name, what, f"Take it out, or write {kinds} under row."))
    if findings:
        raise InputError(findings)
    return record
