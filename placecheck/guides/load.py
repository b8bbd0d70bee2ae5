"""Load the guides of a rubric from its `guides` folder; each file is named after the guide's id."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.guides.model import Guide
from placecheck.rubric.cache import cached_while_unchanged
from placecheck.rubric.library import newest_folders
from placecheck.source import Source, read_source, validated

FOLDER = "guides"


@lru_cache(maxsize=8)
def load_guides(folder: Path) -> dict[str, Guide]:
    """Return the guides of the rubric in `folder` by id, read once; none where it has none.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    return {guide.id: guide for guide, _ in read_guides(folder)}


@cached_while_unchanged
def newest_guides(rubric_id: str) -> dict[str, Guide]:
    """Return the guides that come with the rubric `rubric_id`, if it is here.

    They are those of its newest edition, since they outlive editions.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    folder = newest_folders().get(rubric_id)
    return {guide.id: guide for guide, _ in read_guides(folder)} if folder else {}


def read_guides(folder: Path) -> tuple[tuple[Guide, Source], ...]:
    """Read each guide of the rubric in `folder` with its source.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    findings: list[Finding] = []
    guides: list[tuple[Guide, Source]] = []
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        try:
            source = read_source(path)
            guide = validated(Guide, source)
        except InputError as error:
            findings += error.findings
            continue
        if guide.id != path.stem.partition("-")[2]:
            hint = f"Write {path.stem.partition('-')[2]}, the file's name without its number."
            findings.append(source.finding(("id",), f"The id is {guide.id}.", hint))
        guides.append((guide, source))
    if findings:
        raise InputError(findings)
    return tuple(guides)
