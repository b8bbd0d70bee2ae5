"""The ideas of a rubric, from the `ideas` folder beside it, with every fault named by file, line and key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from placecheck.errors import Finding, InputError, bounded
from placecheck.ideas.model import Idea, IdeasFile
from placecheck.rubric.cache import cached_while_unchanged
from placecheck.rubric.library import newest_folders
from placecheck.source import Source, read_source, validated
from placecheck.source.tree import KeyPath

FOLDER = "ideas"


@dataclass(frozen=True, slots=True)
class LocatedIdea:
    """An idea with the file it was read from and its key path there."""

    idea: Idea
    source: Source
    path: KeyPath


@lru_cache(maxsize=8)
def load_ideas(folder: Path) -> tuple[Idea, ...]:
    """Return the ideas of the rubric in `folder`, read once; none where it has none.

    Raises:
        InputError: A file is invalid; each error is a finding.
    """
    return tuple(placed.idea for placed in read_located_ideas(folder))


@cached_while_unchanged
def newest_ideas(rubric_id: str) -> tuple[Idea, ...]:
    """Return the ideas that come with the rubric `rubric_id`, if it is here.

    They are those of its newest edition, since they outlive editions.

    Raises:
        InputError: A file is invalid; each error is a finding.
    """
    folder = newest_folders().get(rubric_id)
    return tuple(placed.idea for placed in read_located_ideas(folder)) if folder else ()


def read_located_ideas(folder: Path) -> tuple[LocatedIdea, ...]:
    """Read the ideas of the rubric in `folder` as they are now.

    Raises:
        InputError: A file is invalid; each error is a finding.
    """
    findings: list[Finding] = []
    ideas: list[LocatedIdea] = []
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        try:
            source = read_source(path)
            read = validated(IdeasFile, source).ideas
        except InputError as error:
            findings += error.findings
            continue
        ideas += [LocatedIdea(idea, source, ("ideas", index)) for index, idea in enumerate(read)]
    findings += bounded(_repeated(ideas))
    if findings:
        raise InputError(findings)
    return tuple(ideas)


def _repeated(ideas: list[LocatedIdea]) -> Iterator[Finding]:
    """Find each repeated id, in one file or in two."""
    first: dict[str, str] = {}
    for placed in ideas:
        path = (*placed.path, "id")
        line = f"{placed.source.file}:{placed.source.line(path)}"
        if first.setdefault(placed.idea.id, line) != line:
            what = f"The idea {placed.idea.id} appears twice, first at {first[placed.idea.id]}."
            yield placed.source.finding(path, what, "Give each its own id.")
