"""Whether the notes speak of what is asked: what one passage covers of a question, against signs of another subject.

A high score does not tell: "how do I book the hall" scores high wherever halls are spoken of. So four shares of the
question are weighed (by how much each word tells apart), with the form it has. The weights were fitted by logistic
regression; docs/decisions names the questions they were fitted on and what came out on others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from placecheck.notes.search.index import Index
from placecheck.notes.search.speech import Said

MEANT = 0.7
"""How much of a word is covered by another word of the same meaning."""
LONG = 12
"""From so many telling words on, a question counts as long."""
MOST_WAYS = 1
"""So many ways of asking count at most: one long question has many."""


class Signs(NamedTuple):
    """What speaks for and against an answer; shares are 0 to 1, by weight of words."""

    covered: float
    unknown: float
    elsewhere: float
    plainly_practical: float
    hints_practical: float
    length: float


WEIGHTS = Signs(covered=-2.4, unknown=2.1, elsewhere=4.7, plainly_practical=5.4, hints_practical=1.5, length=-3.8)
START = -0.6


def doubt(signs: Signs) -> float:
    """How much speaks against an answer; above 0 the notes do not speak of it."""
    return START + sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))


def telling(said: Sequence[Said]) -> list[Said]:
    """The words that say what a question is about."""
    return [word for word in said if word.stem is not None]


def signs(said: Sequence[Said], index: Index, plain: int, hints: int) -> Signs:
    """The signs in a question, against an index of what the passages are about."""
    tell = telling(said)
    weights = [index.rarity(word.stem or "") for word in tell]
    whole = sum(weights) or 1.0
    unknown = sum(
        w for word, w in zip(tell, weights, strict=True) if not word.meanings and word.stem not in index.terms
    )
    away = sum(w for word, w in zip(tell, weights, strict=True) if word.elsewhere)
    return Signs(
        covered=float(coverage(tell, weights, index).max(initial=0)) / whole,
        unknown=unknown / whole,
        elsewhere=away / whole,
        plainly_practical=min(plain, MOST_WAYS),
        hints_practical=min(hints, MOST_WAYS),
        length=min(len(tell), LONG) / LONG,
    )


def coverage(
    tell: Sequence[Said], weights: Sequence[float], index: Index
) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """For each document the weight of the words that it covers, by itself or by meaning."""
    covered = np.zeros(index.size, np.float32)
    for word, weight in zip(tell, weights, strict=True):
        by_word = np.zeros(index.size, np.float32)
        for meaning in word.meanings:
            by_word[index.postings(meaning)[0]] = MEANT
        by_word[index.postings(word.stem or "")[0]] = 1
        covered += weight * by_word
    return covered
