from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from placecheck.errors import InputError
from placecheck.rubric import UnknownRubricError, load_rubric
from placecheck.rubric.check import check_rubric
from placecheck.rubric.editions import edition_called, newer_editions

EDITIONS = Path(__file__).resolve().parents[1] / "data" / "editions"


@pytest.fixture
def both(tmp_path, monkeypatch) -> Path:
    """A folder of people's own rubrics that holds both editions."""
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path))
    for name in ("first", "second"):
        shutil.copytree(EDITIONS / name, tmp_path / "rubrics" / name)
    return tmp_path / "rubrics"


@pytest.fixture
def spoil(both) -> Callable[[str, str], list[str]]:
    """Put one text for another in editions.yaml; the faults that a check finds then, from the line on."""

    def faults(old: str, new: str) -> list[str]:
        path = both / "second" / "editions.yaml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        found = check_rubric(both / "second")
        return [str(one).partition("editions.yaml:")[2] for one in found if one.severity == "fault"]

    return faults


def test_what_rests_is_known_and_not_asked(both):
    rubric = load_rubric(both / "second")
    assert [one.id for one in rubric.resting] == ["prizes", "bees"]
    assert not {"prizes", "bees"} & set(rubric.by_id)


def test_a_dimension_in_which_everything_rests_and_one_that_is_both_to_come_and_retired_are_refused(both):
    path = both / "second/dimensions/ground.yaml"
    text = path.read_text(encoding="utf-8")
    resting = text.replace("    name: ", "    future: Later.\n    name: ").replace(
        "    retired: A prize", "    # A prize"
    )
    path.write_text(resting.replace("    future: We want", "    # We want"), encoding="utf-8")
    with pytest.raises(InputError, match=r"ground\.yaml:4: indicators: Every indicator here is to come or retired"):
        load_rubric(both / "second")
    path.write_text(text.replace("    future: We", "    retired: Gone.\n    future: We"), encoding="utf-8")
    with pytest.raises(InputError, match="It is both to come and retired"):
        load_rubric(both / "second")


def test_a_newer_edition_is_found_with_what_became_of_the_older(both):
    ((newer, mapping),) = newer_editions("gardens", "2026.1")
    assert (newer.edition, mapping.fate["water"].became) == ("2027.1", "reworded")
    assert newer_editions("gardens", "2027.1") == []
    first = load_rubric(both / "first")
    assert edition_called(first, "2027.1")[0].edition == "2027.1"
    assert edition_called(first, str(both / "second"))[0].edition == "2027.1"
    with pytest.raises(
        UnknownRubricError, match=r"No edition `2030.1` of gardens .* The newer editions here are 2027.1"
    ):
        edition_called(first, "2030.1")


def test_sound_editions_have_no_fault(both):
    assert [one for one in check_rubric(both / "second") if one.severity == "fault"] == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "was: beds, became: same",
            "was: beds, became: same, now: [beds]",
            "4: earlier[0].indicators[0].now: It is same",
        ),
        ("reworded, now: [water]", "reworded", "5: earlier[0].indicators[1]: It is reworded, and `now` names 0."),
        (
            "now: [tools, seeds]",
            "now: [tools, sedes]",
            "indicators[2].now[1]: This edition does not ask sedes. Did you",
        ),
        ("now: [tools, seeds]", "now: [tools]", "6: earlier[0].indicators[2].now: It is split, and `now` names 1."),
        ("was: visitors", "was: open-days", "open-days stands here twice. Say once what became of it."),
        ("merged, now: [open-gate]}\n      - {was: v", "merged, now: [seeds]}\n      - {was: v", "Call it reworded."),
        (", because: A prize says little of a garden.", "", "It is dropped, and nobody says why."),
        ("      - {was: beds, became: same}\n", "", "beds of edition 2026.1 is not here. Say what became of it"),
        ("was: prizes", "was: prises", "Edition 2026.1 does not ask prises. Did you mean `prizes`?"),
        ("was: water, became: reworded, now: [water]", "was: water, became: same", "water reads otherwise now."),
        ("was: beds, became: same", "was: beds, became: reworded, now: [beds]", "beds reads as it did. Call it same."),
        ("was: water, became: reworded, now: [water]", "was: water, became: reworded, now: [tools]", "used again for"),
        ('edition: "2026.1"', 'edition: "2027.1"', "2: earlier[0].edition: This is the edition itself"),
        ("became: merged, now: [open-gate]}\n      - {was: p", "became: joined}\n      - {was: p", "joined"),
    ],
)
def test_a_wrong_mapping_is_named_with_its_line_and_its_key(spoil, old, new, says):
    assert any(says in one for one in spoil(old, new))


def test_an_earlier_edition_that_is_not_at_hand_is_remarked_on(both):
    shutil.rmtree(both / "first")
    remarks = [str(one) for one in check_rubric(both / "second") if one.severity == "remark"]
    assert any("Edition 2026.1 is not at hand." in one for one in remarks)


def test_an_older_edition_beside_a_rubric_without_a_mapping_is_remarked_on_wherever_both_lie(tmp_path, monkeypatch):
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path / "data"))
    for name in ("first", "second"):
        shutil.copytree(EDITIONS / name, tmp_path / name)
    (tmp_path / "second" / "editions.yaml").unlink()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "rubric.yaml").write_text("id: [", encoding="utf-8")
    says = "Nothing says what became of edition 2026.1"
    monkeypatch.chdir(tmp_path / "second")
    for folder in (tmp_path / "second", Path()):
        assert [finding.severity for finding in check_rubric(folder) if says in str(finding)] == ["remark"]
    assert not any("Nothing says what became" in str(finding) for finding in check_rubric(tmp_path / "first"))
