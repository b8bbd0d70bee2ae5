"""Which rubrics are at hand, and the one that a file asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from placecheck.carried import folder
from placecheck.datafolder import data_folder
from placecheck.errors import InputError, PlacecheckError
from placecheck.rubric.load import MANIFEST, load_rubric
from placecheck.rubric.model import Rubric
from placecheck.source import read_source

DEFAULT = "better-way-place"


class UnknownRubricError(PlacecheckError):
    """A file names a rubric or an edition that is not at hand."""

    def __init__(self, what: str, mend: str) -> None:
        self.what, self.mend = what, mend
        super().__init__(f"{what} {mend}")


def own_folder() -> Path:
    """The folder in which people keep rubrics of their own, each in a folder of its own; it need not be there."""
    return data_folder() / "rubrics"


def carried_rubrics() -> list[Path]:
    """The folders of the rubrics that travel with the program."""
    return _with_manifest(folder("rubrics"))


def rubric_folders(extra: Path | None = None) -> list[Path]:
    """The folders of the rubrics at hand: those that travel with the program, people's own, and those in `extra`."""
    own = [path for path in _with_manifest(own_folder()) if _loads(path)]  # one at fault keeps no other from working
    return [*carried_rubrics(), *own, *(_with_manifest(extra) if extra else ())]


@lru_cache(maxsize=16)
def find_rubric(id_: str = DEFAULT, edition: str | None = None, extra: Path | None = None) -> Rubric:
    """The rubric with this id and edition (the newest where none is named). Raises UnknownRubricError."""
    for path in carried_rubrics():  # mostly it is one of these, in the folder of its name: read once, and no other
        if path.name == id_ and (rubric := load_rubric(path)).edition == edition:
            return rubric
    at_hand = [(path, *_named(path)) for path in rubric_folders(extra)]
    named = [(path, found) for path, name, found in at_hand if name == id_]
    if not named:
        known = ", ".join(sorted({name for _, name, _ in at_hand}))
        raise UnknownRubricError(f"There is no rubric `{id_}` here.", f"The rubrics here are {known}.{_amiss()}")
    right = [(as_edition(found), path) for path, found in named if edition in (None, found)]
    if not right:
        editions = ", ".join(sorted(found for _, found in named))
        what = f"There is no edition `{edition}` of {id_} here."
        raise UnknownRubricError(what, f"The editions here are {editions}.{_amiss()}")
    return load_rubric(max(right)[1])


def _named(path: Path) -> tuple[str, str]:
    """The id and the edition that the manifest in `path` gives; nothing where it gives none."""
    data = read_source(path / MANIFEST).data
    keys = data if isinstance(data, dict) else {}
    return str(keys.get("id", "")), str(keys.get("edition", ""))


def _with_manifest(root: Path) -> list[Path]:
    return sorted(path.parent for path in (*root.glob(MANIFEST), *root.glob(f"*/{MANIFEST}")))


def _loads(path: Path) -> bool:
    try:
        load_rubric(path)
    except InputError:
        return False
    return True


def _amiss() -> str:
    """Which of people's own rubrics are not at hand because of a fault, and how to see it."""
    faulty = [path for path in _with_manifest(own_folder()) if not _loads(path)]
    return "".join(f" `placecheck check {path}` says why that one is not." for path in faulty)


def as_edition(edition: str) -> tuple[tuple[int, str], ...]:
    """An edition as it is counted: 2026.10 comes after 2026.9."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"[.-]", edition))
