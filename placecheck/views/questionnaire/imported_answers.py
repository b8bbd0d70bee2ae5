"""A voice that came from elsewhere, as a reader sees it before it is taken."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Answer, Voice
from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.rubric import Rubric
from placecheck.views.results.indicator import SURE_WORDS, perspective_name, story_details
from placecheck.words import on_paper as w
from placecheck.words import results, say, say_n


@dataclass(frozen=True, slots=True)
class ImportedAnswersView:
    """One voice: where it came from, from where it speaks, how much it says, and each answer as name, words, story."""

    source: str
    about: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]


def imported_answers_view(rubric: Rubric, voice: Voice, source: str) -> ImportedAnswersView:
    """Return what `voice`, with the origin `source`, would add to an assessment with `rubric`."""
    stories = sum(any(getattr(answer, name) for name in ANSWER_TEXTS) for answer in voice.answers.values())
    about = [
        perspective_name(rubric, voice) or say(w.NOT_SAID),
        say_n(w.COUNTED, sum(answer.is_given for answer in voice.answers.values())),
    ]
    if stories:
        about.append(say_n(w.STORIES, stories))
    indicators = (indicator for indicator in rubric.indicators() if indicator.id in voice.answers)
    rows = (
        (indicator.name, answer_words(rubric, answer := voice.answers[indicator.id]), _answer_line(answer))
        for indicator in indicators
    )
    return ImportedAnswersView(source, tuple(about), tuple(rows))


def answer_words(rubric: Rubric, answer: Answer) -> str:
    """Return a level and how sure, or why there is none; empty where there is only a story."""
    if answer.level is None:
        return say(results.NO_ANSWERS[answer.no_answer]) if answer.no_answer else ""
    name = rubric.levels[answer.level].name
    return f"{name}, {say(SURE_WORDS[answer.sure])}" if answer.sure else name


def _answer_line(answer: Answer) -> str:
    return " ".join(filter(None, (answer.story, *story_details(answer))))
