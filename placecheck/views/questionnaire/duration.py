"""About how long it takes to answer, worked out from the questions themselves."""

from __future__ import annotations

from placecheck.assessment.asked import QuestionList, question_set
from placecheck.rubric import Rubric
from placecheck.words import forms as w
from placecheck.words import say, say_n

WORDS_A_MINUTE = 150
"""How fast people read a statement, what to look for and the levels, who have not seen them before."""

MINUTES_TO_ANSWER = 1.5
"""How long a person thinks and writes about a question, once it is read."""


def minutes_to_answer(rubric: Rubric, questions: QuestionList) -> float:
    """Return about how many minutes one person takes to read and answer `questions`."""
    indicators = [rubric.by_id[id_] for id_ in question_set(rubric, questions)]
    texts = (text for indicator in indicators for text in (indicator.statement, indicator.look_for, *indicator.levels))
    return sum(len(text.split()) for text in texts) / WORDS_A_MINUTE + MINUTES_TO_ANSWER * len(indicators)


def duration_words(rubric: Rubric, questions: QuestionList) -> str:
    """Return about how long `questions` take, as people say it: to five minutes, over an hour to half an hour."""
    minutes = minutes_to_answer(rubric, questions)
    fives, halves = max(1, round(minutes / 5)), round(minutes / 30)
    if fives < 11:
        return say(w.HALF_AN_HOUR) if fives == 6 else say_n(w.ABOUT_MINUTES, 5 * fives)
    hours, half = divmod(halves, 2)
    return say_n(w.ABOUT_HOURS_AND_HALF if half else w.ABOUT_HOURS, hours)
