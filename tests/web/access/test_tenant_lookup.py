"""Whose store holds a code is found among many without opening the others, and never wrongly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.assessment import Place
from placecheck.phone import phone_routes
from placecheck.storage import Store, open_store
from placecheck.storage.engine import store_index as index_module
from placecheck.storage.engine.database import FILE
from placecheck.storage.engine.index_entry import Entry, digest_of
from placecheck.storage.engine.store_index import FOLDER, StoreIndex, open_index
from placecheck.web.access import tenant_lookup, tenants
from placecheck.web.access.tenant_lookup import (
    groups_to_look_after,
    list_store,
    name_in_index,
    stores_that_may_hold,
    tenant_index,
)
from placecheck.web.access.tenant_stores import opened_stores, tenant_store, tenant_store_for_now
from placecheck.web.access.tenants import tenant_folder, tenant_names
from placecheck.web.server.retention import look_after_group, visits
from placecheck.web.server.serving import open_at_start

TODAY = date.today()
WRONG = ("BCDFGH", "A" * 26, "0" * 32, "no code at all")

Served = Callable[[int], tuple[str, ...]]


def start_again() -> None:
    """As a process does that has opened nothing yet."""
    for store in opened_stores():
        store.close()
    tenant_store.cache_clear()
    open_index.cache_clear()
    tenants._locks_in.cache_clear()


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_store: Callable[[Path], Path]) -> Iterator[Served]:
    """`served(n)` makes a server of that many groups, each with an empty store in a folder."""
    monkeypatch.setenv(tenants.VARIABLE, str(tmp_path / "groups.yaml"))
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path / "data"))
    for name in ("PLACECHECK_DATABASE_URL", "PLACECHECK_PASSPHRASE", "PLACECHECK_OPENID", "PLACECHECK_PEOPLE"):
        monkeypatch.delenv(name, raising=False)

    def make(number: int) -> tuple[str, ...]:
        names = tuple(f"group-{n:04}" for n in range(number))
        lines = "".join(f"  {name}: {{passphrase: words-of-{name}}}\n" for name in names)
        (tmp_path / "groups.yaml").write_text(f"groups:\n{lines}")
        start_again()
        for name in names:
            empty_store(tenant_folder(name))
        return names

    yield make
    start_again()


def workshop_in(store: Store, rubric, delete_on: date | None = None):
    """A workshop of a place of its own."""
    place = store.add_place(Place(name="Hall"))
    of = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    return store.create_workshop(of, delete_on=delete_on)


def holds(store: Store, code: str) -> bool:
    return bool(store.workshop_id_of_code(code)) or store.has_participant(code)


def found(code: str) -> set[int]:
    """The stores in which a code is, as it is looked up."""
    return {id(store) for store in stores_that_may_hold(code) if holds(store, code)}


def listed(group: str) -> None:
    with tenant_store_for_now(group) as store:
        list_store(group, store)


def list_all() -> None:
    for group in tenant_names():
        listed(group)


# Nothing is opened that nobody asked for


def test_a_start_with_a_thousand_groups_opens_no_store(served):
    served(1000)
    open_at_start()
    assert opened_stores() == ()


def test_a_wrong_code_opens_no_store_and_a_right_one_opens_its_own_alone(served, rubric):
    names = served(30)
    list_all()
    made = workshop_in(tenant_store(names[7]), rubric)
    joined = tenant_store(names[7]).join(made.code)
    for typed in (made.code, f"{made.code[:3]} {made.code[3:].lower()}", made.id, joined.code):
        start_again()
        with TestClient(Starlette(routes=phone_routes(stores_that_may_hold)), base_url="http://localhost") as phone:
            for wrong in WRONG:
                assert phone.get(f"/join/{wrong}").status_code == 404
                assert list(stores_that_may_hold(wrong)) == []
            assert opened_stores() == ()
        assert found(typed) == {id(tenant_store(names[7]))}
        assert len(opened_stores()) == 1


def test_what_is_due_in_a_group_that_nobody_opens_is_deleted_and_no_store_stays_open(served, rubric, monkeypatch):
    names = served(30)
    monkeypatch.setattr(index_module, "SETTLED", -1.0)
    list_all()
    workshop_in(tenant_store(names[3]), rubric, TODAY)
    workshop_in(tenant_store(names[4]), rubric, TODAY + timedelta(days=2))
    start_again()
    monkeypatch.setattr(tenant_lookup, "HOURS", 10**12)  # it is no group's own hour
    for visit in visits():
        visit()
    assert opened_stores() == ()
    assert tenant_store(names[3]).workshops() == ()
    assert len(tenant_store(names[4]).workshops()) == 1
    assert groups_to_look_after(datetime.now()) == []


def test_each_group_is_looked_after_at_one_hour_of_each_day(served):
    names = served(60)
    list_all()
    hours = [groups_to_look_after(datetime(2026, 12, 1, hour)) for hour in range(24)]
    assert sorted(name for hour in hours for name in hour) == list(names)


def test_one_group_that_cannot_be_opened_keeps_nobody_from_the_others(served, rubric, caplog):
    names = served(3)
    made = workshop_in(tenant_store(names[2]), rubric)
    start_again()
    (tenant_folder(names[0]) / FILE).write_bytes(b"no database" * 100)
    list_after = [name for name in groups_to_look_after(datetime.now()) if name != names[0]]
    for name in list_after:
        look_after_group(name)
    assert found(made.code) == {id(tenant_store(names[2]))}
    assert caplog.text.count("Trouble") == 1


# Another process


JOINS = """
import sys
from placecheck.web.access.tenant_stores import tenant_store
store = tenant_store(sys.argv[1])
for _ in range(12):
    store.join(sys.argv[2])
