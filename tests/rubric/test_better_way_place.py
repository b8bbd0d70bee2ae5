"""A walk through the Better Way rubric: what was promised of it, held indicator by indicator."""

from __future__ import annotations

import pytest

from placecheck.carried import folder
from placecheck.notes import load_catalogue
from placecheck.rubric import find_rubric
from placecheck.rubric.check import check_rubric

RUBRIC = find_rubric()
FOLDER = folder("rubrics") / "better-way-place"
INDICATORS = list(RUBRIC.indicators())


def test_the_check_finds_no_fault_in_it():
    assert [str(one) for one in check_rubric(FOLDER) if one.severity == "fault"] == []


def test_it_asks_enough_and_not_too_much():
    assert len(RUBRIC.dimensions) == 5
    assert 36 <= len(INDICATORS) <= 42
    assert [sum(one.starter for one in dimension.indicators) for dimension in RUBRIC.dimensions] == [3] * 5


def test_its_ladder_begins_with_not_yet():
    assert [level.name for level in RUBRIC.levels] == [
        "Not yet", "First signs", "Here and there", "Usually", "How we do things here",
    ]  # fmt: skip


def test_the_ids_that_the_format_shows_are_there():
    assert {"places-to-meet", "local-connector", "mixing"} <= RUBRIC.by_id.keys()


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_an_indicator_rests_on_passages_names_its_perspectives_and_says_what_is_held_where(indicator):
    known = {perspective.id for perspective in RUBRIC.perspectives}
    passages = load_catalogue(FOLDER).passage
    assert len(indicator.supports) >= 2
    assert len(indicator.cautions) >= 1
    assert {*indicator.supports, *indicator.cautions} <= passages.keys()
    assert 3 <= len(set(indicator.perspectives) & known) == len(indicator.perspectives)
    assert indicator.held_here
    assert indicator.held_elsewhere
    assert indicator.reading_age_reason is None


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_an_indicator_is_worded_as_the_house_words_it(indicator):
    assert 2 <= len(indicator.name.split()) <= 5
    assert indicator.statement.endswith(".")
    assert 2 <= indicator.look_for.count("?") <= 4
    assert all(level.endswith(".") for level in indicator.levels)
    assert not any(character.isdigit() for text in (indicator.statement, *indicator.levels) for character in text)


def test_it_says_whose_words_they_are_and_how_to_cite_it():
    assert "ours" in RUBRIC.wording
    assert RUBRIC.edition in RUBRIC.cite_as
    assert RUBRIC.licence == "CC BY 4.0"
