"""What a column may hold, to choose from: as a mapping file writes it, and in words."""

from __future__ import annotations

from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.exchange.column_dictionary import format_columns
from placecheck.exchange.vocabulary import LEAVE_OUT, Meaning
from placecheck.rubric import Rubric
from placecheck.words import import_plan as plan_words
from placecheck.words import importing as words
from placecheck.words import say

__all__ = ["LEAVE_OUT", "meaning_options", "meaning_words"]

_OF_A_QUESTION = ("level", "sure", *ANSWER_TEXTS)
_OF_A_PERSON = ("voice", "perspective", "paper", "place", "date", "kind", "nation")


def meaning_options(rubric: Rubric, layout: str) -> list[str]:
    """Return what a column of a table may hold, in the words of a mapping file; `layout` is the table's."""
    if layout == "people":
        about = [str(Meaning(field, item.id)) for field in _OF_A_QUESTION for item in rubric.indicators()]
        return [LEAVE_OUT, *_OF_A_PERSON, *about]
    return [LEAVE_OUT, *format_columns()]


def meaning_words(value: str, rubric: Rubric) -> str:
    """Return what a column holds in words."""
    meaning = Meaning.parse(value)
    if meaning is None:
        return say(words.LEAVE_COLUMN)
    field = say(plan_words.FIELDS[meaning.field])
    if meaning.indicator is None:
        return field
    item = rubric.by_id.get(meaning.indicator)
    return f"{field}: {item.name if item else meaning.indicator}"
