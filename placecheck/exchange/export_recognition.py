"""Sheets and tables that placecheck wrote: recognised by their names and headings, whatever their cells hold."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.exchange.column_dictionary import comparable_text, format_columns
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.export_rows import RECORD_KIND_BY_TABLE
from placecheck.exchange.sheet import Row, Sheet
from placecheck.exchange.sheet_table import HEADINGS_WITHIN, Table
from placecheck.exchange.vocabulary import Vocabulary

KEY = "key"
"""The sheet of a workbook that explains its columns and levels."""

KEY_PREFIX = "placecheck: "
"""What the first cell of the key begins with, in every language."""


def is_key(sheet: Sheet) -> bool:
    """Return whether `sheet` is the key that placecheck adds to a workbook, which is for reading only."""
    first = sheet.rows[0].cells[:1] if sheet.rows else ()
    return sheet.name == KEY and any(isinstance(cell, str) and cell.startswith(KEY_PREFIX) for cell in first)


def exported_tables(sheet: Sheet, filled: Sequence[Row], vocabulary: Vocabulary) -> list[Table]:
    """Return the tables of a sheet that placecheck wrote, from the top down; none where it wrote none.

    Headings differ from other rows by a word that no cell below them can hold, so that a place called `no` and a
    list of indicators stay what they are.
    """
    if not any(_is_our_header(row, sheet.name, vocabulary) for row in filled[:HEADINGS_WITHIN]):
        return []
    headers = [row for row in filled if _is_our_header(row, sheet.name, vocabulary)]
    starts = [header for number, header in enumerate(headers) if not number or not _same(header, headers[number - 1])]
    numbers = [0, *(row.number for row in starts[1:]), filled[-1].number + 1]
    return [
        Table(
            sheet,
            "answers",
            header,
            frozenset({header.number}),
            [row for row in filled if header.number < row.number < end],
            [row for row in filled if first <= row.number <= header.number],
        )
        for header, first, end in zip(starts, numbers, numbers[1:], strict=False)
    ]


def are_our_headings(headings: Sequence[str], sheet_name: str) -> bool:
    """Return whether the headings, those that are written as the format has them, mark a table as placecheck's."""
    return "row" in headings or ("assessment" in headings and comparable_text(sheet_name) in RECORD_KIND_BY_TABLE)


def _is_our_header(row: Row, sheet_name: str, vocabulary: Vocabulary) -> bool:
    texts = [text for index in range(len(row.cells)) if (text := text_at(row.cells, index))]
    exact = [text for text in texts if text in format_columns()]
    if not are_our_headings(exact, sheet_name) or len(exact) < max(2, len(texts) / 2):
        return False
    return not any((meaning := vocabulary.meaning(text)) and meaning.indicator for text in texts if text not in exact)


def _same(header: Row, other: Row) -> bool:
    width = max(len(header.cells), len(other.cells))
    return all(text_at(header.cells, index) == text_at(other.cells, index) for index in range(width))
