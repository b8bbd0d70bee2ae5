"""What the program can look up in an assessment for the guide that comes before printing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.guides.model import Fact
from placecheck.publishing.texts import Text, find_texts
from placecheck.rubric import Rubric
from placecheck.rubric.words_to_avoid import load_words
from placecheck.views.page_names import PageName
from placecheck.words import guides as w
from placecheck.words import say

NAMES = {"name", "titled", "called", "email", "phone", "address", "postcode", "role", "close"}
"""Marks that may say who somebody is."""
PAGES = {
    "agreed": PageName.CLOSER_LOOK,
    "causes": PageName.THEN_NOW,
    "own_words": PageName.OWN_WORDS,
    "perspective_names": PageName.OWN_WORDS,
    "missing_voices": PageName.NEXT_STEPS,
    "actions": PageName.NEXT_STEPS,
    "place": PageName.ABOUT_PLACE,
}
"""Where a text is written, by the first part of its key; a voice's own is written where that voice answers."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """One thing to see, and the page on which it can be put right: of which indicator, in the answers of which voice.

    `page` is None where there is nothing to put right.
    """

    text: str
    page: PageName | None = None
    indicator: str | None = None
    voice: str | None = None
    dimension: str | None = None


def fact_lines(fact: Fact, assessment: Assessment, rubric: Rubric) -> tuple[FactLine, ...]:
    """Return all that there is to see of `fact`, a line each; a line that says so where nothing was found."""
    finder = {
        "missing-voices": _missing,
        "one-voice": _one_voice,
        "names": _names,
        "strong-words": _strong_words,
    }[fact]
    return tuple(finder(assessment, rubric)) or (FactLine(say(w.NOTHING_FOUND)),)


def _missing(assessment: Assessment, rubric: Rubric) -> Iterator[FactLine]:
    missing = assessment.missing_voices
    words = say(w.MISSING_SAID, text=missing) if missing else say(w.MISSING_UNSAID)
    yield FactLine(words, PageName.NEXT_STEPS)
    spoke = {voice.perspective for voice in assessment.voices}
    unheard = [perspective.name for perspective in rubric.offered_perspectives() if perspective.id not in spoke]
    if unheard:
        yield FactLine(say(w.UNHEARD, names=", ".join(unheard)))


def _one_voice(assessment: Assessment, rubric: Rubric) -> Iterator[FactLine]:
    for indicator in rubric.indicators():
        answers = [voice.answers.get(indicator.id) for voice in assessment.voices]
        if sum(answer is not None and answer.level is not None for answer in answers) == 1:
            yield FactLine(indicator.name, PageName.CLOSER_LOOK, indicator.id)


def _names(assessment: Assessment, rubric: Rubric) -> Iterator[FactLine]:
    """Yield each story in which something may identify somebody; skip what also occurs in the place's own words."""
    place = " ".join(filter(None, (assessment.place.boundary, assessment.place.context)))
    for text in find_texts(assessment):
        marks = text.marks if text.is_told else ()
        seen = dict.fromkeys(match.text for match in marks if match.kind in NAMES and match.text not in place)
        if seen:
            quoted = ", ".join(say(w.QUOTED, seen=match) for match in seen)
            yield _line(say(w.SEEN_IN, seen=quoted, where=_where(text, rubric)), text, rubric)


def _strong_words(assessment: Assessment, rubric: Rubric) -> Iterator[FactLine]:
    words = load_words()
    for text in find_texts(assessment):
        for seen, word in words.matches(text.text):
            where = _where(text, rubric)
            yield _line(say(w.STRONG_IN, seen=seen, where=where, instead=word.instead), text, rubric)


def _line(words: str, text: Text, rubric: Rubric) -> FactLine:
    """Return a line about `text` that leads to where the text was written."""
    kind, _, rest = text.key.partition(".")
    if kind == "answers":
        having = (
            dimension.id
            for dimension in rubric.dimensions
            if rubric.by_id[text.indicator or ""] in dimension.indicators
        )
        return FactLine(words, PageName.ANSWER, text.indicator, rest.partition(".")[0], next(having, None))
    return FactLine(words, PAGES[kind], text.indicator)


def _where(text: Text, rubric: Rubric) -> str:
    indicator = rubric.by_id.get(text.indicator or "")
    return indicator.name if indicator else say(w.ELSEWHERE)
