from __future__ import annotations

import datetime

import pytest

from placecheck.place import cards_of, place_yaml, read_place_file
from placecheck.place.agenda import make_agenda
from placecheck.place.decision import Decision
from placecheck.place.file import parse_place_file
from placecheck.place.follow_up import decision_traces
from placecheck.place.questions import place_answers
from placecheck.source import parsed

TODAY = datetime.date(2026, 11, 28)
PLACES = ["saltby", "marsh-lane"]


@pytest.fixture(params=PLACES)
def cards(request, checkout):
    return read_place_file(checkout / f"examples/places/{request.param}.yaml").cards


def test_every_example_is_marked_as_made_up(checkout):
    files = sorted((checkout / "examples/places").glob("*.yaml"))
    assert [file.stem for file in files] == sorted(PLACES)
    assert all("fictional" in file.read_text(encoding="utf-8").splitlines()[1] for file in files)


def test_an_example_reads_back_from_what_it_is_written_as(checkout):
    for name in PLACES:
        place_file = read_place_file(checkout / f"examples/places/{name}.yaml")
        written = place_yaml(place_file)
        assert parse_place_file(parsed(written, "again.yaml")) == place_file
        assert place_yaml(parse_place_file(parsed(written, "again.yaml"))) == written


def test_ten_decisions_of_the_examples_are_traced_from_the_slips_to_what_came_of_them(checkout):
    traced = {}
    for name in PLACES:
        place_file = read_place_file(checkout / f"examples/places/{name}.yaml")
        traced |= {(name, trace.decision.id): trace for trace in decision_traces(place_file.cards)}
    assert {key: (len(trace.slips), trace.state) for key, trace in traced.items()} == {
        ("saltby", "d-market"): (1, "closed"),
        ("saltby", "d-bus"): (3, "seen"),
        ("saltby", "d-lido"): (3, "promised"),
        ("saltby", "d-damp"): (2, "promised"),
        ("saltby", "d-library"): (1, "promised"),
        ("marsh-lane", "d-crossing"): (1, "closed"),
        ("marsh-lane", "d-planters"): (2, "seen"),
        ("marsh-lane", "d-cage"): (3, "seen"),
        ("marsh-lane", "d-damp"): (2, "asked"),
        ("marsh-lane", "d-sixteen"): (1, "promised"),
    }


def test_an_example_has_something_to_answer_to_each_question(cards):
    answers = place_answers(cards, TODAY)
    assert all(getattr(answers, question) for question in answers.__slots__)


def test_an_example_has_an_agenda_with_some_that_stand_alone_and_one_that_is_left_out(cards):
    made = make_agenda(cards)
    assert len(made.items) == 4
    assert made.alone
    assert len(made.left_out) == 1


def test_no_card_of_an_example_says_who_by_name(cards):
    for card in cards:
        assert card.by is None or card.by[0].islower(), f"{card.id} is from {card.by}"


def test_what_was_promised_is_never_counted_as_seen(cards):
    for decision in cards_of(cards, Decision):
        if decision.promised and decision.seen:
            assert decision.promised.what not in [sighting.what for sighting in decision.seen]
