"""Places and rounds beside each other: in the order given, over what was asked alike, without a rank."""

from __future__ import annotations

from typing import Any

import pytest

from placecheck.assessment import Assessment
from placecheck.assessment.customisation import customised
from placecheck.rubric import load_rubric
from placecheck.views.comparison.comparison import comparison_view
from placecheck.words import comparing, say


@pytest.fixture
def side(rubric):
    """`side(name, answers, **more)` is a place of one voice, with the rubric it was asked."""

    def build(name: str, answers: dict[str, Any], **more: Any):
        data = {"rubric": {"id": rubric.id, "edition": rubric.edition}, "place": {"name": name}}
        data["voices"] = [{"id": "v1", "answers": answers}]
        assessment = Assessment.model_validate(data | more)
        return customised(rubric, assessment.own_words), assessment

    return build


def test_places_stand_in_the_order_given_each_with_a_letter(side) -> None:
    view = comparison_view([side("Zed", {"mixing": 0}), side("Ash", {"mixing": 4})])
    assert [(one.letter, one.name) for one in view.places] == [("A", "Zed"), ("B", "Ash")]
    assert view.title == "Side by side: Zed, Ash"
    row = next(row for dimension in view.dimensions for row in dimension.rows if row.id == "mixing")
    assert [cell.words for cell in row.cells] == ["Not yet", "How we do things here"]
    assert row.alt == "A, Zed: Not yet. B, Ash: How we do things here."


def test_that_there_is_no_total_is_said_only_where_no_rubric_has_one(side) -> None:
    sides = [side("Zed", {"mixing": 0}), side("Ash", {"mixing": 4})]
    assert "there is no total" in comparison_view(sides).intro[0]
    scoring = sides[0][0].scoring.model_copy(update={"overall": "arithmetic"})
    with_total = [(rubric.model_copy(update={"scoring": scoring}), assessment) for rubric, assessment in sides]
    assert "total" not in comparison_view(with_total).intro[0]


def test_two_rounds_of_one_place_are_known_by_their_dates(side) -> None:
    view = comparison_view([side("Ore", {}, date="2025-09-27"), side("Ore", {}, date="2026-09-26"), side("Ore", {})])
    assert view.title == "Ore: then and now"
    assert [one.name for one in view.places] == [
        "Assessment of 27 September 2025",
        "Assessment of 26 September 2026",
        "Assessment 3",
    ]
    assert [one.brief for one in view.places] == [one.name for one in view.places]


def test_beside_each_question_an_assessment_of_one_place_is_called_by_its_day_alone(side) -> None:
    days = comparison_view([side("Ore", {}, date="2025-09-27"), side("Ore", {}, date="2026-09-26")])
    assert [one.brief for one in days.places] == ["27 September 2025", "26 September 2026"]
    one_day = comparison_view([side("Ore", {}, date="2025-09-27"), side("Ore", {}, date="2025-09-27")])
    assert [one.brief for one in one_day.places] == [one.name for one in one_day.places]
    elsewhere = comparison_view([side("Ore", {}, date="2025-09-27"), side("Ash", {}, date="2026-09-26")])
    assert [one.brief for one in elsewhere.places] == ["Ore", "Ash"]


def test_a_dimension_has_a_number_in_every_place_of_a_comparison_or_in_none(rubric, side) -> None:
    def of(name: str, voices: int):
        asked, assessment = side(name, {indicator.id: 1 for indicator in rubric.indicators()})
        many = tuple(assessment.voices[0].model_copy(update={"id": f"v{n}"}) for n in range(voices))
        return asked, assessment.model_copy(update={"voices": many})

    def words(*places) -> list[str]:
        wholes = [dimension.whole for dimension in comparison_view(places).dimensions]
        return [cell.words for whole in wholes if whole for cell in whole.cells]

    numbered = words(of("Ash", 10), of("Elm", 12))
    assert numbered
    assert all("1.0 of 4" in text for text in numbered)
    assert not any("of 4" in text for text in words(of("Ash", 9), of("Elm", 12)))


def test_what_is_asked_in_other_words_is_named_and_not_compared(rubric, side) -> None:
    words = rubric.by_id["mixing"].model_copy(update={"statement": "We sit together."}).model_dump()
    own = {"mixing": {"change": "reworded", "words": words}}
    view = comparison_view([side("Ash", {"mixing": 3}), side("Elm", {"mixing": 3}, own_words=own)])
    assert view.not_comparable == ("Mixing across difference: it is asked in other words in Elm.",)
    assert all(row.id != "mixing" for dimension in view.dimensions for row in dimension.rows)


def test_what_a_starter_round_did_not_ask_is_named(rubric, side) -> None:
    view = comparison_view([side("Ash", {}), side("Elm", {}, question_set="starter")])
    beyond = [one for one in rubric.indicators() if not one.starter]
    assert len(view.not_comparable) == len(beyond)
    assert view.not_comparable[0] == f"{beyond[0].name}: it was not asked in Elm."


def test_the_reason_that_a_group_gave_stands_beside_its_level(side) -> None:
    agreed = {"mixing": {"level": 2, "because": "Monday lunch"}, "safe-to-try": {"not_agreed": "no time"}}
    view = comparison_view([side("Ash", {}, agreed=agreed), side("Elm", {"mixing": 1})])
    said = {row.id: [cell.because for cell in row.cells] for dimension in view.dimensions for row in dimension.rows}
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


def test_places_asked_by_different_rubrics_say_so_once_and_not_of_each_question(rubric, checkout):
    folder = checkout / "tests" / "data" / "rubrics"
    walking = load_rubric(folder / "cerdded-yn-ein-pentref")
    places = [
        (rubric, Assessment.model_validate(blank(rubric, "Elm"))),
        (walking, Assessment.model_validate(blank(walking, "Llandre"))),
    ]
    view = comparison_view(places)
    assert view.sentence == say(comparing.NOTHING_COMPARABLE)
    assert view.not_comparable == (
        f"They were asked by different rubrics. {rubric.title}, edition {rubric.edition}: Elm; "
        "Cerdded yn ein pentref, edition 1: Llandre.",
        f"{len(rubric.by_id) + len(walking.by_id)} questions are not asked by all of these rubrics.",
    )


def test_editions_of_one_rubric_are_named_once_with_what_only_one_of_them_asks(checkout):
    first, second = (load_rubric(checkout / "tests" / "data" / "editions" / name) for name in ("first", "second"))
    view = comparison_view([(one, Assessment.model_validate(blank(one, one.edition))) for one in (first, second)])
    assert view.not_comparable[0].startswith("They were asked by different editions of a rubric. ")
    assert [line for line in view.not_comparable if "is not among the questions" in line] == []
    only = first.by_id.keys() ^ second.by_id.keys()
    names = {item.name for edition in (first, second) for item in edition.indicators() if item.id in only}
    assert all(name in view.not_comparable[1] for name in names)


def blank(rubric, place) -> dict:
    """An assessment in which nobody said anything yet."""
    return {"rubric": {"id": rubric.id, "edition": rubric.edition}, "place": {"name": place}, "round": "full"}
