"""What hangs on the notice board: people, lists and next steps."""

from __future__ import annotations

from typing import Any

import pytest

from placecheck.assessment import Assessment
from placecheck.scoring import score
from placecheck.views.printed.published import who_is_shown
from placecheck.views.results.finding_lists import differing_list, people_view, step_views, strong_list, unknown_list
from placecheck.views.results.gap_words import gaps_words
from placecheck.views.results.results import results_view
from placecheck.views.workshop.read_back import read_back_view
from placecheck.words import say_n, workshop_page
from placecheck.workshop import Workshop


@pytest.fixture
def assessment(rubric):
    """`assessment(*answers, **more)` is a round with a voice for each dict of answers."""

    def build(*answers: dict[str, Any], **more: Any) -> Assessment:
        voices = [
            {"id": f"v{n}", "perspective": one.get("from"), "answers": {k: one[k] for k in one if k != "from"}}
            for n, one in enumerate(answers)
        ]
        data = {"rubric": {"id": rubric.id, "edition": rubric.edition}, "place": {"name": "Ore"}, "voices": voices}
        return Assessment.model_validate(data | more)

    return build


def test_who_took_part_stands_in_the_rubrics_order_with_those_who_did_not_say(rubric, assessment) -> None:
    answered = ({"mixing": 2, "from": "councillor"}, *[{"mixing": 2, "from": "resident"}] * 2, {"mixing": 2})
    given = assessment(*answered)
    assert people_view(rubric, given).spoke == ("Resident 2", "Councillor 1", "Not said 1")


def test_who_did_not_is_what_the_group_wrote_and_whose_perspective_nobody_spoke_from(rubric, assessment) -> None:
    everyone = [{"mixing": 2, "from": one.id} for one in rubric.perspectives]
    absent = people_view(rubric, assessment(*everyone[1:], missing_voices="Anyone on nights.")).absent
    assert absent == ("Anyone on nights.", f"Nobody spoke as: {rubric.perspectives[0].name}.")
    assert people_view(rubric, assessment(*everyone, missing_voices="Nobody.")).absent == ("Nobody.",)


def test_a_voice_that_only_joined_is_in_no_count_of_people(rubric, assessment) -> None:
    given = assessment({"mixing": 2, "from": "resident"}, {"from": "resident"}, {})
    result = score(rubric, given)
    assert people_view(rubric, given).spoke == ("Resident 1",)
    assert "nobody can say" in differing_list(results_view(rubric, given, result), given, result, rubric).none
    lines = [line for _, section in read_back_view(rubric, given, result, Workshop()).sections for line in section]
    assert say_n(workshop_page.TOOK_PART, 1) in lines
    assert who_is_shown(rubric, given) == who_is_shown(rubric, assessment({"mixing": 2, "from": "resident"}))


def test_a_voice_that_did_not_say_may_have_spoken_from_anywhere(rubric, assessment) -> None:
    assert people_view(rubric, assessment({"mixing": 2}, missing_voices="Anyone on nights.")).absent == (
        "Anyone on nights.",
    )


def test_where_nobody_wrote_who_was_missing_the_paper_asks(rubric, assessment) -> None:
    assert "Who was not in the room?" in people_view(rubric, assessment()).absent[0]


def test_what_is_strong_carries_the_groups_own_reason_or_else_a_story(rubric, assessment) -> None:
    agreed = {"mixing": {"level": 3, "because": "Monday lunch"}}
    given = assessment({"places-to-meet": 4, "room-to-play": {"level": 4, "story": "Thursday club"}}, agreed=agreed)
    result = score(rubric, given)
    rows = strong_list(results_view(rubric, given, result), rubric, given, result).rows
    assert [(row.name, row.because) for row in rows] == [
        ("Places to meet", None),
        ("Room to play", "“Thursday club”"),
        ("Mixing across difference", "Monday lunch"),
    ]


def test_what_is_not_known_stands_together_by_how_many_could_not_say_the_least_known_first(rubric, assessment) -> None:
    half = {one.id: 2 for one in rubric.indicators()}
    other = {one.id: 2 for one in rubric.indicators()} | {"mixing": "dont_know", "places-to-meet": "dont_know"}
    third = other | {"room-to-play": "dont_know", "mixing": "dont_know"}
    third["places-to-meet"] = 1
    given = assessment(half, other, third, question_set="full")
    result = score(rubric, given)
    rows = unknown_list(results_view(rubric, given, result), result).rows
    assert [(row.name, row.words) for row in rows] == [
        ("Of 3: 2 do not know", "Mixing across difference"),
        ("Of 3: 1 does not know", "Places to meet, Room to play"),
    ]


def test_nobody_said_is_not_the_same_as_some_could_not(rubric, assessment) -> None:
    def words(*answers: dict[str, Any]) -> str:
        return gaps_words(next(score(rubric, assessment(*answers)).indicators()))

    first = next(rubric.indicators()).id
    assert words() == "Nobody has answered yet"
    assert words({first: {"story": "The hall."}}) == "Of 1: 1 told a story without a level"
    assert words({first: "dont_know"}) == "Of 1: 1 does not know"
    assert words({first: "rather_not_say"}) == "Of 1: 1 would rather not say"
    assert words({first: "dont_know"}, {first: 1}, {first: 2}) == "Of 3: 1 does not know"


def test_where_views_differ_says_how_far_and_why_the_group_did_not_agree(rubric, assessment) -> None:
    given = assessment({"mixing": 0}, {"mixing": 4}, agreed={"safe-to-try": {"not_agreed": "no time"}})
    result = score(rubric, given)
    rows = differing_list(results_view(rubric, given, result), given, result, rubric).rows
    assert [(row.name, row.words, row.because) for row in rows] == [
        ("Mixing across difference", "answers run from Not yet to How we do things here", None),
        ("Safe to try things", "the group did not agree", "no time"),
    ]


@pytest.mark.parametrize(("voices", "said"), [(1, "nobody can say"), (2, "No two people")])
def test_one_voice_alone_cannot_differ(rubric, assessment, voices, said) -> None:
    given = assessment(*({"mixing": 2} for _ in range(voices)))
    result = score(rubric, given)
    assert said in differing_list(results_view(rubric, given, result), given, result, rubric).none


def test_a_step_names_roles_and_what_it_is_about(rubric, assessment) -> None:
    action = {
        "indicator": "mixing",
        "what": "A supper",
        "who": "the newcomers",
        "when": "2026-10",
        "power": "nobody but us",
    }
    (step,) = step_views(rubric, assessment(actions=[action]))
    assert (step.about, step.who, step.when, step.power) == (
        "Mixing across difference",
        "the newcomers",
        "October 2026",
        "nobody but us",
    )
    assert step.first_step is None
