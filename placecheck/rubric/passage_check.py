"""What a rubric says of its passages, held against itself: who speaks, who sees it otherwise, how it is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from placecheck.errors import Finding
from placecheck.notes import Catalogue, Passage
from placecheck.source import Source
from placecheck.source.tree import KeyPath

NAMED = 5
"""How many passages a summing-up names."""


def passage_findings(catalogue: Catalogue, source: Source) -> Iterator[Finding]:
    """Yield every fault of the passages in `source`, and one remark on those that do not say who speaks."""
    opposed = _opposed(catalogue)
    for index, passage in enumerate(catalogue.passages):
        path: KeyPath = ("passages", index)
        yield from _heading(passage, source, path)
        yield from _speaker(passage, catalogue, source, path)
        yield from _dispute(passage, opposed, source, path)
    yield from _unspoken(catalogue, source)


def _opposed(catalogue: Catalogue) -> Mapping[str, set[str]]:
    """Return the passages on the other side of each passage of a disagreement."""
    opposed: defaultdict[str, set[str]] = defaultdict(set)
    for disagreement in catalogue.disagreements:
        for passage_id in disagreement.one:
            for other in disagreement.other:
                opposed[passage_id].add(other)
                opposed[other].add(passage_id)
    return opposed


def _heading(passage: Passage, source: Source, path: KeyPath) -> Iterator[Finding]:
    section = passage.section or ""
    if section.endswith(("…", "...")):
        yield source.finding((*path, "section"), "The heading is cut off.", "Give the whole heading.")
    elif section.startswith("(") and section.endswith(")"):
        hint = "Leave the key out where no heading comes before the paragraph."
        yield source.finding((*path, "section"), f"`{section}` is no heading.", hint)


def _speaker(passage: Passage, catalogue: Catalogue, source: Source, path: KeyPath) -> Iterator[Finding]:
    if catalogue.notes_by_id[passage.note].from_outside and passage.speaker not in (None, "outside"):
        what = f"The note {passage.note} is from outside, and its speaker is `{passage.speaker}`."
        yield source.finding((*path, "speaker"), what, "Write `outside`, or look at the note again.")
    if passage.kind == "disagreement" and not passage.contested:
        hint = "Mark it `contested: true` if people in the room differed. If they did not, give it another kind."
        yield source.finding((*path, "kind"), "It is a disagreement, and is not contested.", hint)


def _dispute(passage: Passage, opposed: Mapping[str, set[str]], source: Source, path: KeyPath) -> Iterator[Finding]:
    opponents = opposed.get(passage.id, set())
    for place, other in enumerate(passage.disputed_by):
        if other not in opponents:
            what = f"No disagreement has {passage.id} on one side and {other} on the other."
            yield source.finding((*path, "disputed_by", place), what, "Add it to notes.yaml, or take this out.")
    missing = sorted(opponents - set(passage.disputed_by))
    if missing:
        what = f"{', '.join(missing)} {'sees' if len(missing) == 1 else 'see'} it otherwise, by a disagreement."
        yield source.finding(path, what, "Name each under disputed_by, so that both sides are marked alike.")


def _unspoken(catalogue: Catalogue, source: Source) -> Iterator[Finding]:
    unspoken = [passage.id for passage in catalogue.passages if passage.speaker is None]
    if unspoken:
        more = " and others" if len(unspoken) > NAMED else ""
        what = f"Who speaks is not said of {len(unspoken)} of the passages: {', '.join(unspoken[:NAMED])}{more}."
        yield source.finding(("passages",), what, "Give each a speaker.", "remark")
