"""How hard each sentence of an indicator is to read, in school grades (J. P. Kincaid and others, 1975)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from placecheck.rubric.model import Indicator
from placecheck.source.tree import KeyPath

_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True)
class Graded:
    """A text of an indicator, its path within the indicator, and its Flesch-Kincaid grade."""

    key: KeyPath
    text: str
    grade: float


def graded(indicator: Indicator) -> list[Graded]:
    """Return the grades of the statement, each sentence of the look-for and of the promise prompt, and each level."""
    from textstat import textstat  # slow to import, and only this needs it

    return [Graded(key, text, textstat.flesch_kincaid_grade(text)) for key, text in _texts(indicator)]


def average(texts: list[Graded]) -> float:
    """Return the mean grade of `texts`, to one decimal."""
    return round(sum(text.grade for text in texts) / len(texts), 1)


def _texts(indicator: Indicator) -> Iterator[tuple[KeyPath, str]]:
    yield ("statement",), indicator.statement
    for key in ("look_for", "prompt_promise"):
        for sentence in _SENTENCE_ENDS.split(getattr(indicator, key) or ""):
            if sentence:
                yield (key,), sentence
    if indicator.why is not None:
        yield ("why", "text"), indicator.why.text
    for index, level in enumerate(indicator.levels):
        yield ("levels", index), level
