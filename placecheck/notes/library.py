"""The notes at hand: what the rubric knows of them, and what text of them was added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from placecheck.errors import Finding
from placecheck.notes.kept import KeptNote, KeptParagraph, read_kept
from placecheck.notes.model import INCIPIT_WORDS, Catalogue
from placecheck.notes.outline import Mark, letters, mark

if TYPE_CHECKING:
    from placecheck.notes.search import Search, Written

State = Literal["whole", "part", "absent", "new"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it stands in its note. `passage` is its passage's id where the rubric cites it."""

    note: str
    number: int
    text: str
    heading: bool = False
    passage: str | None = None

    @property
    def id(self) -> str:
        """`note-id#number`."""
        return f"{self.note}#{self.number}"


@dataclass(frozen=True, slots=True)
class Holding:
    """What is at hand of one note: paragraphs and cited passages, each of so many (None where not known).

    `state` is `whole` or `part` for a note of the rubric, `absent` where none of its text was added, `new` for a note
    that the rubric does not know. `unlike` counts kept paragraphs that are not as the rubric knows them.
    """

    note: str
    title: str
    state: State
    paragraphs: int
    paragraphs_of: int | None
    passages: int
    passages_of: int
    unlike: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer to a search: where it stands, its first words, its score, and its passage's id where it is cited."""

    note: str
    paragraph: int
    incipit: str
    score: float
    passage: str | None


@dataclass(frozen=True)
class Library:
    """Everything that is known and kept of the notes; `findings` tells of kept files that cannot be read."""

    catalogue: Catalogue
    kept: Mapping[str, KeptNote]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def open(cls, folder: Path, catalogue: Catalogue) -> Library:
        """The library kept below the data folder `folder`; where nothing was added, the catalogue alone."""
        return cls(catalogue, *read_kept(folder))

    def paragraph(self, passage_id: str) -> Paragraph | None:
        """The paragraph that a passage's id (`note-id#number`) names; None where its text is not at hand."""
        note, _, number = passage_id.partition("#")
        kept = self.kept.get(note)
        found = kept.by_number.get(int(number)) if kept and number.isdecimal() else None
        return self._shown(note, found) if found else None

    def around(self, passage_id: str, n: int = 2) -> tuple[Paragraph, ...]:
        """The paragraph that a passage's id names with up to `n` on either side; empty where it is not at hand."""
        note, _, number = passage_id.partition("#")
        if not number.isdecimal():
            return ()
        text = self.note_text(note)
        place = next((place for place, paragraph in enumerate(text) if paragraph.number == int(number)), None)
        return () if place is None else text[max(place - n, 0) : place + n + 1]

    def note_text(self, note_id: str) -> tuple[Paragraph, ...]:
        """What is at hand of a note, in order."""
        kept = self.kept.get(note_id)
        return tuple(self._shown(note_id, paragraph) for paragraph in kept.paragraphs) if kept else ()

    def title(self, note_id: str) -> str | None:
        """The title of a note that the rubric knows or that was added; None where it is neither."""
        held = self.catalogue.note.get(note_id) or self.kept.get(note_id)
        return held.title if held else None

    def search(self, words: str, n: int = 10) -> tuple[Hit, ...]:
        """The `n` paragraphs that answer best, best first; none where the notes do not speak of what is asked."""
        hits = []
        for (note, number), score in self.engine.find(words, n):
            passage = self.catalogue.passage.get(f"{note}#{number}")
            incipit = passage.incipit if passage else _first_words(self.kept[note].by_number[number].text)
            hits.append(Hit(note, number, incipit, score, passage.id if passage else None))
        return tuple(hits)

    def holdings(self) -> tuple[Holding, ...]:
        """What is at hand of each note: those of the rubric in its order, then the new ones."""
        marks = self.catalogue.outlines.marks
        return (
            *(self._holding(note.id, marks.get(note.id, ())) for note in self.catalogue.notes),
            *(
                Holding(note.id, note.title, "new", len(note.paragraphs), len(note.paragraphs), 0, 0)
                for note in self.kept.values()
                if note.id not in self.catalogue.note
            ),
        )

    def _holding(self, note_id: str, outline: tuple[Mark | None, ...] = ()) -> Holding:
        cited = {passage.paragraph for passage in self.catalogue.passages if passage.note == note_id}
        kept = self.kept.get(note_id)
        held = kept.by_number if kept else {}
        known = {number: one for number, one in enumerate(outline) if one}
        unlike = sum(number in known and known[number] != mark(letters(one.text)) for number, one in held.items())
        whole = held.keys() >= (known.keys() or cited) and not unlike
        state: State = "absent" if not held else "whole" if whole else "part"
        title = self.catalogue.note[note_id].title
        found = len(cited & held.keys())
        return Holding(note_id, title, state, len(held), len(known) or None, found, len(cited), unlike)

    def _shown(self, note: str, paragraph: KeptParagraph) -> Paragraph:
        shown = Paragraph(note, paragraph.number, paragraph.text, paragraph.heading)
        return replace(shown, passage=shown.id) if shown.id in self.catalogue.passage else shown

    @cached_property
    def engine(self) -> Search:
        """The search over this library; made at the first question."""
        from placecheck.notes.search import Search

        return Search(self.catalogue, tuple(self._written()))

    def _written(self) -> Iterator[Written]:
        """Every paragraph that can answer: of a note of the rubric a heading cannot, unless it is cited."""
        from placecheck.notes.search import Written

        for note in self.kept.values():
            for paragraph in self.note_text(note.id):
                if not paragraph.heading or paragraph.passage or note.id not in self.catalogue.note:
                    yield Written((note.id, paragraph.number), paragraph.text)


def _first_words(text: str) -> str:
    return " ".join(text.split()[:INCIPIT_WORDS])
