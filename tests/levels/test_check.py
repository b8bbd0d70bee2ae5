"""A fault in a file of levels is named with its file, line and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from placecheck.levels import load_levels
from placecheck.levels.check import check_levels
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder
from placecheck.rubric import find_rubric

RUBRIC_FOLDER = resource_folder("rubrics") / "better-way-place"


@pytest.fixture
def spoilt(tmp_path):
    shutil.copytree(RUBRIC_FOLDER / "levels", tmp_path / "levels")

    def findings(file: str, old: str, new: str) -> list[str]:
        path = Path(tmp_path / "levels" / file)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        found = check_levels(tmp_path, load_catalogue(RUBRIC_FOLDER), find_rubric().by_id)
        return [str(finding).replace(f"{tmp_path}/levels/", "") for finding in found]

    return findings


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        ("questions.yaml", "must: true", "must: false", "questions: No question here must be answered."),
        ("questions.yaml", "#26", "#33", "There is no passage place-summary-2018-03#33."),
        ("matters.yaml", "[room-to-play]", "[room-to-pla]", "There is no indicator room-to-pla. Did you mean"),
        ("matters.yaml", "id: street-play", "id: parks", "matters[1].id: The id parks stands here twice."),
        ("decision-levels.yaml", "      street: Street or estate", "      stret: Street", "There is no level stret."),
        ("decision-levels.yaml", "Between countries", "", "decision-levels.yaml:"),
    ],
)
def test_a_fault_is_named_with_what_would_be_right(spoilt, file, old, new, finding):
    found = spoilt(file, old, new)
    assert any(finding in line for line in found), found
    assert all(line.startswith(file) for line in found)


def test_a_rubric_can_do_without_levels(tmp_path):
    assert load_levels(tmp_path).matters == ()
    assert check_levels(tmp_path, load_catalogue(RUBRIC_FOLDER), ()) == []
