"""Newer editions: which are at hand for what was asked, and every fault of what they say became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.rubric.library import (
    UnknownRubricError,
    edition_sort_key,
    editions_beside,
    editions_of,
    find_rubric,
    rubric_folders,
)
from placecheck.rubric.load import RubricFiles, load_rubric
from placecheck.rubric.mapping import EDITIONS, EarlierEdition, EditionsFile, Fate, load_mapping
from placecheck.rubric.model import Rubric
from placecheck.source import Source, read_source, validated
from placecheck.source.wording import near_or_all
from placecheck.words import rubrics as words
from placecheck.words import say

Path_ = tuple[str | int, ...]


def newer_editions(id_: str, edition: str) -> list[tuple[Rubric, EarlierEdition]]:
    """Return the available editions that are newer than this one and map it, newest first."""
    editions = []
    for folder in rubric_folders():
        other = load_rubric(folder)
        mapping = load_mapping(folder, edition) if other.id == id_ else None
        if mapping is not None and edition_sort_key(other.edition) > edition_sort_key(edition):
            editions.append((other, mapping))
    return sorted(editions, key=lambda entry: edition_sort_key(entry[0].edition), reverse=True)


def edition_called(rubric: Rubric, edition: str) -> tuple[Rubric, EarlierEdition]:
    """Return the newer `edition` of `rubric`, named by itself or by its folder, and its mapping of the older one.

    Raises:
        UnknownRubricError: There is no such edition that says what became of the older one.
        InputError: The files of the folder are invalid.
    """
    if Path(edition).is_dir():
        named = load_rubric(Path(edition))
        mapping = load_mapping(Path(edition), rubric.edition) if named.id == rubric.id else None
        if mapping is not None:
            return named, mapping
    editions = newer_editions(rubric.id, rubric.edition)
    for newer, mapping in editions:
        if newer.edition == edition:
            return newer, mapping
    what = say(words.NO_MAPPING, edition=edition, rubric=rubric.id, earlier=rubric.edition)
    known = ", ".join(newer.edition for newer, _ in editions)
    raise UnknownRubricError(what, say(words.NEWER_ARE, known=known) if known else say(words.NONE_NEWER))


def mapping_findings(folder: Path, files: RubricFiles) -> Iterator[Finding]:
    """Report what is wrong with `editions.yaml` in the folder of a rubric, and an older edition without a mapping."""
    if not (folder / EDITIONS).exists():
        yield from _no_mapping(folder, files)
        return
    source = read_source(folder / EDITIONS)
    try:
        editions_file = validated(EditionsFile, source)
    except InputError as error:
        yield from error.findings
        return
    counts = Counter(earlier_edition.edition for earlier_edition in editions_file.earlier)
    for index, earlier in enumerate(editions_file.earlier):
        path: Path_ = ("earlier", index)
        if earlier.edition == files.rubric.edition or counts[earlier.edition] > 1:
            hint = "Name each earlier edition once."
            yield source.finding((*path, "edition"), "This is the edition itself, or stands here twice.", hint)
        yield from _ids(source, path, earlier, files.rubric)
        yield from _against_earlier(source, path, earlier, files.rubric, folder.resolve().parent)


def _no_mapping(folder: Path, files: RubricFiles) -> Iterator[Finding]:
    """Yield a remark where an older edition is at hand or beside `folder`, and nothing says what became of it."""
    rubric = files.rubric
    editions = {other.edition for other in editions_of(rubric.id)} | editions_beside(folder, rubric.id)
    older = [edition for edition in editions if edition_sort_key(edition) < edition_sort_key(rubric.edition)]
    if older:
        newest = max(older, key=edition_sort_key)
        what = f"Nothing says what became of edition {newest}, so its answers cannot be carried over."
        yield files.manifest.finding(("edition",), what, f"Say it in {EDITIONS}, next to this file.", "remark")


def _ids(source: Source, path: Path_, earlier: EarlierEdition, rubric: Rubric) -> Iterator[Finding]:
    """Report ids that this edition does not ask, an indicator listed twice, a merging of one."""
    seen = Counter(fate.was for fate in earlier.indicators)
    into = Counter(id_ for fate in earlier.indicators if fate.became == "merged" for id_ in fate.now)
    for number, fate in enumerate(earlier.indicators):
        indicator_path: Path_ = (*path, "indicators", number)
        if seen[fate.was] > 1:
            yield source.finding(
                (*indicator_path, "was"), f"{fate.was} stands here twice.", "Say once what became of it."
            )
        for index, id_ in enumerate(fate.ids_now):
            if id_ not in rubric.by_id:
                key: Path_ = (*indicator_path, "now", index) if fate.now else (*indicator_path, "was")
                hint = near_or_all(id_, list(rubric.by_id), "Name an indicator that this edition asks.")
                yield source.finding(key, f"This edition does not ask {id_}.", hint)
        if fate.became == "merged" and into[fate.now[0]] == 1:
            yield source.finding(
                (*indicator_path, "became"), f"Nothing else went into {fate.now[0]}.", "Call it reworded."
            )


def _against_earlier(
    source: Source, path: Path_, earlier: EarlierEdition, rubric: Rubric, earlier_path: Path
) -> Iterator[Finding]:
    """Report what does not fit the earlier edition, where that is available, or in the folder `earlier_path`."""
    try:
        before = find_rubric(rubric.id, earlier.edition, earlier_path)
    except (UnknownRubricError, InputError):
        hint = "Keep its folder beside this one, so that this can be checked."
        yield source.finding((*path, "edition"), f"Edition {earlier.edition} is not at hand.", hint, "remark")
        return
    for id_ in before.by_id:
        if id_ not in earlier.fate:
            hint = "Say what became of it: same, reworded, split, merged or dropped."
            yield source.finding((*path, "indicators"), f"{id_} of edition {earlier.edition} is not here.", hint)
    for number, fate in enumerate(earlier.indicators):
        indicator_path: Path_ = (*path, "indicators", number)
        if fate.was not in before.by_id:
            hint = near_or_all(fate.was, list(before.by_id), "Name an indicator that it asks.")
            yield source.finding((*indicator_path, "was"), f"Edition {earlier.edition} does not ask {fate.was}.", hint)
        else:
            yield from _wording(source, indicator_path, fate, before, rubric)


def _wording(source: Source, path: Path_, fate: Fate, before: Rubric, rubric: Rubric) -> Iterator[Finding]:
    """Report an indicator called the same that reads otherwise, and an id used again for another meaning."""
    indicator = rubric.by_id.get(fate.was)
    if indicator is None:
        return
    alike = indicator.fingerprint == before.by_id[fate.was].fingerprint
    if fate.became == "same" and not alike:
        yield source.finding((*path, "became"), f"{fate.was} reads otherwise now.", "Call it reworded.")
    if fate.became == "reworded" and fate.now == (fate.was,) and alike:
        yield source.finding((*path, "became"), f"{fate.was} reads as it did.", "Call it same.")
    if fate.was not in fate.ids_now:
        what = f"{fate.was} is {fate.became}, and this edition asks something under its id."
        yield source.finding((*path, "became"), what, "An id is never used again for another meaning: give another.")
