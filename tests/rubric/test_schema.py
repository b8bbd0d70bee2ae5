from __future__ import annotations

import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from placecheck.cli.schema import schemas
from placecheck.source import read_source

CHECKOUT = Path(__file__).resolve().parents[2]
FILES = sorted(path for folder in ("rubrics", "examples") for path in (CHECKOUT / folder).rglob("*.yaml"))
SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}


def as_editors_see_it(data: Any) -> Any:
    """What a YAML schema is held against in an editor: days are text there."""
    match data:
        case dict():
            return {key: as_editors_see_it(value) for key, value in data.items()}
        case list():
            return [as_editors_see_it(value) for value in data]
        case datetime.date():
            return data.isoformat()
        case Decimal():
            return float(data)
        case _:
            return data


def errors(schema: str, data: object) -> list[str]:
    checker = jsonschema.Draft202012Validator(SCHEMAS[schema], format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(data)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_that_are_kept_are_those_that_the_models_give(name):
    kept = (CHECKOUT / "rubrics" / "schema" / name).read_text(encoding="utf-8")
    assert kept == schemas()[name], "run `placecheck schema`"


def test_no_schema_is_kept_that_no_model_gives():
    assert {path.name for path in (CHECKOUT / "rubrics" / "schema").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_that_editors_can_read(name):
    of_schemas = jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA)
    assert [error.message for error in of_schemas.iter_errors(SCHEMAS[name])] == []


def test_there_are_files_to_hold_against_the_schemas():
    assert len(FILES) >= 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_each_of_our_files_is_as_the_schema_in_its_first_line_says(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = (path.parent / first.partition("$schema=")[2]).resolve()
    assert schema.parent == CHECKOUT / "rubrics" / "schema"
    assert errors(schema.name, as_editors_see_it(read_source(path).data)) == []


PLACE = {"placecheck": 1, "rubric": {"id": "a", "edition": "1"}, "place": {"name": "Ore"}}


def voice(answer: object) -> dict:
    return PLACE | {"voices": [{"id": "v1", "answers": {"mixing": answer}}]}


@pytest.mark.parametrize(
    "answer", [0, 4, "dont_know", "not_here", {"level": 3, "story": "x"}, {"no_answer": "not_here"}]
)
def test_an_answer_may_be_written_in_short_or_in_full(answer):
    assert errors("assessment.schema.json", voice(answer)) == []


@pytest.mark.parametrize("answer", [-1, 7, 2.5, True, None, "skipped", "3", [1], {"levle": 3}, {"level": "3"}])
def test_what_is_no_answer_is_none_for_an_editor_either(answer):
    assert errors("assessment.schema.json", voice(answer)) != []


@pytest.mark.parametrize("outcome", [2, "not_here", {"not_agreed": "why"}, {"level": 2, "minority": "x"}])
def test_what_was_agreed_may_be_written_in_short_or_in_full(outcome):
    assert errors("assessment.schema.json", PLACE | {"agreed": {"mixing": outcome}}) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        {"date": "3 October"},
        {"date": 2026},
        {"placecheck": 2},
        {"place": "Ore"},
        {"round": "third"},
        {"weather": "fine"},
        {"actions": [{"what": "x", "when": ["soon"]}]},
        {"agreed": {"mixing": "dont_know"}},
    ],
    ids=str,
)
def test_what_the_reader_refuses_the_schema_refuses(spoilt):
    assert errors("assessment.schema.json", PLACE | spoilt) != []


def test_a_key_that_must_be_there_must_be_there_for_an_editor_too():
    for key in PLACE:
        assert errors("assessment.schema.json", {name: value for name, value in PLACE.items() if name != key}) != []


def test_an_editor_is_told_what_each_key_means():
    said = SCHEMAS["dimension.schema.json"]["$defs"]["Indicator"]["properties"]
    assert all("description" in key for key in said.values())
    assert said["id"]["description"].startswith("A readable id")
