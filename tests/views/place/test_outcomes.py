from __future__ import annotations

import datetime

import pytest

from placecheck.assessment import Action
from placecheck.place import read_place_file
from placecheck.place.decision import Decision
from placecheck.views.place.outcomes import outcome_band, outcomes_view

TODAY = datetime.date(2026, 11, 28)


@pytest.fixture(scope="module")
def saltby(checkout):
    return read_place_file(checkout / "examples/places/saltby.yaml").cards


def test_the_longest_silence_stands_first_and_what_is_closed_apart(saltby):
    shown = outcomes_view(saltby, [], TODAY)
    assert [(row.words, row.silence) for row in shown.waiting] == [
        ("The library's days", "silent for 263 days"),
        ("The damp in the winter lets", "silent for 170 days"),
        ("The 14 bus", "silent for 150 days"),
        ("The lido's keys", "silent for 108 days"),
    ]
    assert [row.words for row in shown.settled] == ["Where the market stands"]


def test_a_decision_is_told_from_what_was_asked_to_what_was_seen(saltby):
    rows = {row.words: dict(row.lines) for row in outcomes_view(saltby, [], TODAY).waiting}
    library = rows["The library's days"]
    assert library["Asked"] == ("How would you like to use the library differently? (the county, 3 February 2026)",)
    assert library["What it could change"] == ("Which two days",)
    assert library["People said"][-1] == "A meeting of ninety, and 1,100 names"
    assert library["What their words did"] == ("they were set aside",)
    assert library["Promised"] == ("A look at it again after a year (the county, April 2027)",)
    assert library["Seen"] == ("Nobody has seen anything of it yet.",)


def test_what_is_promised_and_what_is_seen_never_stand_in_one_line():
    decision = Decision.model_validate(
        {"id": "d", "words": "A lamp", "promised": {"what": "A lamp by May"}, "seen": [{"what": "A pole"}]}
    )
    (row,) = outcomes_view([decision], [], TODAY).waiting
    assert dict(row.lines)["Promised"] == ("A lamp by May",)
    assert dict(row.lines)["Seen"] == ("A pole",)


def test_a_next_step_says_what_became_of_it():
    blocked = Action.model_validate(
        {
            "what": "Open the cage",
            "outcome": {"state": "blocked", "seen": "No key", "when": "2026-11-27", "because": "He left"},
        }
    )
    done = Action.model_validate({"what": "Write the letter", "outcome": {"state": "done"}})
    shown = outcomes_view([], [(blocked, None), (done, None)], TODAY)
    (row,) = shown.waiting
    assert (row.kind, row.silence) == ("Next step, blocked", "silent for 1 day")
    assert row.lines == (("Seen", ("No key (27 November 2026)",)), ("Because", ("He left",)))
    assert [row.words for row in shown.settled] == ["Write the letter"]


def test_the_band_says_how_many_wait_and_what_has_been_silent_longest(saltby):
    assert outcome_band(saltby, [], TODAY) == (
        "4 things that you decided or tried are waiting for news. "
        "The longest has been silent for 263 days: The library's days"
    )
    assert outcome_band([], [], TODAY) is None
    assert outcome_band([], [(Action(what="Ask"), TODAY)], TODAY) is None  # it was only just decided
    assert (
        outcome_band([], [(Action(what="Ask"), None)], TODAY)
        == "1 thing that you decided or tried is waiting for news."
    )
