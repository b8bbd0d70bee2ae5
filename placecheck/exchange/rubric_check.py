"""Every finding of a whole rubric: its own files, and the ideas, levels and guides that come with it."""

from __future__ import annotations

from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.guides.check import check_guides
from placecheck.ideas.check import check_ideas
from placecheck.levels.check import check_levels
from placecheck.notes.catalogue import read_catalogue
from placecheck.rubric import load_rubric
from placecheck.rubric.check import check_rubric


def check_whole_rubric(folder: Path, *, every: bool = False) -> list[Finding]:
    """Check the rubric in `folder` and, where that can be read, what comes with it; `every` as for `check_rubric`."""
    findings = check_rubric(folder, every=every)
    try:
        rubric, catalogue = load_rubric(folder), read_catalogue(folder)
    except InputError:
        return findings
    more = (checked(folder, catalogue, rubric.by_id) for checked in (check_ideas, check_levels, check_guides))
    return sorted([*findings, *(finding for finding_list in more for finding in finding_list)])
