"""Which rubrics are available, and the one that a file asks for."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from placecheck.errors import InputError, PlacecheckError
from placecheck.paths import as_argument
from placecheck.resources import resource_folder
from placecheck.rubric.cache import cached_while_unchanged, own_folder
from placecheck.rubric.load import MANIFEST, load_rubric
from placecheck.rubric.model import Rubric
from placecheck.source import read_source

DEFAULT = "better-way-place"


class UnknownRubricError(PlacecheckError):
    """A file names a rubric or an edition that is not available."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(f"{what} {hint}")


def shipped_rubrics() -> list[Path]:
    """Return the folders of the rubrics that ship with the program."""
    return _with_manifest(resource_folder("rubrics"))


def own_rubrics(root: Path | None = None) -> list[Path]:
    """Return the folders of people's own rubrics, also of those that are left out because of a fault.

    Looks in `root`, or by default in this program's data folder.
    """
    return _with_manifest(root or own_folder())


def shipped_under_same_id(rubric: Rubric) -> Rubric | None:
    """Return the rubric that ships with the program and whose id `rubric` has, with other content; None if none is."""
    if all(_id_and_edition(path)[0] != rubric.id for path in shipped_rubrics()):
        return None
    shipped = [other for other in _load_shipped() if other.id == rubric.id]
    return None if any(other.fingerprint == rubric.fingerprint for other in shipped) else shipped[0]


@lru_cache(maxsize=1)
def _load_shipped() -> tuple[Rubric, ...]:
    return tuple(map(load_rubric, shipped_rubrics()))


def rubric_folders(extra: Path | None = None) -> list[Path]:
    """Return the folders of the available rubrics: shipped with the program, people's own, and those in `extra`."""
    own = [path for path in own_rubrics() if _is_usable(path)]  # one at fault keeps no other from working
    return [*shipped_rubrics(), *own, *(_with_manifest(extra) if extra else ())]


def find_rubric(id_: str = DEFAULT, edition: str | None = None, extra: Path | None = None) -> Rubric:
    """Return the rubric with this id and edition (the newest where none is named).

    Raises:
        UnknownRubricError: There is no such rubric.
    """
    return _shipped(id_, edition) or _find(id_, edition, extra)


@lru_cache(maxsize=16)
def _shipped(id_: str, edition: str | None) -> Rubric | None:
    """Return what ships with the program: no own rubric goes before it, so most are found without a look at those."""
    named = [
        (path, found_edition)
        for path in shipped_rubrics()
        for name, found_edition in [_id_and_edition(path)]
        if name == id_
    ]
    matching = [
        (edition_sort_key(found_edition), path) for path, found_edition in named if edition in (None, found_edition)
    ]
    return load_rubric(max(matching)[1]) if matching else None


@cached_while_unchanged
def _find(id_: str, edition: str | None, extra: Path | None) -> Rubric:
    available = [(path, *_id_and_edition(path)) for path in rubric_folders(extra)]
    named = [(path, found_edition) for path, name, found_edition in available if name == id_]
    if not named:
        known = ", ".join(sorted({name for _, name, _ in available}))
        raise UnknownRubricError(
            f"There is no rubric `{id_}` here.", f"The rubrics here are {known}.{_faulty_rubrics_hint()}"
        )
    matching = [
        (edition_sort_key(found_edition), path) for path, found_edition in named if edition in (None, found_edition)
    ]
    if not matching:
        editions = ", ".join(sorted(found_edition for _, found_edition in named))
        what = f"There is no edition `{edition}` of {id_} here."
        raise UnknownRubricError(what, f"The editions here are {editions}.{_faulty_rubrics_hint()}")
    return load_rubric(max(matching)[1])


@cached_while_unchanged
def known_indicators(id_: str = DEFAULT) -> frozenset[str]:
    """Return the ids of the indicators of every available edition.

    What outlives an edition may name an indicator of any: an id is never used again for another meaning.

    Raises:
        UnknownRubricError: There is none.
    """
    editions = [load_rubric(path) for path in rubric_folders() if _id_and_edition(path)[0] == id_] or [find_rubric(id_)]
    return frozenset(indicator_id for rubric in editions for indicator_id in rubric.by_id)


@cached_while_unchanged
def editions_of(id_: str = DEFAULT) -> tuple[Rubric, ...]:
    """Return every available edition of the rubric with this id, the newest first."""
    editions = [load_rubric(path) for path in rubric_folders() if _id_and_edition(path)[0] == id_]
    return tuple(sorted(editions, key=lambda rubric: edition_sort_key(rubric.edition), reverse=True))


def editions_beside(folder: Path, id_: str) -> set[str]:
    """Return the editions of the rubric with this id in the folders beside `folder`, leaving out what is unreadable."""
    editions = set()
    for path in _with_manifest(folder.resolve().parent):
        with suppress(InputError):
            name, edition = _id_and_edition(path)
            editions |= {edition} if name == id_ else set()
    return editions


@cached_while_unchanged
def newest_rubrics() -> tuple[Rubric, ...]:
    """Return the newest edition of every available rubric."""
    ids = dict.fromkeys(_id_and_edition(path)[0] for path in rubric_folders())
    return tuple(map(find_rubric, ids))


def newest_folders() -> dict[str, Path]:
    """Return under each id the folder of its newest edition."""
    newest: dict[str, Path] = {}
    for _, path in sorted((edition_sort_key(_id_and_edition(path)[1]), path) for path in rubric_folders()):
        newest[_id_and_edition(path)[0]] = path
    return newest


def _id_and_edition(path: Path) -> tuple[str, str]:
    """Return the id and the edition that the manifest in `path` gives; empty strings where it gives none."""
    data = read_source(path / MANIFEST).data
    keys = data if isinstance(data, dict) else {}
    return str(keys.get("id", "")), str(keys.get("edition", ""))


def _with_manifest(root: Path) -> list[Path]:
    return sorted(path.parent for path in (*root.glob(MANIFEST), *root.glob(f"*/{MANIFEST}")))


def _is_usable(path: Path) -> bool:
    """Return whether an own rubric loads, and does not pass for one that ships with the program."""
    try:
        return shipped_under_same_id(load_rubric(path)) is None
    except InputError:
        return False


def _faulty_rubrics_hint() -> str:
    """Say which of people's own rubrics are unavailable because of a fault, and how to see it."""
    faulty = [path for path in own_rubrics() if not _is_usable(path)]
    return "".join(f" `placecheck check {as_argument(path)}` says what is wrong with that one." for path in faulty)


def edition_sort_key(edition: str) -> tuple[tuple[int, str], ...]:
    """Return an edition as a sort key: 2026.10 comes after 2026.9."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"[.-]", edition))
