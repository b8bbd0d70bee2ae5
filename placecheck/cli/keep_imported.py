"""Keeping what `placecheck import` read of single files, some in one transaction."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from placecheck.cli.incoming import SourcedAssessment
from placecheck.errors import Finding, InputError, refuse
from placecheck.words import say, storing

if TYPE_CHECKING:
    from placecheck.storage import PlaceSummary, Store


def keep_imported_assessments(
    store: Store,
    entries: Sequence[SourcedAssessment],
    faults: Sequence[Finding],
    known: PlaceSummary | None,
    *,
    new_place: bool,
    take_rest: bool,
) -> None:
    """Keep what was read, as assessments of the `known` place or of the one of their name.

    Where anything is invalid, nothing is kept unless the rest is to be taken.

    Raises:
        InputError: A file is invalid, or it is not clear which place one is about.
    """
    from placecheck.exchange.bulk_archive import BATCH_SIZE

    if faults and not take_rest:
        if entries:
            print(say(storing.NOTHING_TAKEN), file=sys.stderr)
        raise InputError(faults)
    if new_place:
        for path, rubric, assessment in entries:
            store.add_assessment(rubric, assessment)
            print(say(storing.IMPORTED, file=path, place=assessment.place.name))
    else:
        if known is None:
            refuse_unclear_places(store, entries)
        for first in range(0, len(entries), BATCH_SIZE):
            keep_batch(store, entries[first : first + BATCH_SIZE], known)
    if faults:
        raise InputError(faults)


def refuse_unclear_places(store: Store, entries: Sequence[SourcedAssessment]) -> None:
    """Refuse before anything is kept what may be about one of several places.

    Raises:
        InputError: Several places have the same name, kind and nation.
    """
    for path, _, assessment in entries:
        same = store.same_place(assessment.place)
        if len(same) > 1:
            ids = ", ".join(place.id for place in same)
            raise refuse(path, 0, "", say(storing.WHICH_PLACE), say(storing.NAME_A_PLACE, ids=ids))


def keep_batch(store: Store, entries: Sequence[SourcedAssessment], known: PlaceSummary | None) -> None:
    """Keep some of what was read in one transaction, and say of each what became of it."""
    read = [(rubric, assessment) for _, rubric, assessment in entries]
    added = store.add_assessments_once(read, "file", place_id=known.id if known else None)
    outcomes = {"first": storing.IMPORTED, "another": storing.IMPORTED_ASSESSMENT, "here_already": storing.HERE_ALREADY}
    for (path, _, assessment), (_, outcome) in zip(entries, added, strict=True):
        print(say(outcomes[outcome], file=path, place=assessment.place.name))
