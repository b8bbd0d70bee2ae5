"""A walk through the Better Way rubric: what was promised of it, held indicator by indicator."""

from __future__ import annotations

import pytest

from placecheck.assessment import read_assessment
from placecheck.assessment.edition_migration import migrate_assessment
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder
from placecheck.rubric import find_rubric
from placecheck.rubric.check import check_rubric
from placecheck.rubric.editions import edition_called, newer_editions

RUBRIC = find_rubric()
FOLDER = resource_folder("rubrics") / "better-way-place"
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
    passages = load_catalogue(FOLDER).passages_by_id
    assert len(indicator.supports) >= (1 if indicator.one_support else 2)
    assert bool(indicator.cautions) != bool(indicator.no_caution)
    assert {id_ for _, _, link in indicator.links() for id_ in link.ids} <= passages.keys()
    assert indicator.why is not None
    assert indicator.why.passage in passages
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


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_every_link_says_how_and_why_in_a_sentence_of_its_own(indicator):
    links = [link for _, _, link in indicator.links()]
    assert all(link.how and link.because for link in links)
    assert all(link.because.endswith(".") and len(link.because.split()) <= 32 for link in links)
    assert len({link.because for link in links}) == len(links)
    assert "warns" not in {link.how for link in indicator.supports}


def test_the_first_edition_is_as_it_was():
    first = find_rubric(edition="2026.1")
    assert (first.fingerprint, len(first.by_id)) == ("890328f82fdf3a37", 39)
    assert load_catalogue(resource_folder("rubrics") / "better-way-place-2026.1") == load_catalogue(FOLDER)
    assert newer_editions("better-way-place", "2026.1")[0][0].edition == RUBRIC.edition


FIRST = """\
placecheck: 1
rubric: {id: better-way-place, edition: "2026.1"}
place: {name: Ore}
voices:
  - id: v1
    answers:
      speaking-up-counts: {level: 1, story: Our bus letter got no answer.}
      listening-on-our-ground: {level: 2, story: She came to the chapel.}
      rights-with-room: {level: 2, story: The repair law helped.}
      ending-problems: {level: 1, story: We talk of it.}
      power-in-the-neighbourhood: {level: 1, story: We run the hall.}
"""


def test_an_assessment_of_the_first_edition_reads_as_it_did_and_its_stories_are_migrate_assessment(tmp_path):
    path = tmp_path / "ore.yaml"
    path.write_text(FIRST, encoding="utf-8")
    first, assessment = read_assessment(path)
    newer, mapping = edition_called(first, "2026.2")
    answers = migrate_assessment(assessment, newer, mapping).assessment.voices[0].answers
    assert first.edition == "2026.1"
    assert {id_: answer.story for id_, answer in answers.items()} == {
        "speaking-up-counts": "Our bus letter got no answer.\n\nShe came to the chapel.",
        "rights-that-hold": "The repair law helped.",
        "room-for-judgement": "The repair law helped.",
        "trusted-to-run-things": "We run the hall.",
    }
    assert {answer.level for answer in answers.values()} == {None}


def test_it_says_whose_words_they_are_and_how_to_cite_it():
    assert "ours" in RUBRIC.wording
    assert RUBRIC.edition in RUBRIC.cite_as
    assert RUBRIC.licence == "CC BY 4.0"
