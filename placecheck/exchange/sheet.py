"""Rows of cells, whichever file they came from, each cell with a name that people find it by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from placecheck.errors import Finding, Severity
from placecheck.exchange.visible import holds_text

MAX_ROWS = 20_000
MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that holds no value that can be taken: a formula, or what a formula could not work out."""

    what: str
    hint: str
    is_formula: bool = False


Cell = str | Unreadable


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet and its line in the file, both from 1, and its cells ("" where nothing is)."""

    number: int
    line: int
    cells: Sequence[Cell]
    is_hidden: bool = False
    is_struck_out: bool = False
    """Whether everything in the row is crossed out."""

    def is_blank(self) -> bool:
        """Return whether no cell of the row holds anything that can be seen."""
        return not any(map(is_filled, self.cells))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet of `file`; `name` is "" where a file has only one.

    `comments` holds the notes on cells by row number and column; `marks_unknown` says that what is hidden, and the
    comments, are not known. In a sheet `is_transposed`, rows and columns are
    swapped for reading, and `lines` holds the line of the file for each column; findings name the cells as
    they are in the file.
    """

    file: str
    name: str
    rows: Sequence[Row]
    is_hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    marks_unknown: bool = False
    is_transposed: bool = False
    lines: Sequence[int] = ()

    def finding(
        self, row: Row | None, column: int | None, field: str, what: str, hint: str, *, severity: Severity = "fault"
    ) -> Finding:
        """Describe what was found in a cell, a row (no `column`), a column (no `row`) or the sheet.

        `field` is what the cell holds.
        """
        named = "!".join(part for part in (self.name, self.place(row, column)) if part)
        key = f"{named} ({field})" if field and named else named or field
        return Finding(self.file, self.line(row, column), on_one_line(key), what, hint, severity)

    def remark(self, what: str) -> Finding:
        """Describe what is worth knowing of the whole sheet, where nothing is wrong."""
        return self.finding(None, None, "", what, "", severity="remark")

    def place(self, row: Row | None, column: int | None) -> str:
        """Name a cell as a spreadsheet does (`C4`), or its row or column as a whole."""
        across, down = (row.number - 1 if row else None, column) if self.is_transposed else (column, None)
        if not self.is_transposed:
            down = row.number - 1 if row else None
        if across is None:
            return "" if down is None else f"row {down + 1}"
        return f"column {column_letters(across)}" if down is None else f"{column_letters(across)}{down + 1}"

    def line(self, row: Row | None, column: int | None) -> int:
        """Return the line of the file with a cell; 0 where there is none to name."""
        if not self.is_transposed:
            return row.line if row else 0
        return self.lines[column] if column is not None and column < len(self.lines) else 0


def transposed(sheet: Sheet, rows: Sequence[Row]) -> Sheet:
    """Return the `rows` of `sheet` with rows and columns swapped; cells keep the names that they have in the file."""
    height = rows[-1].number
    by_number = {row.number: row for row in rows}
    width = max(len(row.cells) for row in rows)
    ordered = [by_number.get(number) for number in range(1, height + 1)]
    columns = [
        Row(
            index + 1,
            0,
            [row.cells[index] if row and index < len(row.cells) else "" for row in ordered],
            index in sheet.hidden_columns,
        )
        for index in range(width)
    ]
    return replace(
        sheet,
        rows=columns,
        hidden_columns=frozenset(row.number - 1 for row in rows if row.is_hidden),
        comments={(column + 1, number - 1): text for (number, column), text in sheet.comments.items()},
        is_transposed=True,
        lines=[row.line if row else 0 for row in ordered],
    )


def is_filled(cell: Cell) -> bool:
    """Return whether a cell holds anything that can be seen."""
    return holds_text(cell) if isinstance(cell, str) else True


def on_one_line(text: str) -> str:
    """Return `text` without line breaks and runs of blanks, so that a message about it is one line."""
    return " ".join(text.split())


def column_letters(column: int) -> str:
    """Return the letters that a spreadsheet gives the `column`, counted from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
