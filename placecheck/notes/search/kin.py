"""Passages that speak of the same things: each lends some of its score to those most like it.

A question often has several good answers that share few words with it and many with each other. Lending score along
likeness brings them up together (F. Diaz, "Regularizing Ad Hoc Retrieval Scores", CIKM 2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from placecheck.notes.search.index import Index

NEAREST = 10
"""How many passages a passage borrows from."""
SHARE = 0.4
"""How much of a passage's final score is borrowed."""
MOST = 3_000
"""Above so many passages none borrows: the table of likenesses grows with their square."""


def likeness(index: Index) -> NDArray[np.float32] | None:
    """For each document the weights, summing to 1, of its nearest: cosine over what terms are worth in each."""
    if not 1 < index.size <= MOST:
        return None
    table = np.zeros((index.size, len(index.terms)), np.float32)
    of_term = np.repeat(np.arange(len(index.terms)), np.diff(index.starts))
    table[index.documents, of_term] = index.worth
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    alike = table @ table.T
    np.fill_diagonal(alike, 0)
    least = np.sort(alike, axis=1)[:, -min(NEAREST, index.size - 1)][:, None]
    alike[alike < least] = 0
    weights: NDArray[np.float32] = alike / np.maximum(alike.sum(axis=1, keepdims=True), 1e-9)
    return weights


def lent(scores: NDArray[np.float32], weights: NDArray[np.float32] | None) -> NDArray[np.float32]:
    """`scores` with a share of each taken from its nearest."""
    if weights is None:
        return scores
    shared: NDArray[np.float32] = (1 - SHARE) * scores + SHARE * (weights @ scores)
    return shared
