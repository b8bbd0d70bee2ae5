"""A full disk, a folder that cannot be written, a file that is none of ours: a clear message, and nothing is lost."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy

from placecheck.assessment import Answer, Place
from placecheck.storage import StorageError, open_store
from placecheck.storage.engine import database
from placecheck.storage.engine.database import FILE

LONG = "a long story " * 500
NOBODY = 65534


@pytest.fixture
def engine():
    """These troubles are those of files."""
    return "sqlite"


def fill(store, assessment_id, asked) -> int:
    """Save long stories until it is refused; how many were confirmed before."""
    for count in range(2000):
        try:
            store.save_answer(assessment_id, "v1", asked[0], Answer(story=f"{count} {LONG}"), "a test")
        except StorageError as error:
            if "no room left" not in str(error):
                raise
            return count
    raise AssertionError("never refused")


def test_a_full_disk_is_said_and_what_was_there_stays(store, assessment_id, asked):
    with store._database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 20}")
    confirmed = fill(store, assessment_id, asked)
    assert len(store.history(assessment_id, indicator=asked[0])) == confirmed > 0
    with store._database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=100000")
    store.save_answer(assessment_id, "v1", asked[0], Answer(level=1), "a test")
    assert store.assessment(assessment_id).voices[0].answers[asked[0]] == Answer(level=1)


def in_a_process_of_its_own(task: Callable[[], object]) -> str:
    """What `task` says, run in a forked process, whose limits and rights end with it."""
    said, out = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            words = str(task())
        except BaseException as error:
            words = f"{type(error).__name__}: {error}"
        os.write(out, words.encode())
        os._exit(0)
    os.close(out)
    with os.fdopen(said) as pipe:
        words = pipe.read()
    os.waitpid(child, 0)
    return words


def test_a_disk_that_fills_up_for_real_loses_nothing_that_was_confirmed(store, where, assessment_id, asked):
    store.close()
    limit = (where / FILE).stat().st_size + 400_000

    def full() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return fill(open_store(where), assessment_id, asked)

    confirmed = int(in_a_process_of_its_own(full))
    again = open_store(where)
    assert len(again.history(assessment_id, indicator=asked[0])) == confirmed > 0
    again.save_answer(assessment_id, "v1", asked[0], Answer(level=1), "a test")
    again.close()


@pytest.fixture
def read_only(store, where, assessment_id):
    """The store's folder, where nobody may write any more."""
    assert store.assessment_summary(assessment_id)
    store.close()
    folder = Path(tempfile.mkdtemp(prefix="placecheck-read-only-"))  # pytest's own folders let nobody else in
    folder.chmod(0o755)
    inner = Path(shutil.copytree(where, folder / "data"))
    for path in (*inner.iterdir(), inner):
        path.chmod(path.stat().st_mode & ~0o222 | stat.S_IRGRP | stat.S_IROTH | (0o555 if path == inner else 0))
    yield inner
    inner.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_is_said_and_what_was_there_stays(read_only, assessment_id):
    def open_it() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        open_store(read_only).add_place(Place(name="x"))

    words = in_a_process_of_its_own(open_it)
    assert words.startswith("StoreTroubleError")
    assert str(read_only) in words
    assert "--data" in words
    copy = open_store(Path(shutil.copytree(read_only, read_only.parent / "copy")))
    assert copy.assessment(assessment_id).place.name == "Ore Valley"
    copy.close()


def test_a_file_in_place_of_the_folder_is_said(tmp_path):
    path = tmp_path / "a-file"
    path.write_text("not a folder")
    with pytest.raises(StorageError, match="cannot be made or opened"):
        open_store(path)
    assert path.read_text() == "not a folder"


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path):
    (tmp_path / FILE).write_bytes(b"something else entirely " * 100)
    with pytest.raises(StorageError, match="damaged or is not ours"):
        open_store(tmp_path)
    assert (tmp_path / FILE).read_bytes() == b"something else entirely " * 100


def test_who_waits_too_long_for_another_writer_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "MAX_WAIT_SECONDS", 0.05)
    store = open_store(tmp_path)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="Someone else was writing"):
        store.add_place(Place(name="x"))
    other.execute("ROLLBACK")
    store.add_place(Place(name="x"))
    assert len(store.places()) == 1


@pytest.mark.usefixtures("store")
def test_only_the_owner_can_look_into_a_new_data_folder(where):
    assert stat.S_IMODE(where.stat().st_mode) == 0o700


@pytest.mark.parametrize("address", ["mysql://user:secret@host/name", "sqlite:///x.db", "http://host:port:port/"])
def test_an_address_that_is_not_of_postgresql_is_refused(address):
    with pytest.raises(StorageError, match="not the address of a PostgreSQL database") as raised:
        open_store(address)
    assert "secret" not in str(raised.value)


def test_a_server_that_is_away_is_said_without_the_password(tmp_path):
    pytest.importorskip("psycopg", reason="PostgreSQL's driver is not installed")
    with pytest.raises(StorageError, match="is not responding") as raised:
        open_store(f"postgresql://someone:secret@/name?host={tmp_path}")
    assert "secret" not in str(raised.value)


def test_a_server_that_was_away_is_found_again(postgres):
    address = postgres()
    store = open_store(address)
    engine = sqlalchemy.create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    engine.dispose()
    store.add_place(Place(name="x"))
    assert len(store.places()) == 1
    store.close()


def test_a_database_that_only_reads_is_said(postgres):
    address = postgres()
    open_store(address).close()
    name = sqlalchemy.make_url(address).database
    engine = sqlalchemy.create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    engine.dispose()
    store = open_store(address)
    with pytest.raises(StorageError, match="Nothing can be written"):
        store.add_place(Place(name="x"))
    assert store.places() == ()
    store.close()
