"""Places and rounds beside each other: in the order given, over what was asked alike, without a rank."""

from __future__ import annotations

from typing import Any

import pytest

from placecheck.assessment import Assessment
from placecheck.assessment.own import adapted
from placecheck.views.comparison import comparison_view


@pytest.fixture
def side(rubric):
    """`side(name, answers, **more)` is a place of one voice, with the rubric it was asked."""

    def build(name: str, answers: dict[str, Any], **more: Any):
        data = {"rubric": {"id": rubric.id, "edition": rubric.edition}, "place": {"name": name}}
        data["voices"] = [{"id": "v1", "answers": answers}]
        assessment = Assessment.model_validate(data | more)
        return adapted(rubric, assessment.own_words), assessment

    return build


def test_places_stand_in_the_order_given_each_with_a_letter(side) -> None:
    view = comparison_view([side("Zed", {"mixing": 0}), side("Ash", {"mixing": 4})])
    assert [(one.letter, one.name) for one in view.sides] == [("A", "Zed"), ("B", "Ash")]
    assert view.title == "Side by side: Zed, Ash"
    row = next(row for dimension in view.dimensions for row in dimension.rows if row.id == "mixing")
    assert [cell.words for cell in row.cells] == ["Not yet", "How we do things here"]
    assert row.alt == "A, Zed: Not yet. B, Ash: How we do things here."


def test_two_rounds_of_one_place_are_known_by_their_dates(side) -> None:
    view = comparison_view([side("Ore", {}, date="2025-09-27"), side("Ore", {}, date="2026-09-26"), side("Ore", {})])
    assert view.title == "Ore: then and now"
    assert [one.name for one in view.sides] == ["Round of 27 September 2025", "Round of 26 September 2026", "Round 3"]


def test_what_is_asked_in_other_words_is_named_and_not_compared(rubric, side) -> None:
    words = rubric.by_id["mixing"].model_copy(update={"statement": "We sit together."}).model_dump()
    own = {"mixing": {"change": "reworded", "words": words}}
    view = comparison_view([side("Ash", {"mixing": 3}), side("Elm", {"mixing": 3}, own_words=own)])
    assert view.not_comparable == ("Mixing across difference: it is asked in other words in Elm.",)
    assert all(row.id != "mixing" for dimension in view.dimensions for row in dimension.rows)


def test_what_a_starter_round_did_not_ask_is_named(rubric, side) -> None:
    view = comparison_view([side("Ash", {}), side("Elm", {}, round="starter")])
    beyond = [one for one in rubric.indicators() if not one.starter]
    assert len(view.not_comparable) == len(beyond)
    assert view.not_comparable[0] == f"{beyond[0].name}: it was not asked in Elm."


def test_the_reason_that_a_group_gave_stands_beside_its_level(side) -> None:
    agreed = {"mixing": {"level": 2, "because": "Monday lunch"}, "safe-to-try": {"not_agreed": "no time"}}
    view = comparison_view([side("Ash", {}, agreed=agreed), side("Elm", {"mixing": 1})])
    said = {row.id: [cell.said for cell in row.cells] for dimension in view.dimensions for row in dimension.rows}
    assert said["mixing"] == ["Monday lunch", None]
    assert said["safe-to-try"] == ["no time", None]


def test_adding_a_place_changes_nothing_about_the_others(side) -> None:
    ash, elm, oak = (side(name, {"mixing": level}) for name, level in (("Ash", 1), ("Elm", 3), ("Oak", 4)))
    two, three = comparison_view([ash, elm]), comparison_view([ash, elm, oak])
    cells = [[row.cells[:2] for one in view.dimensions for row in one.rows] for view in (two, three)]
    assert cells[0] == cells[1]


def test_nothing_ranks_and_the_caution_is_there(side) -> None:
    view = comparison_view([side("Ash", {}), side("Elm", {})])
    assert "None is best" in view.intro[0]
    assert "league table" in view.not_this
