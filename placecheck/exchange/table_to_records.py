"""One table read into records, with what becomes of each of its rows and a reason for those that are left out."""

from __future__ import annotations

from dataclasses import replace

from placecheck.exchange.answer_rows import read_answers
from placecheck.exchange.csv_file import is_separator_line
from placecheck.exchange.dittos import without_dittos
from placecheck.exchange.import_plan import ASKED, RowUse
from placecheck.exchange.import_questions import Choices, ImportQuestions
from placecheck.exchange.people_rows import read_people
from placecheck.exchange.records import answer_columns
from placecheck.exchange.row_classification import RowKind
from placecheck.exchange.sheet_table import Table
from placecheck.exchange.table_columns import column_question, interpret_columns, origin_of
from placecheck.exchange.table_result import TableResult
from placecheck.exchange.vocabulary import Vocabulary


def table_records(
    table: Table, vocabulary: Vocabulary, choices: Choices, questions: ImportQuestions, *, comments: bool = False
) -> TableResult:
    """Return the records of a table, and what becomes of each of its rows; what is open is asked."""
    columns = interpret_columns(table, vocabulary, choices)
    result = TableResult(table, columns, origin_of(table, columns))
    for column in columns:
        if column.outcome == "asked":
            questions.note(column_question(table, column))
    _note_around(result)
    if table.is_likely and not answer_columns(columns):
        return result.wait_for_columns()
    rows, waiting = without_dittos(table, columns if result.origin == "hand" else (), questions)
    result.table = replace(table, rows=[row for row in rows if row.number not in waiting])
    result.uses += [RowUse(row, table.sheet.place(row, None), "asked", ASKED) for row in rows if row.number in waiting]
    if table.layout == "people":
        read_people(result, vocabulary, questions)
    else:
        read_answers(result, vocabulary)
    if comments:
        result.take_comments()
    result.add_left_out_remarks()
    return result


def _note_around(result: TableResult) -> None:
    """Note what becomes of the rows above the headings, and of the headings."""
    table = result.table
    facts = {row.number for _, _, row in table.facts}
    sheet = table.upright or table.sheet
    for row in table.above:
        is_fact = row.number in facts
        kind = RowKind.FACT if is_fact else RowKind.SEPARATOR if is_separator_line(row) else RowKind.TITLE
        if table.upright is None and row.number in table.header_rows:
            kind = RowKind.HEADINGS
        result.above.append(RowUse(row, sheet.place(row, None), "taken" if is_fact else "left_out", kind))
    if table.transposed_header:
        result.leave_out(table.transposed_header, RowKind.HEADINGS)
