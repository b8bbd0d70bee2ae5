"""How to read a summary, how its readings were made, and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.rubric import DEFAULT, Rubric
from placecheck.scoring import METHOD, Result
from placecheck.views.results.weight_words import total, weights_in_words
from placecheck.words import report as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class Section:
    """A title and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what a summary was made from."""

    name: str
    value: str


def how_to_read(rubric: Rubric) -> Section:
    """Return how to read the pictures and the levels."""
    first, last = rubric.levels[0].name, rubric.levels[-1].name
    levels = say(w.READ_LEVELS, steps=rubric.steps, first=first, last=last)
    rest = (w.READ_BAR, w.READ_RING, w.READ_DONT_KNOW, w.READ_STORIES)
    whose = say(w.READ_WORDS) if rubric.id == DEFAULT else say(w.READ_WORDS_BY, authors=rubric.authors)
    return Section(say(w.HOW_TO_READ), (levels, *map(say, rest), whose))


def how_made(rubric: Rubric, result: Result) -> Section:
    """Return the method, as far as a reader needs it; with the weights wherever they differ."""
    share = f"{rubric.scoring.min_coverage * 100:.0f}"
    sentences = [say(w.MADE_QUESTION), say(w.MADE_RANGE), say(w.MADE_DIMENSION, share=share), total(rubric, result)]
    return Section(say(w.HOW_MADE), (*sentences, weights_in_words(rubric, result), say(w.MADE_SAME)))


def about_this(rubric: Rubric, result: Result) -> tuple[Fact, ...]:
    """Return the edition, fingerprint, method version, licence and how to cite."""
    edition = say(w.ABOUT_EDITION, title=rubric.title, edition=result.edition)
    return (
        Fact(say(w.ABOUT_QUESTIONS), edition),
        Fact(say(w.ABOUT_WORDING), rubric.wording),
        Fact(say(w.ABOUT_FINGERPRINT), result.fingerprint),
        Fact(say(w.ABOUT_METHOD), say(w.ABOUT_METHOD_VERSION, method=METHOD)),
        Fact(say(w.ABOUT_LICENCE), rubric.licence),
        Fact(say(w.ABOUT_CITE), rubric.cite_as),
        Fact(say(w.ABOUT_STORIES), say(w.ABOUT_STORIES_WORDS)),
    )


def left_out(assessment: Assessment) -> tuple[Fact, ...]:
    """Return what the group left out of its rubric, and why; by id, since the name is gone with it."""
    dropped = {id_: own.because or "" for id_, own in assessment.own_words.items() if own.change == "dropped"}
    named = {id_.replace("-", " ").capitalize(): why for id_, why in dropped.items()}
    return tuple(Fact(say(w.LEFT_OUT), say(w.LEFT_OUT_ONE, name=name, why=why)) for name, why in named.items())


def about_letters() -> Fact:
    """Return the sentence for when some letters could not be printed."""
    return Fact(say(w.ABOUT_LETTERS), say(w.ABOUT_LETTERS_WORDS))
