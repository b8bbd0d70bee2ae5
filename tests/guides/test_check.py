"""A guide that could not be walked is refused, with file, line, key and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from placecheck.guides.check import check_guides
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder

CATALOGUE = load_catalogue(resource_folder("rubrics") / "better-way-place")
SOUND = """\
id: small
name: A small guide
about: It asks two things.
minutes: 5
ours: All of it is ours.
steps:
  - id: first
    name: First
    about: Say what it is.
    questions:
      - id: thing
        kind: choice
        name: The thing
        ask: What is it?
        choices:
          - {id: hall, name: A hall}
          - {id: park, name: A park}
      - id: rooms
        kind: words
        name: The rooms
        ask: How many rooms has it?
        when:
          - {any_of: [thing], replies: [hall]}
options:
  least: 1
  most: 1
  ways:
    - {id: open, name: Open it, about: Let people in., fits: {thing: [hall]}}
    - {id: leave, name: Leave it, about: Let it be., fits: {thing: [park]}}
outputs:
  - id: page
    name: A page
    parts:
      - text: "{thing}"
      - show: options
"""


def findings(tmp_path: Path, text: str, name: str = "1-small.yaml") -> list[str]:
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / name).write_text(text, encoding="utf-8")
    return [str(one).replace(f"{tmp_path}/guides/", "") for one in check_guides(tmp_path, CATALOGUE)]


def test_a_sound_guide_has_no_finding(tmp_path):
    assert findings(tmp_path, SOUND) == []


def test_its_file_is_called_by_its_id(tmp_path):
    assert findings(tmp_path, SOUND, "1-large.yaml")[0].startswith("1-large.yaml:1: id: The id is small. Write large")


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("replies: [hall]}", "replies: [barn]}", "barn is no reply to thing."),
        ("any_of: [thing]", "any_of: [thin]", "thin is not asked before this. Did you mean `thing`?"),
        ("any_of: [thing]", "any_of: [rooms]", "rooms is not asked before this."),
        (
            "- {any_of: [thing], replies: [hall]}",
            "- {any_of: [thing], replies: [hall]}\n          - {any_of: [thing], replies: [park]}",
            "No replies lead to this question.",
        ),
        ('text: "{thing}"', 'text: "{thong}"', "Nothing asks for thong. Did you mean `thing`?"),
        ("id: rooms", "id: thing", "The id thing stands here twice."),
        ("show: options", "show: tendering", "The guide has no tendering."),
        ("fits: {thing: [park]}", "fits: {thing: [lake]}", "lake is no reply to thing."),
        ("fits: {thing: [park]}", "fits: {}", "No replies lead to leave."),
        ("least: 1", "least: 2", "The minimum is larger than the maximum."),
        ("kind: words", "kind: table", "A question of the kind table needs columns."),
        ("Say what it is.", "Institutional participation facilitation methodology matters.", "reading grade"),
    ],
)
def test_what_could_not_be_walked_is_named(tmp_path, old, new, finding):
    assert old in SOUND
    found = findings(tmp_path, SOUND.replace(old, new, 1))
    assert any(finding in line for line in found), found
    assert all(line.startswith("1-small.yaml:") for line in found)


def test_a_card_that_a_guide_begins_takes_its_words_from_questions_that_are_asked(tmp_path):
    begun = "idea: {words: missing, from_place: missing, change: missing, thanks: missing}\n"
    assert [found for found in findings(tmp_path, SOUND + begun) if "Nothing asks for missing." in found]
