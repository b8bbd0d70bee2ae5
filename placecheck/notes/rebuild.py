"""Makes the fingerprints and outlines of a rubric's notes anew from a folder of their files.

`python -m placecheck.notes.rebuild FOLDER`, for whoever edits `passages.yaml`: in it, only the lines with a fingerprint
are written anew and all else stays as it is, to the byte; `outlines.yaml` is written whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from placecheck.carried import folder
from placecheck.errors import PlacecheckError
from placecheck.fingerprint import fingerprint, words
from placecheck.notes.catalogue import OUTLINES, PASSAGES, load_catalogue
from placecheck.notes.furniture import Furniture
from placecheck.notes.gather import given_files
from placecheck.notes.model import Catalogue, Passage
from placecheck.notes.outline import letters, mark
from placecheck.notes.reading import paragraphs, read_lines
from placecheck.source import read_source

HEAD = """\
# yaml-language-server: $schema=../schema/outlines.schema.json
# Marks by which each paragraph of the notes is known wherever it stands. Made by `python -m placecheck.notes.rebuild`.
outlines:
"""

Paragraphs = tuple[str | None, ...]
"""A note's paragraphs from 0; None where one is no part of it (furniture)."""


class NotTheNotesError(PlacecheckError):
    """The folder does not hold what the passages point to."""


def copies(files: Path, furniture: Furniture) -> Iterator[Paragraphs]:
    """Every copy of a note in the files of the folder `files`, its paragraphs numbered from 0, separators not counted.

    Raises InputError where a file cannot be read.
    """
    for given in given_files([files]):
        held: list[str] = []
        for text, _ in (*paragraphs(read_lines(given.name, given.read())), (None, False)):
            if text is not None and not furniture.separates(text):
                held.append(text)
                continue
            if held:
                kept = set(furniture.stripped(held))
                yield tuple(line if number in kept else None for number, line in enumerate(held))
            held = []


def fullest(found: Iterable[Paragraphs], catalogue: Catalogue) -> dict[str, Paragraphs]:
    """For each note the copy in which most of its passages stand at their number; of equals, the longest."""
    best: dict[str, tuple[int, int, Paragraphs]] = {}
    for copy in found:
        for note in catalogue.note:
            fitting = sum(begins_there(passage, copy) for passage in catalogue.passages if passage.note == note)
            if fitting and (fitting, len(copy)) > best.get(note, (0, 0, ()))[:2]:
                best[note] = (fitting, len(copy), copy)
    return {note: best[note][2] for note in catalogue.note if note in best}


def begins_there(passage: Passage, copy: Sequence[str | None]) -> bool:
    """Whether the paragraph of the passage's number begins as its incipit says."""
    text = copy[passage.paragraph] if passage.paragraph < len(copy) else None
    first = words(passage.incipit)
    return text is not None and words(text)[: len(first)] == first


def fingerprints(catalogue: Catalogue, notes: Mapping[str, Paragraphs]) -> dict[str, str]:
    """The fingerprint of every passage of `catalogue`, by id, as `notes` have its paragraph.

    Raises NotTheNotesError where a paragraph is not there or begins with other words than its incipit.
    """
    missing = [one.id for one in catalogue.passages if not begins_there(one, notes.get(one.note, ()))]
    if missing:
        raise NotTheNotesError(f"No paragraph there begins as these passages do: {', '.join(missing)}.")
    return {one.id: fingerprint(notes[one.note][one.paragraph] or "") for one in catalogue.passages}


def rebuilt(path: Path, found: Mapping[str, str]) -> str:
    """The text of the passages file at `path` with the fingerprints of `found` in it."""
    source = read_source(path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for index, passage in enumerate(source.data["passages"]):
        at = source.line(("passages", index, "fingerprint")) - 1
        lines[at] = lines[at].replace(passage["fingerprint"], found[passage["id"]])
    return "".join(lines)


def outlines(notes: Mapping[str, Paragraphs]) -> str:
    """The text of `outlines.yaml` for `notes`."""
    return HEAD + "".join(f"  {note}: |\n" + "".join(_marks(copy)) for note, copy in notes.items())


def _marks(copy: Paragraphs) -> Iterator[str]:
    last = max((number for number, text in enumerate(copy) if text is not None), default=-1)
    for text in copy[: last + 1]:
        yield f"    {mark(letters(text)) if text is not None else '-'}\n"


def main(files: Path) -> None:
    """Write the fingerprints and outlines of the Better Way rubric anew from the notes in the folder `files`."""
    rubric = folder("rubrics") / "better-way-place"
    catalogue = load_catalogue(rubric)
    notes = fullest(copies(files, catalogue.furniture), catalogue)
    path = rubric / PASSAGES
    path.write_bytes(rebuilt(path, fingerprints(catalogue, notes)).encode())
    (rubric / OUTLINES).write_bytes(outlines(notes).encode())


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except (PlacecheckError, IndexError) as error:
        sys.exit(str(error) or __doc__)
