"""Sheets as assessments: what the columns mean, which rows are people, and everything that is not taken, named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from placecheck.assessment import Place
from placecheck.assessment.file import FindRubric
from placecheck.errors import Finding
from placecheck.exchange.assemble import assembled
from placecheck.exchange.cell_values import CellReader
from placecheck.exchange.comments import take_comments
from placecheck.exchange.export_recognition import is_key
from placecheck.exchange.hidden_and_struck_out import TAKE, ask_about_hidden, without_hidden, without_struck_out
from placecheck.exchange.import_plan import ASKED, AT_FAULT, RowUse, TableUse
from placecheck.exchange.import_questions import Choices, ImportQuestions, Option
from placecheck.exchange.import_result import Interpretation
from placecheck.exchange.likely_headings import tables_by_sheet
from placecheck.exchange.people import join_people
from placecheck.exchange.places_and_dates import settle_days, settle_places
from placecheck.exchange.records import Record
from placecheck.exchange.row_classification import RowKind, kind_of_label
from placecheck.exchange.scale import Scale, find_scale
from placecheck.exchange.sheet import Sheet
from placecheck.exchange.sheet_table import Table
from placecheck.exchange.table_result import TableRows
from placecheck.exchange.table_to_records import table_records
from placecheck.exchange.vocabulary import LEAVE_OUT, Vocabulary
from placecheck.words import importing as words
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class InterpretOptions:
    """How to understand sheets: by which rubric and for which place where they name none, and what a person chose.

    `known_places` are the places that are kept already.
    """

    vocabulary: Vocabulary
    find: FindRubric
    place: Place | None = None
    choices: Choices = field(default_factory=Choices)
    known_places: Collection[str] = ()


def interpret_sheets(sheets: Sequence[Sheet], settings: InterpretOptions, questions: ImportQuestions) -> Interpretation:
    """Return the assessments that the rows of all `sheets` make together, and what becomes of every row."""
    outcome = Interpretation()
    visible = [
        without_struck_out(without_hidden(sheet, outcome, questions), outcome, questions)
        for sheet in sheets
        if not _set_aside(sheet, outcome, questions)
    ]
    by_sheet = tables_by_sheet(visible, settings.vocabulary)
    for sheet, tables in by_sheet:
        if not tables:
            _note_without_table(sheet, outcome, questions, is_alone=not any(others for _, others in by_sheet))
    comments, remarks = take_comments(visible, questions)
    outcome.findings += remarks
    read = [
        table_records(table, settings.vocabulary, settings.choices, questions, comments=comments)
        for _, tables in by_sheet
        for table in tables
    ]
    outcome.findings += [finding for rows in read for finding in rows.findings]
    outcome.findings += _how_tables_relate(by_sheet, read)
    records = [record for rows in read for record in rows.records]
    scale = _scale(read, settings.vocabulary, questions)
    settle_days(records, questions)
    about = settle_places(records, settings.place, settings.known_places, questions)
    outcome.findings += join_people(records, questions)
    made = assembled(records, CellReader(settings.vocabulary, scale, questions), settings.find, about, questions)
    outcome.read = made.read
    outcome.findings += made.findings
    for rows in read:
        outcome.tables += _uses(rows, made.ready, questions)
    return outcome


def _how_tables_relate(
    by_sheet: Sequence[tuple[Sheet, Sequence[Table]]], read: Sequence[TableRows]
) -> Iterator[Finding]:
    """Yield remarks on second tables of a sheet, and on people of several sheets who cannot be joined."""
    for sheet, tables in by_sheet:
        for table in tables[1:]:
            yield sheet.finding(table.header, None, "", say(words.SECOND_TABLE), "", severity="remark")
    sheets = {rows.table.sheet.name for rows in read if any("voice" not in record.at for record in rows.records)}
    people = [rows for rows in read if rows.origin == "hand" and rows.table.layout == "people" and rows.records]
    if len(people) > 1 and len(sheets) > 1:
        yield Finding(people[0].table.sheet.file, 0, "", say(words.NOT_JOINED), "", "remark")


def _uses(rows: TableRows, ready: Sequence[Record], questions: ImportQuestions) -> Iterator[TableUse]:
    """Yield what becomes of the rows of one table, now that its records have been processed."""
    whole = {id(record.row) for record in ready}
    uses = list(rows.uses)
    for row in dict.fromkeys(record.row.number for record in rows.records):
        records = rows.by_row[row]
        taken = all(id(record.row) in whole for record in records)
        waits = ASKED if questions.waits(records[0].sheet, records[0].row) else AT_FAULT
        place = records[0].sheet.place(records[0].row, None)
        uses.append(
            RowUse(records[0].row, place, "taken", "")
            if taken
            else RowUse(records[0].row, place, "asked" if waits == ASKED else "left_out", waits)
        )
    table = rows.table
    if table.upright:
        yield TableUse(table.upright, "", "", (), tuple(rows.above))
    else:
        uses += rows.above
    uses.sort(key=lambda use: use.row.number)
    yield TableUse(table.sheet, table.layout, table.sheet.place(table.header, None), rows.columns, tuple(uses))


def _scale(read: Iterable[TableRows], vocabulary: Vocabulary, questions: ImportQuestions) -> Scale:
    cells: set[str] = set()
    headings: list[str] = []
    for rows in read:
        if rows.origin == "hand":
            cells |= rows.level_texts()
            headings += rows.heading_texts()
    return find_scale(cells, headings, vocabulary, questions)


def _set_aside(sheet: Sheet, outcome: Interpretation, questions: ImportQuestions) -> bool:
    """Return whether the whole sheet is left out: the key of an exported workbook, or hidden and not taken."""
    if is_key(sheet):
        outcome.tables.append(_left_out(sheet, "key"))
        return True
    if sheet.is_hidden and ask_about_hidden(questions, sheet.name) != TAKE:
        outcome.tables.append(_left_out(sheet, RowKind.HIDDEN))
        outcome.findings.append(sheet.remark(say(words.HIDDEN_SHEET)))
        return True
    return False


def _note_without_table(sheet: Sheet, outcome: Interpretation, questions: ImportQuestions, *, is_alone: bool) -> None:
    """Note a sheet in which no row names the columns: a fault, a summary that is left out, or a question."""
    if is_alone:
        what, hint = "No row names the columns.", "Write headings in a row, such as voice, indicator and level."
        outcome.findings.append(sheet.finding(None, None, "", what, hint))
        outcome.tables.append(_left_out(sheet, AT_FAULT))
        return
    if kind_of_label([sheet.name]) == RowKind.SUMMARY:
        outcome.findings.append(sheet.remark(say(words.SUMMARY_SHEET)))
        outcome.tables.append(_left_out(sheet, RowKind.SUMMARY))
        return
    options = [Option(LEAVE_OUT, say(words.LEAVE_SHEET))]
    text = say(words.SHEET_NOT_KNOWN, sheet=sheet.name)
    answer = questions.ask(f"sheet {sheet.name}", text, options, cells=[sheet.name])
    outcome.tables.append(_left_out(sheet, RowKind.CHOSEN) if answer else _asked(sheet))


def _left_out(sheet: Sheet, reason: str) -> TableUse:
    uses = (RowUse(row, sheet.place(row, None), "left_out", reason) for row in sheet.rows if not row.is_blank())
    return TableUse(sheet, "", "", (), tuple(uses))


def _asked(sheet: Sheet) -> TableUse:
    uses = (RowUse(row, sheet.place(row, None), "asked", ASKED) for row in sheet.rows if not row.is_blank())
    return TableUse(sheet, "", "", (), tuple(uses))
