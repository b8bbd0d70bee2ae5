"""Rows of cells, whichever file they came from, each cell with a name that people find it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.errors import Finding, Severity

MAX_ROWS = 20_000
MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that holds no value that can be taken: a formula, or what a formula could not work out."""

    what: str
    mend: str


Cell = str | Unreadable


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet and its line in the file, both from 1, and its cells ("" where nothing is)."""

    number: int
    line: int
    cells: Sequence[Cell]

    def is_blank(self) -> bool:
        return not any(isinstance(cell, Unreadable) or cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet of `file`; `name` is "" where a file has only one."""

    file: str
    name: str
    rows: Sequence[Row]

    def finding(
        self, row: Row | None, column: int | None, field: str, what: str, mend: str, *, severity: Severity = "fault"
    ) -> Finding:
        """What was found in a cell, a row (no `column`), a column (no `row`) or the sheet; `field` is what it holds."""
        place = "" if row is None else f"row {row.number}" if column is None else f"{letters(column)}{row.number}"
        if row is None and column is not None:
            place = f"column {letters(column)}"
        named = "!".join(part for part in (self.name, place) if part)
        key = f"{named} ({field})" if field and named else named or field
        return Finding(self.file, row.line if row else 0, on_one_line(key), what, mend, severity)


def on_one_line(text: str) -> str:
    """`text` without line breaks and runs of blanks, so that a message about it is one line."""
    return " ".join(text.split())


def letters(column: int) -> str:
    """The letters that a spreadsheet gives the `column`, counted from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
