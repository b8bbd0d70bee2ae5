"""The form on paper: a sheet that says what this is, then a sheet or more for each dimension, to fill in by hand."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict

from placecheck.assessment.asked import QuestionList
from placecheck.report.paper_size import Paper
from placecheck.report.typeset import compile_pdf, template_settings, to_printable_data
from placecheck.rubric import Rubric
from placecheck.views.printed_labels import paper_labels
from placecheck.views.questionnaire.duration import duration_words
from placecheck.views.questionnaire.questionnaire import Questionnaire, questionnaire_order, questionnaire_view
from placecheck.words import answering, forms, say

__all__ = ["form_pdf", "questionnaire_order"]

_WORDS = {
    "title": forms.TITLE,
    "what_it_is": forms.WHAT_IT_IS,
    "what_it_is_not": forms.WHAT_IT_IS_NOT,
    "how_to": forms.HOW_TO,
    "how_story": forms.HOW_STORY,
    "how_level": forms.HOW_LEVEL,
    "how_sure": forms.HOW_SURE,
    "how_change": forms.HOW_CHANGE,
    "dont_know": forms.DONT_KNOW_IS_FINE,
    "who_sees": forms.WHO_SEES_PAPER,
    "who_sees_words": forms.WHO_SEES_PAPER_WORDS,
    "name_no_one": forms.NAME_NO_ONE,
    "thanks": forms.THANKS,
    "where": forms.PAPER_WHERE,
    "place": forms.PLACE,
    "boundary": forms.BOUNDARY,
    "months": forms.MONTHS,
    "context": answering.CONTEXT,
    "perspective": forms.PERSPECTIVE,
    "for_keying": forms.FOR_KEYING,
    "join_code": forms.JOIN_CODE,
    "voice_number": forms.VOICE_NUMBER,
    "done": forms.DONE,
    "again": forms.AGAIN,
    "question_number": forms.QUESTION_NUMBER,
    "look_for": forms.LOOK_FOR,
    "story": forms.STORY,
    "nearest": forms.NEAREST,
    "no_answers": forms.NO_ANSWERS,
    "sure": answering.SURE,
    "for_whom": forms.FOR_WHOM,
    "promised": answering.PROMISED,
    "seen": answering.SEEN,
    "more_room": forms.MORE_ROOM,
}


def form_pdf(
    rubric: Rubric,
    questions: QuestionList,
    *,
    large: bool = False,
    place: str | None = None,
    boundary: str | None = None,
    months: str | None = None,
    code: str | None = None,
    only: Sequence[str] = (),
    day: datetime.date | None = None,
    paper: Paper = "a4",
) -> bytes:
    """Return the form of `rubric` with these questions as an accessible PDF, to print in black, double-sided.

    `large` is large print (18 pt, a question a page). `place`, `boundary`, `months` and the workshop's join `code` are
    printed on it where they are known; with a code there is room for second votes. `only` these questions are on it,
    where some are named, under the numbers that they have among all. `day` is the date of creation given in the PDF.
    The same input gives the same bytes.
    """
    asks = questionnaire_view(rubric, questions, only)
    view = asdict(asks) | {
        "place": place or rubric.title,
        "given": {"place": place, "boundary": boundary, "months": months, "code": code},
        "about": (),
        "words": _words(asks, duration_words(rubric, tuple(only) or questions)),
    }
    return compile_pdf(
        "form.typ",
        {"view": to_printable_data(view), **template_settings(rubric.language, large=large, paper=paper)},
        day,
    )


def _words(asks: Questionnaire, time: str) -> dict[str, str]:
    length = {"starter": forms.STARTER, "full": forms.FULL, "chosen": forms.CHOSEN}[asks.question_set]
    return {name: say(words) for name, words in _WORDS.items()} | {
        "length": say(length, n=len(asks.questions()), time=time),
        "meant_for": say(forms.MEANT_FOR, names="{names}"),
        "how_meant_for": say(forms.HOW_MEANT_FOR) if any(question.meant_for for question in asks.questions()) else "",
        "more_room_how": say(forms.MORE_ROOM_HOW, name="{name}"),
        "edition": say(forms.EDITION, title=asks.title, edition=asks.edition, licence=asks.licence),
        **paper_labels(),
    }
