"""A voice that came from elsewhere, as a reader sees it before it is taken."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Answer, Voice
from placecheck.rubric import Rubric
from placecheck.views.indicator import SURE_WORDS, perspective_name
from placecheck.words import on_paper as w
from placecheck.words import results, say, say_n


@dataclass(frozen=True, slots=True)
class IncomingView:
    """One voice: where it came from, from where it speaks, how much it says, and each answer as name, words, story."""

    source: str
    about: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]


def incoming_view(rubric: Rubric, voice: Voice, source: str) -> IncomingView:
    """What `voice`, which `source` names the origin of, would add to a round of `rubric`."""
    stories = sum(bool(answer.story or answer.not_for) for answer in voice.answers.values())
    about = [perspective_name(rubric, voice) or say(w.NOT_SAID), say_n(w.COUNTED, len(voice.answers))]
    if stories:
        about.append(say_n(w.STORIES, stories))
    asked = (one for one in rubric.indicators() if one.id in voice.answers)
    rows = ((one.name, answer_words(rubric, answer := voice.answers[one.id]), _told(answer)) for one in asked)
    return IncomingView(source, tuple(about), tuple(rows))


def answer_words(rubric: Rubric, answer: Answer) -> str:
    """A level and how sure, or why there is none; empty where only a story was told."""
    if answer.level is None:
        return say(results.NO_ANSWERS[answer.no_answer]) if answer.no_answer else ""
    name = rubric.levels[answer.level].name
    return f"{name}, {say(SURE_WORDS[answer.sure])}" if answer.sure else name


def _told(answer: Answer) -> str:
    return " ".join(filter(None, (answer.story, answer.not_for and say(results.NOT_TRUE_FOR, whom=answer.not_for))))
