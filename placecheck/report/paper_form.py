"""The form on paper: a sheet that says what this is, then a sheet or more for each dimension, to fill in by hand."""

from __future__ import annotations

import datetime
from dataclasses import asdict

from placecheck.assessment.model import Round
from placecheck.report.typeset import Paper, cleaned, setting, typeset
from placecheck.rubric import Rubric
from placecheck.views.sheet import Sheet, sheet, sheet_order
from placecheck.words import answering, forms, say

__all__ = ["paper_form", "sheet_order"]

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
    "look_for": forms.LOOK_FOR,
    "story": forms.STORY,
    "nearest": forms.NEAREST,
    "no_answers": forms.NO_ANSWERS,
    "sure": answering.SURE,
    "for_whom": forms.FOR_WHOM,
    "more_room": forms.MORE_ROOM,
}


def paper_form(
    rubric: Rubric,
    round_: Round,
    *,
    large: bool = False,
    place: str | None = None,
    boundary: str | None = None,
    day: datetime.date | None = None,
    paper: Paper = "a4",
) -> bytes:
    """The form of `rubric` as an accessible PDF, to print in black on both sides of the paper.

    `large` is large print (18 pt, a question a page). `place` and `boundary` stand on it where they are known. `day`
    is when the PDF says that it was made. The same input gives the same bytes.
    """
    asks = sheet(rubric, round_)
    given = {"place": place, "boundary": boundary}
    view = asdict(asks) | {"place": place or rubric.title, "given": given, "about": (), "words": _words(asks)}
    return typeset("form.typ", {"view": cleaned(view), **setting(rubric.language, large=large, paper=paper)}, day)


def _words(asks: Sheet) -> dict[str, str]:
    length = forms.STARTER if asks.round == "starter" else forms.FULL
    return {name: say(words) for name, words in _WORDS.items()} | {
        "length": say(length, n=len(asks.questions())),
        "more_room_how": say(forms.MORE_ROOM_HOW, name="{name}"),
        "edition": say(forms.EDITION, title=asks.title, edition=asks.edition, licence=asks.licence),
        "page_of": say(forms.FOOT, page="{page}", pages="{pages}"),
    }
