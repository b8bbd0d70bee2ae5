"""The levels, questions and matters that travel with the rubric."""

from __future__ import annotations

import pytest

from placecheck.levels import load_levels
from placecheck.levels.check import check_levels
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder
from placecheck.rubric import find_rubric

FOLDER = resource_folder("rubrics") / "better-way-place"
LEVELS = load_levels(FOLDER)


def test_the_check_finds_no_fault_in_them():
    assert [str(one) for one in check_levels(FOLDER, load_catalogue(FOLDER), find_rubric().by_id)] == []


def test_there_are_matters_to_start_from_and_each_rests_on_the_notes():
    assert len(LEVELS.matters) >= 12
    assert all(matter.passages for matter in LEVELS.matters)


def test_eight_questions_help_to_think_and_one_cannot_be_left_out():
    assert len(LEVELS.questions) == 8
    assert [question.id for question in LEVELS.questions if question.must] == ["minority-safe"]


@pytest.mark.parametrize("nation", ["England", "Wales", "Scotland", "Northern Ireland"])
def test_each_nation_calls_the_levels_by_names_of_its_own(nation):
    names = LEVELS.names(nation)
    assert list(names) == [level.id for level in LEVELS.levels if level.id in names]
    assert {"council", "nation", "beyond"} <= names.keys()
    assert LEVELS.note(nation)


def test_a_smallest_council_is_not_invented_where_there_is_none():
    assert "town" not in LEVELS.names("Northern Ireland")
    assert LEVELS.names("Wales")["town"] == "Community or town council"


def test_a_place_whose_nation_is_not_known_has_every_level():
    assert list(LEVELS.names(None)) == list(LEVELS.names("Atlantis")) == [level.id for level in LEVELS.levels]
