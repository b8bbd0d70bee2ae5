"""The notes and passages of a rubric, from the two files in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.notes.model import INCIPIT_WORDS, Catalogue, NotesFile, Passage, PassagesFile
from placecheck.source import Source, read_source, validated
from placecheck.source.tree import KeyPath, dotted

NOTES, PASSAGES = "notes.yaml", "passages.yaml"


@lru_cache(maxsize=8)
def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue in the rubric folder `folder`; an empty one where it has none. Raises InputError."""
    if not (folder / PASSAGES).exists():
        return Catalogue()
    notes_source, passages_source = read_source(folder / NOTES), read_source(folder / PASSAGES)
    catalogue = Catalogue(
        notes=validated(NotesFile, notes_source).notes, passages=validated(PassagesFile, passages_source).passages
    )
    findings = [*_notes(notes_source, catalogue), *_passages(passages_source, catalogue)]
    if findings:
        raise InputError(findings)
    return catalogue


def _notes(source: Source, catalogue: Catalogue) -> Iterator[Finding]:
    known = set(catalogue.note)
    for index, note in enumerate(catalogue.notes):
        path: KeyPath = ("notes", index)
        if catalogue.note[note.id] is not note:
            yield _at(source, (*path, "id"), f"The note {note.id} stands here twice.", "Keep one.")
        for other in set(note.not_independent_of) - known:
            yield _at(source, (*path, "not_independent_of"), f"There is no note {other}.", "Name a note of this file.")


def _passages(source: Source, catalogue: Catalogue) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Passage] = {}
    for index, passage in enumerate(catalogue.passages):
        path: KeyPath = ("passages", index)
        if catalogue.passage[passage.id] is not passage:
            yield _at(source, (*path, "id"), f"The passage {passage.id} stands here twice.", "Keep one.")
        if passage.note not in catalogue.note:
            yield _at(source, (*path, "id"), f"There is no note {passage.note}.", "Name a note of notes.yaml.")
        if len(passage.incipit.split()) > INCIPIT_WORDS:
            yield _at(source, (*path, "incipit"), "The incipit is too long.", f"Keep its first {INCIPIT_WORDS} words.")
        twin = seen.setdefault((passage.note, passage.fingerprint), passage)
        if twin.id != passage.id:
            yield _at(
                source, (*path, "fingerprint"), f"{twin.id} has this fingerprint too.", "Rebuild the fingerprints."
            )


def _at(source: Source, path: KeyPath, what: str, mend: str) -> Finding:
    return Finding(source.file, source.line(path), dotted(path), what, mend)
