"""`placecheck import --plan`, `--map` and `--choose`: what a file would give, and how to answer what it leaves open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.errors import InputError
from placecheck.storage import open_store

SHEET = "Respondent,Places to meet,Q7,Room to play\n1,3,1,2\n2,1,2,n/a\nAverage,2,1,2\n"


@pytest.fixture
def run(tmp_path):
    def command(*words: str | Path):
        return CliRunner().invoke(app, ["import", *map(str, words), "--data", str(tmp_path / "data")])

    return command


@pytest.fixture
def sheet(tmp_path) -> Path:
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def voices(tmp_path):
    store = open_store(tmp_path / "data")
    kept = [store.assessment(one.id) for place in store.places() for one in place.assessments]
    store.close()
    return {whole.place.name: {voice.id: dict(voice.answers) for voice in whole.voices} for whole in kept}


def test_a_plan_says_in_json_what_would_be_taken_left_out_and_asked_and_keeps_nothing(run, sheet, tmp_path):
    result = run(sheet, "--plan", "--json")
    assert result.exit_code == 0
    (plan,) = json.loads(result.stdout)
    assert plan["can_take"] == "nothing"
    assert [one["key"] for one in plan["questions"]] == ["column Q7", "scale", "date", "place", "cell n/a"]
    assert {row["row"]: row["outcome"] for row in plan["tables"][0]["rows"]} == {
        "row 1": "left_out", "row 2": "taken", "row 3": "asked", "row 4": "left_out",
    }  # fmt: skip
    assert voices(tmp_path) == {}


def test_a_mapping_file_that_was_written_and_filled_in_answers_every_question(run, sheet, tmp_path):
    path = tmp_path / "map.yaml"
    assert run(sheet, "--plan", "--write-map", path).exit_code == 0
    filled = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert filled["columns"] == {
        "Respondent": "voice", "Places to meet": "level of places-to-meet", "Q7": None,
        "Room to play": "level of room-to-play",
    }  # fmt: skip
    filled["columns"]["Q7"] = "leave_out"
    filled["answers"] |= {"scale": "from_1", "place": "Ore Valley", "cell n/a": "not_here"}
    path.write_text(yaml.safe_dump(filled), encoding="utf-8")
    assert run(sheet, "--map", path).exit_code == 0
    kept = voices(tmp_path)["Ore Valley"]
    assert {id_: answer.level for id_, answer in kept["1"].items()} == {"places-to-meet": 2, "room-to-play": 1}
    assert kept["2"]["room-to-play"].no_answer == "not_here"


def test_an_answer_that_leaves_a_column_out_counts_in_a_mapping_file_too(run, sheet, tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text("placecheck_map: 1\nanswers:\n  column Q7: leave_out\n", encoding="utf-8")
    (plan,) = json.loads(run(sheet, "--plan", "--json", "--map", path).stdout)
    assert "column Q7" not in [question["key"] for question in plan["questions"]]


def test_choices_may_stand_in_the_command(run, sheet, tmp_path):
    chosen = ("scale=from_0", "place=Ore Valley", "cell n/a=blank", "column Q7=leave_out")
    assert run(sheet, *(word for choice in chosen for word in ("--choose", choice))).exit_code == 0
    assert list(voices(tmp_path)["Ore Valley"]) == ["1", "2"]


def test_what_is_open_is_named_with_its_answers_and_nothing_is_kept(run, sheet, tmp_path):
    refused = run(sheet, "--take-the-rest")
    assert isinstance(refused.exception, InputError)
    assert "In a mapping file, answer `scale` with from_0 or from_1." in str(refused.exception)
    assert voices(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "placecheck_map: 1\ncolumns: {Q7: levle of mixing}\n",
            r"map\.yaml:2: columns\.Q7: `levle of mixing` is not something",
        ),
        ("placecheck_map: 2\n", r"map\.yaml:1: placecheck_map"),
        ("placecheck_map: 1\nanswer: {}\n", r"map\.yaml:2: answer: This key is not known"),
        ("placecheck_map: 1\nanswers: {scale: sideways}\n", "`sideways` does not answer `scale`"),
    ],
)
def test_a_mapping_file_at_fault_is_named_by_line_and_key(run, sheet, tmp_path, text, says):
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        raise run(sheet, "--map", path).exception


def test_headings_without_a_row_are_an_error_and_not_silence(run, tmp_path):
    path = tmp_path / "empty.csv"
    path.write_text("Respondent,Place,Places to meet\n", encoding="utf-8")
    result = run(path)
    assert result.exit_code == 1
    assert "holds no row to take" in str(result.exception)


def test_a_blank_row_holds_nobody_back_from_joining_an_assessment(run, tmp_path, checkout):
    run(checkout / "examples" / "marsh-lane.yaml")
    path = tmp_path / "sheet.csv"
    path.write_text(
        "Respondent,Place,Places to meet,Room to play\n1,Marsh Lane,3,1\n2,Marsh Lane,,\n3,Marsh Lane,0,4\n",
        encoding="utf-8",
    )
    before = len(voices(tmp_path)["Marsh Lane"])
    assert run(path, "--into", "Marsh Lane", "--yes").exit_code == 0
    assert len(voices(tmp_path)["Marsh Lane"]) == before + 2


def test_a_sheet_that_only_names_its_place_has_no_row_that_is_ready(run, tmp_path):
    path = tmp_path / "blank.csv"
    path.write_text("Place,Ore\nRespondent,Places to meet,Mixing\n", encoding="utf-8")
    assert "0 rows are ready" in run(path, "--plan").output
