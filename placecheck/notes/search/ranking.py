"""Weigh the terms of a question, and tell which scores are close enough to the best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from placecheck.notes.search.analyzer import Token

MEANING = 0.5
"""The weight of a word of the same meaning, next to the word itself."""
CUT = 0.45
"""The share (0 to 1) of the best score below which a paragraph is no longer an answer."""

Scores = NDArray[np.float32]
"""A score for each document."""


def term_weights(tokens: Sequence[Token]) -> dict[str, float]:
    """Return the terms of a question with their weights: each word, and at less each meaning."""
    weights: dict[str, float] = defaultdict(float)
    for token in tokens:
        weights[token.stem] += 1
        for meaning in token.meanings:
            weights[meaning] += MEANING
    return weights


def ranked(scores: Scores) -> list[int]:
    """Return the documents with a score, best first; of equals, the earlier."""
    order = np.lexsort((np.arange(len(scores)), -scores))
    return [int(number) for number in order if scores[number] > 0]


def best(scores: Scores) -> list[int]:
    """Return the documents whose score is close enough to the best, best first."""
    least = CUT * scores.max(initial=0)
    return [number for number in ranked(scores) if scores[number] >= least]


def raise_scores(scores: Scores, first: Sequence[int]) -> Scores:
    """Return `scores` with those of `first` raised above all others, in the same order among themselves."""
    raised = scores.copy()
    raised[list(first)] += scores.max(initial=0)
    return raised
