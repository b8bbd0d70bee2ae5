"""Notes that people added, each stored as a readable JSON file in the folder `notes` of the data folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, ValidationError

from placecheck.errors import Finding, InputError
from placecheck.paths import private_folder, write_private
from placecheck.source.fields import Frozen, Slug

FOLDER = "notes"


class AddedParagraph(Frozen):
    """A paragraph with its number in the note."""

    number: int
    text: str
    heading: bool = False


class AddedNote(Frozen):
    """A note that was added, whole or in part. `files` names the files its paragraphs came from."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True, defer_build=True)

    placecheck_note: Literal[1] = 1
    id: Slug
    title: str
    files: tuple[str, ...] = ()
    paragraphs: tuple[AddedParagraph, ...]

    @cached_property
    def by_number(self) -> dict[int, AddedParagraph]:
        """Map each paragraph's number to the paragraph."""
        return {paragraph.number: paragraph for paragraph in self.paragraphs}


def read_added_notes(folder: Path) -> tuple[dict[str, AddedNote], tuple[Finding, ...]]:
    """Return the notes added below the data folder `folder` by id, and a finding for each file that cannot be read."""
    notes, findings = {}, []
    for path in sorted((folder / FOLDER).glob("*.json")):
        try:
            note = AddedNote.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            findings.append(
                Finding(str(path), 0, "", "This added note is damaged.", "Delete the file; add the note again.")
            )
        else:
            notes[note.id] = note
    return notes, tuple(findings)


def note_as_json(note: AddedNote) -> str:
    """Return the content of the file that `note` is stored in."""
    return note.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def write_added_notes(folder: Path, notes: Iterable[AddedNote]) -> None:
    """Write `notes` below the data folder `folder`; each file is there whole or not at all.

    Raises:
        InputError: The folder cannot be written to.
    """
    try:
        private_folder(folder / FOLDER)
        for note in notes:
            path = folder / FOLDER / f"{note.id}.json"
            unfinished = path.with_suffix(".new")
            write_private(unfinished, note_as_json(note))
            unfinished.replace(path)
    except OSError as error:
        what = f"Nothing can be written there ({error.strerror})."
        raise InputError(
            [Finding(str(folder), 0, "", what, "Name another data folder with PLACECHECK_DATA.")]
        ) from None


def remove_added_note(folder: Path, note_id: str) -> bool:
    """Delete the note from the data folder `folder`; return whether it was there."""
    path = next((path for path in (folder / FOLDER).glob("*.json") if path.stem == note_id), None)
    if path is None:
        return False
    path.unlink(missing_ok=True)
    return True


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return a value that changes when an added note does: name, time (ns) and size (bytes) of each file."""
    stats = ((path.name, path.stat()) for path in sorted((folder / FOLDER).glob("*.json")))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


def merged_notes(old: AddedNote | None, new: AddedNote) -> AddedNote:
    """Merge two copies of a note of the rubric; of a paragraph in both, the old copy stays."""
    if old is None:
        return new
    both: Mapping[int, AddedParagraph] = {**new.by_number, **old.by_number}
    paragraphs = tuple(both[number] for number in sorted(both))
    files = old.files + tuple(name for name in new.files if name not in old.files)
    return old.model_copy(
        update={"paragraphs": paragraphs, "files": files if len(paragraphs) > len(old.paragraphs) else old.files}
    )
