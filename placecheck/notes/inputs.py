"""The input files that a person names: single files as they are, and from folders those that may be notes."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from placecheck.errors import refuse
from placecheck.notes.reading import MAX_BYTES
from placecheck.notes.reading.sniff import ENDINGS
from placecheck.source.text import read_bytes, unreadable_file

MAX_FILES = 2_000
"""The most files read from one folder; more means that a whole disk was named by mistake."""
NOT_NOTES = ("readme", "licence", "license", "copying", "changelog")
"""How the names of files begin that describe a folder and are not notes."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that may hold notes: the name a person knows it by, and a function that returns its bytes.

    `read` raises InputError where the file cannot be read.
    """

    name: str
    read: Callable[[], bytes]


def input_files(paths: Iterable[Path]) -> Iterator[InputFile]:
    """Yield the files at `paths` in order; from a folder, all files below it that may be notes.

    Raises:
        InputError: A folder holds more than `MAX_FILES` files.
    """
    for path in paths:
        if path.is_dir():
            yield from (InputFile(str(file), file_reader(file)) for file in _below(path))
        else:
            yield InputFile(str(path), file_reader(path))


def uploaded_file(name: str, raw: bytes) -> InputFile:
    """Return the input file `name` whose content is `raw`."""
    return InputFile(name, lambda: raw)


def file_reader(path: Path) -> Callable[[], bytes]:
    """Return a function that reads the file at `path`, at most `MAX_BYTES` of it."""

    def read() -> bytes:
        try:
            kind = path.stat().st_mode
        except FileNotFoundError:
            raise refuse(str(path), 0, "", "There is no such file or folder.", "Check the name.") from None
        except OSError as error:
            raise unreadable_file(path, error) from None
        if not stat.S_ISREG(kind):
            raise refuse(str(path), 0, "", "This is not a file.", "Name a file or a folder.")
        return read_bytes(path, MAX_BYTES)

    return read


def _below(folder: Path) -> list[Path]:
    files: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [Path(parent, name) for name in sorted(names) if _may_be_note(name)]
        if len(files) > MAX_FILES:
            raise refuse(
                str(folder), 0, "", f"The folder holds more than {MAX_FILES:,} files.", "Name a smaller folder."
            )
    return files


def _may_be_note(name: str) -> bool:
    plain = name.lower()
    return plain.endswith(ENDINGS) and not plain.startswith((".", "~$", *NOT_NOTES))
