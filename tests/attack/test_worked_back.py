"""Somebody knows how many spoke in each group, and all that is published: no hidden count may be certain."""

from __future__ import annotations

import json
from itertools import combinations, pairwise, product

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.assessment import Assessment
from placecheck.exchange.data_set_columns import PlaceAssessment
from placecheck.publishing import Published, published
from placecheck.publishing.for_others import disclosed
from placecheck.publishing.reconstruction_check import Publication, hides_every_count, published_reading
from placecheck.publishing.reconstruction_program import NO_LEVELS
from placecheck.report.published import published_json, published_yaml
from placecheck.rubric import Rubric, find_rubric
from placecheck.scoring.disclosure_control import PUBLISH_MINIMUM_FLOOR, groups_shown


def asked_of_all() -> Rubric:
    """The rubric, with nobody left out of a question, so that every group gives an answer."""
    data = find_rubric().model_dump(mode="json") | {"publish_minimum": PUBLISH_MINIMUM_FLOOR}
    for dimension in data["dimensions"]:
        for indicator in dimension["indicators"]:
            indicator["perspectives"] = []
    return Rubric.model_validate(data)


RUBRIC, SHIPPED = asked_of_all(), find_rubric().model_copy(update={"publish_minimum": PUBLISH_MINIMUM_FLOOR})
either_rubric = pytest.mark.parametrize("rubric", [pytest.param(RUBRIC, id="all"), pytest.param(SHIPPED, id="shipped")])
IDS = list(RUBRIC.by_id)
STEPS, KINDS = 3, 5
"""A ladder short enough that every set of answers can be counted through."""


def assessment(said: dict[str, list[int | str]]) -> Assessment:
    """Voices by perspective ("" is none), each with one answer to the first indicator."""
    voices = [
        {"answers": {IDS[0]: answer}} | ({"perspective": group} if group else {})
        for group, answers in said.items()
        for answer in answers
    ]
    numbered = [{"id": f"v{n}", **voice} for n, voice in enumerate(voices)]
    named = {"id": RUBRIC.id, "edition": RUBRIC.edition}
    return Assessment.model_validate({"rubric": named, "place": {"name": "Ore Valley"}, "voices": numbered})


def first(summary: Published):
    return next(one for dimension in summary.dimensions for one in dimension.indicators if one.id == IDS[0])


def rows(size: int, kinds: int = KINDS) -> list[tuple[int, ...]]:
    """Every way in which so many voices can answer."""
    bars = combinations(range(size + kinds - 1), kinds - 1)
    edges = [(-1, *bar, size + kinds - 1) for bar in bars]
    return [tuple(b - a - 1 for a, b in pairwise(edge)) for edge in edges]


def counted_through(publication: Publication) -> bool:
    """`hides_every_count` by counting through every set of answers that fits."""
    kinds = publication.steps + NO_LEVELS
    shown = [[row for row in rows(size, kinds) if published_reading(row) == said] for size, said in publication.groups]
    parts = [*shown, *([rows(publication.rest, kinds)] if publication.rest else [])]
    fits = []
    for chosen in product(*parts):
        whole = tuple(map(sum, zip(*chosen, strict=True)))
        if published_reading(whole) == publication.whole:
            fits.append((*chosen, whole))
    return all(
        max(one[part][kind] for one in fits) - min(one[part][kind] for one in fits) >= wide
        for part, wide in enumerate(publication.ranges)
        for kind in range(kinds)
    )


@given(data=st.data(), sizes=st.sampled_from([(5, 0), (7, 0), (6, 0), (0, 5), (0, 7), (0, 8), (5, 2), (5, 5), (6, 4)]))
@settings(max_examples=60)
def test_the_integer_program_finds_what_counting_through_every_set_of_answers_finds(data, sizes):
    shown, rest = sizes
    known = [row for row in rows(shown) if published_reading(row) is not None] if shown else []
    table = [
        *([data.draw(st.sampled_from(known))] if known else []),
        *([data.draw(st.sampled_from(rows(rest)))] if rest else []),
    ]
    whole = published_reading(tuple(map(sum, zip(*table, strict=True))))
    if whole is not None:
        groups = ((shown, published_reading(table[0])),) if shown else ()
        publication = Publication(STEPS, whole, groups, rest)
        assert hides_every_count(publication, table) == counted_through(publication), publication


