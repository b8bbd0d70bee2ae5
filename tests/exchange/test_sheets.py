"""Sheets as people send them: nobody invented, nothing lost, nothing shifted. The cases are in tests/data/sheets."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from openpyxl.comments import Comment
from openpyxl.styles import Font

from placecheck.errors import InputError
from placecheck.exchange import Choices, ImportPlan, accept, plan_import
from placecheck.exchange.sheet import is_filled

TABLE = Path(__file__).resolve().parents[1] / "data" / "sheets" / "cases.yaml"
CASES: dict[str, dict[str, Any]] = {
    case["name"]: case for case in yaml.safe_load(TABLE.read_text(encoding="utf-8"))["cases"]
}


def content(case: dict[str, Any]) -> tuple[str, bytes]:
    if "csv" in case:
        return f"sheet{case.get('ending', '.csv')}", case["csv"].encode(case.get("encoding", "utf-8"))
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in case["book"].items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        sheet.sheet_state = "hidden" if name in case.get("hidden", []) else "visible"
        for number in case.get("hidden_rows", {}).get(name, []):
            sheet.row_dimensions[number].hidden = True
        for letter in case.get("hidden_columns", {}).get(name, []):
            sheet.column_dimensions[letter].hidden = True
        for number in case.get("struck_out", {}).get(name, []):
            for cell in sheet[number]:
                cell.font = Font(strike=True)
        for cell, text in case.get("comments", {}).get(name, {}).items():
            sheet[cell].comment = Comment(text, "")
    out = io.BytesIO()
    book.save(out)
    return "sheet.xlsx", out.getvalue()


def plan_of(case: dict[str, Any]) -> ImportPlan:
    return plan_import(content(case), choices=Choices(case.get("columns", {}), case.get("choices", {})))


def people(plan: ImportPlan) -> list[dict[str, Any]]:
    """Each voice's answers, by the first word of the indicator's id."""
    voices = [voice for _, assessment in plan.assessments for voice in assessment.voices]
    return [
        {
            id_.split("-")[0]: answer.no_answer if answer.level is None else answer.level
            for id_, answer in voice.answers.items()
            if answer.level is not None or answer.no_answer
        }
        for voice in voices
    ]


@pytest.mark.parametrize("name", CASES)
def test_a_sheet_is_read_as_people_meant_it_or_asked_about(name):
    case = CASES[name]
    plan = plan_of(case)
    told = "\n".join(map(str, plan.findings))
    assert [question.key for question in plan.open_questions] == case.get("asked", []), told
    if "people" in case:
        assert people(plan) == case["people"]
    if "ids" in case:
        assert [voice.id for _, assessment in plan.assessments for voice in assessment.voices] == case["ids"]
    if "agreed" in case:
        agreed = plan.assessments[0][1].agreed
        assert {id_.split("-")[0]: value.level for id_, value in agreed.items()} == case["agreed"]
    if "stories" in case:
        answers = [a for _, whole in plan.assessments for voice in whole.voices for a in voice.answers.values()]
        assert [answer.story for answer in answers if answer.story] == case["stories"]
    if "places" in case:
        assert [assessment.place.name for _, assessment in plan.assessments] == case["places"]
    if "dates" in case:
        assert [str(assessment.date) for _, assessment in plan.assessments] == case["dates"]
    if "edition" in case:
        assert {assessment.rubric.edition for _, assessment in plan.assessments} == {case["edition"]}
    left_out = {use.place: str(use.reason) for _, use in plan.rows("left_out")}
    for place, reason in case.get("left_out", {}).items():
        assert left_out.get(place, "") == reason
    for words in case.get("says", []):
        assert words in told


@pytest.mark.parametrize("name", CASES)
def test_every_row_and_cell_is_taken_left_out_with_a_reason_or_asked(name):
    case = CASES[name]
    plan = plan_of(case)
    accounted: dict[str, dict[str, str]] = {}
    for table in plan.tables:
        for place, outcome, reason in table.cells():
            assert outcome == "taken" or reason, place
            accounted.setdefault(table.sheet.name, {})[place] = outcome
    filled = filled_cells(case)
    assert {name: set(cells) for name, cells in accounted.items()} == filled


def filled_cells(case: dict[str, Any]) -> dict[str, set[str]]:
    """The cells of the input that hold anything, by sheet."""
    if "csv" not in case:
        book = openpyxl.load_workbook(io.BytesIO(content(case)[1]))
        return {
            sheet.title: {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value is not None}
            for sheet in book.worksheets
        }
    import csv

    from placecheck.exchange.sheet import column_letters

    text = case["csv"]
    between = next(
        mark for mark in (";", "|", "\t", ",") if f"Place{mark}" in text or f"place{mark}" in text or mark == ","
    )
    rows = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=between), start=1)
    return {
        "": {f"{column_letters(i)}{number}" for number, row in rows for i, cell in enumerate(row) if is_filled(cell)}
    }


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("asked")])
def test_nothing_is_kept_while_a_question_is_open(name):
    with pytest.raises(InputError):
        accept(plan_of(CASES[name]))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("people") == []])
def test_a_file_without_a_person_is_refused(name):
    with pytest.raises(InputError, match="holds no row to take"):
        accept(plan_of(CASES[name]))
