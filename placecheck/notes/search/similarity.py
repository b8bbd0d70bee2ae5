"""Similarity of passages: each lends some of its score to those most like it.

A question often has several good answers that share few words with it and many with each other. Lending score along
likeness brings them up together (F. Diaz, "Regularizing Ad Hoc Retrieval Scores", CIKM 2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from placecheck.notes.search.index import Index

NEAREST = 10
"""The number of passages that a passage borrows from."""
SHARE = 0.5
"""The share (0 to 1) of a passage's final score that is borrowed."""
MAX_PASSAGES = 3_000
"""The most passages for which any borrows: the table of similarities grows with their square."""


def nearest_weights(index: Index) -> NDArray[np.float32] | None:
    """Return a (documents, documents) table of weights: each row holds its nearest documents, and sums to 1.

    The measure is the cosine over what terms are worth in each. None where there are too few or too many documents.
    """
    if not 1 < index.size <= MAX_PASSAGES:
        return None
    table = np.zeros((index.size, len(index.terms)), np.float32)
    of_term = np.repeat(np.arange(len(index.terms)), np.diff(index.starts))
    table[index.documents, of_term] = index.worth
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    cosines = table @ table.T
    np.fill_diagonal(cosines, 0)
    least = np.sort(cosines, axis=1)[:, -min(NEAREST, index.size - 1)][:, None]
    cosines[cosines < least] = 0
    weights: NDArray[np.float32] = cosines / np.maximum(cosines.sum(axis=1, keepdims=True), 1e-9)
    return weights


def lend_scores(scores: NDArray[np.float32], weights: NDArray[np.float32] | None) -> NDArray[np.float32]:
    """Replace a share of each score by the weighted scores of its nearest."""
    if weights is None:
        return scores
    blended: NDArray[np.float32] = (1 - SHARE) * scores + SHARE * (weights @ scores)
    return blended
