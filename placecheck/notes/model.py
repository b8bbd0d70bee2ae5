"""What was discussed: the notes, and the passages of them that bear on a place, as frozen values."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import Field

from placecheck.notes.furniture import Furniture
from placecheck.notes.outline import OutlinesFile
from placecheck.notes.wording import Elsewhere, Wording
from placecheck.source.fields import Address, Fingerprint, Frozen, Line, PassageId, Slug, Text, YesNo

Kind = Literal["good", "caution", "example", "question", "disagreement"]

INCIPIT_WORDS = 6
"""How many first words of a paragraph a locator may hold."""


class Note(Frozen):
    """One document of the discussion. `address` opens it where it was seen to; `feed` is where it came from."""

    id: Slug
    title: Line
    date: Line
    kind: Line
    who: Text
    not_independent_of: tuple[Slug, ...] = ()
    address: Address | None = None
    feed: Address | None = None
    address_note: Line | None = None


class Passage(Frozen):
    """One paragraph of a note: a gist in our words, a locator and a fingerprint, never its sentences."""

    id: PassageId
    section: Line
    incipit: Line
    fingerprint: Fingerprint
    kind: Kind
    dimensions: tuple[Slug, ...] = ()
    contested: YesNo = False
    dated: Line | None = None
    gist: Text
    asked_as: Annotated[tuple[Line, ...], Field(max_length=8)] = ()
    everyday_words: Annotated[tuple[Line, ...], Field(max_length=40)] = ()

    @property
    def note(self) -> str:
        """The id of the note it stands in."""
        return self.id.partition("#")[0]

    @property
    def paragraph(self) -> int:
        """Its position among the note's non-empty lines, from 0, in the fullest copy."""
        return int(self.id.partition("#")[2])


class Disagreement(Frozen):
    """Something on which the notes do not speak with one voice, and passages of either side."""

    about: Line
    one: Annotated[tuple[PassageId, ...], Field(min_length=1)]
    other: Annotated[tuple[PassageId, ...], Field(min_length=1)]


class NotesFile(Frozen):
    """`notes.yaml`."""

    notes: tuple[Note, ...]
    disagreements: tuple[Disagreement, ...] = ()


class PassagesFile(Frozen):
    """`passages.yaml`."""

    passages: tuple[Passage, ...]


class Catalogue(Frozen):
    """The notes of a rubric and the passages it knows of them."""

    notes: tuple[Note, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    passages: tuple[Passage, ...] = ()
    outlines: OutlinesFile = OutlinesFile()
    furniture: Furniture = Furniture()
    wording: Wording = Wording()
    elsewhere: Elsewhere = Elsewhere()

    @cached_property
    def note(self) -> dict[str, Note]:
        """Every note under its id."""
        return {note.id: note for note in self.notes}

    @cached_property
    def passage(self) -> dict[str, Passage]:
        """Every passage under its id."""
        return {passage.id: passage for passage in self.passages}

    def link(self, passage: Passage) -> str | None:
        """The address that opens the note at the passage, by a text fragment of its first words; None where unknown."""
        address = self.note[passage.note].address
        return f"{address}#:~:text={quote(passage.incipit, safe='')}" if address else None
