from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import yaml

from placecheck.assessment import Place
from placecheck.publishing.personal_data import Kind, PersonalDataFinder
from placecheck.words import publishing

MARKER = PersonalDataFinder.for_place(Place(name="Marsh Lane", nation="England"))


def marks(text: str) -> list[tuple[str, str]]:
    return [(mark.kind, mark.text) for mark in MARKER.marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to jo.smith@parish.example any time.", [("email", "jo.smith@parish.example")]),
        ("It is on www.ourhall.example/book now.", [("web", "www.ourhall.example/book")]),
        ("Look for @marshlanehall there.", [("web", "@marshlanehall")]),
        ("Ring 01632 960 123 after six.", [("phone", "01632 960 123")]),
        ("Ring +44 (0)7700 900123.", [("phone", "+44 (0)7700 900123")]),
        ("She is at 14 Station Road, by the pub.", [("address", "14 Station Road")]),
        ("The woman at number 40 runs it.", [("described", "The woman at"), ("address", "number 40")]),
        ("They moved to ZZ9 9ZZ last year.", [("postcode", "ZZ9 9ZZ")]),
        ("Ask Mrs Patel or Cllr Jones.", [("titled", "Mrs Patel"), ("titled", "Cllr Jones")]),
        ("The vicar opens it.", [("role", "vicar")]),
        ("my neighbour has the key", [("close", "my neighbour")]),
        ("Megan runs the club.", [("name", "Megan")]),
        ("It was Tomasz Nowak's idea.", [("name", "Tomasz Nowak")]),
        ("Five say 2, one says 0.", [("count", "Five say"), ("count", "one says")]),
        ("a girl called Zuzanna helps", [("called", "called Zuzanna")]),
        ("my wee brother fell", [("close", "my wee brother")]),
        ("our eldest was left out", [("close", "our eldest")]),
        ("the man in the wheelchair waits", [("described", "the man in")]),
        ("the only Somali family went", [("described", "the only Somali family")]),
        ("the house opposite the pub", [("described", "the house opposite the")]),
        ("sort code 00-11-22", [("number", "sort code 00-11-22")]),
        ("only one person came", [("count", "only one person")]),
        ("one of the three cooks", [("count", "one of the three")]),
    ],
)
def test_what_may_say_who_somebody_is_is_marked_with_what_it_may_be(text, found):
    assert marks(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The hall is open on Tuesdays. Nobody comes in August, and I've stopped going.",
        "A lad can learn there. Families from the estate come too. The couple of benches we had are gone.",
        "Only the pub is open. One in four has no garden. The farm shop sells what the farms grow.",
        "People from Marsh Lane meet there. It's the best thing in England.",
        "We have 12 chairs and 2 kettles; since 2019 it is £3 a week.",
        "Libraries are shut. “Try again,” they said.",
        "",
    ],
)
def test_ordinary_words_are_not_marked(text):
    assert marks(text) == []


def test_a_mark_says_which_letters_it_means_and_none_overlap():
    text = "Dr Ann Lee of 3 Mill Lane, ann@lee.example, 01632 960 960, and Bob."
    found = MARKER.marks(text)
    assert [text[mark.start : mark.end] for mark in found] == [mark.text for mark in found]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert {mark.kind for mark in found} == {"titled", "address", "email", "phone", "name"}


def test_every_kind_of_mark_has_words_for_what_it_may_be():
    assert set(publishing.KINDS) == set(get_args(Kind))


SENTENCES = yaml.safe_load(Path(__file__).with_name("personal_data_sentences.yaml").read_text("utf-8"))


@pytest.mark.parametrize("part", SENTENCES)
def test_of_91_places_at_least_85_are_marked_and_of_ten_ordinary_sentences_less_than_one(part):
    marked = 0
    for sentence in SENTENCES[part]["marked"]:
        before, between, after = re.split("<<|>>", sentence)
        start, end = len(before), len(before) + len(between)
        found = MARKER.marks(before + between + after)
        marked += any(mark.start < end and mark.end > start for mark in found)
    assert marked / len(SENTENCES[part]["marked"]) >= 85 / 91
    plain = SENTENCES[part]["plain"]
    assert sum(bool(marks(sentence)) for sentence in plain) <= len(plain) / 10


@pytest.mark.parametrize(
    "text",
    [
        "The room (We keep it warm) is open; They said so - The end.",
        "We asked: Who may use it? Everyone, and They’ve been told. We've said Yes.",
    ],
)
def test_words_that_name_nobody_may_have_a_capital_anywhere(text):
    assert marks(text) == []


def test_a_name_behind_a_word_that_names_nobody_is_marked_alone():
    assert marks("they meet in The Legion with O'Brien") == [("name", "Legion"), ("name", "O'Brien")]


@pytest.mark.parametrize("text", ["the crèche, a café and the école", "ŵyn ar y bryn", "Tŷ bach twt: the tŷ is small"])
def test_a_small_letter_with_an_accent_is_no_capital(text):
    assert marks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("the meeting is on 12/05/2024", "open 10.30-12.45", "it was 1985-1991", "3 of us walk"),
        *("by 2027-03-31", "2027-03-31 - 2027-04-30", "2027-03-31 – 2027-04-30 12:00", "2026-12-01 2027-01-05"),
        "01/03/2027 – 30/04/2027",
    ],
)
def test_days_times_and_years_are_no_phone_numbers(text):
    assert "phone" not in {kind for kind, _ in marks(text)}
