"""How long the first start of a store waits for another, and which changes count as slow."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest

from placecheck.events import Event, counts
from placecheck.storage import open_store
from placecheck.storage.engine import database


class Busy:
    """A connection to a file that another first start holds `times` times, or that has another fault."""

    def __init__(self, times: int, code: int = sqlite3.SQLITE_BUSY) -> None:
        self.times, self.code = times, code
        self.asked: list[str] = []

    def execute(self, statement: str) -> None:
        self.asked.append(statement)
        if len(self.asked) <= self.times:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = self.code
            raise error


@pytest.fixture
def seconds(monkeypatch) -> list[float]:
    """How long each wait was; a clock on which nothing else takes time."""
    waits: list[float] = []
    clock = SimpleNamespace(monotonic=lambda: 100 + sum(waits), sleep=waits.append)
    monkeypatch.setattr(database, "time", clock)
    return waits


def test_a_first_start_waits_for_another_that_holds_the_file(seconds):
    held = Busy(3)
    database._write_ahead(held, None)
    assert held.asked == ["PRAGMA journal_mode=WAL"] * 4
    assert len(seconds) == 3


def test_a_first_start_waits_no_longer_than_any_change_does(seconds):
    with pytest.raises(sqlite3.OperationalError):
        database._write_ahead(Busy(10**9), None)
    assert database.MAX_WAIT_SECONDS <= sum(seconds) <= database.MAX_WAIT_SECONDS + 1


def test_another_fault_of_the_file_is_told_at_once(seconds):
    with pytest.raises(sqlite3.OperationalError):
        database._write_ahead(Busy(1, sqlite3.SQLITE_IOERR), None)
    assert seconds == []


def test_a_change_is_counted_as_slow_only_where_it_took_longer_than_it_may(seconds, tmp_path):
    with closing(open_store(tmp_path)) as store:
        before = counts()[Event.SLOW_WRITE]
        for took, slow in ((database.SLOW_SECONDS, 0), (database.SLOW_SECONDS + 0.1, 1)):
            with store._database.write():
                seconds.append(took)
            assert counts()[Event.SLOW_WRITE] - before == slow
