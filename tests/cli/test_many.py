from __future__ import annotations

import zipfile

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.exchange import many
from placecheck.storage import open_store


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(many, "FROM", 6)

    def command(*given: str):
        return CliRunner().invoke(app, list(given))

    return command


def kept(folder) -> int:
    store = open_store(folder)
    count = sum(len(place.rounds) for place in store.places())
    store.close()
    return count


def test_made_up_places_are_written_and_kept_once_however_often_they_come(run, tmp_path):
    assert run("sample", "-n", "8", "-o", "made.zip").exit_code == 0
    assert "8 rounds kept" in run("import", "made.zip", "--data", "d").output
    assert "8 rounds kept" in run("import", "made.zip", "--data", "d").output
    assert kept(tmp_path / "d") == 8


def test_the_same_seed_writes_the_same_bytes(run, tmp_path):
    for name in ("a.zip", "b.zip"):
        run("sample", "-n", "3", "--seed", "7", "-o", name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_where_one_is_at_fault_none_is_kept_unless_the_rest_is_asked_for(run, tmp_path):
    run("sample", "-n", "8", "-o", "made.zip")
    with zipfile.ZipFile(tmp_path / "made.zip", "a") as archive:
        archive.writestr("assessments/99999.json", "{}")
    refused = run("import", "made.zip", "--data", "d")
    assert "made.zip/assessments/99999.json" in str(refused.exception)
    assert kept(tmp_path / "d") == 0
    assert "made.zip/assessments/99999.json" in str(run("import", "made.zip", "--data", "d", "--take-rest").exception)
    assert kept(tmp_path / "d") == 8


def test_made_up_places_go_into_an_archive_and_nowhere_else(run):
    assert run("sample", "-n", "3", "-o", "made.yaml").exit_code == 2
