"""Cells that say the same as the one above, with a mark or a word: asked, and never taken for a name or a place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from placecheck.exchange.cell_names import AS_WRITTEN
from placecheck.exchange.column_dictionary import comparable_text, listed_words
from placecheck.exchange.column_matching import MatchedColumn, text_at
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.sheet import Row, is_filled
from placecheck.exchange.sheet_table import Table
from placecheck.words import importing as words
from placecheck.words import say

SAME, WRITTEN = "same", "as_written"


def without_dittos(
    table: Table, columns: Sequence[MatchedColumn], questions: ImportQuestions
) -> tuple[list[Row], Collection[int]]:
    """Return the rows with what their cells repeat, and the numbers of the rows that wait for that to be said.

    A mark with nothing above it stays as it is written, and is named.
    """
    at = [column.index for column in columns if column.meaning and column.meaning.field not in AS_WRITTEN]
    if table.sheet.is_transposed:  # above is another question there, and not another person
        return list(table.rows), ()
    marked = {
        row.number: repeating for row in table.rows if (repeating := [index for index in at if is_ditto(row, index)])
    }
    if not marked:
        return list(table.rows), ()
    by_number = {row.number: row for row in table.rows}
    sheet = table.sheet
    cells = [sheet.place(by_number[number], index) for number, repeating in marked.items() for index in repeating]
    named = [f"{sheet.name}!{cell}" if sheet.name else cell for cell in cells]
    options = (Option(SAME, say(words.AS_ABOVE)), Option(WRITTEN, say(words.AS_WRITTEN)))
    answer = questions.ask("ditto", say(words.DITTOS), options, cells=named)
    if answer != SAME:
        return list(table.rows), () if answer else marked
    repeated: list[Row] = []
    for row in table.rows:
        cells_ = list(row.cells)
        for index in marked.get(row.number, ()) if repeated else ():
            above = repeated[-1].cells
            if index < len(above) and is_filled(above[index]):
                cells_[index] = above[index]
        repeated.append(replace(row, cells=cells_))
    return repeated, ()


def is_ditto(row: Row, index: int) -> bool:
    """Return whether the cell is a mark or a word for the text of the cell above."""
    text = text_at(row.cells, index)
    return bool(text) and len(text) < 20 and (comparable_text(text) or text) in listed_words("dittos")