def test_those_who_did_not_say_are_never_shown_and_always_count_as_left_out():
    sizes = {"a": 5, "b": 5, "c": 5, "d": 5, "": 5}
    shown = groups_shown(sizes, 5)
    assert "" not in shown
    assert len(shown) == 3
    assert groups_shown({"a": 20, "": 20}, 5) == ()


@either_rubric
def test_four_groups_of_five_do_not_prove_what_five_others_said(rubric):
    groups = [perspective.id for perspective in RUBRIC.perspectives[:4]]
    said = {group: [0] * 5 for group in groups} | {"": [4] * 5}
    one = first(published(rubric, assessment(said)))
    assert len(one.groups) == 3
    low = first(
        published(rubric, assessment({groups[0]: [0, 0, 0, 4, 4], **{g: [4] * 5 for g in groups[1:]}, "": [0] * 5}))
    )
    assert len(low.groups) in (0, 3)


def test_eight_groups_at_one_end_do_not_prove_that_no_other_voice_was_there():
    """24 of 50 at the lowest level, all of them in the groups shown: not one of the others can have been there."""
    groups = [perspective.id for perspective in RUBRIC.perspectives[:9]]
    shown = groups_shown(dict.fromkeys((*groups, ""), 5), PUBLISH_MINIMUM_FLOOR)
    said = {group: [0, 0, 0, 4, 4] if group in shown else [1] * 5 for group in (*groups, "")}
    one = first(published(RUBRIC, assessment(said)))
    assert (len(shown), one.status, one.reading, one.groups) == (8, "ok", 1.0, ())


@either_rubric
@pytest.mark.parametrize("answers", [[0, 0, 1, 1, "dont_know"], [3, 3, 4, 4, "not_here"]])
def test_a_level_that_only_one_number_of_voices_gives_is_left_out(rubric, answers):
    """Five voices at level one half: four gave a level, and exactly two of them the lowest."""
    one = first(published(rubric, assessment({"": answers})))
    assert (one.status, one.reading) == ("left_out", None)


@given(answers=st.lists(st.sampled_from([0, 1, 2, 3, 4, "dont_know", "not_here"]), min_size=5, max_size=7))
@settings(max_examples=40)
def test_no_count_is_certain_from_a_data_set_for_others_which_says_no_more_than_a_page(answers):
    """Not even for who knows which row is the place's, and that it says everything there is."""
    made = assessment({"resident": answers})
    row = next(row for row in disclosed(0, PlaceAssessment(0, RUBRIC, made)).readings if row["indicator"] == IDS[0])
    one = first(published(RUBRIC, made))
    assert (row["status"], row["reading"]) == (one.status, one.reading)
    if row["reading"] is not None:
        assert counted_through(Publication(RUBRIC.steps, row["reading"], (), len(answers)))


@given(levels=st.lists(st.integers(0, 4), min_size=12, max_size=12))
@settings(max_examples=30)
def test_a_published_file_holds_every_reading_that_the_summary_has(levels):
    summary = published(RUBRIC, assessment({"resident": levels}))
    for written in (yaml.safe_load(published_yaml(summary)), json.loads(published_json(summary))):
        found = next(one for side in written["dimensions"] for one in side["indicators"] if one["id"] == IDS[0])
        assert found.get("reading") == first(summary).reading
        assert [one["reading"] for one in found.get("groups", ())] == [one.reading for one in first(summary).groups]


@pytest.mark.parametrize("level", range(RUBRIC.steps))
def test_every_level_survives_being_written_and_read_again(level):
    summary = published(RUBRIC, assessment({"resident": [level] * 12}))
    for written in (yaml.safe_load(published_yaml(summary)), json.loads(published_json(summary))):
        found = next(one for side in written["dimensions"] for one in side["indicators"] if one["id"] == IDS[0])
        assert found["reading"] == level
        assert found["groups"] == [{"perspective": "resident", "reading": level}]
