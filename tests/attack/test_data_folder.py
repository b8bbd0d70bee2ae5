"""The data folder is deleted or swapped under a running server, and other users of the machine look into it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import threading
import time
from pathlib import Path

import pytest

from placecheck.assessment import Answer, Place
from placecheck.cli.output import write_output
from placecheck.exchange.sample_data_set import write_sample
from placecheck.notes import load_catalogue
from placecheck.notes.added_notes import AddedNote, AddedParagraph, write_added_notes
from placecheck.notes.library import Library
from placecheck.paths import private_folder
from placecheck.resources import resource_folder
from placecheck.rubric import DEFAULT
from placecheck.storage import StorageError, open_store
from placecheck.storage.engine.database import FILE
from placecheck.storage.engine.sqlite_file import AGAIN_AFTER


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def place(rubric):
    """Begin an assessment with one voice in a store; its id."""

    def begun(store) -> str:
        place_id = store.add_place(Place(name="Ore Valley"))
        id_ = store.begin_assessment(place_id, rubric, question_set="full", date=None, together=False)
        if not store.assessment(id_).voices:
            store.add_voice(id_)
        return id_

    return begun


def confirmed(store, id_: str, indicator: str, levels) -> list[int]:
    """The levels whose saving was confirmed."""
    kept = []
    for level in levels:
        try:
            store.save_answer(id_, "v1", indicator, Answer(level=level), "a test")
        except StorageError:
            continue
        kept.append(level)
    return kept


def history(folder: Path, id_: str) -> list[int]:
    store = open_store(folder)
    try:
        return [change.after.level for change in store.history(id_) if change.kind == "answer"]
    finally:
        store.close()


def test_nothing_is_confirmed_in_a_folder_that_was_deleted(folder, place, rubric):
    store = open_store(folder)
    id_, indicator = place(store), next(iter(rubric.by_id))
    assert confirmed(store, id_, indicator, [1]) == [1]
    shutil.rmtree(folder)
    assert confirmed(store, id_, indicator, [0, 1, 2, 3, 4]) == []
    other = place(store)
    assert confirmed(store, other, indicator, [2]) == [2]
    store.close()
    assert history(folder, other) == [2]


def test_nothing_is_confirmed_in_a_folder_that_was_swapped_for_a_copy(folder, place, rubric):
    store = open_store(folder)
    id_, indicator = place(store), next(iter(rubric.by_id))
    confirmed(store, id_, indicator, [1])
    store.close()
    shutil.copytree(folder, folder.with_name("copy"))
    store = open_store(folder)
    before = confirmed(store, id_, indicator, [2])
    folder.rename(folder.with_name("aside"))
    folder.with_name("copy").rename(folder)
    after = confirmed(store, id_, indicator, [3, 4])
    store.close()
    assert before == [2]
    assert history(folder, id_) == [*after[::-1], 1]
    assert history(folder.with_name("aside"), id_) == [2, 1]


def test_a_folder_that_goes_in_the_middle_of_a_write_confirms_nothing(folder):
    store = open_store(folder)
    database = store._database
    with pytest.raises(StorageError, match="was deleted or replaced"), database.write():
        shutil.rmtree(folder)
    store.add_place(Place(name="Ore Valley"))
    store.close()
    again = open_store(folder)
    assert [one.name for one in again.places()] == ["Ore Valley"]
    again.close()


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
@pytest.mark.skipif(os.name != "posix", reason="rights of other users are POSIX's")
def test_nobody_else_can_read_answers_whatever_the_umask_and_whoever_came_first(umask, tmp_path, rubric, place):
    before = os.umask(umask)
    try:
        open_one, notes_first = tmp_path / "open", tmp_path / "notes-first"
        open_one.mkdir(mode=0o777)
        write_added_notes(notes_first, ())
        for folder in (open_one, notes_first):
            store = open_store(folder)
            assert rights(folder / FILE) == 0o600
            confirmed(store, place(store), next(iter(rubric.by_id)), [1])
            store.back_up(folder / "all.zip")
            store.close()
            store = open_store(folder)
            store.places()
            files = [path for path in folder.rglob("*") if path.is_file()]
            assert {path.name: rights(path) & 0o077 for path in files} == {path.name: 0 for path in files}
            store.close()
        assert rights(notes_first) == 0o700
        write_output(tmp_path / "export.yaml", b"answers")
        assert rights(tmp_path / "export.yaml") == 0o600
        assert rights(private_folder(tmp_path / "a" / "b").parent) == 0o700
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="rights of other users are POSIX's")
def test_nor_notes_what_search_keeps_of_them_or_a_data_set_where_the_folder_was_there_before(tmp_path, rubric):
    before = os.umask(0o022)
    try:
        (tmp_path / "notes").mkdir(mode=0o755)
        paragraphs = (AddedParagraph(number=1, text="We walked along the river and spoke of the hall."),)
        write_added_notes(tmp_path, [AddedNote(id="our-walk", title="Our walk", paragraphs=paragraphs)])
        Library.open(tmp_path, load_catalogue(resource_folder("rubrics") / DEFAULT)).search("river")
        notes = [path for path in (tmp_path / "notes").iterdir() if path.is_file()]
        assert {path.suffix for path in notes} == {".json", ".npz"}
        assert {path.name: rights(path) & 0o077 for path in notes} == {path.name: 0 for path in notes}
        assert list(write_sample(tmp_path / "set.parquet", rubric, 2, 1, 3))
        assert rights(tmp_path / "set.parquet") == 0o700
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="rights of other users are POSIX's")
def test_files_that_were_open_to_others_are_shut_and_an_open_folder_is_named(folder, caplog):
    open_store(folder).close()
    (folder / FILE).chmod(0o644)
    folder.chmod(0o755)
    open_store(folder).close()
    assert rights(folder / FILE) == 0o600
    assert f"chmod 700 {folder}" in caplog.text


def test_answers_go_on_while_someone_reads_for_long_and_what_was_erased_goes_from_the_log(folder, place, rubric):
    store = open_store(folder)
    id_, indicator = place(store), next(iter(rubric.by_id))
    secret = "zqxerased" * 20
    store.save_answer(id_, "v1", indicator, Answer(story=secret), "a test")
    reader = sqlite3.connect(folder / FILE, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM answer").fetchone()
    store.delete(store.preview_deletion(store.assessment_summary(id_).place_id))
    waited: list[float] = []

    def answer() -> None:
        begun = time.monotonic()
        store.add_place(Place(name="Other"))
        waited.append(time.monotonic() - begun)

    threads = [threading.Thread(target=answer) for _ in range(5)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)
    assert len(waited) == 5, "nobody was told within 20 seconds"
    assert secret.encode() in (folder / f"{FILE}-wal").read_bytes()
    reader.close()
    until = time.monotonic() + 20 * AGAIN_AFTER
    while secret.encode() in (folder / f"{FILE}-wal").read_bytes() and time.monotonic() < until:
        time.sleep(0.1)
    assert secret.encode() not in (folder / f"{FILE}-wal").read_bytes()
    store.close()
