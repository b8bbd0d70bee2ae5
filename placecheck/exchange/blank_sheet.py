"""A blank spreadsheet to give out: one sheet for one person or several, which comes back in without a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from placecheck.assessment.asked import QuestionList, meant_for_names, question_set
from placecheck.exchange.export_recognition import KEY, KEY_PREFIX
from placecheck.exchange.sanitise import escaped
from placecheck.exchange.workbook_bytes import reproducible_bytes
from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.words import forms, say
from placecheck.words import importing as words

PEOPLE = 30
"""How many rows a sheet for several people offers choices in."""

_GREY = Font(color="808080")
_BOLD = Font(bold=True)
_SHADE = PatternFill("solid", fgColor="E8E8E8")
_HEADINGS = ("Statement", "Level", "Story", "How sure", "For whom not", "What was promised", "Seen of the promise")
_WIDTHS = (70, 24, 60, 16, 40, 40, 40)
_PROMISED = 6
"""The first of the two columns of a promise, which are shaded where the rubric does not ask for it."""
_SURE = ("not very sure", "fairly sure", "very sure")
_NO_ANSWERS = ("don't know", "does not apply here", "rather not say")


def blank_workbook(
    rubric: Rubric, questions: QuestionList, place: str | None = None, *, several: bool = False
) -> bytes:
    """Return a workbook in which people choose a level for each statement of `rubric`; the same bytes each time."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Answers"
    indicators = question_set(rubric, questions)
    sections = [
        (dimension, [item for item in dimension.indicators if item.id in indicators]) for dimension in rubric.dimensions
    ]
    choices = _fill_key(book.create_sheet(KEY), rubric, [item for _, items in sections for item in items])
    first = _fill_top(sheet, rubric, questions, place, choices, several=several)
    (_fill_several if several else _fill_one)(sheet, first, sections, choices)
    return reproducible_bytes(book)


def _fill_top(
    sheet: Any, rubric: Rubric, questions: QuestionList, place: str | None, choices: dict[str, str], *, several: bool
) -> int:
    """Write the lines above the table and return the row of its headings."""
    sheet.append([say(words.SHEET_TITLE)])
    sheet.append([say(words.SHEET_HOW_SEVERAL if several else words.SHEET_HOW)])
    facts: list[tuple[str, str | None]] = [("Place", escaped(place) if place else None), ("Date", None)]
    facts += [] if several else [("Speaking as", None)]
    if isinstance(questions, tuple):
        facts += [("Round", "full"), ("Asked", ", ".join(questions))]
    else:
        facts.append(("Round", questions))
    facts += [("Rubric", rubric.id), ("Edition", rubric.edition)]
    for name, value in facts:
        sheet.append([name, value])
        row = sheet.max_row
        if name in ("Round", "Asked", "Rubric", "Edition"):
            sheet.cell(row, 1).font = sheet.cell(row, 2).font = _GREY
        if name == "Speaking as":
            _offer(sheet, choices["perspectives"], f"B{row}")
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    sheet.append([])
    return int(sheet.max_row) + 2


def _fill_one(
    sheet: Any, first: int, sections: Sequence[tuple[Dimension, list[Indicator]]], choices: dict[str, str]
) -> None:
    for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True), start=1):
        sheet.cell(first, column, heading).font = _BOLD
        sheet.column_dimensions[get_column_letter(column)].width = width
    row, number = first, 0
    for dimension, items in sections:
        row += 1
        sheet.cell(row, 1, dimension.name).font = _BOLD
        for item in items:
            row, number = row + 1, number + 1
            sheet.cell(row, 1, f"{number}. {item.statement}").alignment = Alignment(wrap_text=True, vertical="top")
            for column in range(2, len(_HEADINGS) + 1):
                sheet.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
                if column >= _PROMISED and item.prompt_promise is None:
                    sheet.cell(row, column).fill = _SHADE
    _offer(sheet, choices["levels"], f"B{first + 1}:B{row}")
    _offer(sheet, choices["sure"], f"D{first + 1}:D{row}")
    sheet.freeze_panes = sheet.cell(first + 1, 2)


def _fill_several(
    sheet: Any, first: int, sections: Sequence[tuple[Dimension, list[Indicator]]], choices: dict[str, str]
) -> None:
    items = [item for _, section in sections for item in section]
    of_items = [column for number, item in enumerate(items, start=1) for column in _person_columns(number, item)]
    columns = [("Person", None), ("Speaking as", "perspectives"), *of_items]
    for column, (heading, offered) in enumerate(columns, start=1):
        cell = sheet.cell(first, column, heading)
        cell.font, cell.alignment = _BOLD, Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = 30 if column > 2 else 18
        if offered:
            _offer(sheet, choices[offered], _column_cells(column, first))
    for number in range(1, PEOPLE + 1):
        sheet.cell(first + number, 1, number)
    sheet.freeze_panes = sheet.cell(first + 1, 3)


def _person_columns(number: int, item: Indicator) -> Iterator[tuple[str, str | None]]:
    """Yield the heading of each column of an indicator, where each person has a row, and the list it offers."""
    yield f"{number}. {item.statement}", "levels"
    yield f"{number}. {item.name}: story", None
    if item.prompt_promise is not None:
        for heading in _HEADINGS[_PROMISED - 1 :]:
            yield f"{number}. {item.name}: {heading.lower()}", None


def _column_cells(column: int, first: int) -> str:
    letter = get_column_letter(column)
    return f"{letter}{first + 1}:{letter}{first + PEOPLE}"


def _fill_key(sheet: Any, rubric: Rubric, items: Sequence[Indicator]) -> dict[str, str]:
    """Write what the levels mean, and the lists to choose from; the cells of each list by name."""
    sheet.append([KEY_PREFIX + say(words.SHEET_KEY)])
    names = [level.name for level in rubric.levels]
    sheet.append(["", *names])
    for number, item in enumerate(items, start=1):
        whom = meant_for_names(rubric, item)
        meant_for = [say(forms.MEANT_FOR, names=whom)] if whom else []
        sheet.append([f"{number}. {item.name}", *item.levels, *meant_for])
    sheet.append([])
    lists = {
        "levels": [*names, *_NO_ANSWERS],
        "sure": list(_SURE),
        "perspectives": [item.name for item in rubric.offered_perspectives()] or [""],
    }
    cells = {}
    for name, values in lists.items():
        start = sheet.max_row + 1
        for value in values:
            sheet.append([value])
        cells[name] = f"{KEY}!$A${start}:$A${start + len(values) - 1}"
    for column in range(1, len(names) + 3):
        sheet.column_dimensions[get_column_letter(column)].width = 34
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cells


def _offer(sheet: Any, values: str, cells: str) -> None:
    """Offer a list to choose from; what is typed instead is taken too."""
    offered = DataValidation(type="list", formula1=values, allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(offered)
    offered.add(cells)
