"""How long answering takes is worked out from the questions, and said as people say it."""

import pytest

from placecheck.rubric import find_rubric
from placecheck.views.questionnaire import duration as module
from placecheck.views.questionnaire.duration import duration_words, minutes_to_answer


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "about 5 minutes"),
        (8, "about 10 minutes"),
        (31, "about half an hour"),
        (52, "about 50 minutes"),
        (55, "about an hour"),
        (70, "about an hour"),
        (84, "about an hour and a half"),
        (118, "about 2 hours"),
        (155, "about 2 and a half hours"),
    ],
)
def test_a_length_is_said_as_people_say_it(monkeypatch, rubric, minutes, words):
    monkeypatch.setattr(module, "minutes_to_answer", lambda *_: minutes)
    assert duration_words(rubric, "full") == words


def test_the_short_set_of_ours_takes_half_an_hour_and_more_questions_take_longer():
    rubric = find_rubric()
    assert duration_words(rubric, "starter") == "about half an hour"
    assert duration_words(rubric, "full") == "about an hour and a half"
    three = tuple(rubric.by_id)[:3]
    assert (
        minutes_to_answer(rubric, three[:1]) < minutes_to_answer(rubric, three) < minutes_to_answer(rubric, "starter")
    )
