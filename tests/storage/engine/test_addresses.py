"""What the address of a database says, and how long the first start of a store waits for another."""

from __future__ import annotations

import sqlite3
from types import SimpleNamespace

import pytest

from placecheck.storage.engine import database
from placecheck.storage.engine.pg_schema import address_of_schema, schema_of

ADDRESS = "postgresql://one:word@hall.example/places"


@pytest.mark.parametrize("options", ["", "?options=-cstatement_timeout%3D9999"])
def test_an_address_names_one_schema_beside_what_else_it_asks_for(options):
    assert schema_of(ADDRESS + options) is None
    named = address_of_schema(ADDRESS + options, "g_one")
    other = address_of_schema(named, "g_other")
    assert (schema_of(named), schema_of(other)) == ("g_one", "g_other")
    assert "g_one" not in other
    assert address_of_schema(other, None) == address_of_schema(ADDRESS + options, None)
    assert all("one:word@hall.example" in address for address in (named, other))
    assert all(("statement_timeout" in address) == bool(options) for address in (named, other))


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
    assert database.WAIT <= sum(seconds) <= database.WAIT + 1


def test_another_fault_of_the_file_is_told_at_once(seconds):
    with pytest.raises(sqlite3.OperationalError):
        database._write_ahead(Busy(1, sqlite3.SQLITE_IOERR), None)
    assert seconds == []
