"""Hidden rows and columns, and rows that are crossed out: left out and named, unless a person wants them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from placecheck.exchange.import_plan import RowUse, TableUse
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.import_result import ImportResult
from placecheck.exchange.row_classification import RowKind
from placecheck.exchange.sheet import Row, Sheet
from placecheck.exchange.vocabulary import LEAVE_OUT
from placecheck.words import importing as words
from placecheck.words import say

TAKE = "take"


def without_hidden(sheet: Sheet, result: ImportResult, questions: ImportQuestions) -> Sheet:
    """Return `sheet` without its hidden rows and columns, unless a person wants them."""
    rows = [row for row in sheet.rows if row.is_hidden and not row.is_blank()]
    columns = sorted(
        index
        for index in sheet.hidden_columns
        if any(index < len(row.cells) and row.cells[index] for row in sheet.rows)
    )
    if not rows and not columns:
        return sheet
    places = [sheet.place(row, None) for row in rows] + [sheet.place(None, index) for index in columns]
    named = [f"{sheet.name}!{place}" for place in places]
    if ask_about_hidden(questions, *named) == TAKE:
        return sheet
    result.findings.append(sheet.remark(say(words.HIDDEN_CELLS, places=", ".join(places))))
    blanked = set(columns)
    uses = [RowUse(row, sheet.place(row, None), "left_out", RowKind.HIDDEN) for row in rows]
    only = [
        replace(row, cells=[cell if index in blanked else "" for index, cell in enumerate(row.cells)])
        for row in sheet.rows
        if columns and not row.is_hidden
    ]
    uses += [RowUse(row, sheet.place(row, None), "left_out", RowKind.HIDDEN) for row in only if not row.is_blank()]
    result.tables.append(TableUse(sheet, "", "", (), tuple(uses)))
    shown = [row for row in sheet.rows if not row.is_hidden]
    return replace(sheet, rows=[_blanked(row, blanked) for row in shown] if blanked else shown)


def _blanked(row: Row, columns: Collection[int]) -> Row:
    return replace(row, cells=["" if index in columns else cell for index, cell in enumerate(row.cells)])


def ask_about_hidden(questions: ImportQuestions, *places: str) -> str | None:
    """Ask whether what is hidden in `places` is taken or left out, and return the answer."""
    options = [Option(LEAVE_OUT, say(words.LEAVE_HIDDEN)), Option(TAKE, say(words.TAKE_HIDDEN))]
    return questions.ask("hidden", say(words.TAKE_WHAT_IS_HIDDEN), options, cells=places, default=LEAVE_OUT)


def without_struck_out(sheet: Sheet, result: ImportResult, questions: ImportQuestions) -> Sheet:
    """Return `sheet` without the rows that are crossed out, unless a person wants them."""
    places = {row.number: sheet.place(row, None) for row in sheet.rows if row.is_struck_out}
    if not places:
        return sheet
    options = [Option(LEAVE_OUT, say(words.LEAVE_STRUCK_OUT)), Option(TAKE, say(words.TAKE_STRUCK_OUT))]
    named = [f"{sheet.name}!{place}" for place in places.values()]
    if questions.ask("struck_out", say(words.ROWS_STRUCK_OUT), options, cells=named, default=LEAVE_OUT) == TAKE:
        return sheet
    result.findings.append(sheet.remark(say(words.STRUCK_OUT_LEFT, places=", ".join(places.values()))))
    struck = [row for row in sheet.rows if row.is_struck_out]
    uses = tuple(RowUse(row, places[row.number], "left_out", RowKind.STRUCK_OUT) for row in struck)
    result.tables.append(TableUse(sheet, "", "", (), uses))
    return replace(sheet, rows=[row for row in sheet.rows if not row.is_struck_out])
