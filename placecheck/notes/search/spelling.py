"""A word that nobody knows, taken for the known word one letter away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from placecheck.fingerprint import words

SHORTEST = 5
"""A shorter word is one letter away from too many others."""


class Speller:
    """Knows the words of some texts and how often each stands there."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts = Counter(word for text in texts for word in words(text) if len(word) >= SHORTEST)
        self._shapes: dict[str, list[str]] = defaultdict(list)
        for word in self._counts:
            for shape in _shapes(word):
                self._shapes[shape].append(word)

    def near(self, word: str) -> str | None:
        """The most frequent known word that one letter more, less, other or swapped makes of `word`, if any."""
        if len(word) < SHORTEST or not word.isalpha():
            return None
        near = {known for shape in _shapes(word) for known in self._shapes.get(shape, ()) if known[0] == word[0]}
        return min(near, key=lambda known: (-self._counts[known], known), default=None)


def _shapes(word: str) -> Iterator[str]:
    """The word, and the word without any one of its letters: two words one letter apart have such a shape in common."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
