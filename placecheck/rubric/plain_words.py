"""Whether a text is in plain words: none of the words to avoid, and no sentence that is hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from placecheck.errors import Finding
from placecheck.rubric.words_to_avoid import WordsToAvoid
from placecheck.source import Source
from placecheck.source.tree import KeyPath

MAX_GRADE = 9.0
"""The hardest a sentence may be, in Flesch-Kincaid school grades."""
SHORTEST = 5
"""A sentence of fewer words has no grade: one long name would decide it."""

_SENTENCE_ENDS = re.compile(r"(?<=[.?!:;])\s+")


def plain_findings(
    texts: Iterable[tuple[KeyPath, str]], source: Source, words: WordsToAvoid, *, excused: bool = False
) -> Iterator[Finding]:
    """Find words to avoid and hard sentences in `texts`, each with its key path; a hard one may be `excused`."""
    for path, text in texts:
        for match, word in words.matches(text):
            yield source.finding(path, f"The word `{match}` is one to avoid: {word.why}", word.instead)
        for sentence in () if excused else sentences(text):
            if (grade := reading_grade(sentence)) > MAX_GRADE:
                what = f"A sentence here has a reading grade of {grade:.1f}: {sentence}"
                yield source.finding(path, what, f"Shorter words and sentences bring it to {MAX_GRADE:.0f}.")


def sentences(text: str) -> list[str]:
    """Split `text` where a sentence or a main clause ends; those too short to be graded are left out."""
    return [part for part in _SENTENCE_ENDS.split(text) if len(part.split()) >= SHORTEST]


def reading_grade(text: str) -> float:
    """Return the Flesch-Kincaid school grade of `text` (6 is about age 11)."""
    from textstat import textstat  # slow to import, and only checks need it

    return float(textstat.flesch_kincaid_grade(text))
