from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from placecheck.assessment import Action, Agreed, Assessment, Place
from placecheck.scoring import score
from placecheck.storage import Progress
from placecheck.views.workshop.read_back import read_back_view
from placecheck.views.workshop.workshop_progress import answered_words, clock, joined_words, stage
from placecheck.workshop import Vote, Workshop
from placecheck.workshop.model import ScribeNote

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("workshop", "expected"),
    [
        (Workshop(), "before"),
        (Workshop(votes=(Vote(number=1, asks=("mixing",)),)), "open"),
        (Workshop(votes=(Vote(number=1, asks=("mixing",), state="closed"),)), "closed"),
        (Workshop(votes=(Vote(number=1, asks=("mixing",), state="revealed"),), ended=True), "ended"),
    ],
)
def test_a_workshop_stands_as_its_last_round_does(workshop, expected):
    assert stage(workshop) == expected


@pytest.mark.parametrize(
    ("seconds", "words"), [(125, "2:05 left"), (9, "0:09 left"), (0, "Time is up"), (-60, "Time is up")]
)
def test_the_clock_counts_down_to_the_second_and_then_says_so(seconds, words):
    assert clock(NOW + timedelta(seconds=seconds), NOW) == words
    assert clock(None, NOW) is None


def test_how_far_a_round_is_counts_people_and_says_nothing_of_what_they_said():
    eligible = {"mixing": 3, "places-to-meet": 3}
    progress = Progress(voices=3, paper=1, answered={"mixing": 3, "places-to-meet": 1}, eligible=eligible)
    assert joined_words(progress) == "3 have joined, 1 of them on paper"
    vote = Vote(number=1, asks=("mixing", "places-to-meet"))
    assert answered_words(progress, vote) == ("4 of 6 answers are in.", "Everyone has answered 1 of 2 questions.")


@pytest.fixture
def decided(rubric):
    return Assessment.model_validate(
        {
            "placecheck": 1,
            "rubric": {"id": rubric.id, "edition": rubric.edition},
            "place": Place(name="Ore Valley"),
            "round": "starter",
            "voices": [],
            "agreed": {
                "mixing": Agreed(level=2, sure="fairly", minority="newcomers see less of it"),
                "places-to-meet": Agreed(not_agreed="half of us live beyond the bridge"),
            },
            "actions": [Action(what="Open the hall", first_step="ask Mrs Hughes for the key")],
        }
    )


def read(rubric, assessment, workshop):
    return read_back_view(rubric, assessment, score(rubric, assessment), workshop)


def test_what_is_read_back_is_what_was_agreed_how_sure_and_what_others_say(rubric, decided):
    sections = dict(read(rubric, decided, Workshop(period="this year")).sections)
    assert "The time we mean: this year" in sections["What we looked at"]
    (agreed,) = sections["What we agreed"]
    assert agreed.endswith("Here and there, fairly sure. Others said: newcomers see less of it.")
    assert sections["Where we did not agree"][0].endswith("half of us live beyond the bridge.")
    assert sections["What we will try"] == ("Open the hall; first: ask Mrs Hughes for the key",)


def test_what_may_name_somebody_is_pointed_out_and_the_rubrics_own_words_are_not(rubric, decided):
    assert read(rubric, decided, Workshop()).look_at == ("Mrs Hughes",)


def test_the_rooms_yes_holds_for_just_the_words_that_it_read(rubric, decided):
    fingerprint = read(rubric, decided, Workshop()).fingerprint
    assert read(rubric, decided, Workshop(read_back_fingerprint=fingerprint)).confirmed
    assert not read(
        rubric, decided, Workshop(read_back_fingerprint=fingerprint, notes=(ScribeNote(words="and late"),))
    ).confirmed
