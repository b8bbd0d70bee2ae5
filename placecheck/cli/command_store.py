"""The store that a command works on: the one that the app opens, or that of a folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.paths import data_folder
from placecheck.words import say, storing

if TYPE_CHECKING:
    from placecheck.assessment.file import FindRubric
    from placecheck.rubric import Rubric
    from placecheck.storage import BackupCounts, Store

GROUPS = "PLACECHECK_GROUPS"

Data = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="The folder that holds your places.", file_okay=False)
]


def open_command_store(data: Path | None) -> Store:
    """Open the store in the folder `data`; where none is named, the one that the app opens.

    Where there are groups, there is no such store: each has its own.

    Raises:
        StorageError: There are groups, or the store cannot be opened.
    """
    from placecheck.storage import StorageError, open_store

    if data is None and os.environ.get(GROUPS):
        raise StorageError(say(storing.WHICH_GROUP, folder=data_folder() / "groups"))
    return open_store(data)


def rubric_finder(store: Store, data: Path | None) -> FindRubric:
    """Return what finds the rubrics at hand: also those that were added to the folder `data`, where one is named."""
    from placecheck.rubric import UnknownRubricError, find_rubric

    def find(id_: str, edition: str) -> Rubric:
        try:
            return store.find_rubric(id_, edition)
        except UnknownRubricError:
            if data is None:
                raise
            return find_rubric(id_, edition, data / "rubrics")

    return find


@contextmanager
def open_for_reading(data: Path | None) -> Iterator[Store]:
    """Open the store as `open_command_store` does, even in a folder that cannot be written to.

    SQLite writes next to its file even when it reads, so the data is then copied and the copy is opened.

    Raises:
        StorageError: There are groups, or the store cannot be opened.
    """
    from placecheck.storage import open_store
    from placecheck.storage.engine.database import FILE
    from placecheck.storage.store import DATABASE_VARIABLE

    folder = data_folder(data)
    is_folder = data is not None or not os.environ.get(DATABASE_VARIABLE)
    if not is_folder or not (folder / FILE).is_file() or _is_writable(folder / FILE):
        with closing(open_command_store(data)) as store:
            yield store
        return
    with tempfile.TemporaryDirectory(prefix="placecheck-read-") as copy:
        for path in folder.glob(f"{FILE}*"):
            shutil.copyfile(path, Path(copy) / path.name)
        with closing(open_store(Path(copy))) as store:
            yield store


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def with_count(words: str, file: Path, held: BackupCounts) -> str:
    """Return `words` with how much the file holds."""
    return say(words, file=file, places=held.places, assessments=held.assessments, answers=held.answers)
