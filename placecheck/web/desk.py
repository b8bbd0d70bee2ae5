"""What lies open on the desk: the places at hand and the one being looked at, from files and from the store."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from placecheck.assessment import Assessment, read_assessment
from placecheck.carried import folder
from placecheck.notes import Catalogue, load_catalogue
from placecheck.rubric import Rubric, rubric_folders
from placecheck.rubric.load import load_rubric
from placecheck.scoring import Result, score

EXAMPLE = "example-"


@dataclass(frozen=True, slots=True)
class Opened:
    """One round of one place, with all that is needed to show it."""

    id: str
    rubric: Rubric
    assessment: Assessment
    result: Result
    catalogue: Catalogue

    @property
    def is_example(self) -> bool:
        """Whether it travels with the program and takes no changes."""
        return self.id.startswith(EXAMPLE)


@lru_cache(maxsize=1)
def examples() -> tuple[Opened, ...]:
    """The example places, in the order of their files."""
    return tuple(_example(path) for path in sorted(folder("examples").glob("*.yaml")))


def _example(path: Path) -> Opened:
    rubric, assessment = read_assessment(path)
    return Opened(EXAMPLE + path.stem, rubric, assessment, score(rubric, assessment), catalogue_of(rubric))


@lru_cache(maxsize=8)
def _catalogues() -> dict[tuple[str, str], Catalogue]:
    return {(one.id, one.edition): load_catalogue(path) for path in rubric_folders() for one in [load_rubric(path)]}


def catalogue_of(rubric: Rubric) -> Catalogue:
    """The notes and passages of `rubric`; an empty catalogue where its files are not at hand."""
    return _catalogues().get((rubric.id, rubric.edition), Catalogue())


def opened(id_: str) -> Opened | None:
    """The round with this id, or None where there is none."""
    return next((one for one in examples() if one.id == id_), None)
