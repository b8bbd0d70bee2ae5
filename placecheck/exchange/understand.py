"""Sheets as assessments: what the columns mean, which rows are whole, and everything that is not taken, named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from placecheck.assessment import Assessment, Place
from placecheck.assessment.file import FindRubric
from placecheck.errors import Finding, InputError
from placecheck.exchange.asked import Asked
from placecheck.exchange.assemble import assembled
from placecheck.exchange.matching import Chosen, Column, guess, header_of, text_at
from placecheck.exchange.records import Record, records_of
from placecheck.exchange.sheet import Cell, Row, Sheet
from placecheck.exchange.xlsx_write import is_key
from placecheck.rubric import Rubric

_ROWS_SAMPLED = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to understand sheets: by which rubric and for which place where they name none, and what a person chose.

    `chosen` holds, by sheet and then by the column's letter, what that column means.
    """

    asked: Asked
    find: FindRubric
    place: Place | None
    chosen: Mapping[str, Chosen]


@dataclass(frozen=True, slots=True)
class Matched:
    """One sheet as it was understood: its name ("" in CSV), the row of its headings, and what each column means."""

    sheet: str
    header: int
    columns: tuple[Column, ...]


@dataclass(slots=True)
class Understood:
    """How the sheets were matched, the rows that are `ready`, the assessments `read` from them, and what was found."""

    matched: list[Matched] = field(default_factory=list)
    ready: list[Record] = field(default_factory=list)
    read: list[tuple[Rubric, Assessment]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def understood_sheets(sheets: Sequence[Sheet], wanted: Wanted) -> Understood:
    """The assessments that the rows of all `sheets` make together."""
    found = Understood()
    records: list[Record] = []
    for sheet in sheets:
        if not is_key(sheet):
            records += _records(sheet, wanted, found)
    made = assembled(records, wanted.asked, wanted.find, wanted.place)
    found.read, found.ready = made.read, made.ready
    found.findings += made.findings
    return found


def _records(sheet: Sheet, wanted: Wanted, found: Understood) -> Iterator[Record]:
    """The rows of `sheet` that can be taken; how its columns were matched and what is not taken is noted in `found`."""
    header = header_of(sheet, wanted.asked)
    if header is None:
        what, mend = "No row names the columns.", "Write headings in a row, such as voice, indicator and level."
        found.findings.append(sheet.finding(None, None, "", what, mend))
        return
    chosen = wanted.chosen.get(sheet.name, {})
    below = [row for row in sheet.rows if row.number > header.number]
    columns = guess(header.cells, [row.cells for row in below[:_ROWS_SAMPLED]], wanted.asked, chosen)
    found.matched.append(Matched(sheet.name, header.number, columns))
    found.findings += [*_above(sheet, header), *_not_taken(sheet, below, header, chosen, columns)]
    for one in records_of(sheet, header, columns):
        if isinstance(one, InputError):
            found.findings += one.findings
        else:
            yield one


def _above(sheet: Sheet, header: Row) -> Iterator[Finding]:
    """A remark on each row that stands above the headings."""
    what, mend = "This row stands above the headings: not taken.", "Move it into columns if it belongs to the answers."
    for row in sheet.rows:
        if row.number < header.number and not row.is_blank():
            yield sheet.finding(row, None, "", what, mend, severity="remark")


def _not_taken(
    sheet: Sheet, below: Sequence[Row], header: Row, chosen: Chosen, columns: Sequence[Column]
) -> Iterator[Finding]:
    """A fault for each column that holds something and was neither matched nor left out by a person."""
    understood = {one.index for one in columns if one.meaning or one.letter in chosen}
    reasons = {one.index: one.reason for one in columns}
    mend = "Give it a heading that is known, or take it out."
    for index in sorted(_held(below) - understood):
        heading = text_at(header.cells, index)[:60]
        reason = reasons.get(index, "no heading")
        yield sheet.finding(None, index, heading, f"This column is not taken: {reason}.", mend)


def _held(rows: Sequence[Row]) -> set[int]:
    """The columns that hold something in any of the `rows`."""

    def holds(cell: Cell) -> bool:
        return not isinstance(cell, str) or bool(cell.strip())

    return {index for row in rows for index, cell in enumerate(row.cells) if holds(cell)}
