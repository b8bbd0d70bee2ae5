"""From what people say to what search counts: stems, and one token for all words of the same meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import snowballstemmer

from placecheck.fingerprint import words
from placecheck.notes.wording import Wording

LONGEST = 6
"""How many words a phrase may have."""
GAP = r"(?:\S+ ){0,6}?"
"""What `...` stands for in a way of asking."""
EDGE = "^"
"""Where a question begins and ends."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word that tells what a question is about: itself, its stem, and the tokens of what it means."""

    word: str
    stem: str
    meanings: frozenset[str]


class Speech:
    """A `Wording` ready for use. A token of meaning begins with `=`, which no stem does."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._stemmer = snowballstemmer.stemmer(wording.language)
        self._stems: dict[str, str] = {}
        self._filler = frozenset(words(wording.filler or ""))

    def stem(self, word: str) -> str:
        """The stem of one normalised word."""
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = self._stemmer.stemWord(word)
        return known

    def stems(self, text: str) -> list[str]:
        """The stems of `text` in order, without filler."""
        return [self.stem(word) for word in words(text) if word not in self._filler]

    def meanings(self, text: str) -> list[str]:
        """The tokens of meaning in `text`, one for each word or phrase that has one."""
        return [meaning for _, _, meaning in self._meant([self.stem(word) for word in words(text)])]

    def said(self, text: str) -> tuple[Said, ...]:
        """The words of `text` that are no filler; a phrase gives its meaning to each of its words."""
        heard = words(text)
        stems = [self.stem(word) for word in heard]
        meanings: dict[int, set[str]] = defaultdict(set)
        for start, end, meaning in self._meant(stems):
            for position in range(start, end):
                meanings[position].add(meaning)
        return tuple(
            Said(word, stems[i], frozenset(meanings[i])) for i, word in enumerate(heard) if word not in self._filler
        )

    def turns(self, text: str) -> frozenset[str]:
        """How `text` is put: every stem, every two in a row (filler and edges too), and every meaning."""
        stems = [self.stem(word) for word in words(text)]
        twos = (f"{one} {other}" for one, other in pairwise([EDGE, *stems, EDGE]))
        return frozenset([*stems, *twos, *(meaning for _, _, meaning in self._meant(stems))])

    def practical(self, text: str) -> bool:
        """Whether `text` has one of the ways of asking for a fact or a service."""
        plain = " ".join(words(text)) + " "
        return any(way.search(plain) for way in self._practical)

    def _meant(self, stems: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Where in `stems` a word or phrase stands that has a meaning: its start, its end and the meaning."""
        for start, first in enumerate(stems):
            for phrase, meaning in self._phrases.get(first, ()):
                end = start + len(phrase)
                if len(phrase) == 1 or tuple(stems[start:end]) == phrase:
                    yield start, end, meaning

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The phrases that have a meaning, by their first stem."""
        phrases: dict[str, dict[tuple[tuple[str, ...], str], None]] = defaultdict(dict)
        for number, group in enumerate(self._wording.alike):
            for entry in group:
                phrase = tuple(self.stem(word) for word in words(entry))[:LONGEST]
                if phrase:
                    phrases[phrase[0]][phrase, f"={number}"] = None
        return {first: list(held) for first, held in phrases.items()}

    @cached_property
    def _practical(self) -> list[re.Pattern[str]]:
        ways = (line for lines in self._wording.practical.values() for line in lines.splitlines())
        return [_pattern(way) for way in ways if way.strip()]


def _pattern(way: str) -> re.Pattern[str]:
    steps = (GAP if step == "..." else f"(?:{'|'.join(map(re.escape, step.split('/')))}) " for step in way.split())
    return re.compile(r"(?<!\S)" + "".join(steps))
