"""Search the passages of a catalogue and whatever text of the notes there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from placecheck.fingerprint import words
from placecheck.notes.model import Catalogue, ParagraphPosition, Passage
from placecheck.notes.search import answerability, corpus_file
from placecheck.notes.search.analyzer import Analyzer, Token
from placecheck.notes.search.answerability import NaiveBayes, QuestionFeatures, has_name, log_odds
from placecheck.notes.search.corpus import Corpus, ParagraphText, build_corpus, document_positions
from placecheck.notes.search.index import SATURATION
from placecheck.notes.search.literal import MAX_WORDS, containing_all, is_bare
from placecheck.notes.search.ranking import Scores, best, raise_scores, ranked, term_weights
from placecheck.notes.search.similarity import lend_scores, nearest_weights
from placecheck.notes.search.spelling import Speller

TEXT_SHARE = 0.2
"""The weight of the paragraph's own words, next to what the catalogue says about it."""
COVERED = 0.75
"""The share (0 to 1) of a question that a paragraph of a note unknown to the rubric must cover to answer it."""
MAX_NEAR = 5
"""The most paragraphs that are shown as the nearest."""


class SearchHit(NamedTuple):
    """A paragraph that was found. `score` orders hits of one question; `is_near` where it is near but no answer."""

    position: ParagraphPosition
    score: float
    is_near: bool = False


