"""Everything that search works out from a catalogue and the notes' text before a question comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from placecheck.notes.model import Catalogue, ParagraphPosition, Passage
from placecheck.notes.search.analyzer import Analyzer
from placecheck.notes.search.answerability import TurnCounts, count_turns
from placecheck.notes.search.index import Field, Index, build_index

FIELDS = {
    "asked_as": Field(1.0, 0.5),
    "everyday_words": Field(1.5, 0.5),
    "gist": Field(1.0, 0.5),
    "section": Field(0.3, 0.3),
    "title": Field(0.2, 0.3),
}
TEXT = {"text": Field(1.0, 0.6)}


class ParagraphText(NamedTuple):
    """The text of a paragraph."""

    position: ParagraphPosition
    text: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The indexes of search.

    `about` indexes what the catalogue says of each passage, `text` the notes' own words. Documents have the same
    numbers in both: first the passages, then paragraphs that are no passage (`text` only). `phrases` are the stems of
    each question and each everyday phrase that a passage lists. `stems` maps every word met to its stem.
    """

    about: Index
    text: Index
    turns: TurnCounts
    phrases: frozenset[str]
    stems: Mapping[str, str]


def document_positions(catalogue: Catalogue, written: Sequence[ParagraphText]) -> list[ParagraphPosition]:
    """Return the position of each document: first those of the passages, then those of other paragraphs."""
    cited = [(passage.note, passage.paragraph) for passage in catalogue.passages]
    known = set(cited)
    return cited + [position for position, _ in written if position not in known]


def build_corpus(catalogue: Catalogue, written: Sequence[ParagraphText], analyzer: Analyzer) -> Corpus:
    """Index `catalogue` and the paragraphs `written`."""
    texts = dict(written)
    return Corpus(
        about=build_index((_fields(passage, catalogue, analyzer) for passage in catalogue.passages), FIELDS),
        text=build_index(
            ({"text": analyzer.stems(texts.get(position, ""))} for position in document_positions(catalogue, written)),
            TEXT,
        ),
        turns=count_turns(analyzer, [*_answered(catalogue)], catalogue.out_of_scope.questions),
        phrases=frozenset(
            analyzer.all_stems(phrase)
            for passage in catalogue.passages
            for phrase in (*passage.asked_as, *passage.everyday_words)
        )
        - {""},
        stems=analyzer.stem_cache,
    )


def _answered(catalogue: Catalogue) -> Iterator[str]:
    """Yield the questions that passages answer, and the everyday words of each as one more."""
    yield from (question for passage in catalogue.passages for question in passage.asked_as)
    yield from (" ".join(passage.everyday_words) for passage in catalogue.passages)


def _fields(passage: Passage, catalogue: Catalogue, analyzer: Analyzer) -> dict[str, list[str]]:
    fields = {
        "asked_as": "\n".join(passage.asked_as),
        "everyday_words": "\n".join(passage.everyday_words),
        "gist": passage.gist,
        "section": passage.section or "",
        "title": catalogue.notes_by_id[passage.note].title,
    }
    return {name: analyzer.stems(text) + analyzer.meanings(text) for name, text in fields.items()}
