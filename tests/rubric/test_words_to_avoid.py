from __future__ import annotations

import pytest

from placecheck.errors import InputError
from placecheck.rubric.words_to_avoid import WordsToAvoid, load_words

WORDS = load_words()


def found(text: str, *, about: bool = False) -> list[str]:
    return [there for there, _ in WORDS.matches(text, about=about)]


@pytest.mark.parametrize(
    "text",
    [
        *("weak", "Weaker", "WEAKEST", "weakness", "poor", "poorly", "fails", "failing", "failed", "failure"),
        *("deprived", "depriving", "deprivation", "disadvantaged", "left behind", "left-behind", "service users"),
        *("stakeholders", "empowering", "empowerment", "delivers", "delivery", "vulnerable", "hard to reach"),
        *("hard-to-reach", "best practice", "targets", "targeted", "scores", "scoring", "league tables", "the elderly"),
    ],
)
def test_a_word_is_found_in_each_of_its_forms(text):
    assert found(f"It is a {text}, so they say.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "weekly",
        "tweak",
        "failsafe",
        "poorhouse",
        "spoor",
        "deliverance",
        "unfailing",
        "clientele",
        "targetless",
        "underscore",
    ],
)
def test_a_word_inside_another_is_no_word_to_avoid(text):
    assert found(f"It is {text} here.") == []


def test_a_phrase_is_found_over_a_line_break():
    assert found("those left\n  behind") == ["left\n  behind"]


def test_what_a_rubric_says_of_itself_may_deny_that_it_measures_and_may_not_run_people_down():
    text = "No targets, no scores, and no stakeholders."
    assert found(text, about=True) == ["stakeholders"]
    assert found(text) == ["stakeholders", "targets", "scores"]


def test_every_word_says_why_and_what_to_say_instead_without_using_a_word_to_avoid():
    assert len(WORDS.words) >= 20
    for word in WORDS.words:
        assert word.why.endswith(".")
        assert word.instead.startswith(("Say ", "Name ", "Use "))
        assert found(word.instead) == [], word.word


def test_no_word_stands_in_the_list_twice():
    every = [one for word in WORDS.words for one in (word.word, *word.also)]
    assert len(every) == len(set(every))


def test_a_list_at_fault_is_refused_with_its_line(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text("words:\n  - word: bad\n    why: It is.\n")
    with pytest.raises(InputError, match=r"words.yaml:2: words\[0\].instead: This key is missing"):
        load_words(path)


def test_a_list_of_ones_own_can_be_empty():
    assert list(WordsToAvoid(words=()).matches("weak")) == []
