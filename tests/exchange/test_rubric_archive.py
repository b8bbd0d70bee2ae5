"""A rubric comes in as a folder or an archive: checked first, kept once, and never over another."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import pytest

from placecheck.errors import InputError
from placecheck.exchange.archive import zipped
from placecheck.exchange.rubric_archive import (
    RubricKeptError,
    keep_rubric,
    plan_rubric_archive,
    plan_rubric_folder,
    remove_rubric,
    rubric_as_archive,
    template_archive,
)
from placecheck.paths import VARIABLE
from placecheck.rubric import UnknownRubricError, find_rubric, load_rubric, newest_rubrics, own_folder, rubric_folders

MARKET = "la-place-du-marche"


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch) -> Path:
    """An empty data folder."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def market(checkout, tmp_path) -> Path:
    """A folder with a rubric of seven levels in French, to be spoiled."""
    return Path(shutil.copytree(checkout / "tests" / "data" / "rubrics" / MARKET, tmp_path / MARKET))


def change(folder: Path, old: str, new: str, file: str = "rubric.yaml") -> Path:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def packed(folder: Path) -> bytes:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return zipped({path.relative_to(folder.parent).as_posix(): path.read_bytes() for path in paths})


def test_what_is_kept_is_found_at_once_and_gone_at_once_when_it_is_removed(market):
    with pytest.raises(UnknownRubricError):
        find_rubric(MARKET)
    folder = keep_rubric(plan_rubric_archive(packed(market), "market.zip"))
    assert folder == own_folder() / MARKET
    assert find_rubric(MARKET) == load_rubric(market)
    assert {rubric.id for rubric in newest_rubrics()} == {"better-way-place", MARKET}
    change(folder, "La Place du Marché", "Le Marché")
    assert find_rubric(MARKET).title == "Le Marché"
    assert remove_rubric(MARKET) == [folder]
    with pytest.raises(UnknownRubricError):
        find_rubric(MARKET)


def test_a_folder_and_its_archive_hold_the_same_and_come_back_as_they_went(market):
    plan = plan_rubric_folder(market)
    assert plan.can_be_kept
    assert plan.files == plan_rubric_archive(packed(market), "a.zip").files
    assert plan.files == plan_rubric_archive(rubric_as_archive(market, MARKET), "b.zip").files


def test_a_fault_is_named_by_the_file_in_the_archive_and_its_line_and_nothing_is_kept(market):
    change(market, "  statement: On peut", "  statment: On peut", "dimensions/rencontres.yaml")
    plan = plan_rubric_archive(packed(market), "market.zip")
    assert plan.rubric is None
    faults = [str(finding) for finding in plan.findings if finding.severity == "fault"]
    assert any(re.match(rf"market\.zip/{MARKET}/dimensions/rencontres\.yaml:\d+: ", fault) for fault in faults)
    assert not any(tempfile.gettempdir() in fault for fault in faults)
    with pytest.raises(InputError):
        keep_rubric(plan)
    assert not own_folder().exists()


def test_an_edition_is_never_written_over_and_the_same_content_is_found(market):
    first = keep_rubric(plan_rubric_folder(market))
    assert keep_rubric(plan_rubric_folder(market)) == first
    change(market, "La Place du Marché", "Le Marché")
    with pytest.raises(RubricKeptError, match="another edition"):
        keep_rubric(plan_rubric_folder(market))
    change(market, "2026.1", "2026.2")
    assert any("what became of edition 2026.1" in str(finding) for finding in plan_rubric_folder(market).findings)
    assert keep_rubric(plan_rubric_folder(market)) == own_folder() / f"{MARKET}-2026.2"
    assert find_rubric(MARKET).edition == "2026.2"
    assert len(remove_rubric(MARKET, "2026.2")) == 1
    assert find_rubric(MARKET).edition == "2026.1"


def test_a_rubric_with_the_id_of_ours_is_refused_with_both_authors_named(market):
    change(market, f"id: {MARKET}", "id: better-way-place")
    plan = plan_rubric_folder(market)
    assert not plan.can_be_kept
    (about_id,) = (finding for finding in plan.findings if finding.key == "id")
    assert (about_id.line, about_id.severity) == (1, "fault")
    assert find_rubric().authors in about_id.what
    assert "l'Association de l'Écluse" in about_id.what


def test_what_ships_with_the_program_cannot_be_removed():
    before = rubric_folders()
    with pytest.raises(RubricKeptError, match="no rubric of your own"):
        remove_rubric("better-way-place")
    assert rubric_folders() == before


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.txt": b"x"}, "no rubric.yaml"),
        ({"a/rubric.yaml": b"", "b/rubric.yaml": b""}, "Several rubrics"),
        ({"../rubric.yaml": b""}, "leads out"),
    ],
)
def test_an_archive_without_just_one_rubric_is_refused(files, says):
    with pytest.raises(InputError, match=says):
        plan_rubric_archive(zipped(files), "a.zip")


def test_what_is_no_archive_is_refused():
    with pytest.raises(InputError, match="no zip archive"):
        plan_rubric_archive(b"id: x", "a.zip")


def test_the_template_as_an_archive_tells_no_path_of_this_machine_and_lacks_only_its_own_words():
    id_, raw = template_archive("Ein Stryd Ni")
    plan = plan_rubric_archive(raw, f"{id_}.zip")
    assert id_ == "ein-stryd-ni"
    assert not any(b"schema" in content or b"../" in content for content in plan.files.values())
    faults = [finding for finding in plan.findings if finding.severity == "fault"]
    assert [fault.key for fault in faults] == ["about", "wording", "authors", "cite_as"]


def test_a_name_that_windows_keeps_for_a_device_is_none_of_a_folder():
    assert template_archive("Con")[0] == "con-rubric"
