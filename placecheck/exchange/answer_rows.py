"""The rows of a table with one answer a row, or one thing that was recorded with answers."""

from __future__ import annotations

from placecheck.errors import InputError
from placecheck.exchange.column_dictionary import comparable_text
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.import_plan import AT_FAULT
from placecheck.exchange.records import kind_of_answer_row, record_kind_of_sheet, row_record
from placecheck.exchange.row_classification import RowKind, kind_of_label
from placecheck.exchange.scale import is_legend
from placecheck.exchange.sheet import Row
from placecheck.exchange.table_result import TableResult
from placecheck.exchange.vocabulary import Vocabulary


def read_answers(result: TableResult, vocabulary: Vocabulary) -> None:
    """Add the record of each row to `result`, and note what the rows are that hold none."""
    table = result.table
    kind = record_kind_of_sheet(table.sheet, result.columns)
    fields = {column.meaning.field for column in result.columns if column.meaning}
    is_one_person = result.origin == "hand" and kind == "answer" and "voice" not in fields
    for row in table.rows:
        row_kind = _kind_of_answer(result, row, kind, vocabulary)
        if row_kind != RowKind.ANSWERS:
            result.leave_out(row, row_kind)
            continue
        try:
            record = row_record(table, row, kind, result.columns, result.origin)
        except InputError as error:
            result.findings += error.findings
            result.leave_out(row, AT_FAULT)
            continue
        if is_one_person:
            record.cells.setdefault("voice", f"\0{table.sheet.name}!{table.header.number}")
        result.add(row, [record])


def _kind_of_answer(result: TableResult, row: Row, kind: str, vocabulary: Vocabulary) -> RowKind:
    """Return what a row of one answer is, or of something recorded with answers."""
    if row.is_blank():
        return RowKind.BLANK
    if result.repeats_headings(row):
        return RowKind.HEADINGS_AGAIN
    if result.origin != "hand":
        return RowKind.ANSWERS
    by_field = {column.meaning.field: column.index for column in result.columns if column.meaning}
    named = text_at(row.cells, by_field["indicator"]) if "indicator" in by_field else ""
    if not (named and vocabulary.indicator(named)) and (row_kind := _kind_without_indicator(row, named, vocabulary)):
        return row_kind
    return kind_of_answer_row(row, result.columns) if kind == "answer" else RowKind.ANSWERS


def _kind_without_indicator(row: Row, named: str, vocabulary: Vocabulary) -> RowKind | None:
    """Return what a row among statements is that names none of them; None where it may still be an answer."""
    if is_legend(named):
        return RowKind.LEGEND
    texts = [text for index in range(len(row.cells)) if (text := text_at(row.cells, index))]
    if all(comparable_text(text) in vocabulary.sections for text in texts):
        return RowKind.SECTION
    return RowKind.SUMMARY if kind_of_label(texts[:1]) == RowKind.SUMMARY else None
