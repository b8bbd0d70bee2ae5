"""Search over the passages of a catalogue and whatever text of the notes there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from placecheck.notes.model import Catalogue, Passage
from placecheck.notes.search.doubt import coverage, doubt, signs, telling
from placecheck.notes.search.index import Field, Index, build
from placecheck.notes.search.kin import lent, likeness
from placecheck.notes.search.speech import Said, Speech
from placecheck.notes.search.spelling import Speller

FIELDS = {
    "asked_as": Field(1.0, 0.5),
    "everyday_words": Field(1.5, 0.5),
    "gist": Field(1.0, 0.5),
    "section": Field(0.3, 0.3),
    "title": Field(0.2, 0.3),
}
TEXT = {"text": Field(1.0, 0.6)}
TEXT_SHARE = 0.4
"""What the paragraph's own words add to the score, beside what is said about it."""
MEANING = 0.5
"""What a word of the same meaning counts, beside the word itself."""
ENOUGH = 0.75
"""How much of a question a paragraph of a note that the rubric does not know must cover."""

Place = tuple[str, int]
"""A note's id and a paragraph's number in it."""


class Written(NamedTuple):
    """A paragraph's text, as the search takes it in."""

    place: Place
    text: str


class Found(NamedTuple):
    """Where an answer stands, and its score (above 0; of use only to order answers to the same question)."""

    place: Place
    score: float


@dataclass(frozen=True)
class Search:
    """Finds the paragraphs that answer a person's own words, with or without the text of the notes."""

    catalogue: Catalogue
    written: Sequence[Written] = ()

    def find(self, question: str, most: int = 10) -> tuple[Found, ...]:
        """The best `most` answers, best first; none where the notes do not speak of what is asked."""
        said = self._understood(question)
        scores = self._scores(said)
        if not self._spoken_of(question, said):
            scores = scores * self._covered_elsewhere(said)
        best = np.lexsort((np.arange(len(scores)), -scores))[: max(most, 0)]
        return tuple(Found(self._places[i], round(float(scores[i]), 4)) for i in best if scores[i] > 0)

    def _understood(self, question: str) -> tuple[Said, ...]:
        """The question word by word; a word nobody knows is taken for the known word one letter away."""
        said = self._speech.said(question)
        strange = {word.word for word in telling(said) if not self._known(word)}
        mended = {word: near for word in strange if (near := self._speller.near(word))}
        if not mended:
            return said
        return self._speech.said(" ".join(mended.get(word.word, word.word) for word in said))

    def _known(self, word: Said) -> bool:
        terms = (self._about.terms, self._text.terms) if self.written else (self._about.terms,)
        return bool(word.meanings) or word.elsewhere or any(word.stem in held for held in terms)

    def _scores(self, said: Sequence[Said]) -> NDArray[np.float32]:
        question: Counter[str] = Counter()
        for word in telling(said):
            question[word.stem or ""] += 1
        for meaning in self._speech.meanings(" ".join(word.word for word in said)):
            question[meaning] += MEANING  # type: ignore[assignment]
        scores = np.zeros(len(self._places), np.float32)
        about = self._about.scores(question)
        scores[: len(about)] = lent(about, self._likeness)
        if self.written:
            scores += TEXT_SHARE * self._about.rarity("") / self._text.rarity("") * self._text.scores(question)
        return scores

    def _spoken_of(self, question: str, said: Sequence[Said]) -> bool:
        plain, hints = self._speech.plainly_practical(question), self._speech.hints_practical(question)
        return bool(telling(said)) and doubt(signs(said, self._about, plain, hints)) <= 0

    def _covered_elsewhere(self, said: Sequence[Said]) -> NDArray[np.bool_]:
        """Which paragraphs of notes that the rubric does not know cover nearly all of the question."""
        if not self._strange.any():
            return self._strange
        tell = telling(said)
        weights = [self._text.rarity(word.stem or "") for word in tell]
        enough: NDArray[np.bool_] = coverage(tell, weights, self._text) >= ENOUGH * sum(weights)
        return enough & self._strange

    @cached_property
    def _speech(self) -> Speech:
        return Speech(self.catalogue.wording)

    @cached_property
    def _speller(self) -> Speller:
        return Speller(word for passage in self.catalogue.passages for word in _plain(passage))

    @cached_property
    def _places(self) -> list[Place]:
        cited = [(passage.note, passage.paragraph) for passage in self.catalogue.passages]
        known = set(cited)
        return cited + [place for place, _ in self.written if place not in known]

    @cached_property
    def _strange(self) -> NDArray[np.bool_]:
        return np.array([note not in self.catalogue.note for note, _ in self._places], bool)

    @cached_property
    def _about(self) -> Index:
        """What is said about each passage, in our words."""
        return build(map(self._entry, self.catalogue.passages), FIELDS)

    def _entry(self, passage: Passage) -> Mapping[str, list[str]]:
        fields = {
            "asked_as": "\n".join(passage.asked_as),
            "everyday_words": "\n".join(passage.everyday_words),
            "gist": passage.gist,
            "section": passage.section,
            "title": self.catalogue.note[passage.note].title,
        }
        return {name: self._speech.stems(text) + self._speech.meanings(text) for name, text in fields.items()}

    @cached_property
    def _likeness(self) -> NDArray[np.float32] | None:
        return likeness(self._about)

    @cached_property
    def _text(self) -> Index:
        """The notes' own words, by paragraph."""
        texts = dict(self.written)
        return build(({"text": self._speech.stems(texts.get(place, ""))} for place in self._places), TEXT)


def _plain(passage: Passage) -> Iterable[str]:
    return (*passage.asked_as, *passage.everyday_words, passage.gist)
