"""What every part of the store has in common."""

from __future__ import annotations

from contextlib import AbstractContextManager

from placecheck.storage.database import Database
from placecheck.storage.editions import Editions
from placecheck.storage.gathered import Gathered
from placecheck.storage.step import Clock, Step, step


class Kept:
    """A database, the rubrics kept in it, and a clock (aware moments). Safe to use from many threads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._editions = Editions()
        self._gathered = Gathered()
        self._clock = clock

    def _step(self, assessment_id: str, by: str) -> AbstractContextManager[Step]:
        return step(self._database, self._editions, assessment_id, by, self._clock)
