"""The notes and those of their passages that bear on a place, as frozen models."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import Field

from placecheck.notes.boilerplate import Boilerplate
from placecheck.notes.outline import OutlinesFile
from placecheck.notes.wording import OutOfScope, Wording
from placecheck.source.fields import Address, Fingerprint, Frozen, Line, PassageId, Slug, Text, YesNo

Kind = Literal["good", "caution", "example", "question", "disagreement"]

Speaker = Literal["summary", "participant", "background", "outside"]
"""Who speaks in a paragraph: the group, one who took part, the organisers, or someone who was not there to discuss."""

ParagraphPosition = tuple[str, int]
"""A note's id and the number of a paragraph in it."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")

INCIPIT_WORDS = 6
"""The most words that a locator may quote from the start of a paragraph."""


class Note(Frozen):
    """One document of the discussion. `address` is where it was seen to open; `feed` is where it came from.

    `from_outside` marks what is no record of the discussion, but was written by someone outside it.
    """

    id: Slug
    title: Line
    date: Line
    kind: Line
    who: Text
    not_independent_of: tuple[Slug, ...] = ()
    address: Address | None = None
    feed: Address | None = None
    address_note: Line | None = None
    from_outside: YesNo = False

    @property
    def year(self) -> int | None:
        """Return the year of its date, the last where it names several; None where it gives none."""
        years = YEAR.findall(self.date)
        return int(years[-1]) if years else None


class Passage(Frozen):
    """One paragraph of a note: a gist in our words, a locator and a fingerprint, never its sentences."""

    id: PassageId
    section: Line | None = None
    incipit: Line
    fingerprint: Fingerprint
    kind: Kind
    speaker: Speaker | None = None
    dimensions: tuple[Slug, ...] = ()
    contested: YesNo = False
    disputed_by: tuple[PassageId, ...] = ()
    as_of: Line | None = None
    dated: Line | None = None
    gist: Text
    asked_as: Annotated[tuple[Line, ...], Field(max_length=8)] = ()
    everyday_words: Annotated[tuple[Line, ...], Field(max_length=40)] = ()

    @property
    def note(self) -> str:
        """Return the id of its note."""
        return self.id.partition("#")[0]

    @property
    def paragraph(self) -> int:
        """Return its position, from 0, among the non-empty lines of the note's fullest copy."""
        return int(self.id.partition("#")[2])


class Disagreement(Frozen):
    """A subject on which the notes disagree, and the passages on either side."""

    about: Line
    one: Annotated[tuple[PassageId, ...], Field(min_length=1)]
    other: Annotated[tuple[PassageId, ...], Field(min_length=1)]


class NotesFile(Frozen):
    """`notes.yaml`. `about` says who the people were whose talk the notes hold."""

    about: Text | None = None
    notes: tuple[Note, ...]
    disagreements: tuple[Disagreement, ...] = ()


class PassagesFile(Frozen):
    """`passages.yaml`."""

    passages: tuple[Passage, ...]


class Catalogue(Frozen):
    """The notes of a rubric and the passages it knows of them."""

    about: Text | None = None
    notes: tuple[Note, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    passages: tuple[Passage, ...] = ()
    outlines: OutlinesFile = OutlinesFile()
    boilerplate: Boilerplate = Boilerplate()
    wording: Wording = Wording()
    out_of_scope: OutOfScope = OutOfScope()

    @cached_property
    def notes_by_id(self) -> dict[str, Note]:
        """Map each note's id to the note."""
        return {note.id: note for note in self.notes}

    @cached_property
    def passages_by_id(self) -> dict[str, Passage]:
        """Map each passage's id to the passage."""
        return {passage.id: passage for passage in self.passages}

    def link(self, passage: Passage) -> str | None:
        """Return the address that opens the note at the passage (a text fragment of its first words), or None."""
        address = self.notes_by_id[passage.note].address
        return f"{address}#:~:text={quote(passage.incipit, safe='')}" if address else None
