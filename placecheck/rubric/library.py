"""Which rubrics are at hand, and the one that a file asks for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from placecheck.carried import folder
from placecheck.errors import PlacecheckError
from placecheck.rubric.load import MANIFEST, load_rubric
from placecheck.rubric.model import Rubric
from placecheck.source import read_source

DEFAULT = "better-way-place"


class UnknownRubricError(PlacecheckError):
    """A file names a rubric or an edition that is not at hand."""


def rubric_folders(extra: Path | None = None) -> list[Path]:
    """The folders that hold a rubric: those that travel with the program, then those under `extra`."""
    roots = [folder("rubrics"), *([extra] if extra else [])]
    found = {path.parent for root in roots for path in (*root.glob(MANIFEST), *root.glob(f"*/{MANIFEST}"))}
    return sorted(found)


@lru_cache(maxsize=16)
def find_rubric(id_: str = DEFAULT, edition: str | None = None, extra: Path | None = None) -> Rubric:
    """The rubric with this id and edition (the newest where none is named). Raises UnknownRubricError."""
    at_hand = [(path, read_source(path / MANIFEST).data) for path in rubric_folders(extra)]
    named = [(path, data) for path, data in at_hand if isinstance(data, dict) and data.get("id") == id_]
    if not named:
        known = ", ".join(sorted({str(data.get("id")) for _, data in at_hand if isinstance(data, dict)}))
        raise UnknownRubricError(f"There is no rubric `{id_}` here. The rubrics here are {known}.")
    right = [path for path, data in named if edition in (None, data.get("edition"))]
    if not right:
        editions = ", ".join(sorted(str(data.get("edition")) for _, data in named))
        raise UnknownRubricError(f"There is no edition `{edition}` of {id_} here. The editions here are {editions}.")
    return load_rubric(right[-1])
