"""Rebuild the fingerprints and outlines of a rubric's notes from a folder of their files.

After editing `passages.yaml`, run `python -m placecheck.notes.rebuild FOLDER`. It rewrites the fingerprint lines of
`passages.yaml`, keeps every other byte of it, and writes `outlines.yaml` whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from placecheck.errors import PlacecheckError
from placecheck.fingerprint import text_fingerprint, words
from placecheck.notes.boilerplate import Boilerplate
from placecheck.notes.catalogue import OUTLINES, PASSAGES, load_catalogue
from placecheck.notes.inputs import input_files
from placecheck.notes.model import Catalogue, Passage
from placecheck.notes.outline import letters_and_figures, signature
from placecheck.notes.reading import paragraphs, read_lines
from placecheck.resources import resource_folder
from placecheck.source import read_source

HEAD = """\
# yaml-language-server: $schema=../schema/outlines.schema.json
# Signatures by which each paragraph of the notes is recognised. Made by `python -m placecheck.notes.rebuild`.
outlines:
"""

Paragraphs = tuple[str | None, ...]
"""A note's paragraphs, numbered from 0; None for boilerplate."""


class NotTheNotesError(PlacecheckError):
    """Raised where the folder does not hold what the passages point to."""


def read_copies(files: Path, boilerplate: Boilerplate) -> Iterator[Paragraphs]:
    """Yield every copy of a note in the folder `files`, its paragraphs numbered from 0, separators not counted.

    Raises:
        InputError: A file cannot be read.
    """
    for file in input_files([files]):
        held: list[str] = []
        for text, _ in (*paragraphs(read_lines(file.name, file.read())), (None, False)):
            if text is not None and not boilerplate.is_separator(text):
                held.append(text)
                continue
            if held:
                lines = set(boilerplate.content_positions(held))
                yield tuple(line if number in lines else None for number, line in enumerate(held))
            held = []


def fullest_copies(all_copies: Iterable[Paragraphs], catalogue: Catalogue) -> dict[str, Paragraphs]:
    """Return for each note the copy in which most of its passages have their number; of equals, the longest."""
    best: dict[str, tuple[int, int, Paragraphs]] = {}
    for copy in all_copies:
        for note in catalogue.notes_by_id:
            fitting = sum(begins_with_incipit(passage, copy) for passage in catalogue.passages if passage.note == note)
            if fitting and (fitting, len(copy)) > best.get(note, (0, 0, ()))[:2]:
                best[note] = (fitting, len(copy), copy)
    return {note: best[note][2] for note in catalogue.notes_by_id if note in best}


def begins_with_incipit(passage: Passage, copy: Sequence[str | None]) -> bool:
    """Tell whether the paragraph with the passage's number begins with its incipit."""
    text = copy[passage.paragraph] if passage.paragraph < len(copy) else None
    first = words(passage.incipit)
    return text is not None and words(text)[: len(first)] == first


def passage_fingerprints(catalogue: Catalogue, notes: Mapping[str, Paragraphs]) -> dict[str, str]:
    """Return the fingerprint of each passage of `catalogue` by id, from its paragraph in `notes`.

    Raises:
        NotTheNotesError: A paragraph is missing or does not begin with its incipit.
    """
    missing = [
        passage.id for passage in catalogue.passages if not begins_with_incipit(passage, notes.get(passage.note, ()))
    ]
    if missing:
        raise NotTheNotesError(f"No paragraph there begins as these passages do: {', '.join(missing)}.")
    return {
        passage.id: text_fingerprint(notes[passage.note][passage.paragraph] or "") for passage in catalogue.passages
    }


def passages_text(path: Path, fingerprints_by_id: Mapping[str, str]) -> str:
    """Return the text of the passages file at `path` with new fingerprints in it."""
    source = read_source(path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for index, passage in enumerate(source.data["passages"]):
        at = source.line(("passages", index, "fingerprint")) - 1
        lines[at] = lines[at].replace(passage["fingerprint"], fingerprints_by_id[passage["id"]])
    return "".join(lines)


def outlines_text(notes: Mapping[str, Paragraphs]) -> str:
    """Return the text of `outlines.yaml` for `notes`."""
    return HEAD + "".join(f"  {note}: |\n" + "".join(_signatures(copy)) for note, copy in notes.items())


def _signatures(copy: Paragraphs) -> Iterator[str]:
    last = max((number for number, text in enumerate(copy) if text is not None), default=-1)
    for text in copy[: last + 1]:
        yield f"    {signature(letters_and_figures(text)) if text is not None else '-'}\n"


def main(files: Path) -> None:
    """Rewrite the fingerprints and outlines of the Better Way rubric from the notes in the folder `files`."""
    rubric = resource_folder("rubrics") / "better-way-place"
    catalogue = load_catalogue(rubric)
    notes = fullest_copies(read_copies(files, catalogue.boilerplate), catalogue)
    path = rubric / PASSAGES
    path.write_bytes(passages_text(path, passage_fingerprints(catalogue, notes)).encode())
    (rubric / OUTLINES).write_bytes(outlines_text(notes).encode())


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except (PlacecheckError, IndexError) as error:
        sys.exit(str(error) or __doc__)
