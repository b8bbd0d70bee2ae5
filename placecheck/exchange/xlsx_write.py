"""XLSX workbooks out: a sheet for each table, and a key that explains every column and every level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from placecheck.assessment.model import NoAnswer, PlaceKind, QuestionSet, Sure
from placecheck.errors import PlacecheckError
from placecheck.exchange.cell_names import AS_WRITTEN
from placecheck.exchange.export_recognition import KEY, KEY_PREFIX
from placecheck.exchange.export_rows import TABLES, ExportRow, rows_by_table
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.sanitise import escaped
from placecheck.exchange.visible import escape_workbook
from placecheck.exchange.workbook_bytes import reproducible_bytes
from placecheck.words import exchanging as words
from placecheck.words import say

_WIDTH, _WIDE = 18, 44
"""How wide a column is, in characters, and one in which people write sentences."""

_ROWS_TO_CHOOSE_IN = 2_000
"""How many rows offer the words of the format to choose from."""

MAX_CELL_LENGTH = 32_767
"""How many characters a cell of a workbook holds; the library would cut the rest off without a word."""

Line = Sequence[str | int]


def write_xlsx(assessments: Sequence[AssessmentWithRubric]) -> bytes:
    """Return a workbook of the assessments, each given with its rubric; the same assessments give the same bytes."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    steps = max((rubric.steps for rubric, _ in assessments), default=5)
    for name, rows in rows_by_table([assessment for _, assessment in assessments]).items():
        _fill(book.create_sheet(name), TABLES[name], rows, steps)
    _fill_key(book.create_sheet(KEY), list(_key(assessments)))
    return reproducible_bytes(book)


def _fill(sheet: Any, columns: Sequence[str], rows: Sequence[ExportRow], steps: int) -> None:
    for index, name in enumerate(columns, start=1):
        put_text(sheet.cell(1, index), name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(index)].width = _WIDE if name in AS_WRITTEN else _WIDTH
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows, start=2):
        for index, name in enumerate(columns, start=1):
            if name in row:
                cell = put_text(sheet.cell(number, index), row[name], is_number=name in ("assessment", "level"))
                cell.alignment = Alignment(vertical="top", wrap_text=name in AS_WRITTEN)
    for name, choice in _choices(sheet.title, steps).items():
        if name in columns:
            letter = get_column_letter(columns.index(name) + 1)
            offered = DataValidation(type="list", formula1=f'"{",".join(choice)}"', allow_blank=True)
            sheet.add_data_validation(offered)
            offered.add(f"{letter}2:{letter}{_ROWS_TO_CHOOSE_IN}")


def put_text(cell: Any, text: str, *, is_number: bool = False) -> Any:
    """Set a cell to text that stays text, whatever it begins with, or to a whole number.

    Raises:
        PlacecheckError: The text is too long for a cell.
    """
    value = int(text) if is_number else escape_workbook(escaped(text))
    if isinstance(value, str) and len(value) > MAX_CELL_LENGTH:
        raise PlacecheckError(say(words.CELL_TOO_LONG, most=MAX_CELL_LENGTH, begins=text[:40]))
    cell.value = value
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
        "round": get_args(QuestionSet),
        "paper": ("yes",),
    }


def _key(assessments: Sequence[AssessmentWithRubric]) -> Iterator[Line]:
    """Yield the lines of the key sheet; a line of one cell is a heading, or the words at its top."""
    yield (KEY_PREFIX + say(words.KEY_TITLE),)
    yield (say(words.KEY_ABOUT),)
    yield (say(words.KEY_COLUMNS),)
    for table, columns in TABLES.items():
        yield from ((table, name, say(words.COLUMNS[name])) for name in columns)
    yield (say(words.KEY_NO_ANSWERS),)
    yield from ((name, say(text)) for name, text in words.NO_ANSWERS.items())
    yield (say(words.KEY_SURE),)
    yield from ((name, say(text)) for name, text in words.SURE.items())
    for rubric in {(entry.id, entry.edition): entry for entry, _ in assessments}.values():
        named = {"title": rubric.title, "edition": rubric.edition}
        yield (say(words.KEY_LEVELS, **named),)
        yield from ((number, level.name) for number, level in enumerate(rubric.levels))
        if rubric.perspectives:
            yield (say(words.KEY_PERSPECTIVES, **named),)
            yield from ((entry.id, entry.name) for entry in rubric.perspectives)
        yield (say(words.KEY_INDICATORS, **named),)
        yield from ((entry.id, entry.name, entry.statement, *entry.levels) for entry in rubric.indicators())


def _fill_key(sheet: Any, lines: Sequence[Line]) -> None:
    for number, line in enumerate(lines, start=1):
        for index, text in enumerate(line, start=1):
            cell = put_text(sheet.cell(number, index), str(text), is_number=isinstance(text, int))
            cell.font = Font(bold=len(line) == 1 and number != 2)
            cell.alignment = Alignment(vertical="top", wrap_text=len(line) > 1)
    for index in range(1, max(map(len, lines)) + 1):
        sheet.column_dimensions[get_column_letter(index)].width = 26 if index < 3 else _WIDE
