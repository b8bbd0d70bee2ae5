from __future__ import annotations

import json
from dataclasses import fields

from placecheck.exchange.sheet import Row, Sheet, Unreadable
from placecheck.exchange.sheet_json import sheet_from_json, sheet_to_json

SHEET = Sheet(
    "people.xlsx",
    "Answers",
    [
        Row(1, 1, ["person", "", "Places to meet"]),
        Row(
            2,
            3,
            ["Elm", Unreadable("The cell holds an error.", "Write a level.", is_formula=True), "3"],
            is_hidden=True,
        ),
        Row(3, 4, ["Oak", "2", ""], is_struck_out=True),
    ],
    is_hidden=True,
    hidden_columns=frozenset({2}),
    comments={(2, 1): "asked at the door"},
    marks_unknown=True,
)
SET_LATER = {"is_transposed", "lines"}
"""What a sheet gets only once it is read, by the process that asked for it."""


def test_a_sheet_comes_back_as_the_process_that_read_it_gave_it() -> None:
    assert sheet_from_json(json.loads(json.dumps(sheet_to_json(SHEET)))) == SHEET


def test_the_sheet_that_goes_there_and_back_leaves_no_field_at_its_default() -> None:
    plain = Sheet("", "", [])
    same = {field.name for field in fields(Sheet) if getattr(SHEET, field.name) == getattr(plain, field.name)}
    assert same == SET_LATER
