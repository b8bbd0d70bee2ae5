"""The folder of the rubric that someone named: the same for every command."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from placecheck.errors import PlacecheckError
from placecheck.words import rubrics as words
from placecheck.words import say

if TYPE_CHECKING:
    from placecheck.rubric import Rubric

MANIFESTS = ("rubric.yaml", "rubric.yml")
"""What the file of a rubric is called, and what people may call it by mistake, who are then told its name."""


def find_rubric_folders(named: list[str] | None) -> list[Path]:
    """Return the folders of the rubrics in `named`; without names, of every shipped and every own rubric.

    Raises:
        PlacecheckError: A name is neither the folder of a rubric nor its id.
    """
    from placecheck.rubric import own_rubrics, shipped_rubrics

    every = [*shipped_rubrics(), *own_rubrics()]
    if not named:
        return list(map(relative_to_cwd, every))
    return [_folder(name, every) for name in named]


def load_named_rubric(name: str | None) -> Rubric:
    """Return the rubric whose folder or id is `name`; the default rubric without a name.

    Raises:
        PlacecheckError: There is no such rubric, or its files are invalid.
    """
    from placecheck.rubric import find_rubric, load_rubric

    return find_rubric() if name is None else load_rubric(find_rubric_folders([name])[0])


def _folder(name: str, every: list[Path]) -> Path:
    """Return what `name` means: a path to a folder or the rubric.yaml in it, an id (its newest edition), or a folder.

    Raises:
        PlacecheckError: It is none of these.
    """
    from placecheck.rubric.library import newest_folders

    path = Path(name)
    for candidate in (path, path.parent):
        is_there = any((candidate / manifest).is_file() for manifest in MANIFESTS)
        if is_there and (candidate is path or path.name in MANIFESTS):
            return candidate
    known = {folder.name: folder for folder in reversed(every)} | newest_folders()
    if name in known:
        return relative_to_cwd(known[name])
    raise PlacecheckError(say(words.NO_SUCH_RUBRIC, name=name, known=", ".join(sorted(known))))


def relative_to_cwd(path: Path) -> Path:
    """Return `path` relative to the working folder if below it, so that a finding's file opens with a click."""
    return Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path
