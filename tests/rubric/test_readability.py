from __future__ import annotations

import pytest

from placecheck.rubric.model import Indicator
from placecheck.rubric.readability import average, graded


def indicator(**changes: object) -> Indicator:
    base = {
        "id": "a",
        "name": "A",
        "statement": "The cat sat on the mat.",
        "look_for": "Where is it? Who fed it last night?",
        "levels": ["We know of no cat yet.", "There is a cat.", "The cat is fed by us all."],
    }
    return Indicator.model_validate(base | changes)


def test_the_statement_each_sentence_of_the_look_for_and_each_level_are_graded():
    assert [(text.key, text.text) for text in graded(indicator())] == [
        (("statement",), "The cat sat on the mat."),
        (("look_for",), "Where is it?"),
        (("look_for",), "Who fed it last night?"),
        (("levels", 0), "We know of no cat yet."),
        (("levels", 1), "There is a cat."),
        (("levels", 2), "The cat is fed by us all."),
    ]


def test_a_grade_is_that_of_flesch_and_kincaid():
    sentence = graded(indicator())[0]
    words, syllables = 6, 6
    assert sentence.grade == pytest.approx(0.39 * words + 11.8 * syllables / words - 15.59, abs=0.06)


def test_long_words_make_a_sentence_harder():
    easy, hard = graded(indicator())[0], graded(indicator(statement="Felines habitually inhabited upholstery."))[0]
    assert easy.grade < 1
    assert hard.grade > 12


def test_the_average_is_over_all_sentences_to_one_decimal():
    texts = graded(indicator())
    assert average(texts) == round(sum(text.grade for text in texts) / len(texts), 1)
