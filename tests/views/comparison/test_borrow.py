"""What could we borrow, and what each place tells."""

from __future__ import annotations

from itertools import permutations

import pytest

from placecheck.assessment import Answer, Voice, read_assessment
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder
from placecheck.views.comparison.borrow import borrow_view
from placecheck.views.comparison.compared_stories import story_lists
from placecheck.views.comparison.comparison import comparison_view
from placecheck.views.comparison.comparison_table import comparison_table_rows

NAMES = ("marsh-lane", "llanfair-y-bont", "saltby-2026")


@pytest.fixture(scope="module")
def given(checkout):
    return [read_assessment(checkout / f"examples/{name}.yaml") for name in NAMES]


@pytest.fixture(scope="module")
def view(given):
    return comparison_view(given)


@pytest.fixture(scope="module")
def prompts(given, view):
    return borrow_view(given, view, load_catalogue(resource_folder("rubrics") / "better-way-place"))


def test_who_wants_to_grow_said_so_itself_and_who_is_asked_stands_a_level_further_along(given, view, prompts):
    assert prompts
    rows = {row.id: row for place in view.dimensions for row in place.rows}
    by_name = {assessment.place.name: assessment for _, assessment in given}
    for one in prompts:
        wants = by_name[one.line.removesuffix(f" wants to grow here: {one.name}")]
        assert one.indicator in [action.indicator for action in wants.actions]
        cells = dict(zip(by_name, rows[one.indicator].cells, strict=True))
        assert one.lenders
        for lender in one.lenders:
            assert cells[lender.name].low - cells[wants.place.name].high >= 1


def test_a_prompt_brings_ideas_that_the_statement_rests_on(given, prompts):
    rubric = given[0][0]
    for one in prompts:
        assert 1 <= len(one.ideas) <= 3
        assert {idea.id for idea in one.ideas} <= set(rubric.by_id[one.indicator].support_ids)


def test_the_story_of_a_lender_is_of_someone_who_sees_it_so(given, prompts):
    levels = {
        (assessment.place.name, voice.id, id_): answer.level
        for _, assessment in given
        for voice in assessment.voices
        for id_, answer in voice.answers.items()
    }
    for one in prompts:
        for lender in one.lenders:
            if lender.story:
                assert levels[lender.name, lender.story.voice, one.indicator] >= 1


def test_a_place_without_a_next_step_is_told_nothing(given):
    without = [(rubric, one.model_copy(update={"actions": ()})) for rubric, one in given]
    assert (
        borrow_view(without, comparison_view(without), load_catalogue(resource_folder("rubrics") / "better-way-place"))
        == ()
    )


def test_stories_stand_in_the_order_told_the_shortest_where_not_all_fit(given, view):
    row = view.dimensions[0].rows[0]
    every, few = story_lists(given, view, row), story_lists(given, view, row, 1)
    assert [one.name for one in every] == [place.name for place in view.places]
    for whole, part in zip(every, few, strict=True):
        assert part.stories[0].texts == min(
            (one.texts for one in whole.stories), key=lambda texts: sum(map(len, texts))
        )
        assert whole.more is None
        assert part.more == (f"{len(whole.stories) - 1} more stories from {part.name}")


def test_what_was_promised_and_seen_stands_with_the_story_and_where_there_is_no_story(given, view):
    row = view.dimensions[0].rows[0]
    told = Answer(story="the hall"), Answer(story="the hall", promised="a key", seen="no key"), Answer(seen="a bench")
    rubric, assessment = given[0]
    voices = tuple(
        Voice(id=f"p{n}", perspective="resident", answers={row.id: answer}) for n, answer in enumerate(told, 1)
    )
    first, *_ = story_lists([(rubric, assessment.model_copy(update={"voices": voices})), *given[1:]], view, row)
    assert [story.texts for story in first.stories] == [
        ("the hall",),
        ("the hall", "What was promised: a key", "What was seen of it: no key"),
        ("What was seen of it: a bench",),
    ]


def test_the_table_says_the_same_of_every_side_in_the_order_given(view):
    rows = view.dimensions[0].rows
    headings, cells = comparison_table_rows(view, rows)
    assert {len(row) for row in cells} == {len(headings)}
    assert [row[2] for row in cells] == [cell.words for row in rows for cell in row.cells]


def test_another_order_says_the_same_of_each_place_and_of_the_difference(given):
    def said(order):
        sides = comparison_view([given[at] for at in order])
        return {
            row.id: (sorted(zip(order, [cell.words for cell in row.cells], strict=True)), row.verdict)
            for place in sides.dimensions
            for row in place.rows
        }

    first, *others = permutations(range(3))
    assert all(said(order) == said(first) for order in others)
    for order in permutations(range(3)):
        names = [place.name for place in comparison_view([given[at] for at in order]).places]
        assert names == [given[at][1].place.name for at in order]
