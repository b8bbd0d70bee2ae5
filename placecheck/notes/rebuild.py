"""Rebuild the fingerprints of a rubric's passages from a folder of notes: `python -m placecheck.notes.rebuild FOLDER`.

Only the lines with a fingerprint are written anew; all else in `passages.yaml` stays as it is, to the byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

from placecheck.carried import folder
from placecheck.errors import PlacecheckError
from placecheck.fingerprint import fingerprint
from placecheck.notes.catalogue import PASSAGES, load_catalogue
from placecheck.notes.model import Catalogue
from placecheck.notes.paragraphs import begins_with, copy_of, documents_in, load_furniture
from placecheck.source import read_source


class NotTheNotesError(PlacecheckError):
    """The folder does not hold what the passages point to."""


def fingerprints(catalogue: Catalogue, rubric: Path, notes: Path) -> dict[str, str]:
    """The fingerprint of every passage of `catalogue`, by id, from the text files in the folder `notes`.

    Raises NotTheNotesError where a paragraph is not there or begins with other words than its incipit.
    """
    among = documents_in(notes, load_furniture(rubric))
    copies = {note.id: copy_of(catalogue, note.id, among) or () for note in catalogue.notes}
    found: dict[str, str] = {}
    missing: list[str] = []
    for passage in catalogue.passages:
        paragraphs = copies[passage.note]
        if passage.paragraph < len(paragraphs) and begins_with(paragraphs[passage.paragraph], passage.incipit):
            found[passage.id] = fingerprint(paragraphs[passage.paragraph])
        else:
            missing.append(passage.id)
    if missing:
        raise NotTheNotesError(f"No paragraph of {notes} begins as these passages do: {', '.join(missing)}.")
    return found


def rebuilt(path: Path, found: dict[str, str]) -> str:
    """The text of the passages file at `path` with the fingerprints of `found` in it."""
    source = read_source(path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for index, passage in enumerate(source.data["passages"]):
        at = source.line(("passages", index, "fingerprint")) - 1
        lines[at] = lines[at].replace(passage["fingerprint"], found[passage["id"]])
    return "".join(lines)


def main(notes: Path) -> None:
    """Write the fingerprints of the Better Way rubric anew from the folder `notes`."""
    rubric = folder("rubrics") / "better-way-place"
    path = rubric / PASSAGES
    path.write_text(rebuilt(path, fingerprints(load_catalogue(rubric), rubric, notes)), encoding="utf-8")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except (PlacecheckError, IndexError) as error:
        sys.exit(str(error) or __doc__)
