"""Notes and rubrics that people added, in a backup and back: `notes/ID.json`, and `rubrics/ID-EDITION.zip`.

Nothing in a backup says where a file goes: its id does, once the file was read as what it is.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from placecheck.errors import InputError
from placecheck.exchange.rubric_archive import (
    RubricKeptError,
    RubricPlan,
    keep_rubric,
    load_rubric_archive,
    rubric_as_archive,
)
from placecheck.notes.added_notes import AddedNote, note_as_json, read_added_notes, write_added_notes
from placecheck.rubric.library import own_rubrics
from placecheck.source.text import UNWANTED
from placecheck.storage.backup.row_check import NonsenseError
from placecheck.storage.values import BackupCounts

NOTES, RUBRICS = "notes/", "rubrics/"
MAX_BYTES = 25_000_000
MAX_FILES = 2_000
"""How large one added file may be, and how many there may be. Whatever is beyond is left out of a backup."""


@dataclass(frozen=True, slots=True)
class AddedFolders:
    """Where added files lie: notes below the data folder `data`, rubrics in the folder `rubrics`."""

    data: Path
    rubrics: Path


def read_added_files(folders: AddedFolders) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the added files by their name in a backup, and the paths of those that cannot be read or are too large."""
    notes, findings = read_added_notes(folders.data)
    files = {f"{NOTES}{note.id}.json": note_as_json(note).encode() for note in notes.values()}
    left = [finding.file for finding in findings]
    for folder in own_rubrics(folders.rubrics):
        try:
            content = rubric_as_archive(folder, folder.name)
            plan = load_rubric_archive(content, str(folder))
        except InputError:
            left.append(str(folder))
        else:
            files[f"{RUBRICS}{plan.name}.zip"] = content
    large = sorted(name for name, content in files.items() if len(content) > MAX_BYTES)
    surplus = sorted(files.keys() - set(large))[MAX_FILES:]
    return {name: files[name] for name in sorted(files.keys() - {*large, *surplus})}, (*left, *large, *surplus)


def checksums(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def with_added(counts: BackupCounts, names: Iterable[str], others: tuple[str, ...] = ()) -> BackupCounts:
    """Return `counts` with the notes and the rubrics among the `names` of added files, and the `others` not among."""
    kinds = Counter(name.partition("/")[0] + "/" for name in names)
    return replace(counts, notes=kinds[NOTES], rubrics=kinds[RUBRICS], others=others)


def check_added(archive: zipfile.ZipFile, sums: Mapping[str, str]) -> None:
    """Read every added file in `archive` as what it is.

    Raises:
        NonsenseError: A file is not what it should be; the first one is named.
    """
    for _ in _added(archive, sums):
        pass


def keep_added(archive: zipfile.ZipFile, sums: Mapping[str, str], folders: AddedFolders) -> tuple[str, ...]:
    """Keep the added files of `archive` in `folders`: a note in place of that with its id, a rubric if it is not here.

    Returns the names of rubrics that are left as they are here, since others have their id and edition.

    Raises:
        InputError: Nothing can be written.
        NonsenseError: A file is not what it should be.
    """
    others = []
    for added in _added(archive, sums):
        if isinstance(added, AddedNote):
            write_added_notes(folders.data, [added])
            continue
        try:
            keep_rubric(added, folders.rubrics)
        except RubricKeptError:
            others.append(added.name)
    return tuple(others)


def _added(archive: zipfile.ZipFile, sums: Mapping[str, str]) -> Iterator[AddedNote | RubricPlan]:
    if len(sums) > MAX_FILES:
        raise NonsenseError("it holds more notes and rubrics than any group has")
    for name, sha256 in sums.items():
        if not name.startswith((NOTES, RUBRICS)):
            raise NonsenseError(f"{name} is neither a note nor a rubric")
        with archive.open(name) as entry:
            content = entry.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES or hashlib.sha256(content).hexdigest() != sha256:
            raise NonsenseError(f"{name} is not as it was written")
        try:
            yield _note(content) if name.startswith(NOTES) else load_rubric_archive(content, name)
        except (InputError, ValueError) as error:
            raise NonsenseError(f"{name}: {str(error).splitlines()[0]}") from None


def _note(content: bytes) -> AddedNote:
    note = AddedNote.model_validate_json(content)
    texts = (note.title, *note.files, *(paragraph.text for paragraph in note.paragraphs))
    if any(map(UNWANTED.search, texts)):
        raise NonsenseError("it holds a character that is no text")
    if len(note.by_number) != len(note.paragraphs):
        raise NonsenseError("two paragraphs have one number")
    return note
