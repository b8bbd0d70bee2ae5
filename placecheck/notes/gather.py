"""The files that a person names: single ones as they are, of folders those that may be notes."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from placecheck.errors import refuse
from placecheck.notes.reading import MAX_BYTES
from placecheck.notes.reading.kinds import ENDINGS
from placecheck.source.text import read_bytes, unreadable

MOST_FILES = 2_000
"""Of one folder; more is a disk named by mistake."""
ABOUT_THE_FOLDER = ("readme", "licence", "license", "copying", "changelog")
"""Files of a folder that speak of it and are no notes, by how their names begin."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file that may hold notes: the name a person knows it by, and what gives its content or raises InputError."""

    name: str
    read: Callable[[], bytes]


def given_files(paths: Iterable[Path]) -> Iterator[Given]:
    """The files at `paths`, in order; of a folder, all below it that may be notes. Raises InputError."""
    for path in paths:
        if path.is_dir():
            yield from (Given(str(found), reader(found)) for found in _below(path))
        else:
            yield Given(str(path), reader(path))


def uploaded(name: str, raw: bytes) -> Given:
    """A file that came with its content."""
    return Given(name, lambda: raw)


def reader(path: Path) -> Callable[[], bytes]:
    """Reads the file at `path` when it is called; never more of it than a note may hold."""

    def read() -> bytes:
        try:
            kind = path.stat().st_mode
        except FileNotFoundError:
            raise refuse(str(path), 0, "", "There is no such file or folder.", "Check the name.") from None
        except OSError as error:
            raise unreadable(path, error) from None
        if not stat.S_ISREG(kind):
            raise refuse(str(path), 0, "", "This is no file.", "Name a file or a folder.")
        return read_bytes(path, MAX_BYTES)

    return read


def _below(folder: Path) -> list[Path]:
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(parent, name) for name in sorted(names) if _may_be_note(name)]
        if len(found) > MOST_FILES:
            raise refuse(str(folder), 0, "", f"More than {MOST_FILES:,} files stand there.", "Name a smaller folder.")
    return found


def _may_be_note(name: str) -> bool:
    plain = name.lower()
    return plain.endswith(ENDINGS) and not plain.startswith((".", "~$", *ABOUT_THE_FOLDER))
