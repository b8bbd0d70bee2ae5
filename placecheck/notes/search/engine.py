"""Search over the passages of a catalogue and whatever text of the notes there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from placecheck.fingerprint import words
from placecheck.notes.model import Catalogue, Passage
from placecheck.notes.search.doubt import Leaning, Signs, doubt, has_own_word
from placecheck.notes.search.index import SATURATION, Field, Index, build
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
        if not self._spoken_of(question):
            scores = scores * self._covered_elsewhere(said)
        best = np.lexsort((np.arange(len(scores)), -scores))[: max(most, 0)]
        return tuple(Found(self._places[i], round(float(scores[i]), 4)) for i in best if scores[i] > 0)

    def signs(self, question: str) -> Signs:
        """What speaks for and against that the passages answer `question`."""
        said = self._understood(question)
        return Signs(
            practical=float(self._speech.practical(question)),
            elsewhere=self._leaning(question),
            own=float(has_own_word(said, self._about, self._leaning)),
            share=float(self._about_scores(said).max(initial=0)) / self._most(said),
        )

    def _spoken_of(self, question: str) -> bool:
        if not self.catalogue.elsewhere.elsewhere:
            return True  # a rubric that does not say what is asked elsewhere gives nothing to doubt by
        return self._whole(question) in self._listed or doubt(self.signs(question)) <= 0

    def _whole(self, phrase: str) -> tuple[str, ...]:
        """The stems of all words of `phrase`, filler too: `who is my mayor` is another question than `mayor`."""
        return tuple(map(self._speech.stem, words(phrase)))

    def _most(self, said: Sequence[Said]) -> float:
        """About what a passage would score that has each of these words many times."""
        return sum(self._about.rarity(word.stem) for word in said) * (SATURATION + 1) or 1

    def _understood(self, question: str) -> tuple[Said, ...]:
        """What the question tells; a word nobody knows is taken for the known word one letter away."""
        said = self._speech.said(question)
        strange = [word.word for word in said if not self._known(word)]
        near = {word: mended for word in strange if (mended := self._speller.near(word))}
        return self._speech.said(" ".join(near.get(word, word) for word in words(question))) if near else said

    def _known(self, word: Said) -> bool:
        return (
            bool(word.meanings)
            or word.stem in self._about.terms
            or (bool(self.written) and word.stem in self._text.terms)
        )

    def _about_scores(self, said: Sequence[Said]) -> NDArray[np.float32]:
        return lent(self._about.scores(_weighted(said)), self._likeness)

    def _scores(self, said: Sequence[Said]) -> NDArray[np.float32]:
        scores = np.zeros(len(self._places), np.float32)
        scores[: self._about.size] = self._about_scores(said)
        if self.written:
            scores += TEXT_SHARE * self._about.rarity("") / self._text.rarity("") * self._text.scores(_weighted(said))
        return scores

    def _covered_elsewhere(self, said: Sequence[Said]) -> NDArray[np.bool_]:
        """Which paragraphs of notes that the rubric does not know have nearly all that the question tells."""
        if not self._strange.any():
            return self._strange
        had = np.zeros(len(self._places), np.float32)
        weights = {word.stem: self._text.rarity(word.stem) for word in said}
        for stem, weight in weights.items():
            had[self._text.postings(stem)[0]] += weight
        return self._strange & (had >= ENOUGH * sum(weights.values()))

    @cached_property
    def _speech(self) -> Speech:
        return Speech(self.catalogue.wording)

    @cached_property
    def _leaning(self) -> Leaning:
        passages = self.catalogue.passages
        answered = [*(question for passage in passages for question in passage.asked_as)]
        answered += [" ".join(passage.everyday_words) for passage in passages]
        return Leaning(self._speech, answered, self.catalogue.elsewhere.questions)

    @cached_property
    def _listed(self) -> frozenset[tuple[str, ...]]:
        """The everyday words that passages list: asked alone, they are spoken of."""
        listed = (phrase for passage in self.catalogue.passages for phrase in passage.everyday_words)
        return frozenset(map(self._whole, listed)) - {()}

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


def _weighted(said: Sequence[Said]) -> dict[str, float]:
    """The terms of a question with their weights: each word, and at less each meaning."""
    question: dict[str, float] = defaultdict(float)
    for word in said:
        question[word.stem] += 1
        for meaning in word.meanings:
            question[meaning] += MEANING
    return question


def _plain(passage: Passage) -> Iterable[str]:
    return (*passage.asked_as, *passage.everyday_words, passage.gist)
