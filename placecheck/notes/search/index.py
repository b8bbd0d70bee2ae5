"""Build an inverted index with weighted fields, as arrays: BM25F with one saturation for all fields together.

S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
Information Retrieval 3(4), 2009, section 3.6 (a field's term frequency is divided by its own length norm, weighted,
summed over the fields, and only then saturated).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SATURATION = 1.2
"""BM25's k1."""


class Field(NamedTuple):
    """The weight of a word in this field, and how far (0 to 1) the length of a field lowers it (BM25's b)."""

    weight: float
    length: float


Entry = Mapping[str, Sequence[str]]
"""The tokens of one document by field."""


@dataclass(frozen=True, slots=True)
class Index:
    """For each term, the documents that hold it (ascending) and what it adds to the score of each.

    The documents of term number i are `documents[starts[i]:starts[i + 1]]`, with `worth` in step.
    """

    size: int
    terms: dict[str, int]
    starts: NDArray[np.int64]
    documents: NDArray[np.int32]
    worth: NDArray[np.float32]
    rarities: NDArray[np.float32]

    def postings(self, term: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Return the documents with `term`, and what one mention of it in a question adds to each."""
        number = self.terms.get(term)
        if number is None:
            return self.documents[:0], self.worth[:0]
        between = slice(self.starts[number], self.starts[number + 1])
        return self.documents[between], self.worth[between]

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of `term`; it is highest for a term that no document has."""
        number = self.terms.get(term)
        return float(self.rarities[number]) if number is not None else _rarity(self.size, 0)

    def scores(self, question: Mapping[str, float]) -> NDArray[np.float32]:
        """Return the score of every document for a question of weighted terms."""
        scores = np.zeros(self.size, np.float32)
        for term, weight in question.items():
            documents, worth = self.postings(term)
            scores[documents] += weight * worth
        return scores


def build_index(entries: Iterable[Entry], fields: Mapping[str, Field]) -> Index:
    """Index `entries`; the number of a document is its place among them."""
    terms: dict[str, int] = {}
    tokens: list[int] = []
    records: list[tuple[int, int, int, int]] = []  # document, field, tokens, tokens that are words
    names = list(fields)
    size = 0
    for size, entry in enumerate(entries, start=1):
        for number, name in enumerate(names):
            content = entry.get(name, ())
            if content:
                tokens += [terms.setdefault(token, len(terms)) for token in content]
                records.append((size - 1, number, len(content), sum(token[0] != "=" for token in content)))
    return _inverted(size, terms, np.array(tokens, np.int64), np.array(records, np.int64).reshape(-1, 4), fields)


def _inverted(
    size: int,
    terms: dict[str, int],
    tokens: NDArray[np.int64],
    records: NDArray[np.int64],
    fields: Mapping[str, Field],
) -> Index:
    documents, numbers, counts, lengths = records.T
    each = np.array([field.weight for field in fields.values()])[numbers] / _norms(numbers, lengths, fields)
    keys, where = np.unique(tokens * max(size, 1) + np.repeat(documents, counts), return_inverse=True)
    frequency = np.bincount(where, weights=np.repeat(each, counts), minlength=len(keys))
    of_term, of_document = np.divmod(keys, max(size, 1))
    holders = np.bincount(of_term, minlength=len(terms))
    rarities = np.log(1 + (size - holders + 0.5) / (holders + 0.5))
    worth = rarities[of_term] * frequency * (SATURATION + 1) / (frequency + SATURATION)
    return Index(
        size=size,
        terms=terms,
        starts=np.concatenate(([0], np.cumsum(holders))),
        documents=of_document.astype(np.int32),
        worth=worth.astype(np.float32),
        rarities=rarities.astype(np.float32),
    )


def _norms(numbers: NDArray[np.int64], lengths: NDArray[np.int64], fields: Mapping[str, Field]) -> NDArray[np.float64]:
    """Return the length norm of each record: its length against the mean length of its field."""
    norms = np.ones(len(numbers))
    for number, field in enumerate(fields.values()):
        in_field = numbers == number
        if in_field.any():
            mean = max(lengths[in_field].mean(), 1)
            norms[in_field] = 1 - field.length + field.length * lengths[in_field] / mean
    return norms


def _rarity(size: int, holders: int) -> float:
    return float(np.log(1 + (size - holders + 0.5) / (holders + 0.5)))
