"""The library: what the rubric knows of the notes, and the text of them that was added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from placecheck.errors import Finding
from placecheck.notes.added_notes import AddedNote, AddedParagraph, read_added_notes
from placecheck.notes.model import INCIPIT_WORDS, Catalogue
from placecheck.notes.outline import Signature, letters_and_figures, signature

if TYPE_CHECKING:
    from placecheck.notes.search import ParagraphText, Search

State = Literal["whole", "part", "absent", "new"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an added note. `passage` is its passage's id where the rubric cites it."""

    note: str
    number: int
    text: str
    is_heading: bool = False
    passage: str | None = None

    @property
    def id(self) -> str:
        """Return `note-id#number`."""
        return f"{self.note}#{self.number}"


@dataclass(frozen=True, slots=True)
class Holding:
    """How much text of one note was added: paragraphs, and cited passages out of how many.

    `state` is `whole` or `part` for a note of the rubric, `absent` where none of its text was added, `new` for a note
    that the rubric does not know. `unlike` counts added paragraphs that differ from the rubric's signature.
    """

    note: str
    title: str
    state: State
    paragraphs: int
    passages: int
    passages_of: int
    unlike: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that search found: its first words, its score, and its passage's id where the rubric cites it.

    `is_near` where it is only the nearest, and no answer.
    """

    note: str
    paragraph: int
    incipit: str
    score: float
    passage: str | None
    is_near: bool = False

    @property
    def id(self) -> str:
        """Return `note-id#number`."""
        return f"{self.note}#{self.paragraph}"


@dataclass(frozen=True)
class Library:
    """The catalogue and the notes that were added; `findings` names stored files that cannot be read."""

    catalogue: Catalogue
    added: Mapping[str, AddedNote]
    findings: tuple[Finding, ...] = ()
    folder: Path | None = None
    """The data folder, in which search keeps its index; None to keep none."""

    @classmethod
    def open(cls, folder: Path, catalogue: Catalogue) -> Library:
        """Open the library stored below the data folder `folder`; without added notes, the catalogue alone."""
        return cls(catalogue, *read_added_notes(folder), folder)

    def paragraph(self, passage_id: str) -> Paragraph | None:
        """Return the paragraph with the id `note-id#number`; None where its text was not added."""
        note, _, number = passage_id.partition("#")
        added = self.added.get(note)
        stored = added.by_number.get(int(number)) if added and number.isdecimal() else None
        return self._shown(note, stored) if stored else None

    def around(self, passage_id: str, n: int = 2) -> tuple[Paragraph, ...]:
        """Return the paragraph with this id and up to `n` on either side; empty where its text was not added."""
        note, _, number = passage_id.partition("#")
        if not number.isdecimal():
            return ()
        text = self.note_text(note)
        position = next((position for position, paragraph in enumerate(text) if paragraph.number == int(number)), None)
        return () if position is None else text[max(position - n, 0) : position + n + 1]

    def note_text(self, note_id: str) -> tuple[Paragraph, ...]:
        """Return the added paragraphs of a note, in order."""
        added = self.added.get(note_id)
        return tuple(self._shown(note_id, paragraph) for paragraph in added.paragraphs) if added else ()

    def title(self, note_id: str) -> str | None:
        """Return the title of a note that the rubric knows or that was added; None for any other."""
        note = self.catalogue.notes_by_id.get(note_id) or self.added.get(note_id)
        return note.title if note else None

    def search(self, question: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return the paragraphs that answer `question`, best first, at most `limit`.

        Where none does, the nearest are returned, each marked `is_near`; where nothing comes close, none.
        """
        hits = []
        for (note, number), score, is_near in self.engine.find(question, limit):
            passage = self.catalogue.passages_by_id.get(f"{note}#{number}")
            incipit = passage.incipit if passage else _first_words(self.added[note].by_number[number].text)
            hits.append(Hit(note, number, incipit, score, passage.id if passage else None, is_near))
        return tuple(hits)

    def holdings(self) -> tuple[Holding, ...]:
        """Return how much of each note was added: the rubric's notes in its order, then the new ones."""
        signatures = self.catalogue.outlines.signatures
        return (
            *(self._holding(note.id, signatures.get(note.id, ())) for note in self.catalogue.notes),
            *(
                Holding(note.id, note.title, "new", len(note.paragraphs), 0, 0)
                for note in self.added.values()
                if note.id not in self.catalogue.notes_by_id
            ),
        )

    def _holding(self, note_id: str, outline: tuple[Signature | None, ...] = ()) -> Holding:
        cited = {passage.paragraph for passage in self.catalogue.passages if passage.note == note_id}
        added = self.added.get(note_id)
        held = added.by_number if added else {}
        known = {number: signature for number, signature in enumerate(outline) if signature}
        unlike = sum(
            number in known and known[number] != signature(letters_and_figures(paragraph.text))
            for number, paragraph in held.items()
        )
        whole = held.keys() >= (known.keys() or cited) and not unlike
        state: State = "absent" if not held else "whole" if whole else "part"
        title = self.catalogue.notes_by_id[note_id].title
        count = len(cited & held.keys())
        return Holding(note_id, title, state, len(held), count, len(cited), unlike)

    def _shown(self, note: str, paragraph: AddedParagraph) -> Paragraph:
        shown = Paragraph(note, paragraph.number, paragraph.text, paragraph.heading)
        return replace(shown, passage=shown.id) if shown.id in self.catalogue.passages_by_id else shown

    @cached_property
    def engine(self) -> Search:
        """Return the search over this library, built at the first question."""
        from placecheck.notes.search import Search

        return Search(self.catalogue, tuple(self._searchable_paragraphs()), self.folder)

    def _searchable_paragraphs(self) -> Iterator[ParagraphText]:
        """Yield each paragraph that can be an answer: not a heading of a rubric's note, unless it is cited."""
        from placecheck.notes.search import ParagraphText

        for note in self.added.values():
            for paragraph in self.note_text(note.id):
                if not paragraph.is_heading or paragraph.passage or note.id not in self.catalogue.notes_by_id:
                    yield ParagraphText((note.id, paragraph.number), paragraph.text)


def _first_words(text: str) -> str:
    return " ".join(text.split()[:INCIPIT_WORDS])
