"""The stores of many groups: open while somebody is there, closed while nobody is, and nothing lost in between."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from placecheck.assessment import Answer, Place
from placecheck.storage import open_store
from placecheck.storage.engine.connection_usage import Usage
from placecheck.web.access import tenant_stores
from placecheck.web.access.tenant_stores import forget_idle_stores, opened_stores, tenant_store
from placecheck.web.access.tenants import tenant_names
from placecheck.web.server.serving import open_at_start

GROUPS = [f"group-{n}" for n in range(40)]


@pytest.fixture
def groups(tmp_path, monkeypatch, empty_store):
    """A server with forty groups, none of whose stores is open yet."""
    file = tmp_path / "groups.yaml"
    file.write_text("groups:\n" + "".join(f"  {name}: {{passphrase: words-of-{name}}}\n" for name in GROUPS))
    for name in GROUPS:
        empty_store(tmp_path / "data" / "groups" / name)
    monkeypatch.setenv("PLACECHECK_GROUPS", str(file))
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path / "data"))
    for name in ("PLACECHECK_DATABASE_URL", "PLACECHECK_PASSPHRASE", "PLACECHECK_OPENID", "PLACECHECK_PEOPLE"):
        monkeypatch.delenv(name, raising=False)
    tenant_store.cache_clear()
    yield GROUPS
    for name in GROUPS:
        tenant_store(name).close()
    tenant_store.cache_clear()


def open_files(begins: Path) -> int:
    """How many files whose path begins so this process has open."""
    links = [Path(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd")]  # noqa: PTH208 (names, not paths)
    return sum(os.readlink(link).startswith(str(begins)) for link in links if link.is_symlink())  # noqa: PTH115


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are counted in /proc")
def test_forty_groups_cost_open_files_only_while_somebody_is_there(groups, tmp_path):
    open_at_start()
    assert tenant_names() == tuple(groups)
    stores = tmp_path / "data" / "groups" / "group-"
    assert open_files(stores) == 0
    counts = []
    for _ in range(3):
        for name in groups:
            tenant_store(name).add_place(Place(name=name))
        busy = open_files(stores)
        assert forget_idle_stores(0) == len(groups)
        assert opened_stores() == ()
        counts.append((busy >= len(groups), open_files(stores)))
    assert counts == [(True, 0)] * 3
    assert [len(tenant_store(name).places()) for name in groups] == [3] * len(groups)


def test_only_so_many_stores_are_open_beside_each_other(groups, monkeypatch):
    monkeypatch.setattr(tenant_stores, "MAX_OPEN", 10)
    monkeypatch.setattr(tenant_stores, "JUST_NOW", 0.0)
    for name in groups:
        tenant_store(name).add_place(Place(name=name))
        assert len(opened_stores()) <= 10
    assert [len(tenant_store(name).places()) for name in groups] == [1] * len(groups)


def test_a_store_that_was_used_a_moment_ago_stays_open_and_one_is_closed_once(groups):
    store = tenant_store(groups[0])
    store.places()
    assert forget_idle_stores(60) == 0
    assert store.close_if_idle(0)
    assert not store.close_if_idle(0)


def test_a_store_is_not_closed_under_whoever_reads_or_writes(groups):
    store = tenant_store(groups[0])
    with store._database.read():
        assert not store.close_if_idle(0)
    with store._database.write():
        assert not store.close_if_idle(0)
    assert store.close_if_idle(0)


def test_nothing_confirmed_is_lost_while_a_store_is_closed_again_and_again(groups, rubric, tmp_path):
    store = tenant_store(groups[0])
    id_ = store.begin_assessment(
        store.add_place(Place(name="x")), rubric, question_set="full", date=None, together=True
    )
    indicator, done = next(iter(rubric.by_id)), threading.Event()

    def close() -> int:
        closed = 0
        while not done.is_set():
            closed += store.close_if_idle(0)
        return closed

    def write(number: int) -> list[str]:
        stories = [f"{number} {count}" for count in range(40)]
        for story in stories:
            store.save_answer(id_, "v1", indicator, Answer(level=1, story=story), "a thread")
            assert store.sequence(id_)
        return stories

    with ThreadPoolExecutor(5) as threads:
        closing = threads.submit(close)
        writing = [threads.submit(write, number) for number in range(3)]
        try:
            confirmed = {story for one in writing for story in one.result()}
        finally:
            done.set()
        assert closing.result() > 0
    again = open_store(tmp_path / "data" / "groups" / groups[0])
    assert {change.after.story for change in again.history(id_) if change.kind == "answer"} == confirmed
    again.close()


def test_a_folder_that_is_swapped_while_its_store_is_closed_is_noticed(groups, tmp_path):
    store = tenant_store(groups[0])
    store.add_place(Place(name="before"))
    assert store.close_if_idle(0)
    folder = tmp_path / "data" / "groups" / groups[0]
    folder.rename(tmp_path / "away")
    store.add_place(Place(name="after"))
    assert [place.name for place in store.places()] == ["after"]
    assert (folder / "placecheck.sqlite3").is_file()


def test_who_comes_while_it_is_closed_waits():
    usage, order = Usage(lambda: 0.0), []
    with usage.at_work():
        assert not usage.when_idle(0, lambda: order.append("closed"))
    came = threading.Event()

    def act() -> None:
        thread.start()
        came.wait(0.05)  # nobody comes in before this ends
        order.append("closed")

    def come() -> None:
        with usage.at_work():
            order.append("came")
            came.set()

    thread = threading.Thread(target=come)
    assert usage.when_idle(0, act)
    thread.join()
    assert order == ["closed", "came"]
