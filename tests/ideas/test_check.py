"""A fault in a file of ideas is named with its file, line and key, and with what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from placecheck.errors import InputError
from placecheck.ideas import load_ideas
from placecheck.ideas.check import check_ideas
from placecheck.ideas.load import read_located_ideas
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder
from placecheck.rubric import find_rubric

CATALOGUE = load_catalogue(resource_folder("rubrics") / "better-way-place")
SOUND = """\
ideas:
  - id: shared-garden
    name: A shared garden
    kind: practice
    layer: built
    what: Neighbours dig one garden together.
    needs:
      place: A piece of land
    passages:
      - passage: bw-place-dinner-2018-11#25
        because: Names a garden that people share.
    indicators: [mixing]
"""


def write(tmp_path: Path, text: str, name: str = "a.yaml") -> Path:
    (tmp_path / "ideas").mkdir(exist_ok=True)
    (tmp_path / "ideas" / name).write_text(text, encoding="utf-8")
    return tmp_path


def findings(rubric_folder: Path) -> list[str]:
    found = check_ideas(rubric_folder, CATALOGUE, find_rubric().by_id)
    return [str(finding).replace(f"{rubric_folder}/ideas/", "") for finding in found]


def test_a_sound_file_has_no_finding(tmp_path):
    assert findings(write(tmp_path, SOUND)) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("#25", "#24", "a.yaml:10: ideas[0].passages[0].passage: There is no passage bw-place-dinner-2018-11#24."),
        (
            "[mixing]",
            "[mixin]",
            "a.yaml:12: ideas[0].indicators[0]: There is no indicator mixin. Did you mean `mixing`?",
        ),
        ("[mixing]", "[mixing, mixing]", "a.yaml:12: ideas[0].indicators[1]: The indicator mixing stands here twice."),
        ("layer: built", "layer: roads", "a.yaml:5: ideas[0].layer: "),
        ("what:", "wat:", "a.yaml:6: ideas[0].wat: This key is not known. Did you mean `what`?"),
        ("dig one", "empower one", "a.yaml:6: ideas[0].what: The word `empower` is one to avoid"),
        (
            "Neighbours dig one garden together.",
            "Horticultural cooperation facilitates intergenerational participation opportunities.",
            "a.yaml:6: ideas[0].what: A sentence here has a reading grade of",
        ),
    ],
)
def test_a_fault_is_named_with_its_line_and_key(tmp_path, old, new, finding):
    assert SOUND.count(old) == 1
    assert any(line.startswith(finding) for line in findings(write(tmp_path, SOUND.replace(old, new))))


def test_an_id_in_two_files_is_named_with_both_places(tmp_path):
    write(tmp_path, SOUND)
    write(tmp_path, SOUND.replace("A shared garden", "Another"), "b.yaml")
    with pytest.raises(InputError, match=r"b\.yaml:2: .*appears twice, first at .*a\.yaml:2"):
        read_located_ideas(tmp_path)


def test_two_cards_of_one_name_are_told_apart(tmp_path):
    write(tmp_path, SOUND)
    write(tmp_path, SOUND.replace("shared-garden", "second"), "b.yaml")
    assert [line.partition(": The same stands at")[0] for line in findings(tmp_path)] == [
        "b.yaml:3: ideas[0].name", "b.yaml:6: ideas[0].what",
    ]  # fmt: skip


def test_a_rubric_can_do_without_ideas(tmp_path):
    assert load_ideas(tmp_path) == ()
