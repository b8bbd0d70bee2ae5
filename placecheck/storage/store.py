"""The store: one door to everything that is kept."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from placecheck.assessment import Assessment
from placecheck.datafolder import data_folder
from placecheck.rubric import Rubric
from placecheck.storage.answers import Answers
from placecheck.storage.backup import write_backup
from placecheck.storage.cards import Cards
from placecheck.storage.database import connected
from placecheck.storage.history import History
from placecheck.storage.many import Many
from placecheck.storage.migrate import bring_up_to_date
from placecheck.storage.participants import Participants
from placecheck.storage.places import Places
from placecheck.storage.restore import restore_backup
from placecheck.storage.rounds import Rounds
from placecheck.storage.step import Clock
from placecheck.storage.values import Counted
from placecheck.storage.workshops import Workshops

DATABASE_VARIABLE = "PLACECHECK_DATABASE_URL"


class Store(Places, Rounds, Answers, Cards, History, Workshops, Participants, Many):
    """Places, their rounds, what was answered in them, how it came to be, and the workshops they were held in.

    Every method is one transaction: when it returns, what it saved is on the disk; when it raises, nothing of it is.
    Safe to use from many threads, and beside other processes on the same data.
    """

    def take_once(self, rubric: Rubric, assessment: Assessment, by: str) -> str:
        """As `take`, for files that may have come before; the id of the round.

        A place that is here once already gets another round, and a round that is here already is not kept twice.
        """
        same = self.same_place(assessment.place)
        for kept in (kept for place in same for kept in place.rounds):
            if kept.date == assessment.date and self.assessment(kept.id) == assessment:
                return kept.id
        return self.take(rubric, assessment, same[0].id if len(same) == 1 else None, by=by)

    def back_up(self, out: Path) -> Counted:
        """Write everything to the new file `out` while others go on; what it holds is one moment. Raises InputError."""
        with self._database.read() as connection:
            return write_backup(connection, out, self._clock())

    def restore(self, file: Path, keep: Path) -> Counted:
        """Put a backup in place of everything here; what was here is kept as a backup in the folder `keep`.

        Others may go on using the store meanwhile. Raises InputError where the file is no whole backup, and then
        nothing was changed.
        """
        return restore_backup(self._database, file, keep, self._clock())

    def close(self) -> None:
        """Keep what waits and close every connection; the store is not used after that."""
        self._together.close()
        self._database.close()


def open_store(where: Path | str | None = None, *, clock: Clock | None = None) -> Store:
    """The store at `where`: a data folder, or the address of a PostgreSQL database. Made if it is not there yet.

    None means the database that PLACECHECK_DATABASE_URL names, else the data folder. `clock` gives aware moments.
    Raises StorageError where it cannot be opened, or was written by a newer placecheck.
    """
    database = connected(where or os.environ.get(DATABASE_VARIABLE) or data_folder())
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return Store(database, clock or (lambda: datetime.now(UTC)))
