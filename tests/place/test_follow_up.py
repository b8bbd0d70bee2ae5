from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from placecheck.assessment import Action
from placecheck.place import read_place_file
from placecheck.place.decision import Decision
from placecheck.place.follow_up import decision_state, decision_traces, silences

TODAY = datetime.date(2026, 11, 28)
CARDS = read_place_file(Path(__file__).with_name("sixty.yaml")).cards


def test_a_decision_is_traced_from_the_slips_to_what_was_seen():
    bench, bus, fair = decision_traces(CARDS)
    assert [slip.words for slip in bench.slips] == ["There is nowhere to sit by the shop.", "A bench, that is all."]
    assert (bench.state, str(bench.last)) == ("seen", "2026-07-02")
    assert (bus.state, str(bus.last)) == ("asked", "2026-04-28")
    assert (fair.state, fair.slips) == ("closed", ())


def test_what_is_silent_longest_stands_first_and_what_is_closed_not_at_all():
    waiting = silences(CARDS, [], TODAY)
    assert [(silence.words, silence.days) for silence in waiting] == [
        ("The times of the bus", 214),
        ("A bench by the shop", 149),
    ]


def test_a_day_that_was_promised_breaks_no_silence():
    promised = Decision.model_validate(
        {
            "id": "d",
            "words": "A lamp",
            "asked": {"when": "2026-01-01"},
            "promised": {"what": "A lamp", "when": "2026-10-01"},
        }
    )
    assert decision_state(promised) == "promised"
    assert [silence.days for silence in silences([promised], [], TODAY)] == [331]


@pytest.mark.parametrize("state", ["done", "let_go"])
def test_a_next_step_that_is_done_or_let_go_is_waited_for_no_more(state):
    action = Action.model_validate({"what": "Open the cage", "outcome": {"state": state}})
    assert silences([], [(action, TODAY)], TODAY) == ()


@pytest.mark.parametrize(
    ("outcome", "days"),
    [
        (None, 161),
        ({"state": "going"}, 161),
        ({"state": "blocked", "when": "2026-11-01"}, 27),
        ({"state": "going", "when": "2026-10"}, 28),
    ],
)
def test_a_next_step_is_silent_since_it_was_last_seen_else_since_its_assessment(outcome, days):
    action = Action.model_validate({"what": "Open the cage", "outcome": outcome})
    assert [silence.days for silence in silences([], [(action, datetime.date(2026, 6, 20))], TODAY)] == [days]


def test_what_has_no_day_stands_last():
    without_day = Action.model_validate({"what": "Ask the county"})
    waiting = silences(CARDS, [(without_day, None)], TODAY)
    assert [silence.days for silence in waiting] == [214, 149, None]


def test_a_day_in_the_future_is_no_silence_below_nought():
    ahead = Decision.model_validate({"id": "d", "words": "A lamp", "date": "2027"})
    assert [silence.days for silence in silences([ahead], [], TODAY)] == [0]
