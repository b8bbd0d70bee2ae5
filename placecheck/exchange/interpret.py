"""Sheets as assessments: what the columns mean, which rows are people, and everything that is not taken, named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from placecheck.assessment import Place
from placecheck.assessment.file import FindRubric
from placecheck.errors import Finding
from placecheck.exchange.assemble import assembled
from placecheck.exchange.cell_values import CellReader
from placecheck.exchange.comments import take_comments
from placecheck.exchange.likely_headings import tables_by_sheet
from placecheck.exchange.people import join_people
from placecheck.exchange.plan import ASKED, AT_FAULT, Read, RowUse, TableUse
from placecheck.exchange.questions import Choices, ImportQuestions, Option
from placecheck.exchange.read_table import table_records
from placecheck.exchange.records import Record
from placecheck.exchange.row_kinds import RowKind, kind_of_label
from placecheck.exchange.scale import Scale, find_scale
from placecheck.exchange.settle import settle_days, settle_places
from placecheck.exchange.sheet import Row, Sheet
from placecheck.exchange.sheet_table import Table
from placecheck.exchange.table_rows import TableRows
from placecheck.exchange.vocabulary import LEAVE_OUT, Vocabulary
from placecheck.exchange.xlsx_write import is_key
from placecheck.place import PlaceFile
from placecheck.words import importing as words
from placecheck.words import say

TAKE = "take"


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


@dataclass(slots=True)
class Interpretation:
    """What became of the rows, the assessments `read` from them, and what was found."""

    tables: list[TableUse] = field(default_factory=list)
    read: list[Read] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: list[PlaceFile] = field(default_factory=list)


def interpret_sheets(sheets: Sequence[Sheet], settings: InterpretOptions, questions: ImportQuestions) -> Interpretation:
    """Return the assessments that the rows of all `sheets` make together, and what becomes of every row."""
    outcome = Interpretation()
    visible = [
        _without_struck_out(_without_hidden(sheet, outcome, questions), outcome, questions)
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
    if sheet.is_hidden and _hidden(questions, sheet.name) != TAKE:
        outcome.tables.append(_left_out(sheet, RowKind.HIDDEN))
        outcome.findings.append(_remark(sheet, say(words.HIDDEN_SHEET)))
        return True
    return False


def _without_hidden(sheet: Sheet, outcome: Interpretation, questions: ImportQuestions) -> Sheet:
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
    if _hidden(questions, *named) == TAKE:
        return sheet
    outcome.findings.append(_remark(sheet, say(words.HIDDEN_CELLS, places=", ".join(places))))
    blanked = set(columns)
    uses = [RowUse(row, sheet.place(row, None), "left_out", RowKind.HIDDEN) for row in rows]
    only = [
        replace(row, cells=[cell if index in blanked else "" for index, cell in enumerate(row.cells)])
        for row in sheet.rows
        if columns and not row.is_hidden
    ]
    uses += [RowUse(row, sheet.place(row, None), "left_out", RowKind.HIDDEN) for row in only if not row.is_blank()]
    outcome.tables.append(TableUse(sheet, "", "", (), tuple(uses)))
    shown = [row for row in sheet.rows if not row.is_hidden]
    return replace(sheet, rows=[_blanked(row, blanked) for row in shown] if blanked else shown)


def _blanked(row: Row, columns: Collection[int]) -> Row:
    return replace(row, cells=["" if index in columns else cell for index, cell in enumerate(row.cells)])


def _hidden(questions: ImportQuestions, *places: str) -> str | None:
    options = [Option(LEAVE_OUT, say(words.LEAVE_HIDDEN)), Option(TAKE, say(words.TAKE_HIDDEN))]
    return questions.ask("hidden", say(words.TAKE_WHAT_IS_HIDDEN), options, cells=places, default=LEAVE_OUT)


def _without_struck_out(sheet: Sheet, outcome: Interpretation, questions: ImportQuestions) -> Sheet:
    """Return `sheet` without the rows that are crossed out, unless a person wants them."""
    places = {row.number: sheet.place(row, None) for row in sheet.rows if row.is_struck_out}
    if not places:
        return sheet
    options = [Option(LEAVE_OUT, say(words.LEAVE_STRUCK_OUT)), Option(TAKE, say(words.TAKE_STRUCK_OUT))]
    named = [f"{sheet.name}!{place}" for place in places.values()]
    if questions.ask("struck_out", say(words.ROWS_STRUCK_OUT), options, cells=named, default=LEAVE_OUT) == TAKE:
        return sheet
    outcome.findings.append(_remark(sheet, say(words.STRUCK_OUT_LEFT, places=", ".join(places.values()))))
    struck = [row for row in sheet.rows if row.is_struck_out]
    uses = tuple(RowUse(row, places[row.number], "left_out", RowKind.STRUCK_OUT) for row in struck)
    outcome.tables.append(TableUse(sheet, "", "", (), uses))
    return replace(sheet, rows=[row for row in sheet.rows if not row.is_struck_out])


def _note_without_table(sheet: Sheet, outcome: Interpretation, questions: ImportQuestions, *, is_alone: bool) -> None:
    """Note a sheet in which no row names the columns: a fault, a summary that is left out, or a question."""
    if is_alone:
        what, hint = "No row names the columns.", "Write headings in a row, such as voice, indicator and level."
        outcome.findings.append(sheet.finding(None, None, "", what, hint))
        outcome.tables.append(_left_out(sheet, AT_FAULT))
        return
    if kind_of_label([sheet.name]) == RowKind.SUMMARY:
        outcome.findings.append(_remark(sheet, say(words.SUMMARY_SHEET)))
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


def _remark(sheet: Sheet, what: str) -> Finding:
    return sheet.finding(None, None, "", what, "", severity="remark")
