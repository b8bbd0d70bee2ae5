"""The store: the single interface to everything that is kept."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from placecheck.assessment import Assessment
from placecheck.events import Event, report
from placecheck.paths import data_folder
from placecheck.rubric import Rubric
from placecheck.storage.backup.added_files import AddedFolders
from placecheck.storage.backup.backup import write_backup
from placecheck.storage.backup.restore import restore_backup
from placecheck.storage.engine.database import connected
from placecheck.storage.engine.retry import each_again_after_deadlock
from placecheck.storage.engine.store_index import announce
from placecheck.storage.journal.writer import Clock
from placecheck.storage.parts.answers import Answers
from placecheck.storage.parts.assessments import Assessments
from placecheck.storage.parts.comparison_sets import ComparisonSets
from placecheck.storage.parts.details import Details
from placecheck.storage.parts.drafts import Drafts
from placecheck.storage.parts.history import History
from placecheck.storage.parts.next_steps import NextSteps
from placecheck.storage.parts.packed_assessments import PackedAssessments
from placecheck.storage.parts.pinned_passages import PinnedPassages
from placecheck.storage.parts.place_photos import PlacePhotos
from placecheck.storage.parts.publish_ticks import PublishTicks
from placecheck.storage.parts.questions import Questions
from placecheck.storage.parts.undo import Undo
from placecheck.storage.schema.migrate import bring_up_to_date
from placecheck.storage.values import BackupCounts
from placecheck.storage.workshop.matter_votes import MatterVotes
from placecheck.storage.workshop.paper_ballots import PaperBallots
from placecheck.storage.workshop.phone_slips import PhoneSlips
from placecheck.storage.workshop.workshops import Workshops

DATABASE_VARIABLE = "PLACECHECK_DATABASE_URL"


@each_again_after_deadlock
class Store(
    Assessments,
    Details,
    Questions,
    Answers,
    NextSteps,
    PinnedPassages,
    History,
    Undo,
    Workshops,
    MatterVotes,
    PaperBallots,
    PhoneSlips,
    PlacePhotos,
    PublishTicks,
    Drafts,
    ComparisonSets,
    PackedAssessments,
):
    """The store: places and their cards, assessments with their answers and history, and workshops.

    Every method is one transaction: when it returns, what it saved is on the disk; when it raises, nothing of it
    is. Safe to use from many threads, and alongside other processes on the same data.
    """

    def add_assessment_once(self, rubric: Rubric, assessment: Assessment, by: str) -> str:
        """Add an assessment as `add_assessments_once`; return the id of the assessment."""
        return self.add_assessments_once([(rubric, assessment)], by)[0].id

    def back_up(self, out: Path, added: AddedFolders | None = None) -> BackupCounts:
        """Write everything to the new file `out` while others go on; what it holds is one moment.

        Notes and rubrics that people added are in it where `added` says in which folders they lie.

        Raises:
            InputError: A file of that name is there, or it cannot be written.
        """
        with self._database.read() as connection:
            counts = write_backup(connection, out, self._clock(), added)
        report(Event.BACKED_UP, f"A backup was written, of {counts.answers} answers", level=logging.INFO, repeat=0)
        return counts

    def restore(self, file: Path, keep: Path, added: AddedFolders | None = None) -> BackupCounts:
        """Put a backup in place of everything here; what was here is kept as a backup in the folder `keep`.

        Notes and rubrics that it holds go into the folders `added`, where they are given. Others may go on using the
        store meanwhile.

        Raises:
            InputError: The file is no whole backup; then nothing was changed.
        """
        return restore_backup(self._database, file, keep, self._clock(), added)

    def close_if_idle(self, seconds: float) -> bool:
        """Close its connections where nobody used it for `seconds`, and say whether; the next use opens them again."""
        if not self._database.close_if_idle(seconds):
            return False
        self._forget_cached()
        return True

    def close(self) -> None:
        """Keep what waits and close every connection; the store is not used after that."""
        self._group_commit.close()
        self._database.close()


def open_store(
    where: Path | str | None = None, *, clock: Clock | None = None, account: Callable[[], str] = str
) -> Store:
    """Open the store at `where`: a data folder, or the address of a PostgreSQL database. Created if missing.

    None means the database that PLACECHECK_DATABASE_URL names, else the data folder. `clock` gives aware datetimes,
    `account` the account of whoever asks, if known.

    Raises:
        StorageError: The store cannot be opened, or was written by a newer placecheck.
    """
    named = where or os.environ.get(DATABASE_VARIABLE) or data_folder()
    database = connected(named)
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    database.prepare.append(lambda: bring_up_to_date(database))
    database.forget()
    at = named if isinstance(named, str) and "://" in named else Path(named).absolute()
    database.announce.append(lambda entries: announce(database, at, entries))
    return Store(database, clock or (lambda: datetime.now(UTC)), account)
