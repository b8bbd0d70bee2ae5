from __future__ import annotations

import signal
import subprocess
import sys
import zipfile

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.cli.progress import ProgressLine
from placecheck.exchange import bulk_archive
from placecheck.rubric import find_rubric
from placecheck.storage import open_store


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bulk_archive, "MIN_BULK_ASSESSMENTS", 6)

    def command(*given: str):
        return CliRunner().invoke(app, list(given))

    return command


def kept(folder) -> int:
    store = open_store(folder)
    count = sum(len(place.assessments) for place in store.places())
    store.close()
    return count


def test_made_up_places_are_written_and_kept_once_however_often_they_come(run, tmp_path):
    assert run("sample", "-n", "8", "-o", "made.zip").exit_code == 0
    assert "8 assessments kept" in run("import", "made.zip", "--data", "d").output
    again = run("import", "made.zip", "--data", "d").output
    assert "0 assessments kept" in again
    assert "8 assessments were here already" in again
    assert kept(tmp_path / "d") == 8


DIES = """
import os, signal, sys
from placecheck.__main__ import main
from placecheck.exchange import bulk_archive, spool
from placecheck.storage.parts import assessments

bulk_archive.MIN_BULK_ASSESSMENTS, spool.BATCH_SIZE, keep, left = 4, 3, assessments.keep_packed, iter("12345")

def keep_or_die(*of):
    return keep(*of) if next(left, None) else os.kill(os.getpid(), signal.SIGKILL)

assessments.keep_packed = keep_or_die
sys.argv = ["placecheck", "import", "made.zip", "--data", "d"]
main()
"""
"""An import in batches of three, which the system ends in the second of them, with the last assessment half written."""


def test_an_import_that_is_killed_leaves_whole_assessments_and_again_brings_the_rest_and_nothing_twice(run, tmp_path):
    run("sample", "-n", "8", "--seed", "3", "-o", "made.zip")
    assert subprocess.run([sys.executable, "-c", DIES], check=False).returncode == -signal.SIGKILL
    came = {
        assessment.place.name: assessment
        for _, assessment in bulk_archive.BulkArchive("", tmp_path / "made.zip").read(find_rubric)
    }
    store = open_store(tmp_path / "d")
    left = [store.assessment(round_.id) for place in store.places() for round_ in place.assessments]
    store.close()
    assert len(left) == 3
    assert all(assessment == came[assessment.place.name] for assessment in left)
    again = run("import", "made.zip", "--data", "d").output
    assert "5 assessments kept" in again
    assert "3 assessments were here already" in again
    assert kept(tmp_path / "d") == 8


def test_what_comes_in_is_read_once_and_says_how_long_it_will_take(run, monkeypatch, capsys):
    run("sample", "-n", "8", "-o", "made.zip")
    opened = []
    parts = bulk_archive.parts
    monkeypatch.setattr(bulk_archive, "parts", lambda *of: opened.append(of) or parts(*of))
    run("import", "made.zip", "--data", "d")
    assert len(opened) == 1
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    progress = ProgressLine("Keeping:", 5_000)
    monkeypatch.setattr(progress, "_began", progress._began - 30)
    progress.show(1_000)
    progress.show(5_000)
    assert capsys.readouterr().err.split("\r")[1:] == [
        "Keeping: 1,000 / 5,000, about 2 minutes left",
        "Keeping: 5,000 / 5,000                      \n",
    ]


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
