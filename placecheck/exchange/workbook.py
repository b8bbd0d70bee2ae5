"""A workbook's sheets, read in a process of its own that can take neither much memory nor much time."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from placecheck.errors import Finding, InputError, refuse
from placecheck.exchange.sheet import Row, Sheet, Unreadable
from placecheck.worker import ask_worker

WORKER = "placecheck.exchange.workbook_worker"
TIMEOUT = 20
"""Seconds of wall-clock time; the worker limits its processor time and memory by itself."""

SMALL, SMALL_SHEETS = 400_000, 1_500_000
"""Unpacked bytes up to which a workbook is read in this process, without its sheets and of its sheets.

So little could not do harm, and most forms are smaller. Of a sheet the `budget` bounds what comes of it.
"""

_OLE = b"\xd0\xcf\x11\xe0"

COSTLY = (
    "The workbook takes more time or memory to read than any form does.",
    "It may be damaged or made to do harm. Copy its values into a new workbook, or save it as CSV.",
)


def read_workbook(raw: bytes, name: str) -> list[Sheet]:
    """Return the sheets of the workbook `raw` that hold anything, by the ending of `name`.

    Raises:
        InputError: It cannot be read, or not within the limits.

    """
    if _is_small(raw):
        from placecheck.exchange.workbook_worker import read

        return read(raw, name)
    answer = ask_worker(WORKER, name, raw, TIMEOUT)
    if answer is None:
        raise refuse(name, 0, "", *COSTLY)
    if "findings" in answer:
        raise InputError([Finding(*entry) for entry in answer["findings"]])
    return [_sheet(entry) for entry in answer["sheets"]]


def _is_small(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            sizes = [(entry.filename.startswith("xl/worksheets/"), entry.file_size) for entry in archive.infolist()]
            rest = sum(size for is_sheet, size in sizes if not is_sheet)
            return rest <= SMALL and sum(size for is_sheet, size in sizes if is_sheet) <= SMALL_SHEETS
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, LookupError):
        return len(raw) <= SMALL and not raw.startswith(
            _OLE
        )  # two libraries read the old XLS, and neither bounds what it takes


def as_plain(sheet: Sheet) -> dict[str, Any]:
    """Return `sheet` as JSON can hold it."""
    return {
        "about": [sheet.file, sheet.name, sheet.is_hidden, sorted(sheet.hidden_columns), sheet.marks_unknown],
        "comments": [[row, column, text] for (row, column), text in sheet.comments.items()],
        "rows": [
            [row.number, row.line, [_plain(cell) for cell in row.cells], row.is_hidden, row.is_struck_out]
            for row in sheet.rows
        ],
    }


def _plain(cell: str | Unreadable) -> Any:
    return cell if isinstance(cell, str) else [cell.what, cell.hint, cell.is_formula]


def _sheet(plain: dict[str, Any]) -> Sheet:
    file, name, is_hidden, columns, marks_unknown = plain["about"]
    rows = [
        Row(number, line, [cell if isinstance(cell, str) else Unreadable(*cell) for cell in cells], *marks)
        for number, line, cells, *marks in plain["rows"]
    ]
    comments = {(row, column): text for row, column, text in plain["comments"]}
    return Sheet(file, name, rows, is_hidden, frozenset(columns), comments, marks_unknown)
