"""Sheets as assessments: what the columns mean, which rows are people, and everything that is not taken, named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from placecheck.assessment import Place
from placecheck.assessment.file import FindRubric
from placecheck.errors import Finding
from placecheck.exchange.assemble import assembled
from placecheck.exchange.cell_values import CellReader
from placecheck.exchange.comments import ask_about_comments
from placecheck.exchange.export_recognition import is_key
from placecheck.exchange.hidden_and_struck_out import TAKE, ask_about_hidden, without_hidden, without_struck_out
from placecheck.exchange.import_plan import ASKED, AT_FAULT, RowUse, TableUse
from placecheck.exchange.import_questions import Choices, ImportQuestions, Option
from placecheck.exchange.import_result import ImportResult
from placecheck.exchange.likely_headings import tables_by_sheet
from placecheck.exchange.people import join_people
from placecheck.exchange.places_and_dates import normalise_dates, normalise_places
from placecheck.exchange.records import Record
from placecheck.exchange.row_classification import RowKind, kind_of_label
from placecheck.exchange.scale import Scale, find_scale
from placecheck.exchange.sheet import Sheet
from placecheck.exchange.sheet_table import Table
from placecheck.exchange.table_result import TableResult
from placecheck.exchange.table_to_records import table_records
from placecheck.exchange.vocabulary import LEAVE_OUT, Vocabulary
from placecheck.words import importing as words
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class InterpretOptions:
    """How to understand sheets: by which rubric and for which place where they name none, and what a person chose.

    `stored_places` are the names of the places in the store.
    """

    vocabulary: Vocabulary
    find: FindRubric
    place: Place | None = None
    choices: Choices = field(default_factory=Choices)
    stored_places: Collection[str] = ()


def interpret_sheets(sheets: Sequence[Sheet], options: InterpretOptions, questions: ImportQuestions) -> ImportResult:
    """Return the assessments that the rows of all `sheets` make together, and what becomes of every row."""
    result = ImportResult()
    visible = [
        without_struck_out(without_hidden(sheet, result, questions), result, questions)
        for sheet in sheets
        if not _set_aside(sheet, result, questions)
    ]
    by_sheet = tables_by_sheet(visible, options.vocabulary)
    for sheet, tables in by_sheet:
        if not tables:
            _note_without_table(sheet, result, questions, is_alone=not any(others for _, others in by_sheet))
    comments, remarks = ask_about_comments(visible, questions)
    result.findings += remarks
    table_results = [
        table_records(table, options.vocabulary, options.choices, questions, comments=comments)
        for _, tables in by_sheet
        for table in tables
    ]
    result.findings += [finding for table_result in table_results for finding in table_result.findings]
    result.findings += _how_tables_relate(by_sheet, table_results)
    records = [record for table_result in table_results for record in table_result.records]
    scale = _scale(table_results, options.vocabulary, questions)
    normalise_dates(records, questions)
    default_place = normalise_places(records, options.place, options.stored_places, questions)
    result.findings += join_people(records, questions)
    made = assembled(records, CellReader(options.vocabulary, scale, questions), options.find, default_place, questions)
    result.assessments = made.assessments
    result.findings += made.findings
    for table_result in table_results:
        result.tables += _uses(table_result, made.ready, questions)
    return result


def _how_tables_relate(
    by_sheet: Sequence[tuple[Sheet, Sequence[Table]]], table_results: Sequence[TableResult]
) -> Iterator[Finding]:
    """Yield remarks on second tables of a sheet, and on people of several sheets who cannot be joined."""
    for sheet, tables in by_sheet:
        for table in tables[1:]:
            yield sheet.finding(table.header, None, "", say(words.SECOND_TABLE), "", severity="remark")
    sheets = {
        each.table.sheet.name for each in table_results if any("voice" not in record.columns for record in each.records)
    }
    people = [
        each for each in table_results if each.origin == "hand" and each.table.layout == "people" and each.records
    ]
    if len(people) > 1 and len(sheets) > 1:
        yield Finding(people[0].table.sheet.file, 0, "", say(words.NOT_JOINED), "", "remark")


def _uses(result: TableResult, ready: Sequence[Record], questions: ImportQuestions) -> Iterator[TableUse]:
    """Yield what becomes of the rows of one table, now that its records have been processed."""
    whole = {id(record.row) for record in ready}
    uses = list(result.uses)
    for row in dict.fromkeys(record.row.number for record in result.records):
        records = result.by_row[row]
        taken = all(id(record.row) in whole for record in records)
        reason = ASKED if questions.is_waiting(records[0].sheet, records[0].row) else AT_FAULT
        place = records[0].sheet.place(records[0].row, None)
        uses.append(
            RowUse(records[0].row, place, "taken", "")
            if taken
            else RowUse(records[0].row, place, "asked" if reason == ASKED else "left_out", reason)
        )
    table = result.table
    if table.upright:
        yield TableUse(table.upright, "", "", (), tuple(result.above))
    else:
        uses += result.above
    uses.sort(key=lambda use: use.row.number)
    yield TableUse(table.sheet, table.layout, table.sheet.place(table.header, None), result.columns, tuple(uses))


def _scale(results: Iterable[TableResult], vocabulary: Vocabulary, questions: ImportQuestions) -> Scale:
    cells: set[str] = set()
    headings: list[str] = []
    for result in results:
        if result.origin == "hand":
            cells |= result.level_texts()
            headings += result.heading_texts()
    return find_scale(cells, headings, vocabulary, questions)


def _set_aside(sheet: Sheet, result: ImportResult, questions: ImportQuestions) -> bool:
    """Return whether the whole sheet is left out: the key of an exported workbook, or hidden and not taken."""
    if is_key(sheet):
        result.tables.append(_left_out(sheet, "key"))
        return True
    if sheet.is_hidden and ask_about_hidden(questions, sheet.name) != TAKE:
        result.tables.append(_left_out(sheet, RowKind.HIDDEN))
        result.findings.append(sheet.remark(say(words.HIDDEN_SHEET)))
        return True
    return False


def _note_without_table(sheet: Sheet, result: ImportResult, questions: ImportQuestions, *, is_alone: bool) -> None:
    """Note a sheet in which no row names the columns: a fault, a summary that is left out, or a question."""
    if is_alone:
        what, hint = "No row names the columns.", "Write headings in a row, such as voice, indicator and level."
        result.findings.append(sheet.finding(None, None, "", what, hint))
        result.tables.append(_left_out(sheet, AT_FAULT))
        return
    if kind_of_label([sheet.name]) == RowKind.SUMMARY:
        result.findings.append(sheet.remark(say(words.SUMMARY_SHEET)))
        result.tables.append(_left_out(sheet, RowKind.SUMMARY))
        return
    options = [Option(LEAVE_OUT, say(words.LEAVE_SHEET))]
    text = say(words.SHEET_NOT_KNOWN, sheet=sheet.name)
    answer = questions.ask(f"sheet {sheet.name}", text, options, cells=[sheet.name])
    result.tables.append(_left_out(sheet, RowKind.CHOSEN) if answer else _asked(sheet))


def _left_out(sheet: Sheet, reason: str) -> TableUse:
    uses = (RowUse(row, sheet.place(row, None), "left_out", reason) for row in sheet.rows if not row.is_blank())
    return TableUse(sheet, "", "", (), tuple(uses))


def _asked(sheet: Sheet) -> TableUse:
    uses = (RowUse(row, sheet.place(row, None), "asked", ASKED) for row in sheet.rows if not row.is_blank())
    return TableUse(sheet, "", "", (), tuple(uses))
