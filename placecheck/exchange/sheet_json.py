"""A sheet as JSON can hold it, and back: how the process that reads a workbook passes on what it read."""

from __future__ import annotations

from typing import Any

from placecheck.exchange.sheet import Row, Sheet, Unreadable


def sheet_to_json(sheet: Sheet) -> dict[str, Any]:
    """Return `sheet` as JSON can hold it."""
    return {
        "about": [sheet.file, sheet.name, sheet.is_hidden, sorted(sheet.hidden_columns), sheet.marks_unknown],
        "comments": [[row, column, text] for (row, column), text in sheet.comments.items()],
        "rows": [
            [row.number, row.line, [_cell_to_json(cell) for cell in row.cells], row.is_hidden, row.is_struck_out]
            for row in sheet.rows
        ],
    }


def _cell_to_json(cell: str | Unreadable) -> Any:
    return cell if isinstance(cell, str) else [cell.what, cell.hint, cell.is_formula]


def sheet_from_json(plain: dict[str, Any]) -> Sheet:
    """Return the sheet that `sheet_to_json` gave as `plain`."""
    file, name, is_hidden, columns, marks_unknown = plain["about"]
    rows = [
        Row(number, line, [cell if isinstance(cell, str) else Unreadable(*cell) for cell in cells], *marks)
        for number, line, cells, *marks in plain["rows"]
    ]
    comments = {(row, column): text for row, column, text in plain["comments"]}
    return Sheet(file, name, rows, is_hidden, frozenset(columns), comments, marks_unknown)
