"""Correct an unknown word to the known word one letter away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from placecheck.fingerprint import words

SHORTEST = 5
"""The fewest letters of a word that is corrected: a shorter one is near too many others."""


class Speller:
    """The words of some texts, and how often each is used."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts = Counter(word for text in texts for word in words(text) if len(word) >= SHORTEST)
        self._shapes: dict[str, list[str]] = defaultdict(list)
        for word in self._counts:
            for shape in _shapes(word):
                self._shapes[shape].append(word)

    def near(self, word: str) -> str | None:
        """Return the most frequent known word one letter away (more, less, other or swapped), if there is one."""
        if len(word) < SHORTEST or not word.isalpha():
            return None
        near = {known for shape in _shapes(word) for known in self._shapes.get(shape, ()) if known[0] == word[0]}
        return min(near, key=lambda known: (-self._counts[known], known), default=None)


def _shapes(word: str) -> Iterator[str]:
    """Yield the word, and the word without each of its letters: words one letter different share such a shape."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
