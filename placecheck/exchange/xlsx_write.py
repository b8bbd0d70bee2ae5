"""XLSX workbooks out: a sheet for each table, and a key that explains every column and every level."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from placecheck.assessment import Assessment
from placecheck.assessment.model import NoAnswer, PlaceKind, Round, Sure
from placecheck.exchange.archive import zipped
from placecheck.exchange.leaving import escaped
from placecheck.exchange.rows import TABLES, Filled, tables
from placecheck.exchange.sheet import Sheet
from placecheck.rubric import Rubric
from placecheck.words import exchanging as words
from placecheck.words import say

KEY = "key"
_MARK = "placecheck: "
"""How the first cell of the key begins, in every language."""

_WIDTHS = {
    "story": 60,
    "boundary": 40,
    "context": 40,
    "missing_voices": 40,
    "what": 40,
    "first_step": 40,
    "because": 40,
}
_WIDTH = 18
_ROWS_TO_CHOOSE_IN = 2_000
"""How many rows offer the words of the format to choose from."""

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_ALWAYS = b"2000-01-01T00:00:00Z"

Line = Sequence[str | int]


def write_xlsx(read: Sequence[tuple[Rubric, Assessment]]) -> bytes:
    """A workbook of the assessments, each given with its rubric; the same assessments give the same bytes."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    steps = max((rubric.steps for rubric, _ in read), default=5)
    for name, rows in tables([one for _, one in read]).items():
        _fill(book.create_sheet(name), TABLES[name], rows, steps)
    _fill_key(book.create_sheet(KEY), list(_key(read)))
    return _same_bytes(book)


def is_key(sheet: Sheet) -> bool:
    """Whether `sheet` is the key that `write_xlsx` adds, which is only to read."""
    first = sheet.rows[0].cells[:1] if sheet.rows else ()
    return sheet.name == KEY and any(isinstance(cell, str) and cell.startswith(_MARK) for cell in first)


def _fill(sheet: Any, columns: Sequence[str], rows: Sequence[Filled], steps: int) -> None:
    for index, name in enumerate(columns, start=1):
        _put(sheet.cell(1, index), name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS.get(name, _WIDTH)
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows, start=2):
        for index, name in enumerate(columns, start=1):
            if name in row:
                cell = _put(sheet.cell(number, index), row[name], is_number=name in ("assessment", "level"))
                cell.alignment = Alignment(vertical="top", wrap_text=name in _WIDTHS)
    for name, choice in _choices(sheet.title, steps).items():
        if name in columns:
            letter = get_column_letter(columns.index(name) + 1)
            offered = DataValidation(type="list", formula1=f'"{",".join(choice)}"', allow_blank=True)
            sheet.add_data_validation(offered)
            offered.add(f"{letter}2:{letter}{_ROWS_TO_CHOOSE_IN}")


def _put(cell: Any, text: str, *, is_number: bool = False) -> Any:
    """Set a cell to text that stays text, whatever it begins with, or to a whole number."""
    cell.value = int(text) if is_number else escaped(text)
    if not is_number:
        cell.data_type = "s"
    return cell


def _choices(table: str, steps: int) -> Mapping[str, Sequence[str]]:
    no_answers = ("not_here",) if table == "agreed" else get_args(NoAnswer)
    return {
        "level": [str(level) for level in range(steps)],
        "no_answer": no_answers,
        "sure": get_args(Sure),
        "kind": get_args(PlaceKind),
        "round": get_args(Round),
        "paper": ("yes",),
    }


def _key(read: Sequence[tuple[Rubric, Assessment]]) -> Iterator[Line]:
    """The lines of the key sheet; a line of one cell is a heading, or the words at its top."""
    yield (_MARK + say(words.KEY_TITLE),)
    yield (say(words.KEY_ABOUT),)
    yield (say(words.KEY_COLUMNS),)
    for table, columns in TABLES.items():
        yield from ((table, name, say(words.COLUMNS[name])) for name in columns)
    yield (say(words.KEY_NO_ANSWERS),)
    yield from ((name, say(text)) for name, text in words.NO_ANSWERS.items())
    yield (say(words.KEY_SURE),)
    yield from ((name, say(text)) for name, text in words.SURE.items())
    for rubric in {(one.id, one.edition): one for one, _ in read}.values():
        named = {"title": rubric.title, "edition": rubric.edition}
        yield (say(words.KEY_LEVELS, **named),)
        yield from ((number, level.name) for number, level in enumerate(rubric.levels))
        if rubric.perspectives:
            yield (say(words.KEY_PERSPECTIVES, **named),)
            yield from ((one.id, one.name) for one in rubric.perspectives)
        yield (say(words.KEY_INDICATORS, **named),)
        yield from ((one.id, one.name, one.statement, *one.levels) for one in rubric.indicators())


def _fill_key(sheet: Any, lines: Sequence[Line]) -> None:
    for number, line in enumerate(lines, start=1):
        for index, text in enumerate(line, start=1):
            cell = _put(sheet.cell(number, index), str(text), is_number=isinstance(text, int))
            cell.font = Font(bold=len(line) == 1 and number != 2)
            cell.alignment = Alignment(vertical="top", wrap_text=len(line) > 1)
    for index in range(1, max(map(len, lines)) + 1):
        sheet.column_dimensions[get_column_letter(index)].width = 26 if index < 3 else 44


def _same_bytes(book: Any) -> bytes:
    """The workbook's bytes without the time at which they were made."""
    out = io.BytesIO()
    book.properties.creator = "placecheck"
    book.save(out)
    with zipfile.ZipFile(out) as made:
        parts = {one: made.read(one) for one in made.namelist()}
    core = "docProps/core.xml"
    return zipped({**parts, core: _STAMP.sub(rb"\g<1>" + _ALWAYS + rb"\g<2>", parts[core])})
