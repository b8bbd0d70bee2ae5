"""Words that no rubric uses: which they are is data, in `rubrics/words-to-avoid.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from placecheck.resources import resource_folder
from placecheck.source import read_source, validated
from placecheck.source.fields import Frozen, Line, Text, YesNo

ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "est", "ly")
"""What may stand behind a word to avoid; anything else its entry lists under `also`."""


class WordToAvoid(Frozen):
    """A word or a phrase that no rubric uses, why, and what to say instead."""

    word: Line
    also: tuple[Line, ...] = ()
    why: Text
    instead: Text
    may_stand_in_about: YesNo = False


class WordsToAvoid(Frozen):
    """`words-to-avoid.yaml`."""

    words: tuple[WordToAvoid, ...]

    @cached_property
    def _patterns(self) -> tuple[tuple[WordToAvoid, re.Pattern[str]], ...]:
        return tuple((word, _pattern(word)) for word in self.words)

    def matches(self, text: str, *, about: bool = False) -> Iterator[tuple[str, WordToAvoid]]:
        """Yield each word to avoid in `text`, as written there; an `about` may hold some of them."""
        for word, pattern in self._patterns:
            if about and word.may_stand_in_about:
                continue
            for match in pattern.finditer(text):
                yield match.group(), word


def _pattern(entry: WordToAvoid) -> re.Pattern[str]:
    """Return a pattern of whole words only, in lower or upper case, over a line break too."""
    endings = f"(?:{'|'.join(ENDINGS)})?"
    stem = re.escape(entry.word[:-1]) + f"(?:e{endings}|ing)" if entry.word.endswith("e") else None
    first = stem or re.escape(entry.word) + endings
    every = "|".join([first, *map(re.escape, entry.also)])
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE)


def load_words(path: Path | None = None) -> WordsToAvoid:
    """Load the words to avoid, from `path` or from the list that ships with the program.

    Raises:
        InputError: The list is invalid.
    """
    return validated(WordsToAvoid, read_source(path or resource_folder("rubrics") / "words-to-avoid.yaml"))
