"""What a search finds and what it does not, with and without the notes' own text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from placecheck.fingerprint import words
from placecheck.notes.search import ParagraphText, Search

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
    assert all(hit.is_near for hit in search.find(question))


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
    hits = search.find(question)
    assert hits
    assert not any(hit.is_near for hit in hits)


@pytest.mark.parametrize(
    "question",
    [
        "do we need insurance for a street party?",
        "how many people make a quorum at our meeting?",
        "what salary does a community connector get?",
        "is there a form for closing our street to cars?",
    ],
)
def test_what_is_near_the_notes_but_not_answered_is_never_called_an_answer(search, question):
    assert all(hit.is_near for hit in search.find(question))


@pytest.mark.parametrize("question", ["when do the clocks go back", "who won the cup final", "horoscope"])
def test_what_nothing_comes_close_to_gets_nothing(search, question):
    assert search.find(question) == ()


def test_as_many_places_are_found_as_speak_of_it_and_not_always_ten(search):
    questions = ("sortition", "does place still matter?", "can art bring people together?", "who tells our stories?")
    assert len({len(search.find(question)) for question in questions}) > 1


@pytest.mark.parametrize(
    "question",
    ["winch", "the winch", "Winches", "what do the notes say about the winch?", "Is there anything about winches"],
)
def test_a_word_of_the_added_text_is_always_found(catalogue, question):
    hits = Search(catalogue, [ParagraphText(("gathering-2018-07", 900), TEXT)]).find(question)
    assert [(hit.position, hit.is_near) for hit in hits][:1] == [(("gathering-2018-07", 900), False)]


def test_a_word_that_only_shares_its_stem_with_the_text_is_no_name_in_it(catalogue):
    hits = Search(catalogue, [ParagraphText(("gathering-2018-07", 900), "We walked to the lochside.")]).find(
        "lochsider"
    )
    assert hits == ()


@pytest.mark.parametrize(
    "name", ["the church", "Carillion", "Port Talbot", "Elinor Ostrom", "sortition", "friendly society"]
)
def test_a_word_or_name_of_a_gist_is_always_found(search, name):
    best = search.find(name)[0]
    gist = search.catalogue.passages_by_id[f"{best.position[0]}#{best.position[1]}"].gist.casefold()
    assert not best.is_near
    assert name.casefold().removeprefix("the ").split()[0] in gist


@given(st.data())
def test_every_word_of_every_gist_finds_a_passage(search, data):
    passage = data.draw(st.sampled_from(search.catalogue.passages))
    word = data.draw(st.sampled_from(words(passage.gist)))
    hits = search.find(word)
    assert not any(hit.is_near for hit in hits)
    assert hits or not search._analyzer.tokens(word)


def test_a_slip_of_the_key_changes_little(search):
    right = {hit.position for hit in search.find("who decides how the money is spent?")}
    slipped = {hit.position for hit in search.find("who deicdes how the mony is spent?")}
    assert len(right & slipped) >= 5


@given(st.text(max_size=80), st.integers(0, 20))
@example("STEP", 6)
def test_whatever_is_asked_answers_are_known_ordered_and_not_too_many(search, question, most):
    found = search.find(question, most)
    assert len(found) <= most
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert {f"{note}#{number}" for (note, number), _, _ in found} <= set(search.catalogue.passages_by_id)


def test_a_question_gives_the_same_answers_each_time(catalogue):
    asked = "how do we get young people involved"
    assert Search(catalogue).find(asked) == Search(catalogue).find(asked)


def test_a_note_that_the_rubric_does_not_know_is_found_by_its_words_alone(catalogue):
    search = Search(catalogue, [ParagraphText(("our-talk", 4), TEXT)])
    assert search.find("who mended the winch")[0].position == ("our-talk", 4)


@pytest.mark.parametrize("question", ["winch", "who mended the winch", "money", "the step", "grease paid"])
def test_a_better_place_never_has_a_lower_score_whatever_it_was_found_by(catalogue, question):
    written = [
        ParagraphText(("our-talk", 4), TEXT),
        ParagraphText(("our-talk", 5), "Grease for the winch, and who paid."),
    ]
    scores = [hit.score for hit in Search(catalogue, written).find(question)]
    assert scores
    assert scores == sorted(scores, reverse=True)


def test_a_note_of_ones_own_does_not_make_the_bins_a_subject(catalogue):
    search = Search(catalogue, [ParagraphText(("our-talk", 4), TEXT)])
    assert all(hit.is_near for hit in search.find("when are the bins collected"))