store.close()
"""
"""In a process of its own: let people in."""


def test_whoever_joins_by_another_process_is_found_while_this_one_lists_the_store(served, rubric, tmp_path):
    (name,) = served(1)
    made = workshop_in(tenant_store(name), rubric)
    listed(name)
    environment = {"PLACECHECK_DATA": str(tmp_path / "data"), tenants.VARIABLE: str(tmp_path / "groups.yaml")}
    other = subprocess.Popen([sys.executable, "-c", JOINS, name, made.code], env={**os.environ, **environment})
    while other.poll() is None:
        listed(name)
    assert other.returncode == 0
    index, known = tenant_index(), tenant_store(name).known_codes()
    assert len(known) == 14
    assert all(index.stores_with(entry.digest) == (name,) for entry in known)
    assert index.unlisted() == frozenset()


def test_a_restore_by_a_command_that_knows_of_no_groups_is_in_the_index(served, rubric, tmp_path):
    one, other = served(2)
    made = workshop_in(tenant_store(one), rubric)
    tenant_store(one).back_up(tmp_path / "one.zip")
    list_all()
    with_no_groups = open_store(tenant_folder(other))
    with_no_groups.restore(tmp_path / "one.zip", tmp_path / "kept")
    with_no_groups.close()
    assert set(tenant_index().stores_with(digest_of(made.code))) == {one, other}


# Against a model


class Machine(RuleBasedStateMachine):
    """Whatever happens to three groups, what the lookup finds of a code is where it is."""

    def __init__(self, names: tuple[str, ...], rubric, folder: Path) -> None:
        super().__init__()
        self.names, self.rubric, self.folder = names, rubric, folder
        self.codes: list[str] = []
        self.workshops: list[tuple[str, str]] = []
        self.backups: list[Path] = []
        self.made = 0

    which = st.integers(0, 2)

    def store(self, which: int) -> Store:
        return tenant_store(self.names[which])

    def next_path(self, kind: str) -> Path:
        self.made += 1
        return self.folder / f"{kind}-{self.made}"

    @rule(which=which, due=st.sampled_from([None, TODAY, TODAY + timedelta(days=9)]))
    def create(self, which, due):
        made = workshop_in(self.store(which), self.rubric, due)
        self.codes += [made.code, made.id]
        self.workshops.append((self.names[which], made.id))

    @precondition(lambda self: self.workshops)
    @rule(which=st.integers(0, 20), erase=st.booleans())
    def join(self, which, erase):
        name, id_ = self.workshops[which % len(self.workshops)]
        if tenant_store(name).workshop_id_of_code(id_):
            joined = tenant_store(name).join(id_)
            self.codes.append(joined.code)
            if erase:
                tenant_store(name).erase_own_voice(joined.code)

    @precondition(lambda self: self.workshops)
    @rule(which=st.integers(0, 20))
    def end(self, which):
        name, id_ = self.workshops[which % len(self.workshops)]
        if tenant_store(name).workshop_id_of_code(id_):
            tenant_store(name).end_workshop(id_)

    @rule(which=which)
    def delete_places(self, which):
        for place in self.store(which).places():
            self.store(which).delete(self.store(which).preview_deletion(place.id))

    @rule(which=which)
    def delete_due(self, which):
        self.store(which).delete_due(TODAY)

    @rule(which=which)
    def back_up(self, which):
        self.backups.append(self.next_path("backup"))
        self.store(which).back_up(self.backups[-1])

    @precondition(lambda self: self.backups)
    @rule(which=which, backup=st.integers(0, 20), past=st.booleans())
    def restore(self, which, backup, past):
        store = open_store(tenant_folder(self.names[which])) if past else self.store(which)
        store.restore(self.backups[backup % len(self.backups)], self.next_path("kept"))
        if past:
            store.close()

    @rule(which=which)
    def list_one(self, which):
        listed(self.names[which])

    @rule(which=which)
    def looked_after(self, which):
        look_after_group(self.names[which])

    @rule()
    def start_again(self):
        start_again()

    @rule(one=which, other=which)
    def swap_folders(self, one, other):
        """While the server is down, somebody puts one group's folder in the place of another's."""
        start_again()
        if one != other:
            aside = self.next_path("aside")
            tenant_folder(self.names[one]).rename(aside)
            tenant_folder(self.names[other]).rename(tenant_folder(self.names[one]))
            aside.rename(tenant_folder(self.names[other]))

    @rule(damaged=st.booleans(), running=st.booleans())
    def lose_the_index(self, damaged, running):
        if not running:
            start_again()
        tenant_index()
        file = tenants.data_folder() / "groups" / FOLDER / FILE
        if damaged:
            start_again()
            for log in file.parent.glob("*-*"):
                log.unlink()
            file.write_bytes(b"torn" * 2000)
        else:
            shutil.rmtree(file.parent)

    @invariant()
    def every_code_is_found_where_it_is(self):
        for code in (*self.codes, *WRONG):
            where = {id(store) for store in map(tenant_store, self.names) if holds(store, code)}
            assert found(code) == where

    @invariant()
    def whatever_is_due_will_be_looked_for(self):
        looked = set(groups_to_look_after(datetime.combine(TODAY, datetime.min.time())))
        due = {name for name in self.names if any(w.delete_on == TODAY for w in tenant_store(name).workshops())}
        assert due <= looked

    def teardown(self):
        start_again()
        shutil.rmtree(tenants.data_folder())


@pytest.mark.parametrize("settled", [-1.0, 3600.0])
def test_whatever_happens_a_code_is_found_where_it_is(served, rubric, tmp_path, monkeypatch, settled):
    monkeypatch.setattr(index_module, "SETTLED", settled)

    def machine() -> Machine:
        return Machine(served(3), rubric, Path(tempfile.mkdtemp(dir=tmp_path)))

    bounds = settings(
        max_examples=settings().max_examples // 5,
        stateful_step_count=15,
        suppress_health_check=[HealthCheck.too_slow],
    )
    run_state_machine_as_test(machine, settings=bounds)


# PostgreSQL


@pytest.fixture
def in_postgres(served, postgres, monkeypatch) -> tuple[str, ...]:
    """Two groups with schemas in one database."""
    names = served(2)
    monkeypatch.setenv("PLACECHECK_DATABASE_URL", postgres())
    start_again()
    return names


def test_schemas_are_found_by_their_codes_and_a_start_makes_none(in_postgres, rubric, monkeypatch, tmp_path):
    one, other = in_postgres
    open_at_start()
    assert tenant_index().unlisted() == frozenset()
    made = workshop_in(tenant_store(one), rubric, TODAY)
    joined = tenant_store(one).join(made.code)
    assert tenant_index().unlisted() == {name_in_index(one)}
    assert tenant_index().due(TODAY) == (name_in_index(one),)
    list_all()
    start_again()
    assert list(stores_that_may_hold("BCDFGH")) == []
    assert opened_stores() == ()
    assert found(joined.code) == found(made.id) == found(made.code) == {id(tenant_store(one))}
    tenant_store(one).back_up(tmp_path / "one.zip")
    tenant_store(other).restore(tmp_path / "one.zip", tmp_path / "kept")
    assert found(joined.code) == {id(tenant_store(one)), id(tenant_store(other))}
    monkeypatch.setattr(index_module, "SETTLED", -1.0)
    for group in in_postgres:
        look_after_group(group)
    assert tenant_index().stores_with(digest_of(made.id)) == ()


def test_a_schema_that_was_made_anew_is_asked_until_it_is_listed(in_postgres, rubric):
    import psycopg

    one, _ = in_postgres
    list_all()
    start_again()
    import os

    with psycopg.connect(os.environ["PLACECHECK_DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP SCHEMA {name_in_index(one)} CASCADE")
    workshop_in(tenant_store(one), rubric)
    assert tenant_index().unlisted() == {name_in_index(one)}


def test_a_store_that_is_brought_up_to_date_keeps_no_other_one_from_writing(in_postgres):
    one, other = (tenant_store(name) for name in in_postgres)
    with one._database.rebuild():
        other.add_place(Place(name="Harbour Row"))
    assert [place.name for place in other.places()] == ["Harbour Row"]


def test_two_indexes_of_one_folder_are_one(served, tmp_path):
    (name,) = served(1)
    mine, theirs = (StoreIndex(tmp_path / "data" / "groups") for _ in range(2))
    mine.add(name, [Entry(7, TODAY)])
    assert theirs.stores_with(7) == theirs.due(TODAY) == (name,)
    theirs.rewrite(name, "another file", [])
    assert mine.stores_with(7) == (name,)  # it was added a moment ago: the store may be about to keep it
    assert mine.unlisted() == {name}
    mine.close(), theirs.close()
