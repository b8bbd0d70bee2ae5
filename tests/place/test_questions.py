from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.place import Asset, Pot, read_place_file
from placecheck.place.questions import Overlap, place_answers

TODAY = datetime.date(2026, 11, 28)
CARDS = read_place_file(Path(__file__).with_name("sixty.yaml")).cards

BY_HAND = {
    "assets_resting_on_one_person": ["chapel", "lunch", "lifts", "lane-chat", "hedging"],
    "unused_assets": ["hall", "pavilion", "old-school", "minibus", "hedging", "first-aid"],
    "cards_ending_within_a_year": ["library-van", "lunch", "minibus", "allotments", "wind-fund", "youth-grant"],
    "unchecked_cards": ["old-school", "pond", "bus-shelter", "bell-ringers", "levy", "church-box"],
    "no_say": ["wind-fund", "levy", "health-pot", "old-pot"],
    "overlaps": [
        ["food", "lunch", "pantry", "soup"],
        ["company", "lunch", "toddlers"],
        ["getting about", "lifts", "minibus"],
        ["upkeep", "precept", "hall-fund"],
        ["young people", "wind-fund", "youth-grant"],
    ],
    "threatened_cards": ["chapel", "old-school", "toddlers", "health-pot"],
}
"""Read off the sixty cards by a person, question by question."""


def ids(answer) -> list:
    if answer and isinstance(answer[0], Overlap):
        return [[overlap.purpose, *(card.id for card in overlap.cards)] for overlap in answer]
    return [card.id for card in answer]


def test_there_are_sixty_cards():
    assert len(CARDS) == 60


@pytest.mark.parametrize("question", BY_HAND)
def test_sixty_cards_answer_each_question_as_a_person_did_by_hand(question):
    assert ids(getattr(place_answers(CARDS, TODAY), question)) == BY_HAND[question]


def test_no_cards_answer_no_question():
    answers = place_answers([], TODAY)
    assert not any(getattr(answers, question) for question in BY_HAND)


@given(st.permutations(CARDS))
def test_the_order_of_the_cards_changes_no_answer(cards):
    def as_sets(answers):
        return {
            question: {str(sorted(map(str, [one]))) for one in ids(getattr(answers, question))} for question in plain
        }

    plain = [question for question in BY_HAND if question != "overlaps"]
    assert as_sets(place_answers(cards, TODAY)) == as_sets(place_answers(CARDS, TODAY))
    overlapping = {frozenset(row[1:]) for row in ids(place_answers(cards, TODAY).overlaps)}
    assert overlapping == {frozenset(row[1:]) for row in BY_HAND["overlaps"]}


@pytest.mark.parametrize("ends", ["2028", "2027-12", "2027-11-29", "2026-10", "2025", None])
def test_what_ended_or_ends_later_than_in_a_year_does_not_end_within_one(ends):
    pot = Pot(id="p", words="A pot", ends=ends)
    assert place_answers([pot], TODAY).cards_ending_within_a_year == ()


def test_a_service_is_its_own_scheme_however_often_it_names_a_purpose():
    twice = Asset(id="a", layer="services", words="Lunch", purposes=("food", "Food!"))
    assert place_answers([twice], TODAY).overlaps == ()


def test_a_year_before_the_leap_day_is_the_last_of_february():
    card = Pot(id="p", words="A pot", checked=datetime.date(2027, 2, 28))
    assert place_answers([card], datetime.date(2028, 2, 29)).unchecked_cards == ()
