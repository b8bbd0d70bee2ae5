"""What `placecheck import` does with an archive of many places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from placecheck.cli.progress import ProgressLine
from placecheck.errors import Finding, InputError, bounded
from placecheck.words import exchanging as words
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.exchange.bulk_archive import BulkArchive
    from placecheck.storage import Store


def import_bulk_archives(store: Store, files: Sequence[Path], *, take_rest: bool) -> tuple[list[Path], list[Finding]]:
    """Import the bulk archives among `files`; return the other files, and the faults found.

    Raises:
        InputError: An archive has faults, and the rest is not to be taken.
    """
    from placecheck.exchange.bulk_archive import as_bulk_archive

    left: list[Path] = []
    faults: list[Finding] = []
    for path in files:
        archive = as_bulk_archive(str(path), path)
        if archive is None:
            left.append(path)
        else:
            faults += import_bulk_archive(store, archive, take_rest=take_rest)
    return left, faults


def import_bulk_archive(store: Store, archive: BulkArchive, *, take_rest: bool) -> list[Finding]:
    """Import an archive of many assessments in batches, and return the faults of those that cannot be kept.

    All are checked before any is kept.

    Raises:
        InputError: One is invalid, and the rest is not to be taken.
    """
    from placecheck.exchange.spool import IncomingArchive

    incoming = IncomingArchive(archive, store.find_rubric)
    looking = ProgressLine(say(words.LOOKING), incoming.total)
    for looked_at in incoming.look():
        looking.show(looked_at)
    if incoming.faults and not take_rest:
        raise InputError(bounded(incoming.faults))
    came = new = 0
    keeping = ProgressLine(say(words.KEEPING), incoming.total)
    for batch in incoming.batches():
        new += sum(added.is_new for added in store.add_assessments_once(batch, by="file"))
        came += len(batch)
        keeping.show(came)
    print(say_n(words.KEPT, new, file=archive.name))
    if came > new:
        print(say_n(words.HERE_ALREADY, came - new, file=archive.name))
    return incoming.faults
