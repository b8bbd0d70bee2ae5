"""A saved text as notes, and each note as numbered paragraphs: its non-empty lines, from 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from placecheck.fingerprint import words
from placecheck.notes.model import Catalogue, Passage
from placecheck.source import read_source, read_text, validated
from placecheck.source.fields import Frozen, Line

FURNITURE = "furniture.yaml"


class Furniture(Frozen):
    """`furniture.yaml`: the lines that part one note from the next where several stand in one file."""

    begins: tuple[Line, ...] = ()
    ends: tuple[Line, ...] = ()


def load_furniture(folder: Path) -> Furniture:
    """The furniture of the rubric in `folder`; none where it names none. Raises InputError."""
    path = folder / FURNITURE
    return validated(Furniture, read_source(path)) if path.exists() else Furniture()


def documents(text: str, furniture: Furniture) -> Iterator[tuple[str, ...]]:
    """The notes in `text`, each as its paragraphs in order."""
    note: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line in furniture.begins or line in furniture.ends:
            if note:
                yield tuple(note)
            note = []
        else:
            note.append(line)
    if note:
        yield tuple(note)


def documents_in(folder: Path, furniture: Furniture) -> list[tuple[str, ...]]:
    """Every note in the text files of `folder`. Raises InputError where a file cannot be read."""
    return [note for path in sorted(folder.glob("*.txt")) for note in documents(read_text(path), furniture)]


def begins_with(paragraph: str, incipit: str) -> bool:
    """Whether `incipit` holds the paragraph's first words, a list's numbering aside."""
    first = words(incipit)
    return words(paragraph)[: len(first)] == first


def copy_of(catalogue: Catalogue, note: str, among: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The document that is the note with this id: the one where most passages stand at their number, the fullest."""
    passages = [passage for passage in catalogue.passages if passage.note == note]
    found = [(_in_place(passages, document), len(document), document) for document in among]
    best = max(found, default=(0, 0, ()))
    return best[2] if best[0] else None


def _in_place(passages: Sequence[Passage], document: Sequence[str]) -> int:
    return sum(
        passage.paragraph < len(document) and begins_with(document[passage.paragraph], passage.incipit)
        for passage in passages
    )
