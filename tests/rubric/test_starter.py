from __future__ import annotations

import pytest

from placecheck.errors import PlacecheckError
from placecheck.rubric import load_rubric
from placecheck.rubric.check import check_rubric
from placecheck.rubric.starter import TO_REPLACE, new_rubric
from placecheck.source import parsed


def test_a_new_rubric_lacks_only_the_words_that_it_asks_for(tmp_path):
    folder = new_rubric("Our estate", tmp_path)
    assert folder == tmp_path / "our-estate"
    faults = [one.key for one in check_rubric(folder) if one.severity == "fault"]
    assert faults == list(TO_REPLACE), "its own words alone are for others to replace"
    rubric = load_rubric(folder)
    assert (rubric.id, rubric.title, rubric.edition) == ("our-estate", "Our estate", "1")
    assert len(rubric.dimensions) == 2


def test_a_new_rubric_has_a_comment_beside_most_keys(tmp_path):
    text = (new_rubric("Our estate", tmp_path) / "dimensions" / "meeting.yaml").read_text(encoding="utf-8")
    comments = [line for line in text.splitlines() if line.lstrip().startswith("# ")]
    assert len(comments) >= 10


def test_every_file_of_a_new_rubric_leads_editors_to_its_schema(tmp_path):
    folder = new_rubric("Our estate", tmp_path)
    files = sorted(folder.rglob("*.yaml"))
    assert len(files) == 3
    for path in files:
        way = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / way).is_file(), way


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Our estate", "our-estate"),
        ("Tŷ Dŵr: a'r afon!", "ty-dwr-ar-afon"),
        ("  The  \"Vale\" \\ 2 ", "the-vale-2"),
        ("A" * 200, "a" * 60),
        ("what: ever # it is", "what-ever-it-is"),
        ("$id ${title}", "id-title"),
    ],
)  # fmt: skip
def test_any_name_with_a_letter_gives_an_id_and_stays_the_title(tmp_path, name, id_):
    folder = new_rubric(name, tmp_path)
    assert folder.name == id_
    data = parsed((folder / "rubric.yaml").read_text(encoding="utf-8"), "rubric.yaml").data
    assert data["title"] == " ".join(name.split())
    faults = [one.key for one in check_rubric(folder) if one.severity == "fault"]
    assert faults == list(TO_REPLACE), "its own words alone are for others to replace"


@pytest.mark.parametrize("name", ["", "!!!", "2026", "日本", "../.."])
def test_a_name_that_gives_no_id_is_refused(tmp_path, name):
    with pytest.raises(PlacecheckError, match="gives no id"):
        new_rubric(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_written_over(tmp_path):
    folder = new_rubric("Our estate", tmp_path)
    (folder / "rubric.yaml").write_text("mine")
    with pytest.raises(PlacecheckError, match="is there already"):
        new_rubric("our estate", tmp_path)
    assert (folder / "rubric.yaml").read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PlacecheckError, match="cannot be written"):
        new_rubric("Our estate", tmp_path / "file")
