"""What `placecheck export` and `import` do with a data set, a folder that ends in .parquet."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from placecheck.cli.progress import with_progress
from placecheck.errors import refuse
from placecheck.words import exchanging, say, say_n
from placecheck.words import network as w

if TYPE_CHECKING:
    from placecheck.exchange.data_set_columns import PlaceAssessment
    from placecheck.storage import Store

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:[/\\]", re.IGNORECASE)
"""How an address begins as a path, which has one slash of two. A drive has one letter only."""


def refuse_existing_target(folder: Path) -> None:
    """Refuse a folder that is there and holds something, a file of that name, and an address.

    Raises:
        InputError: Something is there, or it is an address, which would become a folder of this computer.
    """
    if ADDRESS.match(str(folder)):
        raise refuse(str(folder), 0, "", say(w.DATA_SET_ADDRESS), say(w.DATA_SET_COPY))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refuse(str(folder), 0, "", say(w.DATA_SET_THERE), say(w.DATA_SET_ELSEWHERE))


def export_data_set(store: Store, folder: Path) -> None:
    """Write all assessments in `store` as a data set, except those whose workshop hides answers.

    Raises:
        InputError: Something is at `folder` already.
    """
    from placecheck.exchange.data_set import write_data_set

    written, _ = _write_shown(store, folder, write_data_set)
    print(say(w.MANY_NO_WORDS), file=sys.stderr)
    print(say_n(w.MANY_WRITTEN, written, folder=folder))


def export_for_others(store: Store, folder: Path) -> None:
    """Write what may be published about the places in `store`, except those whose workshop hides answers.

    Raises:
        InputError: Something is at `folder` already.
    """
    from placecheck.publishing.for_others import write_for_others

    written, total = _write_shown(store, folder, write_for_others)
    if total > written:
        print(say_n(w.FOR_OTHERS_LEFT_OUT, total - written), file=sys.stderr)
    print(say_n(w.MANY_WRITTEN, written, folder=folder))


def _write_shown(
    store: Store, folder: Path, write: Callable[[Path, Iterable[PlaceAssessment]], int]
) -> tuple[int, int]:
    """Let `write` write the assessments of which nothing is hidden; return how many it wrote, and of how many."""
    refuse_existing_target(folder)
    hidden = {
        workshop.assessment_id for workshop in store.workshops() if store.hidden_answers_in(workshop.assessment_id)
    }
    total = sum(len(place.assessments) for place in store.places()) - len(hidden)
    written = write(folder, with_progress(say(exchanging.MAKING), _each(store, hidden), total))
    if hidden:
        print(say_n(w.MANY_HIDDEN, len(hidden)), file=sys.stderr)
    return written, total


def _each(store: Store, hidden: set[str]) -> Iterator[PlaceAssessment]:
    from placecheck.exchange.data_set_columns import PlaceAssessment

    # ids are random: numbers in their order say nothing of a name
    for number, place in enumerate(sorted(store.places(), key=lambda place: place.id)):
        for summary in place.assessments:
            if summary.id not in hidden:
                yield PlaceAssessment(number, store.rubric_of(summary.id), store.assessment(summary.id))


def import_data_set(store: Store, folder: Path) -> None:
    """Keep every assessment of the data set in `folder`, each once."""
    from placecheck.exchange.data_set_read import read_data_set

    count = 0
    for rubric, assessment in read_data_set(folder):
        store.add_assessment_once(rubric, assessment, by="file")
        count += 1
    print(say(w.MANY_NO_WORDS), file=sys.stderr)
    print(say_n(exchanging.KEPT, count, file=folder))
