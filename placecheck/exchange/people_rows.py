"""The rows of a table with one person a row: people, what was agreed, and rows that only sum up or count others."""

from __future__ import annotations

import re
from dataclasses import replace

from placecheck.errors import InputError
from placecheck.exchange.column_dictionary import comparable_text, ignored_headings
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.import_plan import ASKED, AT_FAULT, RowUse
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.records import AnswerColumns, agreed_records, answer_columns, person_record
from placecheck.exchange.row_classification import RowKind, kind_of_row
from placecheck.exchange.sheet import Row
from placecheck.exchange.sheet_table import Table
from placecheck.exchange.statement_tables import numbered_levels
from placecheck.exchange.summary_rows import SummaryRows, find_summary_rows
from placecheck.exchange.table_result import TableResult
from placecheck.exchange.vocabulary import LEAVE_OUT, Vocabulary
from placecheck.words import importing as words
from placecheck.words import say

PERSON, AGREED = "person", "agreed"
_LABELS = {"voice": 1, "place": 10, "date": 10}
"""Columns that say who answered, where and when. A row without is doubted where so many times as many rows have it."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def read_people(result: TableResult, vocabulary: Vocabulary, questions: ImportQuestions) -> None:
    """Add the person of each row to `result`, and note what the other rows are; what is open is asked."""
    table = result.table
    asking = answer_columns(result.columns)
    columns = {
        column.meaning.field: column.index
        for column in result.columns
        if column.meaning and not column.meaning.indicator
    }
    question_columns = [index for each in asking.values() for _, index, _ in each]
    others = [column.index for column in result.columns if column.index not in set(question_columns)]
    labelled = [
        columns[name]
        for name, share in _LABELS.items()
        if name in columns and _is_mostly_filled(table, columns[name], share)
    ]
    if not _are_people(result, vocabulary, questions):
        return
    summary_rows = (
        SummaryRows()
        if table.sheet.is_transposed
        else find_summary_rows(table.rows, question_columns, others, vocabulary)
    )
    for row in table.rows:
        kind = kind_of_row(row.cells, question_columns, others, vocabulary, is_first=not result.records)
        if kind != RowKind.SUMMARY:  # what its own label says needs no doubt by its numbers
            kind = summary_rows.kinds.get(row.number, kind)
        if kind == RowKind.ANSWERS and not all(text_at(row.cells, index) for index in labelled):
            kind = RowKind.PERHAPS_SUMMARY
        if (
            kind == RowKind.ANSWERS
            and table.sheet.is_transposed
            and _YEAR.fullmatch(text_at(row.cells, columns.get("voice", 0)))
        ):
            kind = RowKind.PERHAPS_SUMMARY
        if kind == RowKind.ANSWERS and result.repeats_headings(row):
            kind = RowKind.HEADINGS_AGAIN
        if kind == RowKind.ANSWERS and table.sheet.is_transposed:
            kind = _kind_of_transposed_column(row, columns, kind)
        settled = _settled_kind(result, row, kind, questions, summary_rows.ladders.get(row.number))
        if settled in (RowKind.ANSWERS, RowKind.AGREED):
            _add_person(result, row, columns, asking, is_agreed=settled == RowKind.AGREED)
        elif settled is not None:
            result.leave_out(row, settled)


def _kind_of_transposed_column(row: Row, columns: dict[str, int], kind: RowKind) -> RowKind:
    """Return what a column beside statements is by its heading, where it numbers them or names their sections."""
    label = text_at(row.cells, columns["voice"]) if "voice" in columns else ""
    row_kind = {"numbering": RowKind.NUMBERING, "section": RowKind.SECTION}
    return row_kind.get(ignored_headings().get(comparable_text(label) or label, ""), kind)


def _are_people(result: TableResult, vocabulary: Vocabulary, questions: ImportQuestions) -> bool:
    """Return whether columns are people; where they are headed like levels they may be counts, and it is asked."""
    header = result.table.upright_header
    columns = numbered_levels(header, vocabulary) if header else []
    if not columns or header is None:
        return True
    sheet = result.table.sheet
    first, last = (text_at(header.cells, index) for index in (columns[0], columns[-1]))
    options = (Option(PERSON, say(words.COLUMNS_ARE_PEOPLE)), Option(LEAVE_OUT, say(words.COLUMNS_ARE_COUNTS)))
    text = say(words.LEVELS_OR_PEOPLE, first=first, last=last)
    answer = questions.ask(
        f"columns {sheet.name}".strip(), text, options, cells=[sheet.place(row, None) for row in result.table.rows]
    )
    for row in result.table.rows if answer != PERSON else ():
        if answer:
            result.leave_out(row, RowKind.CHOSEN)
        else:
            result.uses.append(RowUse(row, sheet.place(row, None), "asked", ASKED))
    return answer == PERSON


def _add_person(
    result: TableResult, row: Row, columns: dict[str, int], asking: AnswerColumns, *, is_agreed: bool
) -> None:
    try:
        person = replace(person_record(result.table, row, columns, asking), origin=result.origin)
    except InputError as error:
        result.findings += error.findings
        result.leave_out(row, AT_FAULT)
        return
    result.add(
        row, [replace(record, origin=result.origin) for record in agreed_records(person)] if is_agreed else [person]
    )


def _settled_kind(
    result: TableResult, row: Row, kind: RowKind, questions: ImportQuestions, ladder: tuple[str, str] | None
) -> RowKind | None:
    """Return what a row is, by a person's choice where it may be a total or an agreed row; None while that is open.

    Rows that are labelled like the levels, from the first to the last of `ladder`, are asked about together.
    """
    if kind not in (RowKind.AGREED, RowKind.PERHAPS_SUMMARY):
        return kind
    sheet = result.table.sheet
    place = f"{sheet.name}!{sheet.place(row, None)}" if sheet.name else sheet.place(row, None)
    is_agreed = kind == RowKind.AGREED
    options = [
        Option(AGREED, say(words.ROW_AGREED)),
        Option(LEAVE_OUT, say(words.ROW_LEFT_OUT)),
        Option(PERSON, say(words.ROW_PERSON)),
    ]
    if ladder and not is_agreed:
        first, last = ladder
        options = [Option(PERSON, say(words.COLUMNS_ARE_PEOPLE)), Option(LEAVE_OUT, say(words.COLUMNS_ARE_COUNTS))]
        text = say(words.ROWS_LIKE_LEVELS, first=first, last=last)
        key = " ".join(filter(None, ("rows", sheet.name, first, last)))
        answer = questions.ask(key, text, options, cells=[place])
    else:
        text = say(words.AGREED_ROW if is_agreed else words.UNNAMED_ROW, row=place)
        answer = questions.ask(f"row {place}", text, options if is_agreed else options[1:], cells=[place])
    if answer is None:
        result.uses.append(RowUse(row, sheet.place(row, None), "asked", ASKED))
        return None
    return {AGREED: RowKind.AGREED, LEAVE_OUT: RowKind.CHOSEN}.get(answer, RowKind.ANSWERS)


def _is_mostly_filled(table: Table, column: int, share: int) -> bool:
    """Return whether so many rows hold something in a column that one without may not be a person."""
    if table.sheet.is_transposed:
        return False
    filled = [row for row in table.rows if not row.is_blank()]
    named = sum(bool(text_at(row.cells, column)) for row in filled)
    lacking = len(filled) - named
    return named > 1 and (lacking == 1 or lacking * share < named)
