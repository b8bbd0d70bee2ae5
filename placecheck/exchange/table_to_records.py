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
from placecheck.exchange.table_result import TableRows
from placecheck.exchange.vocabulary import Vocabulary


def table_records(
    table: Table, vocabulary: Vocabulary, choices: Choices, questions: ImportQuestions, *, comments: bool = False
) -> TableRows:
    """Return the records of a table, and what becomes of each of its rows; what is open is asked."""
    columns = interpret_columns(table, vocabulary, choices)
    read = TableRows(table, columns, origin_of(table, columns))
    for column in columns:
        if column.outcome == "asked":
            questions.note(column_question(table, column))
    _note_around(read)
    if table.is_likely and not answer_columns(columns):
        return read.wait_for_columns()
    rows, waiting = without_dittos(table, columns if read.origin == "hand" else (), questions)
    read.table = replace(table, rows=[row for row in rows if row.number not in waiting])
    read.uses += [RowUse(row, table.sheet.place(row, None), "asked", ASKED) for row in rows if row.number in waiting]
    if table.layout == "people":
        read_people(read, vocabulary, questions)
    else:
        read_answers(read, vocabulary)
    if comments:
        read.take_comments()
    read.tell_left_out()
    return read


def _note_around(read: TableRows) -> None:
    """Note what becomes of the rows above the headings, and of the headings."""
    table = read.table
    facts = {row.number for _, _, row in table.facts}
    sheet = table.upright or table.sheet
    for row in table.above:
        is_fact = row.number in facts
        kind = RowKind.FACT if is_fact else RowKind.SEPARATOR if is_separator_line(row) else RowKind.TITLE
        if table.upright is None and row.number in table.header_rows:
            kind = RowKind.HEADINGS
        read.above.append(RowUse(row, sheet.place(row, None), "taken" if is_fact else "left_out", kind))
    if table.transposed_header:
        read.leave_out(table.transposed_header, RowKind.HEADINGS)
