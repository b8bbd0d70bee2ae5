"""What could we borrow, and what each side tells."""

from __future__ import annotations

from itertools import permutations

import pytest

from placecheck.assessment import read_assessment
from placecheck.carried import folder
from placecheck.notes import load_catalogue
from placecheck.views.beside_table import table
from placecheck.views.borrow import borrow
from placecheck.views.comparison import comparison_view
from placecheck.views.told import told

NAMES = ("marsh-lane", "llanfair-y-bont", "saltby-2026")


@pytest.fixture(scope="module")
def given(checkout):
    return [read_assessment(checkout / f"examples/{name}.yaml") for name in NAMES]


@pytest.fixture(scope="module")
def view(given):
    return comparison_view(given)


@pytest.fixture(scope="module")
def prompts(given, view):
    return borrow(given, view, load_catalogue(folder("rubrics") / "better-way-place"))


def test_who_wants_to_grow_said_so_itself_and_who_is_asked_stands_a_level_further_along(given, view, prompts):
    assert prompts
    rows = {row.id: row for side in view.dimensions for row in side.rows}
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
        assert {idea.id for idea in one.ideas} <= set(rubric.by_id[one.indicator].supports)


def test_the_story_of_a_lender_is_of_someone_who_sees_it_so(given, prompts):
    names = [level.name for level in given[0][0].levels]
    for one in prompts:
        for lender in one.lenders:
            if lender.story:
                assert names.index(lender.story.level) >= 1


def test_a_place_without_a_next_step_is_told_nothing(given):
    without = [(rubric, one.model_copy(update={"actions": ()})) for rubric, one in given]
    assert borrow(without, comparison_view(without), load_catalogue(folder("rubrics") / "better-way-place")) == ()


def test_stories_stand_in_the_order_told_the_shortest_where_not_all_fit(given, view):
    row = view.dimensions[0].rows[0]
    every, few = told(given, view, row), told(given, view, row, 1)
    assert [one.name for one in every] == [side.name for side in view.sides]
    for whole, part in zip(every, few, strict=True):
        assert part.stories[0].story == min((one.story for one in whole.stories), key=len)
        assert whole.more is None
        assert part.more == (f"{len(whole.stories) - 1} more stories from {part.name}")


def test_the_table_says_the_same_of_every_side_in_the_order_given(view):
    rows = view.dimensions[0].rows
    headings, cells = table(view, rows)
    assert {len(row) for row in cells} == {len(headings)}
    assert [row[2] for row in cells] == [cell.words for row in rows for cell in row.cells]


def test_another_order_says_the_same_of_each_place_and_of_the_difference(given):
    def said(order):
        sides = comparison_view([given[at] for at in order])
        return {
            row.id: (sorted(zip(order, [cell.words for cell in row.cells], strict=True)), row.verdict)
            for side in sides.dimensions
            for row in side.rows
        }

    first, *others = permutations(range(3))
    assert all(said(order) == said(first) for order in others)
    for order in permutations(range(3)):
        names = [side.name for side in comparison_view([given[at] for at in order]).sides]
        assert names == [given[at][1].place.name for at in order]
