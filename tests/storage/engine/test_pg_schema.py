"""Several stores in one PostgreSQL database, which know nothing of each other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg
import pytest
import sqlalchemy

from placecheck.assessment import Place
from placecheck.storage import StorageError, open_store
from placecheck.storage.engine.pg_schema import schema_address
from placecheck.storage.engine.shared_engine import POOL


def test_stores_in_schemas_of_one_database_hold_nothing_of_each_other(postgres: Callable[[], str], tmp_path):
    address = postgres()
    with (
        closing(open_store(schema_address(address, "g_one"))) as one,
        closing(open_store(schema_address(address, "g_other"))) as other,
    ):
        kept = one.add_place(Place(name="Ore Valley"))
        assert [place.id for place in one.places()] == [kept]
        assert other.places() == ()
        one.back_up(tmp_path / "one.zip")
        other.add_place(Place(name="Harbour Row"))
        other.restore(tmp_path / "one.zip", tmp_path / "kept")
        one.delete(one.preview_deletion(kept))
        assert [place.id for place in other.places()] == [kept]
    with closing(open_store(schema_address(address, "g_one"))) as again, closing(open_store(address)) as whole:
        assert again.places() == whole.places() == ()


def test_a_database_that_was_made_without_an_encoding_keeps_texts_all_the_same(postgres: Callable[[], str]):
    bare = sqlalchemy.make_url(postgres()).set(database="bare")
    with psycopg.connect(bare.set(database="postgres").render_as_string(), autocommit=True) as server:
        server.execute("CREATE DATABASE bare TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    with closing(open_store(bare.render_as_string())) as store:
        store.add_place(Place(name="Cwm y Glöwyr"))
        assert [place.name for place in store.places()] == ["Cwm y Glöwyr"]


def test_options_that_the_address_has_already_are_kept(postgres: Callable[[], str]):
    address = schema_address(postgres() + "&options=-cstatement_timeout%3D9999", "g_one")
    assert "statement_timeout" in address
    with closing(open_store(address)) as store:
        store.add_place(Place(name="Ore Valley"))


def test_a_group_is_backed_up_from_a_database_that_refuses_to_write(postgres: Callable[[], str], rubric, tmp_path):
    address = postgres()
    with closing(open_store(schema_address(address, "g_one"))) as store:
        place = store.add_place(Place(name="Ore Valley"))
        id_ = store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)
    only_to_read = schema_address(f"{address}&options=-cdefault_transaction_read_only%3Don", "g_one")
    with closing(open_store(only_to_read)) as standby:
        with pytest.raises(StorageError):
            standby.add_place(Place(name="Harbour Row"))
        assert standby.back_up(tmp_path / "one.zip").places == 1
        assert standby.assessment(id_).place.name == "Ore Valley"


def test_stores_of_many_groups_share_one_capped_pool(postgres: Callable[[], str]):
    address = postgres()
    stores = [open_store(schema_address(address, f"g_{number}")) for number in range(8)]

    def work(number: int) -> int:
        store = stores[number % 8]
        store.add_place(Place(name=f"place {number % 8}"))
        return len(store.places())

    with ThreadPoolExecutor(60) as threads:
        assert all(threads.map(work, range(160)))
    pools = {store._database.writer.pool for store in stores} | {store._database.reader.pool for store in stores}
    assert len(pools) == 1
    assert pools.pop().checkedin() <= POOL
    assert [{place.name for place in store.places()} for store in stores] == [{f"place {n}"} for n in range(8)]
    assert [len(store.places()) for store in stores] == [20] * 8
    for store in stores[1:]:
        store.close()
    assert len(stores[0].places()) == 20
    stores[0].close()
