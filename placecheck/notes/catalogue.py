"""Load the notes and passages of a rubric from the files in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from placecheck.errors import Finding, InputError, bounded
from placecheck.notes.boilerplate import Boilerplate
from placecheck.notes.model import INCIPIT_WORDS, Catalogue, NotesFile, Passage, PassagesFile
from placecheck.notes.outline import OutlinesFile
from placecheck.notes.wording import OutOfScope, Wording
from placecheck.source import Source, read_source, validated
from placecheck.source.tree import KeyPath
from placecheck.source.validate import Model

NOTES, PASSAGES, OUTLINES = "notes.yaml", "passages.yaml", "outlines.yaml"
WORDING = ("search.yaml",)
BOILERPLATE = ("boilerplate.yaml", "furniture.yaml")
OUT_OF_SCOPE = ("out-of-scope.yaml", "elsewhere.yaml")
"""A file's name, and the older name under which a rubric may still have it."""


@lru_cache(maxsize=8)
def load_catalogue(folder: Path) -> Catalogue:
    """Return the catalogue of the rubric folder `folder`, read once.

    Raises:
        InputError: One of its files is invalid.
    """
    return read_catalogue(folder)


def read_catalogue(folder: Path) -> Catalogue:
    """Read the catalogue of the rubric folder `folder` as it is now; an empty one where it has none.

    Raises:
        InputError: One of its files is invalid.
    """
    folder = notes_folder(folder)
    if not (folder / PASSAGES).exists():
        return Catalogue()
    notes_source, passages_source = read_source(folder / NOTES), read_source(folder / PASSAGES)
    notes_file = validated(NotesFile, notes_source)
    catalogue = Catalogue(
        about=notes_file.about,
        notes=notes_file.notes,
        disagreements=notes_file.disagreements,
        passages=validated(PassagesFile, passages_source).passages,
        outlines=_optional(OutlinesFile, folder, OUTLINES),
        boilerplate=_optional(Boilerplate, folder, *BOILERPLATE),
        wording=_optional(Wording, folder, *WORDING),
        out_of_scope=_optional(OutOfScope, folder, *OUT_OF_SCOPE),
    )
    findings = [*bounded(_notes(notes_source, catalogue)), *bounded(_passages(passages_source, catalogue))]
    if findings:
        raise InputError(findings)
    return catalogue


def notes_folder(folder: Path) -> Path:
    """Return the folder whose notes the rubric in `folder` cites.

    An earlier edition, stored as `NAME-EDITION` and without notes of its own, cites those of `NAME` next to it.
    """
    current = folder.resolve().parent / folder.resolve().name.rpartition("-")[0]
    is_earlier = not (folder / PASSAGES).exists() and current.name and (current / PASSAGES).exists()
    return current if is_earlier else folder


def _optional(model: type[Model], folder: Path, *names: str) -> Model:
    """Read the first file of `folder` that has one of `names`; the model's defaults where there is none."""
    path = next((folder / name for name in names if (folder / name).exists()), None)
    return validated(model, read_source(path)) if path else model()


def _notes(source: Source, catalogue: Catalogue) -> Iterator[Finding]:
    known = {note.id: note for note in reversed(catalogue.notes)}
    for index, note in enumerate(catalogue.notes):
        path: KeyPath = ("notes", index)
        if known[note.id] is not note:
            yield source.finding((*path, "id"), f"The note {note.id} is in this file twice.", "Keep one.")
        for other in set(note.not_independent_of) - known.keys():
            what = f"There is no note {other}."
            yield source.finding((*path, "not_independent_of"), what, "Name a note of this file.")
    for index, two in enumerate(catalogue.disagreements):
        for kind, ids in (("one", two.one), ("other", two.other)):
            for id_ in set(ids) - catalogue.passages_by_id.keys():
                what = f"There is no passage {id_}."
                yield source.finding(("disagreements", index, kind), what, "Name a passage of passages.yaml.")


def _passages(source: Source, catalogue: Catalogue) -> Iterator[Finding]:
    first = {passage.id: passage for passage in reversed(catalogue.passages)}
    seen: dict[tuple[str, str], Passage] = {}
    for index, passage in enumerate(catalogue.passages):
        path: KeyPath = ("passages", index)
        if first[passage.id] is not passage:
            yield source.finding((*path, "id"), f"The passage {passage.id} is in this file twice.", "Keep one.")
        if passage.note not in catalogue.notes_by_id:
            yield source.finding((*path, "id"), f"There is no note {passage.note}.", "Name a note of notes.yaml.")
        for position, other in enumerate(passage.disputed_by):
            if other not in first or other == passage.id:
                what = f"There is no other passage {other}."
                yield source.finding((*path, "disputed_by", position), what, "Name one of this file.")
        if len(passage.incipit.split()) > INCIPIT_WORDS:
            hint = f"Keep its first {INCIPIT_WORDS} words."
            yield source.finding((*path, "incipit"), "The incipit is too long.", hint)
        twin = seen.setdefault((passage.note, passage.fingerprint), passage)
        if twin.id != passage.id:
            what = f"{twin.id} has this fingerprint too."
            yield source.finding((*path, "fingerprint"), what, "Rebuild the fingerprints.")
