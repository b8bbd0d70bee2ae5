"""XLSX workbooks, read with care: a workbook is an archive of XML, and as large or as hostile as its maker likes."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from placecheck.errors import InputError, refuse
from placecheck.exchange.archive import WORKBOOK_BOUNDS, unzipped, zipped
from placecheck.exchange.cell_budget import CellBudget
from placecheck.exchange.sanitise import unescaped
from placecheck.exchange.sheet import MAX_COLUMNS, MAX_ROWS, Cell, Row, Sheet, Unreadable, is_filled
from placecheck.exchange.visible import unescape_workbook
from placecheck.exchange.workbook_marks import SheetMarks, as_transitional, is_strict, sheet_marks
from placecheck.source.text import UNWANTED

MAX_SHEETS = 20

_NOT_XLSX = ("This is no XLSX workbook.", "Save it as .xlsx, without a password, or as CSV in UTF-8.")
_DAMAGED = ("This workbook is damaged.", "Open it in a spreadsheet and save it again.")
_FORMULA = Unreadable(
    "A formula stands here.", "Put its result in its place (copy, then paste values only).", is_formula=True
)
_NO_TEXT = Unreadable("A character that is no text stands here.", "Write the cell again.")
_REFUSED_PARTS = {
    "externallinks/": ("The workbook draws on other files.", "Break the links (paste values only) and save it again."),
    "vbaproject": ("The workbook holds a program (macros).", "Save it as .xlsx, without macros."),
}
_NO_XML_OF_OURS = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def read_xlsx(raw: bytes, name: str) -> list[Sheet]:
    """Return the sheets of a workbook that hold anything. A formula makes its cell Unreadable.

    Raises:
        InputError: It is no workbook, is damaged, or is beyond the bounds.
    """
    import openpyxl  # a tenth of a second that only a workbook is worth

    parts = unzipped(raw, name, WORKBOOK_BOUNDS, _NOT_XLSX)
    _refuse_unsafe(parts, name)
    if is_strict(parts):
        parts = as_transitional(parts)
        raw = zipped(parts)
    marks = sheet_marks(parts)
    del parts  # the cells are read from the packed file; both at once would hold a large workbook twice
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, on styles and drawings that it leaves out
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
            if len(book.worksheets) > MAX_SHEETS:
                raise refuse(name, 0, "", f"The workbook has more than {MAX_SHEETS} sheets.", "Split it.")
            budget = CellBudget(name)
            sheets = [_sheet(sheet, budget, marks.get(sheet.title, SheetMarks())) for sheet in book.worksheets]
    except InputError:
        raise
    except Exception:  # (on XML that is no workbook, openpyxl raises whatever it trips over)
        raise refuse(name, 0, "", *_DAMAGED) from None
    return [sheet for sheet in sheets if not all(row.is_blank() for row in sheet.rows)]


def _sheet(sheet: Any, budget: CellBudget, marks: SheetMarks) -> Sheet:
    name = budget.file
    rows = [budget.charge(row) for row in _rows(sheet, name, marks.hidden_rows)]
    hidden = sheet.sheet_state != "visible"
    return Sheet(name, sheet.title, rows, hidden, frozenset(marks.hidden_columns), marks.comments)


def _refuse_unsafe(parts: Mapping[str, bytes], name: str) -> None:
    if "[Content_Types].xml" not in parts:
        raise refuse(name, 0, "", *_NOT_XLSX)
    for path, content in parts.items():
        for part, words in _REFUSED_PARTS.items():
            if part in path.casefold():
                raise refuse(name, 0, "", *words)
        if path.casefold().endswith((".xml", ".rels")):
            _refuse_unsafe_xml(content, name)


def _refuse_unsafe_xml(content: bytes, name: str) -> None:
    """Refuse an XML part that defines entities, or that evades this check in another encoding."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:64] or _NO_XML_OF_OURS.search(content):
        raise refuse(name, 0, "", "The workbook holds XML that no spreadsheet writes.", _DAMAGED[1])


def _rows(sheet: Any, name: str, hidden: Collection[int]) -> Iterator[Row]:
    sheet.reset_dimensions()  # what the file says of its own size need not be so
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > MAX_ROWS:
            hint = "Delete the empty rows at its end, or split it."
            raise refuse(name, 0, sheet.title[:60], f"The sheet has more than {MAX_ROWS:,} rows.", hint)
        if len(cells) > MAX_COLUMNS:
            hint = "Delete the empty columns at its end, or split it."
            raise refuse(name, number, sheet.title[:60], f"The sheet has more than {MAX_COLUMNS} columns.", hint)
        values = [_cell(cell) for cell in cells]
        filled = [cell for cell, value in zip(cells, values, strict=True) if is_filled(value)]
        yield Row(number, number, values, number in hidden, bool(filled) and all(cell.font.strike for cell in filled))


def _cell(cell: Any) -> Cell:
    if cell.value is None:
        return ""
    if cell.data_type == "f":
        return _FORMULA
    if cell.data_type == "e":
        return Unreadable(f"`{str(cell.value)[:20]}` stands here, an error of a formula.", "Write the value.")
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{round(value * 100, 6):g}%"
    text = unescaped(as_text(value))
    return _NO_TEXT if UNWANTED.search(text) else text


def as_text(value: Any) -> str:
    """Return a cell's value as it would be in a CSV file."""
    if isinstance(value, str):
        return unescape_workbook(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)
