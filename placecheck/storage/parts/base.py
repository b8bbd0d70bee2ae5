"""What every part of the store has in common."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager

from placecheck.storage.engine.database import Database
from placecheck.storage.engine.index_entry import Entry
from placecheck.storage.journal.editions import Editions
from placecheck.storage.journal.workshop_cache import WorkshopCache
from placecheck.storage.journal.writer import AssessmentWriter, Clock, open_writer


class StorePart:
    """A database, the rubrics kept in it, and a clock (aware moments). Safe to use from many threads.

    `account` gives the account of whoever asks, empty where people do not sign in by one.
    """

    def __init__(self, database: Database, clock: Clock, account: Callable[[], str] = str) -> None:
        self._database = database
        self._editions = Editions()
        self._workshops = WorkshopCache()
        self._clock = clock
        self._account = account

    def _forget_cached(self) -> None:
        """Let go of what is held in memory of the rubrics and workshops here."""
        self._editions, self._workshops = Editions(), WorkshopCache()

    def _announce(self, entries: Collection[Entry]) -> None:
        """Tell an index beside the store what it is about to keep."""
        for announce in self._database.announce:
            announce(entries)

    def _step(self, assessment_id: str, by: str) -> AbstractContextManager[AssessmentWriter]:
        return open_writer(self._database, self._editions, assessment_id, by, self._clock)
