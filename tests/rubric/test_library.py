from __future__ import annotations

import re
import shutil

import pytest

from placecheck.paths import VARIABLE
from placecheck.rubric import (
    UnknownRubricError,
    editions_of,
    find_rubric,
    load_rubric,
    newest_rubrics,
    own_folder,
    rubric_folders,
    shipped_rubrics,
)
from placecheck.rubric.check import check_rubric
from placecheck.rubric.starter import new_rubric


@pytest.fixture
def own(tmp_path, monkeypatch):
    """An empty folder for rubrics of one's own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return own_folder()


def edition(folder, new: str) -> None:
    path = folder / "rubric.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('edition: "1"', f'edition: "{new}"'), encoding="utf-8")


def test_the_better_way_rubric_travels_with_the_program():
    assert [path.name for path in shipped_rubrics()] == ["better-way-place", "better-way-place-2026.1"]
    assert {load_rubric(path).id for path in shipped_rubrics()} == {"better-way-place"}
    assert find_rubric().edition == "2026.2"


def test_a_rubric_of_ones_own_is_found_by_its_id(own):
    new_rubric("Our estate", own)
    assert find_rubric("our-estate", "1").title == "Our estate"
    assert rubric_folders()[-1] == own / "our-estate"


def test_the_newest_edition_is_found_where_none_is_named(own):
    for number, text in enumerate(["2026.9", "2026.10", "2025.12"]):
        folder = new_rubric("Our estate", own / "..")
        edition(folder, text)
        own.mkdir(exist_ok=True)
        folder.rename(own / f"estate-{number}")
    assert find_rubric("our-estate").edition == "2026.10"
    assert find_rubric("our-estate", "2025.12").edition == "2025.12"


@pytest.mark.usefixtures("own")
def test_a_rubric_or_an_edition_that_is_not_here_is_answered_with_those_that_are():
    with pytest.raises(UnknownRubricError, match=r"no rubric `nowhere` here. The rubrics here are better-way-place.$"):
        find_rubric("nowhere")
    with pytest.raises(
        UnknownRubricError, match=r"no edition `1999` of better-way-place here. The editions here are 2026.1, 2026.2.$"
    ):
        find_rubric("better-way-place", "1999")


@pytest.mark.parametrize("text", ["", "- a list", "id: our-estate", "id: [", "\x00"])
def test_a_rubric_of_ones_own_at_fault_stops_no_other_and_is_named_when_it_is_asked_for(own, text):
    folder = new_rubric("Our estate", own)
    (folder / "rubric.yaml").write_text(text, encoding="utf-8")
    assert find_rubric().id == "better-way-place"
    with pytest.raises(UnknownRubricError, match=r"placecheck check .*our-estate'?` says what is wrong"):
        find_rubric("our-estate", "1")


def ours_with_other_words(own, edition: str) -> None:
    """Put a copy of the rubric that ships with the program among one's own, with other authors and this edition."""
    folder = own / "better-way-place"
    shutil.copytree(shipped_rubrics()[0], folder)
    manifest = folder / "rubric.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = re.sub(r"^authors: .*$", "authors: someone else", text, flags=re.MULTILINE)
    manifest.write_text(re.sub(r"^edition: .*$", f'edition: "{edition}"', text, flags=re.MULTILINE), encoding="utf-8")


@pytest.mark.parametrize("edition", ["2026.1", "2026.2", "9999.1"])
def test_a_rubric_of_ones_own_never_passes_for_ours(own, edition):
    ours = find_rubric().authors
    ours_with_other_words(own, edition)
    assert rubric_folders() == shipped_rubrics()
    assert [rubric.authors for rubric in newest_rubrics()] == [ours]
    assert {rubric.authors for rubric in editions_of()} == {ours}
    with pytest.raises(UnknownRubricError, match=r"placecheck check .*better-way-place'?` says what is wrong"):
        find_rubric("better-way-place", "9999.1")


def test_what_passes_for_ours_is_a_fault_that_names_both_authors(own):
    ours_with_other_words(own, "9999.1")
    faults = [str(one) for one in check_rubric(own / "better-way-place") if one.severity == "fault"]
    (fault,) = [one for one in faults if "left out" in one]
    assert re.search(r"rubric\.yaml:\d+: id: ", fault)
    assert find_rubric().authors in fault
    assert "someone else" in fault


@pytest.mark.parametrize(("authors", "severity"), [("someone else", "fault"), (None, "remark")])
def test_check_faults_the_id_of_ours_in_any_folder_unless_its_authors_are_ours(tmp_path, authors, severity):
    rubric = shutil.copytree(shipped_rubrics()[0], tmp_path / "elsewhere" / "better-way-place")
    manifest = rubric / "rubric.yaml"
    text = re.sub(r"^edition: .*$", 'edition: "9999.1"', manifest.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if authors:
        text = re.sub(r"^authors: .*$", f"authors: {authors}", text, flags=re.MULTILINE)
    manifest.write_text(text, encoding="utf-8")
    (found,) = [one for one in check_rubric(rubric) if "comes with placecheck" in str(one)]
    assert found.severity == severity


def test_a_copy_of_ours_with_the_same_content_is_no_fault(own):
    shutil.copytree(shipped_rubrics()[0], own / "copy")
    assert rubric_folders() == [*shipped_rubrics(), own / "copy"]
