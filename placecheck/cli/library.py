"""`placecheck notes add` and `remove`: the notes' own text, kept on this machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.errors import InputError, PlacecheckError

if TYPE_CHECKING:
    from placecheck.notes import Catalogue
    from placecheck.notes.library import Library

Data = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="The folder that holds your places.", file_okay=False)
]


class NoSuchNoteError(PlacecheckError):
    """The id is neither that of a note nor of a passage."""


def default_rubric_folder() -> Path:
    """Return the folder of the rubric whose notes these are."""
    from placecheck.resources import resource_folder
    from placecheck.rubric import DEFAULT

    return resource_folder("rubrics") / DEFAULT


def default_catalogue() -> Catalogue:
    """Return the notes and passages that the rubric knows."""
    from placecheck.notes import load_catalogue

    return load_catalogue(default_rubric_folder())


def open_library(data: Path | None) -> Library:
    """Return the available notes; unreadable ones are named on stderr."""
    from placecheck.notes.library import Library
    from placecheck.paths import data_folder

    opened = Library.open(data_folder(data), default_catalogue())
    for finding in opened.findings:
        print(finding, file=sys.stderr)
    return opened


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders of them.")],
    data: Data = None,
) -> None:
    """Add the text of notes: text, HTML, Markdown, DOCX or PDF, several notes to a file where need be."""
    from placecheck.notes.adding import add_note_files
    from placecheck.notes.inputs import input_files
    from placecheck.notes.library import Library
    from placecheck.paths import data_folder
    from placecheck.views.notes.notes_holding import added_report

    folder = data_folder(data)
    added = add_note_files(input_files(paths), folder, default_catalogue(), on_file=_progress)
    for line in added_report(added, Library.open(folder, default_catalogue()).holdings()):
        print(line)
    if added.findings:
        raise InputError(added.findings)


def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of notes, as `list` shows them.")],
    data: Data = None,
) -> None:
    """Take the text of notes out again; what the rubric knows of them stays."""
    from placecheck.notes.added_notes import remove_added_note
    from placecheck.paths import data_folder
    from placecheck.words import library as words
    from placecheck.words import say

    for id_ in ids:
        if not remove_added_note(data_folder(data), id_):
            raise NoSuchNoteError(say(words.NOT_ADDED, id=id_))
        print(say(words.REMOVED, id=id_))


def _progress(name: str) -> None:
    if sys.stderr.isatty():
        print(f"{name} ...", file=sys.stderr)
