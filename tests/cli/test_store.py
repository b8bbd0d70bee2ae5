"""`placecheck import`, `export`, `backup` and `restore`: what goes in comes out, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.assessment import Place
from placecheck.cli.commands import app
from placecheck.errors import InputError
from placecheck.storage import NotHereError, open_store


@pytest.fixture
def examples(checkout) -> Path:
    return checkout / "examples"


@pytest.fixture
def run(tmp_path):
    def command(*words: str | Path):
        return CliRunner().invoke(app, [*map(str, words), "--data", str(tmp_path / "data")])

    return command


def places(tmp_path):
    store = open_store(tmp_path / "data")
    found = store.places()
    store.close()
    return found


@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_what_was_imported_is_exported_the_same_byte_for_byte(run, tmp_path, examples, ending):
    first, again = tmp_path / f"first{ending}", tmp_path / f"again{ending}"
    run("import", examples / "marsh-lane.yaml")
    assert run("export", "Marsh Lane", "-o", first).exit_code == 0
    assert run("import", first, "--new-place").exit_code == 0
    copy = max(places(tmp_path), key=lambda place: place.made)
    assert run("export", copy.id, "-o", again).exit_code == 0
    assert first.read_bytes() == again.read_bytes()


def test_two_rounds_of_one_place_stand_together_and_each_can_be_had_back(run, tmp_path, examples):
    result = run("import", *sorted(examples.glob("saltby-*.yaml")))
    assert [line.partition(": ")[2] for line in result.output.splitlines()] == [
        "Saltby is here now.",
        "another assessment of Saltby is here now.",
    ]
    (place,) = places(tmp_path)
    days = [str(summary.date) for summary in place.assessments]
    newest = run("export", "Saltby", "-o", tmp_path / "newest.yaml")
    assert "has 2 assessments" in newest.stderr
    assert run("export", "Saltby", "-o", tmp_path / "oldest.yaml", "--date", days[0]).exit_code == 0
    assert days[1] in (tmp_path / "newest.yaml").read_text(encoding="utf-8")
    assert days[0] in (tmp_path / "oldest.yaml").read_text(encoding="utf-8")


def test_the_same_file_twice_is_one_round(run, tmp_path, examples):
    run("import", examples / "marsh-lane.yaml")
    result = run("import", examples / "marsh-lane.yaml")
    assert "here already" in result.output
    assert [len(place.assessments) for place in places(tmp_path)] == [1]


def test_a_broken_file_holds_the_others_back_until_a_yes(run, tmp_path, examples):
    broken = tmp_path / "broken.yaml"
    broken.write_text("placecheck: 1\nplaces: {}\n", encoding="utf-8")
    refused = run("import", broken, examples / "marsh-lane.yaml")
    assert isinstance(refused.exception, InputError)
    assert refused.stderr.startswith("Nothing was taken.")
    assert places(tmp_path) == ()
    taken = run("import", broken, examples / "marsh-lane.yaml", "--take-rest")
    assert isinstance(taken.exception, InputError)
    assert [place.name for place in places(tmp_path)] == ["Marsh Lane"]


def test_between_two_places_of_one_name_nothing_is_guessed(run, tmp_path, examples):
    run("import", examples / "saltby-2025.yaml")
    run("import", examples / "saltby-2025.yaml", "--new-place")
    assert isinstance(run("import", examples / "saltby-2026.yaml").exception, InputError)
    assert isinstance(run("export", "Saltby", "-o", tmp_path / "x.yaml").exception, NotHereError)
    first, second = places(tmp_path)
    assert run("import", examples / "saltby-2026.yaml", "--place", second.id).exit_code == 0
    assert {place.id: len(place.assessments) for place in places(tmp_path)} == {first.id: 1, second.id: 2}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "Nowhere", "-o", "x.yaml"], "There is no place here yet"),
        (["export", "Nowhere", "-o", "x.doc"], r"`\.doc` is not known here\. Use one of \.yaml"),
        (["import", "x.doc"], r"`\.doc` is not known here"),
        (["import", "nowhere.yaml"], "no such file"),
        (["restore", "nowhere.zip"], "no such file"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_can(run, words, said):
    result = run(*words)
    assert result.exit_code == 1
    with pytest.raises((InputError, NotHereError), match=said):
        raise result.exception


def test_a_place_without_a_round_and_a_day_without_one_are_said(run, tmp_path, examples):
    store = open_store(tmp_path / "data")
    store.add_place(Place(name="New Mills"))
    store.close()
    run("import", examples / "saltby-2025.yaml")
    none = run("export", "New Mills", "-o", tmp_path / "x.yaml").exception
    assert "no assessment yet" in str(none)
    other_day = run("export", "Saltby", "-o", tmp_path / "x.yaml", "--date", "1999-01-01").exception
    assert "no assessment of 1999-01-01" in str(other_day)
    assert "New Mills, Saltby" in str(run("export", "Elsewhere", "-o", tmp_path / "x.yaml").exception)


def test_a_backup_is_restored_and_what_was_here_is_kept(run, tmp_path, examples):
    run("import", examples / "marsh-lane.yaml")
    assert "places: 1, assessments: 1" in run("backup", tmp_path / "all.zip").output
    run("import", examples / "saltby-2025.yaml")
    restored = run("restore", tmp_path / "all.zip")
    assert [place.name for place in places(tmp_path)] == ["Marsh Lane"]
    kept = restored.output.split("is kept in ")[1].strip().rstrip(".")
    run("restore", kept)
    assert [place.name for place in places(tmp_path)] == ["Marsh Lane", "Saltby"]


def test_the_data_folder_is_the_one_named_then_the_variables_then_the_platforms(monkeypatch, tmp_path):
    from placecheck.paths import data_folder

    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path / "variable"))
    assert data_folder(tmp_path / "named") == tmp_path / "named"
    assert data_folder() == tmp_path / "variable"
    monkeypatch.delenv("PLACECHECK_DATA")
    assert data_folder().name == "placecheck"
