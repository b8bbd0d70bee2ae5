"""Words and names that are asked for as they are, such as "Brexit" or "the church"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from placecheck.fingerprint import words
from placecheck.notes.search.analyzer import Token

MAX_WORDS = 3
"""The most words that a search for a word or a name has, filler not counted."""
MAX_FILLER = 1
"""The most filler that a bare name has, as in "the church"."""


def is_bare(question: str, tokens: Sequence[Token]) -> bool:
    """Tell whether `question` is nothing but a word or a name."""
    return 0 < len(tokens) <= MAX_WORDS and len(words(question)) - len(tokens) <= MAX_FILLER


def containing_all(tokens: Sequence[Token], candidates: Sequence[int], text_of: Callable[[int], str]) -> list[int]:
    """Return those `candidates` whose text has every word of `tokens`, in the singular or plural."""
    wanted = [_forms(token.word) for token in tokens]
    return [number for number in candidates if all(map(set(words(text_of(number))).intersection, wanted))]


def _forms(word: str) -> frozenset[str]:
    """Return `word` in the singular and the plural, as far as spelling tells."""
    singular = {word, word.removesuffix("s"), word.removesuffix("es")}
    if word.endswith("ies"):
        singular.add(f"{word.removesuffix('ies')}y")
    plural = {form + ending for form in (word,) for ending in ("s", "es")}
    if word.endswith("y"):
        plural.add(f"{word.removesuffix('y')}ies")
    return frozenset(singular | plural) - {""}
