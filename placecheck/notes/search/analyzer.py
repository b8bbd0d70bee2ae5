"""Turn a text into what search counts: stems, and one token for all words of the same meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import snowballstemmer

from placecheck.fingerprint import words
from placecheck.notes.wording import Wording

MAX_PHRASE = 6
"""The most words of a phrase that has a meaning."""
GAP = r"(?:\S+ ){0,6}?"
"""What `...` matches in a way of asking."""
EDGE = "^"
"""The token for the start and the end of a question."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question that is no filler, its stem, and the tokens of its meanings."""

    word: str
    stem: str
    meanings: frozenset[str]


class Analyzer:
    """A `Wording` ready for use. A meaning's token begins with `=`, which no stem does.

    `stems` gives stems that were worked out before, by word.
    """

    def __init__(self, wording: Wording, stems: Mapping[str, str] | None = None) -> None:
        self._wording = wording
        self._stemmer = snowballstemmer.stemmer(wording.language)
        self.stem_cache: dict[str, str] = dict(stems or {})
        self._filler = frozenset(words(wording.filler or ""))

    def stem(self, word: str) -> str:
        """Return the stem of one normalised word."""
        known = self.stem_cache.get(word)
        if known is None:
            known = self.stem_cache[word] = self._stemmer.stemWord(word)
        return known

    def stems(self, text: str) -> list[str]:
        """Return the stems of `text` in order, without filler."""
        return [self.stem(word) for word in words(text) if word not in self._filler]

    def all_stems(self, text: str) -> str:
        """Return the stems of every word of `text`, filler too, with a blank between."""
        return " ".join(map(self.stem, words(text)))

    def meanings(self, text: str) -> list[str]:
        """Return the tokens of meaning in `text`, one for each word or phrase that has one."""
        return [meaning for _, _, meaning in self._phrases_in([self.stem(word) for word in words(text)])]

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the words of `text` that are not filler words; a phrase gives its meaning to each of its words."""
        all_words = words(text)
        stems = [self.stem(word) for word in all_words]
        meanings: dict[int, set[str]] = defaultdict(set)
        for start, end, meaning in self._phrases_in(stems):
            for position in range(start, end):
                meanings[position].add(meaning)
        return tuple(
            Token(word, stems[position], frozenset(meanings[position]))
            for position, word in enumerate(all_words)
            if word not in self._filler
        )

    def turns(self, text: str) -> frozenset[str]:
        """Return how `text` is put: every stem, every two in a row (filler and edges too), and every meaning."""
        stems = [self.stem(word) for word in words(text)]
        pairs = (f"{first} {second}" for first, second in pairwise([EDGE, *stems, EDGE]))
        return frozenset([*stems, *pairs, *(meaning for _, _, meaning in self._phrases_in(stems))])

    def is_practical(self, text: str) -> bool:
        """Tell whether `text` has one of the ways of asking for a fact or a service."""
        plain = " ".join(words(text)) + " "
        return any(way.search(plain) for way in self._practical)

    def subject(self, question: str) -> str:
        """Return `question` without a lead-in such as "what do the notes say about", where something is left."""
        plain = " ".join(words(question)) + " "
        ends = (match.end() for way in self._lead_ins if (match := way.match(plain)))
        rest = plain[max(ends, default=0) :].strip()
        return rest if rest and len(rest) + 1 < len(plain) else question

    def _phrases_in(self, stems: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield the start, the end and the meaning of each word or phrase in `stems` that has one."""
        for start, first in enumerate(stems):
            for phrase, meaning in self._phrases.get(first, ()):
                end = start + len(phrase)
                if len(phrase) == 1 or tuple(stems[start:end]) == phrase:
                    yield start, end, meaning

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """Map a first stem to the phrases that begin with it and have a meaning."""
        phrases: dict[str, dict[tuple[tuple[str, ...], str], None]] = defaultdict(dict)
        for number, group in enumerate(self._wording.alike):
            for entry in group:
                phrase = tuple(self.stem(word) for word in words(entry))[:MAX_PHRASE]
                if phrase:
                    phrases[phrase[0]][phrase, f"={number}"] = None
        return {first: list(entries) for first, entries in phrases.items()}

    @cached_property
    def _practical(self) -> list[re.Pattern[str]]:
        return list(_patterns(self._wording.practical.values()))

    @cached_property
    def _lead_ins(self) -> list[re.Pattern[str]]:
        return list(_patterns([self._wording.lead_ins or ""]))


def _patterns(blocks: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """Yield a pattern for each line of `blocks`."""
    yield from (_pattern(way) for block in blocks for way in block.splitlines() if way.strip())


def _pattern(way: str) -> re.Pattern[str]:
    steps = (GAP if step == "..." else f"(?:{'|'.join(map(re.escape, step.split('/')))}) " for step in way.split())
    return re.compile(r"(?<!\S)" + "".join(steps))
