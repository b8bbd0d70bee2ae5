"""What a search finds and what it does not, with and without the notes' own text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.notes.search import Search, Written

TEXT = "The winch was mended by two of them in one night, and nobody asked who paid for the grease."


@pytest.fixture(scope="module")
def search(catalogue):
    return Search(catalogue)


@pytest.mark.parametrize(
    "question",
    [
        "when are the bins collected",
        "how do I renew a parking permit",
        "what time does the library shut on Saturdays",
        "where do I pay my council tax",
        "who do I ring about a broken boiler",
    ],
)
def test_what_people_ask_councils_gets_no_answer(search, question):
    assert search.find(question) == ()


@pytest.mark.parametrize(
    "question",
    [
        "who decides how the money is spent?",
        "why does nobody ever ask us?",
        "our pub shut and there is nowhere to meet",
        "newcomers and old families keep apart",
        "how can the council listen better",
    ],
)
def test_what_the_notes_speak_of_gets_one(search, question):
    assert search.find(question)


def test_a_slip_of_the_key_changes_little(search):
    right = {hit.place for hit in search.find("who decides how the money is spent?")}
    slipped = {hit.place for hit in search.find("who deicdes how the mony is spent?")}
    assert len(right & slipped) >= 5


@given(st.text(max_size=80), st.integers(0, 20))
def test_whatever_is_asked_answers_are_known_ordered_and_not_too_many(search, question, most):
    found = search.find(question, most)
    assert len(found) <= most
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert {f"{note}#{number}" for (note, number), _ in found} <= set(search.catalogue.passage)


def test_a_question_gives_the_same_answers_each_time(catalogue):
    asked = "how do we get young people involved"
    assert Search(catalogue).find(asked) == Search(catalogue).find(asked)


def test_a_note_that_the_rubric_does_not_know_is_found_by_its_words_alone(catalogue):
    search = Search(catalogue, [Written(("our-talk", 4), TEXT)])
    assert search.find("who mended the winch")[0].place == ("our-talk", 4)


def test_a_note_of_ones_own_does_not_make_the_bins_a_subject(catalogue):
    search = Search(catalogue, [Written(("our-talk", 4), TEXT)])
    assert search.find("when are the bins collected") == ()
