"""Five reasons why a level is missing, and five names for them."""

from __future__ import annotations

import pytest

from placecheck.assessment import Assessment
from placecheck.scoring import score
from placecheck.views.results.gap_words import gap_kinds, gaps_words
from placecheck.views.results.highlights import find_highlights
from placecheck.views.results.results import results_view


@pytest.fixture
def place(rubric):
    """An assessment of these voices, each a mapping of answers."""

    def made(*voices, **more):
        return Assessment.model_validate(
            {
                "rubric": {"id": rubric.id, "edition": rubric.edition},
                "place": {"name": "Ore Valley"},
                "voices": [{"id": f"v{n}", "answers": answers} for n, answers in enumerate(voices)],
                **more,
            }
        )

    return made


def test_four_reasons_have_four_names_and_what_was_not_asked_is_not_there(rubric, place):
    asked = ["mixing", "places-to-meet"]
    voices = [
        {"mixing": 3},
        {"mixing": "dont_know"},
        {"mixing": "dont_know"},
        {"mixing": "rather_not_say"},
        {"mixing": {"story": "At the hall."}},
        {"places-to-meet": 2},
    ]
    result = score(rubric, place(*voices, asked=asked))
    mixing = next(one for one in result.indicators() if one.id == "mixing")
    assert gap_kinds(mixing) == (
        "2 do not know",
        "1 would rather not say",
        "1 told a story without a level",
        "1 did not answer",
    )
    assert [one.id for one in result.indicators()] == ["places-to-meet", "mixing"]


def test_nobody_has_answered_is_not_said_of_who_does_not_know_or_told_a_story(rubric, place):
    def words(answer):
        result = score(rubric, place({"mixing": answer, "places-to-meet": 1}, asked=["mixing"]))
        return gaps_words(next(result.indicators()))

    assert words("dont_know") == "Of 1: 1 does not know"
    assert words({"story": "At the hall."}) == "Of 1: 1 told a story without a level"


def test_a_place_without_an_answer_says_so_once_and_lists_nothing(rubric, place):
    assessment = place({}, {})
    result = score(rubric, assessment)
    view = results_view(rubric, assessment, result)
    assert view.headline == ("Nobody has answered yet.",)
    assert find_highlights(rubric, assessment, result, view).unknown == ()
    assert "0 people" in view.about


def test_enough_is_known_of_all_is_never_said_beside_a_list_of_what_too_little_is_known(rubric, place):
    voices = [{one.id: 3 for one in rubric.indicators()}, *[{one.id: "dont_know" for one in rubric.indicators()}] * 2]
    assessment = place(*voices)
    view = results_view(rubric, assessment, score(rubric, assessment))
    assert len(view.unknown) == len(rubric.by_id)
    assert all(dimension.known.startswith("too little known of all") for dimension in view.ladder.dimensions)


def test_what_was_chosen_is_called_chosen_and_not_a_full_set(rubric, place):
    assessment = place({"mixing": 3}, asked=["mixing", "places-to-meet"])
    assert "2 chosen questions" in results_view(rubric, assessment, score(rubric, assessment)).about
