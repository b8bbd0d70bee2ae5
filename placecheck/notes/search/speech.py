"""From what people say to what search counts: stems, and one token for all words of the same meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import snowballstemmer

from placecheck.fingerprint import words
from placecheck.notes.wording import Wording

Stems = tuple[str, ...]

LONGEST = 6
"""How many words a phrase may have."""
GAP = r"(?:\S+ ){0,6}?"
"""What `...` stands for in a way of asking."""


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a question: its stem (None for filler), what else it means, and whether it leads elsewhere."""

    word: str
    stem: str | None
    meanings: frozenset[str]
    elsewhere: bool


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
        return [meaning for _, _, meaning in self._found([self.stem(word) for word in words(text)], self._alike)]

    def said(self, text: str) -> tuple[Said, ...]:
        """`text` word by word, as a question is weighed."""
        heard = words(text)
        stems = [self.stem(word) for word in heard]
        meanings: dict[int, set[str]] = defaultdict(set)
        for start, end, meaning in self._found(stems, self._alike):
            for position in range(start, end):
                meanings[position].add(meaning)
        away = {position for start, end, _ in self._found(stems, self._elsewhere) for position in range(start, end)}
        return tuple(
            Said(word, None if word in self._filler and i not in away else stem, frozenset(meanings[i]), i in away)
            for i, (word, stem) in enumerate(zip(heard, stems, strict=True))
        )

    def plainly_practical(self, text: str) -> int:
        """How many of the plain ways of asking for a fact or a service `text` has."""
        return _count(self._asks[0], text)

    def hints_practical(self, text: str) -> int:
        """How many hints of asking for a fact or a service `text` has."""
        return _count(self._asks[1], text)

    @staticmethod
    def _found(stems: Sequence[str], phrases: dict[Stems, list[str]]) -> Iterator[tuple[int, int, str]]:
        for start in range(len(stems)):
            for end in range(start + 1, min(start + LONGEST, len(stems)) + 1):
                for meaning in phrases.get(tuple(stems[start:end]), ()):
                    yield start, end, meaning

    @cached_property
    def _alike(self) -> dict[Stems, list[str]]:
        return self._phrases((f"={n}", entry) for n, group in enumerate(self._wording.alike) for entry in group)

    @cached_property
    def _elsewhere(self) -> dict[Stems, list[str]]:
        entries = (entry for line in self._wording.elsewhere for entry in line.split())
        return self._phrases(("", entry.replace("-", " ")) for entry in entries)

    def _phrases(self, entries: Iterable[tuple[str, str]]) -> dict[Stems, list[str]]:
        phrases: dict[Stems, list[str]] = defaultdict(list)
        for meaning, entry in entries:
            stems = tuple(self.stem(word) for word in words(entry))
            if meaning not in phrases[stems]:
                phrases[stems].append(meaning)
        return phrases

    @cached_property
    def _asks(self) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
        asks = self._wording.asks
        return [_pattern(way) for way in asks.plain], [_pattern(way) for way in asks.hints]


def _pattern(way: str) -> re.Pattern[str]:
    steps = (GAP if step == "..." else f"(?:{'|'.join(map(re.escape, step.split('/')))}) " for step in way.split())
    return re.compile(r"(?<!\S)" + "".join(steps))


def _count(patterns: list[re.Pattern[str]], text: str) -> int:
    plain = " ".join(words(text)) + " "
    return sum(bool(pattern.search(plain)) for pattern in patterns)
