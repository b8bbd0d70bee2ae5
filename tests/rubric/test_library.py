from __future__ import annotations

import pytest

from placecheck.datafolder import VARIABLE
from placecheck.rubric import UnknownRubricError, carried_rubrics, find_rubric, own_folder, rubric_folders
from placecheck.rubric.starter import new_rubric


@pytest.fixture
def own(tmp_path, monkeypatch):
    """An empty folder for rubrics of one's own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    find_rubric.cache_clear()
    yield own_folder()
    find_rubric.cache_clear()


def edition(folder, new: str) -> None:
    path = folder / "rubric.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('edition: "1"', f'edition: "{new}"'), encoding="utf-8")


def test_the_better_way_rubric_travels_with_the_program():
    assert [path.name for path in carried_rubrics()] == ["better-way-place"]
    assert find_rubric().id == "better-way-place"


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
        UnknownRubricError, match=r"no edition `1999` of better-way-place here. The editions here are 2026.1.$"
    ):
        find_rubric("better-way-place", "1999")


@pytest.mark.parametrize("text", ["", "- a list", "id: our-estate", "id: [", "\x00"])
def test_a_rubric_of_ones_own_at_fault_stops_no_other_and_is_named_when_it_is_asked_for(own, text):
    folder = new_rubric("Our estate", own)
    (folder / "rubric.yaml").write_text(text, encoding="utf-8")
    assert find_rubric().id == "better-way-place"
    with pytest.raises(UnknownRubricError, match=r"placecheck check .*our-estate` says why"):
        find_rubric("our-estate", "1")
