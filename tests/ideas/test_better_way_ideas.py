"""The ideas that the notes name: all of them, in our words, with locators that resolve."""

from __future__ import annotations

import re
import statistics

import pytest

from placecheck.ideas import load_ideas
from placecheck.ideas.check import check_ideas
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder
from placecheck.rubric import find_rubric
from placecheck.rubric.plain_words import reading_grade, sentences

FOLDER = resource_folder("rubrics") / "better-way-place"
IDEAS = load_ideas(FOLDER)
RUBRIC = find_rubric()
CATALOGUE = load_catalogue(FOLDER)

NAMED_IN_THE_NOTES = 157
RANKING = re.compile(
    r"\b(best practice|good practice|most popular|highly rated|award|proven|top \w+ ideas?)\b", re.IGNORECASE
)


def test_every_approach_that_the_notes_name_is_a_card():
    assert len(IDEAS) == len({idea.id for idea in IDEAS}) == NAMED_IN_THE_NOTES


def test_the_check_finds_no_fault_in_them():
    assert [str(finding) for finding in check_ideas(FOLDER, CATALOGUE, RUBRIC.by_id)] == []


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.id)
def test_an_idea_leads_back_to_passages_and_on_to_indicators_that_are_there(idea):
    cited = {citation.passage for citation in (*idea.passages, *idea.warns)}
    assert cited <= CATALOGUE.passages_by_id.keys()
    assert set(idea.indicators) <= RUBRIC.by_id.keys()


def test_every_indicator_has_ideas_to_borrow():
    helped = {indicator for idea in IDEAS for indicator in idea.indicators}
    assert RUBRIC.by_id.keys() - helped == set()


def test_an_idea_reads_as_plainly_as_a_question():
    grades = [
        statistics.mean([reading_grade(sentence) for text in idea.texts for sentence in sentences(text)])
        for idea in IDEAS
    ]
    assert statistics.mean(grades) <= float(RUBRIC.reading_ease.grade_average)


def test_no_idea_is_held_up_as_better_than_another():
    assert [idea.id for idea in IDEAS for text in idea.texts if RANKING.search(text)] == []


def test_every_warning_story_warns():
    assert [idea.id for idea in IDEAS if idea.kind == "warning" and not idea.warns] == []


def test_what_changes_with_time_says_so():
    of_their_time = [
        idea for idea in IDEAS if idea.kind == "background" and re.search(r"\b20[01]\d\b", " ".join(idea.texts))
    ]
    assert [idea.id for idea in of_their_time if idea.dated is None] == []


@pytest.mark.parametrize(
    "id_",
    [
        "sense-of-entitlement", "listening-without-joining", "local-multiplier", "us-family-foundations",
        "french-mayors", "magnetic-ideas", "checks-on-power", "social-power", "enabling-state",
        "children-as-connectors", "academies-caution", "journey-of-discovery", "principles-for-schools",
        "learning-not-blame",
    ],
)  # fmt: skip
def test_what_the_notes_claim_is_not_told_as_a_fact(id_):
    (idea,) = [idea for idea in IDEAS if idea.id == id_]
    assert "notes say" in idea.what.lower().replace(",", "")
