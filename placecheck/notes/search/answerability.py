"""Decide whether the notes answer a question, or merely share words with it.

A high score does not tell: "how do I book the hall" scores high wherever halls are spoken of. So four features
of a question are weighed. Their weights were fitted by logistic regression; docs/decisions says on which questions,
and what came out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from placecheck.notes.search.analyzer import Analyzer, Token
from placecheck.notes.search.index import Index

MAX_NAME_PASSAGES = 8
"""The most passages that may have a word for it to count as a name."""
PRIOR = 0.5
"""How often each turn counts as seen beforehand on either side: a turn seen once proves less than one seen often."""


class QuestionFeatures(NamedTuple):
    """What speaks for and against an answer."""

    practical: float
    """1 where the question is put as one that wants a fact or a service, else 0."""
    out_of_scope: float
    """How much more it is put like questions that the notes do not answer than like those that they do (log odds)."""
    name: float
    """1 where a word of it is one that few passages have and no question out of scope, else 0."""
    share: float
    """The score of the best passage, as a share of what one with every word of the question would score."""


WEIGHTS = QuestionFeatures(practical=-2.27, out_of_scope=-1.52, name=0.92, share=1.82)
INTERCEPT = -5.00
ANSWERED = -1.0
"""The log odds from which the notes speak of what is asked."""
NEAR = -4.5
"""The log odds from which the nearest passages are shown, said to be no answer."""


def log_odds(features: QuestionFeatures) -> float:
    """Return the log odds that the notes answer a question with these features."""
    return INTERCEPT + sum(weight * feature for weight, feature in zip(WEIGHTS, features, strict=True))


class TurnCounts(NamedTuple):
    """In how many questions each turn of speech is: those the passages answer, and those out of scope."""

    answered: Mapping[str, int]
    out_of_scope: Mapping[str, int]
    answered_questions: int
    out_of_scope_questions: int


def count_turns(analyzer: Analyzer, answered: Sequence[str], out_of_scope: Sequence[str]) -> TurnCounts:
    """Count the turns of speech in both kinds of questions."""
    return TurnCounts(_counted(analyzer, answered), _counted(analyzer, out_of_scope), len(answered), len(out_of_scope))


def _counted(analyzer: Analyzer, questions: Iterable[str]) -> Counter[str]:
    return Counter(turn for question in questions for turn in analyzer.turns(question))


class NaiveBayes:
    """Naive Bayes over turns of speech."""

    def __init__(self, turns: TurnCounts) -> None:
        self._turns = turns

    def __call__(self, turns: Iterable[str]) -> float:
        """Return the log odds that a question with these turns is out of scope, over the root of their number."""
        odds = [self._odds(turn) for turn in turns]
        return sum(odds) / sqrt(len(odds) or 1)

    def _odds(self, turn: str) -> float:
        inside, outside = self._turns.answered.get(turn, 0), self._turns.out_of_scope.get(turn, 0)
        if not inside and not outside:
            return 0.0
        all_inside = self._turns.answered_questions + 2 * PRIOR
        all_outside = self._turns.out_of_scope_questions + 2 * PRIOR
        return log((outside + PRIOR) / all_outside * all_inside / (inside + PRIOR))

    def knows(self, stem: str) -> bool:
        """Tell whether a question out of scope has `stem`."""
        return stem in self._turns.out_of_scope


def has_name(tokens: Sequence[Token], index: Index, classifier: NaiveBayes) -> bool:
    """Tell whether a question has a word that few documents have and no question out of scope: a name, as a rule."""
    return any(
        0 < len(index.postings(token.stem)[0]) <= MAX_NAME_PASSAGES and not classifier.knows(token.stem)
        for token in tokens
    )
