"""Whether the notes speak of what is asked, and do not merely share words with it.

A high score does not tell: "how do I book the hall" scores high wherever halls are spoken of. So four signs are
weighed. Their weights were fitted by logistic regression; docs/decisions says on which questions, and what came out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt
from typing import NamedTuple

from placecheck.notes.search.index import Index
from placecheck.notes.search.speech import Said, Speech

FEW = 8
"""So many passages at most have a word of their own."""
RARE = 2.0
"""How often each turn is taken to have been seen beforehand on either side: a turn seen once proves little."""


class Signs(NamedTuple):
    """What speaks for and against an answer."""

    practical: float
    """1 where the question is put as one that wants a fact or a service, else 0."""
    elsewhere: float
    """How much more it is put like questions that the notes do not speak of than like those that they answer."""
    own: float
    """1 where a word of it is one that few passages have and no question of elsewhere, else 0."""
    share: float
    """The score of the best passage, as a share of what one with every word of the question would score."""


WEIGHTS = Signs(practical=4.09, elsewhere=1.35, own=-1.69, share=-6.06)
START = 3.0
"""Fitted, it was 3.84; less, since to turn away a question that the notes answer is the worse mistake."""


def doubt(signs: Signs) -> float:
    """How much speaks against an answer; above 0 the notes do not speak of it."""
    return START + sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))


class Leaning:
    """Naive Bayes over turns of speech: questions the passages answer on one side, those they do not on the other."""

    def __init__(self, speech: Speech, answered: Iterable[str], elsewhere: Iterable[str]) -> None:
        self._speech = speech
        self._answered, self._elsewhere = list(answered), list(elsewhere)
        self._here = Counter(turn for question in self._answered for turn in speech.turns(question))
        self._there = Counter(turn for question in self._elsewhere for turn in speech.turns(question))

    def __call__(self, question: str) -> float:
        """Above 0 where `question` is put more like those of elsewhere; the more turns tell, the further from 0."""
        turns = self._speech.turns(question)
        return sum(map(self._odds, turns)) / sqrt(len(turns) or 1)

    def _odds(self, turn: str) -> float:
        here, there = self._here.get(turn, 0), self._there.get(turn, 0)
        if not here and not there:
            return 0.0
        of_here, of_there = len(self._answered) + 2 * RARE, len(self._elsewhere) + 2 * RARE
        return log((there + RARE) / of_there * of_here / (here + RARE))

    def knows(self, stem: str) -> bool:
        """Whether a question of elsewhere has `stem`."""
        return stem in self._there


def has_own_word(said: Sequence[Said], index: Index, leaning: Leaning) -> bool:
    """Whether a question has a word that few documents have and no question of elsewhere: a name, as a rule."""
    return any(0 < len(index.postings(word.stem)[0]) <= FEW and not leaning.knows(word.stem) for word in said)
