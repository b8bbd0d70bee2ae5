"""Workbooks of other kinds than XLSX: the old XLS, XLSB, and the ODS of free office programs."""

from __future__ import annotations

import io
from collections.abc import Mapping

import python_calamine

from placecheck.errors import InputError, refuse
from placecheck.exchange.archive import WORKBOOK_BOUNDS, unzipped
from placecheck.exchange.cell_budget import CellBudget
from placecheck.exchange.sanitise import unescaped
from placecheck.exchange.sheet import MAX_COLUMNS, MAX_ROWS, Cell, Row, Sheet, Unreadable
from placecheck.exchange.workbook_marks import SheetMarks
from placecheck.exchange.xls_ods_marks import ods_marks, xls_marks, xlsb_marks
from placecheck.exchange.xlsx_read import MAX_SHEETS, as_text
from placecheck.source.text import UNWANTED

OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods")
_HINT = "Save it as .xlsx, without a password, or as CSV in UTF-8."
_NO_TEXT = Unreadable("A character that is no text stands here.", "Write the cell again.")


def read_other_workbook(raw: bytes, name: str) -> list[Sheet]:
    """Return the sheets that hold anything.

    Such a file gives the results of its formulas. Where its hidden rows, hidden columns and comments are not known,
    each sheet says so.

    Raises:
        InputError: The workbook cannot be read; the finding says what to save it as.
    """
    ending = name.rsplit(".", 1)[-1].upper()
    unreadable = (f"This {ending} workbook cannot be read.", _HINT)
    parts = unzipped(raw, name, WORKBOOK_BOUNDS, unreadable) if ending != "XLS" else {}
    marks = _marks(ending, raw, parts)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            if len(book.sheet_names) > MAX_SHEETS:
                raise refuse(name, 0, "", f"The workbook has more than {MAX_SHEETS} sheets.", "Split it.")
            hidden = {sheet.name for sheet in book.sheets_metadata if sheet.visible != _VISIBLE}
            budget = CellBudget(name)
            sheets = [
                _sheet(book.get_sheet_by_name(title), budget, title, title in hidden, marks.get(title))
                for title in book.sheet_names
            ]
    except InputError:
        raise
    except Exception:  # the library says what it trips over in words of its own, of many classes
        raise refuse(name, 0, "", *unreadable) from None
    return [sheet for sheet in sheets if not all(row.is_blank() for row in sheet.rows)]


_VISIBLE = python_calamine.SheetVisibleEnum.Visible


def _marks(ending: str, raw: bytes, parts: Mapping[str, bytes]) -> dict[str, SheetMarks]:
    """Return what is hidden and the comments of each sheet of which they are known, by its name."""
    try:
        if ending == "XLS":
            return xls_marks(raw)
        return ods_marks(parts) if ending == "ODS" else xlsb_marks(parts)
    except Exception:  # a library, or records that are not as they should be; the reader of cells names what is damaged
        return {}


def _sheet(
    sheet: python_calamine.CalamineSheet, budget: CellBudget, title: str, is_hidden: bool, marks: SheetMarks | None
) -> Sheet:
    name = budget.file
    if sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS:
        what = f"The sheet has more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns."
        raise refuse(name, 0, title[:60], what, "Delete the empty ones at its end, or split it.")
    hidden, struck = (marks.hidden_rows, marks.struck_out or ()) if marks else ((), ())
    values = sheet.to_python(skip_empty_area=False)
    rows = [
        budget.charge(Row(number, number, [_cell(value) for value in row], number in hidden, number in struck))
        for number, row in enumerate(values, start=1)
    ]
    if marks is None:
        return Sheet(name, title, rows, is_hidden, marks_unknown=True)
    return Sheet(name, title, rows, is_hidden, frozenset(marks.hidden_columns), marks.comments)


def _cell(value: object) -> Cell:
    if value is None or value == "":
        return ""
    text = unescaped(as_text(value))
    return _NO_TEXT if UNWANTED.search(text) else text
