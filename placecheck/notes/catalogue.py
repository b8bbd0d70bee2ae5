"""The notes and passages of a rubric, from the files in its folder that speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from placecheck.errors import Finding, InputError, bounded
from placecheck.notes.furniture import Furniture
from placecheck.notes.model import INCIPIT_WORDS, Catalogue, NotesFile, Passage, PassagesFile
from placecheck.notes.outline import OutlinesFile
from placecheck.notes.wording import Elsewhere, Wording
from placecheck.source import Source, read_source, validated
from placecheck.source.tree import KeyPath
from placecheck.source.validate import Model

NOTES, PASSAGES, OUTLINES = "notes.yaml", "passages.yaml", "outlines.yaml"
FURNITURE, WORDING, ELSEWHERE = "furniture.yaml", "search.yaml", "elsewhere.yaml"


@lru_cache(maxsize=8)
def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue in the rubric folder `folder`, read once. Raises InputError."""
    return read_catalogue(folder)


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue in the rubric folder `folder` as it is now; an empty one where it has none. Raises InputError."""
    if not (folder / PASSAGES).exists():
        return Catalogue()
    notes_source, passages_source = read_source(folder / NOTES), read_source(folder / PASSAGES)
    known = validated(NotesFile, notes_source)
    catalogue = Catalogue(
        notes=known.notes,
        disagreements=known.disagreements,
        passages=validated(PassagesFile, passages_source).passages,
        outlines=_optional(OutlinesFile, folder / OUTLINES),
        furniture=_optional(Furniture, folder / FURNITURE),
        wording=_optional(Wording, folder / WORDING),
        elsewhere=_optional(Elsewhere, folder / ELSEWHERE),
    )
    findings = [*bounded(_notes(notes_source, catalogue)), *bounded(_passages(passages_source, catalogue))]
    if findings:
        raise InputError(findings)
    return catalogue


def _optional(model: type[Model], path: Path) -> Model:
    """What the file at `path` says; what goes without saying where there is none."""
    return validated(model, read_source(path)) if path.exists() else model()


def _notes(source: Source, catalogue: Catalogue) -> Iterator[Finding]:
    known = {note.id: note for note in reversed(catalogue.notes)}
    for index, note in enumerate(catalogue.notes):
        path: KeyPath = ("notes", index)
        if known[note.id] is not note:
            yield source.finding((*path, "id"), f"The note {note.id} stands here twice.", "Keep one.")
        for other in set(note.not_independent_of) - known.keys():
            what = f"There is no note {other}."
            yield source.finding((*path, "not_independent_of"), what, "Name a note of this file.")
    for index, two in enumerate(catalogue.disagreements):
        for side, ids in (("one", two.one), ("other", two.other)):
            for id_ in set(ids) - catalogue.passage.keys():
                what = f"There is no passage {id_}."
                yield source.finding(("disagreements", index, side), what, "Name a passage of passages.yaml.")


def _passages(source: Source, catalogue: Catalogue) -> Iterator[Finding]:
    first = {passage.id: passage for passage in reversed(catalogue.passages)}
    seen: dict[tuple[str, str], Passage] = {}
    for index, passage in enumerate(catalogue.passages):
        path: KeyPath = ("passages", index)
        if first[passage.id] is not passage:
            yield source.finding((*path, "id"), f"The passage {passage.id} stands here twice.", "Keep one.")
        if passage.note not in catalogue.note:
            yield source.finding((*path, "id"), f"There is no note {passage.note}.", "Name a note of notes.yaml.")
        if len(passage.incipit.split()) > INCIPIT_WORDS:
            mend = f"Keep its first {INCIPIT_WORDS} words."
            yield source.finding((*path, "incipit"), "The incipit is too long.", mend)
        twin = seen.setdefault((passage.note, passage.fingerprint), passage)
        if twin.id != passage.id:
            what = f"{twin.id} has this fingerprint too."
            yield source.finding((*path, "fingerprint"), what, "Rebuild the fingerprints.")