@dataclass(frozen=True)
class Search:
    """Find the paragraphs that answer a person's own words, with or without the text of the notes.

    With a `folder`, the corpus is kept there, so that the first search after a start need not build it.
    """

    catalogue: Catalogue
    written: Sequence[ParagraphText] = ()
    folder: Path | None = None

    def find(self, question: str, limit: int = 10) -> tuple[SearchHit, ...]:
        """Return the paragraphs that answer `question`, best first, at most `limit`.

        Where none does, the nearest are returned, each marked `is_near`; where nothing comes close, none.
        """
        subject = self._analyzer.subject(question)
        tokens = self._tokens(subject)
        scores = self._scores(tokens)
        odds = self._log_odds(subject)
        bare = is_bare(subject, tokens)
        named = self._named(tokens) if bare or not self._analyzer.is_practical(subject) else []
        if odds < answerability.ANSWERED:
            covered = self._covered_by_new_notes(tokens)
            if named or covered.any():
                others = [number for number in ranked(scores) if covered[number]]
                return self._hits(raise_scores(scores, named), [*named, *others], limit)
            is_near = odds >= answerability.NEAR
            return self._hits(scores, best(scores), min(limit, MAX_NEAR), is_near=True) if is_near else ()
        first = named if bare else []
        return self._hits(raise_scores(scores, first), [*first, *best(scores)], limit)

    def features(self, question: str) -> QuestionFeatures:
        """Return what speaks for and against that the passages answer `question`."""
        tokens = self._tokens(question)
        return QuestionFeatures(
            practical=float(self._analyzer.is_practical(question)),
            out_of_scope=self._classifier(self._analyzer.turns(question)),
            name=float(has_name(tokens, self._corpus.about, self._classifier)),
            share=float(self._about_scores(tokens).max(initial=0)) / self._full_score(tokens),
        )

    def prepare(self) -> None:
        """Build the corpus now, and save it if there is a folder for it."""
        _ = self._corpus

    def _log_odds(self, question: str) -> float:
        """Return the log odds that the passages answer `question`; a rubric with nothing out of scope has no doubt."""
        certain = not self.catalogue.out_of_scope.questions
        if certain or self._analyzer.all_stems(question) in self._corpus.phrases:
            return float("inf")
        return log_odds(self.features(question))

    def _hits(
        self, scores: Scores, numbers: Sequence[int], limit: int, *, is_near: bool = False
    ) -> tuple[SearchHit, ...]:
        distinct = list(dict.fromkeys(numbers))[: max(limit, 0)]
        return tuple(
            SearchHit(self._positions[number], round(float(scores[number]), 4), is_near) for number in distinct
        )

    def _named(self, tokens: Sequence[Token]) -> list[int]:
        """Return the documents whose text or gist has every word of a short question, best first."""
        if not 0 < len(tokens) <= MAX_WORDS:
            return []
        indexes = (self._corpus.about, self._corpus.text)
        having: list[set[int]] = [
            {int(number) for index in indexes for number in index.postings(token.stem)[0]} for token in tokens
        ]
        candidates = sorted(set.intersection(*having))
        scores = self._scores(tokens)
        return sorted(containing_all(tokens, candidates, self._text_of), key=lambda number: -scores[number])

    def _text_of(self, number: int) -> str:
        """Return the gist and the text of a document."""
        cited = self.catalogue.passages[number].gist if number < len(self.catalogue.passages) else ""
        return f"{cited}\n{self._texts.get(self._positions[number], '')}"

    def _full_score(self, tokens: Sequence[Token]) -> float:
        """Return about what a passage would score that has each of these words many times."""
        return sum(self._corpus.about.rarity(token.stem) for token in tokens) * (SATURATION + 1) or 1

    def _tokens(self, question: str) -> tuple[Token, ...]:
        """Return the tokens of `question`; an unknown word is taken for the known word one letter away."""
        tokens = self._analyzer.tokens(question)
        unknown = [token.word for token in tokens if not self._known(token)]
        corrected = {word: known for word in unknown if (known := self._speller.near(word))}
        if not corrected:
            return tokens
        return self._analyzer.tokens(" ".join(corrected.get(word, word) for word in words(question)))

    def _known(self, token: Token) -> bool:
        corpus = self._corpus
        return bool(token.meanings) or token.stem in corpus.about.terms or token.stem in corpus.text.terms

    def _about_scores(self, tokens: Sequence[Token]) -> Scores:
        return lend_scores(self._corpus.about.scores(term_weights(tokens)), self._similarity)

    def _scores(self, tokens: Sequence[Token]) -> Scores:
        about, text = self._corpus.about, self._corpus.text
        scores = np.zeros(len(self._positions), np.float32)
        scores[: about.size] = self._about_scores(tokens)
        if self.written:
            scores += TEXT_SHARE * about.rarity("") / text.rarity("") * text.scores(term_weights(tokens))
        return scores

    def _covered_by_new_notes(self, tokens: Sequence[Token]) -> NDArray[np.bool_]:
        """Tell which paragraphs of notes unknown to the rubric have nearly all words of a question."""
        text = self._corpus.text
        covered = np.zeros(len(self._positions), np.float32)
        weights = {token.stem: text.rarity(token.stem) for token in tokens}
        for stem, weight in weights.items():
            covered[text.postings(stem)[0]] += weight
        return self._of_new_notes & (covered > 0) & (covered >= COVERED * sum(weights.values()))

    @cached_property
    def _corpus(self) -> Corpus:
        key = corpus_file.corpus_hash(self.catalogue, self.written)
        stored = corpus_file.load(self.folder, key) if self.folder else None
        if stored:
            return stored
        built = build_corpus(self.catalogue, self.written, Analyzer(self.catalogue.wording))
        if self.folder:
            corpus_file.save(self.folder, key, built)
        return built

    @cached_property
    def _analyzer(self) -> Analyzer:
        return Analyzer(self.catalogue.wording, self._corpus.stems)

    @cached_property
    def _classifier(self) -> NaiveBayes:
        return NaiveBayes(self._corpus.turns)

    @cached_property
    def _speller(self) -> Speller:
        return Speller(text for passage in self.catalogue.passages for text in _plain(passage))

    @cached_property
    def _positions(self) -> list[ParagraphPosition]:
        return document_positions(self.catalogue, self.written)

    @cached_property
    def _texts(self) -> dict[ParagraphPosition, str]:
        return dict(self.written)

    @cached_property
    def _of_new_notes(self) -> NDArray[np.bool_]:
        return np.array([note not in self.catalogue.notes_by_id for note, _ in self._positions], bool)

    @cached_property
    def _similarity(self) -> NDArray[np.float32] | None:
        return nearest_weights(self._corpus.about)


def _plain(passage: Passage) -> Iterable[str]:
    return (*passage.asked_as, *passage.everyday_words, passage.gist)
