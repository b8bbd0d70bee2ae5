"""What a file would give, before anything is kept: every row and cell taken, left out with a reason, or asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from placecheck.assessment import Assessment
from placecheck.assessment.asked import answered_ids, counted_voices
from placecheck.errors import Finding
from placecheck.exchange.column_matching import MatchedColumn, Outcome
from placecheck.exchange.import_questions import COLUMN_KEY_PREFIX, ImportQuestion
from placecheck.exchange.sheet import Row, Sheet, is_filled
from placecheck.place import PlaceFile
from placecheck.rubric import Rubric
from placecheck.words import importing as words
from placecheck.words import say_n

AssessmentWithRubric = tuple[Rubric, Assessment]

UNNAMED = "?"
"""The name of a place that no row names, until a person says which it is."""


@dataclass(frozen=True, slots=True)
class RowUse:
    """What becomes of one row (or column, where people are in columns), by its position in the sheet, and why."""

    row: Row
    place: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class TableUse:
    """What becomes of one table, or of rows that belong to none: its layout, headings, columns and rows."""

    sheet: Sheet
    layout: str
    header: str
    columns: tuple[MatchedColumn, ...]
    rows: tuple[RowUse, ...]

    def cells(self) -> Iterator[tuple[str, Outcome, str]]:
        """Yield each cell that holds anything: its place, what becomes of it, and why."""
        columns = {column.index: column for column in self.columns}
        for use in self.rows:
            for index, cell in enumerate(use.row.cells):
                if is_filled(cell):
                    column = columns.get(index)
                    settled = use.outcome != "taken" or column is None or column.outcome == "taken"
                    why: tuple[Outcome, str] = (
                        (use.outcome, use.reason) if settled or column is None else (column.outcome, column.reason)
                    )
                    yield (self.sheet.place(use.row, index), *why)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import of `file` would give; nothing is saved.

    `tables` account for every row of a spreadsheet (none where the file is YAML, JSON or an archive), `assessments`
    holds the assessments that its complete rows make, each with its rubric, `findings` what prevents the import
    (faults) or is worth knowing (remarks), `questions` what the file leaves open.
    """

    file: str
    assessments: tuple[AssessmentWithRubric, ...]
    findings: tuple[Finding, ...] = ()
    questions: tuple[ImportQuestion, ...] = ()
    tables: tuple[TableUse, ...] = ()
    places: tuple[PlaceFile, ...] = ()
    """What an archive holds of places in addition to their assessments."""

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Return what prevents the import of the whole file."""
        return tuple(finding for finding in self.findings if finding.severity == "fault")

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """Return what is worth knowing and prevents nothing."""
        return tuple(finding for finding in self.findings if finding.severity == "remark")

    @property
    def open_questions(self) -> tuple[ImportQuestion, ...]:
        """Return what must be answered before the whole file can be taken."""
        return tuple(question for question in self.questions if question.answer is None)

    @property
    def unknown_columns(self) -> tuple[ImportQuestion, ...]:
        """Return the open questions about what a column holds."""
        return tuple(question for question in self.open_questions if question.key.startswith(COLUMN_KEY_PREFIX))

    @property
    def can_import_whole(self) -> bool:
        """Return whether the file can be taken as it is."""
        return bool(self.assessments) and not self.faults and not self.open_questions

    @property
    def can_import_partly(self) -> bool:
        """Return whether the rows that are whole can be taken without the others."""
        return (
            bool(self.assessments)
            and not self.can_import_whole
            and not any(each.concerns_whole_file for each in self.open_questions)
        )

    def rows(self, outcome: Outcome) -> list[tuple[TableUse, RowUse]]:
        """Return the rows of one outcome."""
        return [(table, use) for table in self.tables for use in table.rows if use.outcome == outcome]

    def rows_left_behind(self) -> list[str]:
        """Name each row that taking a part would leave behind, with its sheet."""
        waiting = [(table, use) for table, use in self.rows("asked") + self.rows("left_out") if use.reason in WAITS]
        return [f"{table.sheet.name}!{use.place}" if table.sheet.name else use.place for table, use in waiting]


ASKED, AT_FAULT = "asked", "at_fault"
WAITS = (ASKED, AT_FAULT)
"""The reasons of rows that wait: for an answer, or for a cell to be corrected."""


def plan_as_data(plan: ImportPlan) -> dict[str, Any]:
    """Return the plan as values for JSON."""
    return {
        "file": plan.file,
        "can_take": "all" if plan.can_import_whole else "part" if plan.can_import_partly else "nothing",
        "assessments": [_assessment(assessment) for _, assessment in plan.assessments],
        "questions": [_question(question) for question in plan.questions],
        "findings": [_finding(finding) for finding in plan.findings],
        "tables": [_table(table) for table in plan.tables],
    }


def _assessment(assessment: Assessment) -> dict[str, Any]:
    return {
        "place": None if assessment.place.name == UNNAMED else assessment.place.name,
        "date": assessment.date.isoformat() if assessment.date else None,
        "voices": len(counted_voices(assessment)),
        "answers": sum(len(answered_ids(voice)) for voice in assessment.voices),
        "agreed": len(assessment.agreed),
    }


def _question(question: ImportQuestion) -> dict[str, Any]:
    return {
        "key": question.key,
        "question": question.text,
        "options": {option.value: option.words for option in question.options},
        "cells": list(question.cells),
        "answer": question.answer,
        "must": question.default is None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"severity": finding.severity, "where": finding.key, "line": finding.line, "text": _text(finding)}


def _text(finding: Finding) -> str:
    return f"{finding.what} {finding.hint}".strip()


def _table(table: TableUse) -> dict[str, Any]:
    return {
        "sheet": table.sheet.name,
        "layout": table.layout,
        "headings": table.header,
        "columns": [_column(column) for column in table.columns],
        "rows": [{"row": use.place, "outcome": use.outcome, "reason": use.reason} for use in table.rows],
    }


def _column(column: MatchedColumn) -> dict[str, Any]:
    return {
        "column": column.letter,
        "heading": column.heading,
        "as": str(column.meaning) if column.meaning else None,
        "outcome": column.outcome,
        "reason": column.reason,
        "sample": list(column.sample),
    }


def without_silent(
    assessments: Sequence[AssessmentWithRubric], file: str
) -> tuple[tuple[AssessmentWithRubric, ...], list[Finding]]:
    """Return the assessments without the voices that said nothing, and a remark for each that had some."""
    remaining: list[AssessmentWithRubric] = []
    remarks: list[Finding] = []
    for rubric, assessment in assessments:
        voices = tuple(voice for voice in assessment.voices if voice.answers)
        silent = sum(not voice.answers for voice in assessment.voices)
        if silent:
            remarks.append(Finding(file, 0, assessment.place.name, say_n(words.SILENT, silent), "", "remark"))
        remaining.append((rubric, assessment.model_copy(update={"voices": voices}) if silent else assessment))
    return tuple(remaining), remarks
