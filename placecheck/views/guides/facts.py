"""What the program can look up in an assessment for the guide that comes before printing."""

from __future__ import annotations

from collections.abc import Iterator

from placecheck.assessment import Assessment
from placecheck.guides.model import Fact
from placecheck.publishing.texts import Text, find_texts
from placecheck.rubric import Rubric
from placecheck.rubric.avoided import load_words
from placecheck.words import guides as w
from placecheck.words import say, say_n

MOST = 8
"""How many examples of one fact are shown."""
NAMES = {"name", "titled", "called", "email", "phone", "address", "postcode", "role", "close"}
"""Marks that may say who somebody is."""


def fact_lines(fact: Fact, assessment: Assessment, rubric: Rubric) -> tuple[str, ...]:
    """Return what there is to see of `fact`, a line each; a line that says so where nothing was found."""
    finder = {
        "missing-voices": _missing,
        "one-voice": _one_voice,
        "names": _names,
        "strong-words": _strong_words,
    }[fact]
    lines = tuple(finder(assessment, rubric))
    more = len(lines) - MOST
    return (*lines[:MOST], *((say_n(w.AND_MORE, more),) if more > 0 else ())) or (say(w.NOTHING_FOUND),)


def _missing(assessment: Assessment, rubric: Rubric) -> Iterator[str]:
    if assessment.missing_voices:
        yield say(w.MISSING_SAID, text=assessment.missing_voices)
    else:
        yield say(w.MISSING_UNSAID)
    spoke = {voice.perspective for voice in assessment.voices}
    unheard = [perspective.name for perspective in rubric.offered_perspectives() if perspective.id not in spoke]
    if unheard:
        yield say(w.UNHEARD, names=", ".join(unheard))


def _one_voice(assessment: Assessment, rubric: Rubric) -> Iterator[str]:
    for indicator in rubric.indicators():
        answers = [voice.answers.get(indicator.id) for voice in assessment.voices]
        if sum(answer is not None and answer.level is not None for answer in answers) == 1:
            yield indicator.name


def _names(assessment: Assessment, rubric: Rubric) -> Iterator[str]:
    """Yield what may identify somebody in a story, each once; skip what also occurs in the place's own words."""
    place = " ".join(filter(None, (assessment.place.boundary, assessment.place.context)))
    seen: dict[str, str] = {}
    for text in find_texts(assessment):
        for match in text.marks if text.is_told else ():
            if match.kind in NAMES and match.text not in place:
                seen.setdefault(match.text, _where(text, rubric))
    yield from (say(w.SEEN_IN, seen=match, where=where) for match, where in seen.items())


def _strong_words(assessment: Assessment, rubric: Rubric) -> Iterator[str]:
    words = load_words()
    for text in find_texts(assessment):
        for seen, word in words.matches(text.text):
            yield say(w.STRONG_IN, seen=seen, where=_where(text, rubric), instead=word.instead)


def _where(text: Text, rubric: Rubric) -> str:
    indicator = rubric.by_id.get(text.indicator or "")
    return indicator.name if indicator else say(w.ELSEWHERE)
