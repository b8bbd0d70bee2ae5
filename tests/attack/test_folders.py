"""Folders that a command is pointed at: one with rubrics of its own, and one in which nothing may be written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from placecheck.assessment import Place, as_yaml
from placecheck.cli import command_store
from placecheck.paths import data_folder
from placecheck.rubric import find_rubric, load_rubric
from placecheck.storage import open_store

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PLACECHECK_DATA": str(data_folder() / "nowhere")}
    command = [sys.executable, "-m", "placecheck", *map(str, arguments)]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def test_import_into_a_named_folder_knows_the_rubrics_of_that_folder(tmp_path):
    own = tmp_path / "data" / "rubrics" / "ours"
    shutil.copytree(ROOT / "rubrics" / "better-way-place", own)
    manifest = next(own.glob("rubric.yaml"))
    manifest.write_text(manifest.read_text().replace("id: better-way-place", "id: ours", 1))
    rubric = load_rubric(own)
    with_own = open_store(tmp_path / "other")
    id_ = with_own.begin_assessment(
        with_own.add_place(Place(name="Ore Valley")), rubric, question_set="starter", date=None, together=True
    )
    (tmp_path / "ours.yaml").write_text(as_yaml(with_own.assessment(id_)))
    with_own.close()
    done = run("import", tmp_path / "ours.yaml", "--data", tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert "ours" in run("import", tmp_path / "ours.yaml", "--data", tmp_path / "elsewhere").stderr


def test_a_folder_in_which_nothing_may_be_written_is_exported_and_backed_up_without_touching_it(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    store = open_store(folder)
    id_ = store.begin_assessment(
        store.add_place(Place(name="Ore Valley")), find_rubric(), question_set="starter", date=None, together=True
    )
    store.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(command_store, "_is_writable", lambda _: False)  # root may write anywhere
    with command_store.open_for_reading(folder) as copied:
        assert copied.assessment(id_).place.name == "Ore Valley"
        assert copied.back_up(tmp_path / "all.zip").assessments == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
