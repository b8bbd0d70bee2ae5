"""`placecheck import` and `export` of spreadsheets, archives and codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.assessment import Answer, Voice
from placecheck.cli.commands import app
from placecheck.errors import InputError, PlacecheckError
from placecheck.forms.code import encode_voice
from placecheck.storage import open_store

BY_HAND = "place,voice,indicator,level\nOre,v1,mixing,3\nOre,v2,mixing,9\n"


@pytest.fixture
def run(tmp_path):
    def command(*words: str | Path):
        return CliRunner().invoke(app, [*map(str, words), "--data", str(tmp_path / "data")])

    return command


@pytest.fixture
def kept(tmp_path):
    """What the store holds now: each place's name with its assessments."""

    def look():
        store = open_store(tmp_path / "data")
        found = {place.name: [store.assessment(one.id) for one in place.assessments] for place in store.places()}
        store.close()
        return found

    return look


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".zip"])
def test_a_round_goes_out_and_comes_back_with_the_same_bytes(run, tmp_path, checkout, kept, ending):
    run("import", checkout / "examples" / "marsh-lane.yaml")
    first, again = tmp_path / f"first{ending}", tmp_path / f"again{ending}"
    assert run("export", "Marsh Lane", "-o", first).exit_code == 0
    result = run("import", first)
    assert "here already" in result.output
    assert run("export", "Marsh Lane", "-o", again).exit_code == 0
    assert first.read_bytes() == again.read_bytes()
    assert len(kept()["Marsh Lane"]) == 1


def test_every_round_of_every_place_goes_into_one_archive(run, tmp_path, checkout, kept):
    run("import", *sorted((checkout / "examples").glob("*.yaml")))
    before = kept()
    assert run("export", "--all", "-o", tmp_path / "all.zip").exit_code == 0
    result = run("import", tmp_path / "all.zip")
    assert result.output.count("here already") == sum(map(len, before.values()))


def test_a_spreadsheet_with_a_fault_is_shown_and_nothing_taken_before_a_yes(run, tmp_path, kept):
    path = tmp_path / "hand.csv"
    path.write_text(BY_HAND, encoding="utf-8")
    refused = run("import", path)
    assert "D   level -> level (its own name)" in refused.output
    assert "1 row is ready" in refused.output
    assert "off the ladder" in str(refused.exception)
    assert isinstance(refused.exception, InputError)
    assert kept() == {}
    run("import", path, "--take-the-rest")
    assert [voice.id for voice in kept()["Ore"][0].voices] == ["v1"]


def test_a_code_becomes_a_voice_of_the_place_that_is_named(run, checkout, rubric, tmp_path, kept):
    run("import", checkout / "examples" / "marsh-lane.yaml")
    voice = Voice(id="v1", answers={next(one.id for one in rubric.indicators() if one.starter): Answer(level=2)})
    code = encode_voice(rubric, voice, "starter")
    with pytest.raises(PlacecheckError, match="--place"):
        raise run("import", "--code", code).exception
    store = open_store(tmp_path / "data")
    id_ = store.places()[0].id
    store.close()
    assert run("import", "--code", code, "--place", id_).exit_code == 0
    assert kept()["Marsh Lane"][-1].voices == (voice,)


def test_neither_a_file_nor_a_code_is_wrong_usage(run):
    assert run("import").exit_code == 2
    assert run("export", "-o", "x.csv").exit_code == 2
