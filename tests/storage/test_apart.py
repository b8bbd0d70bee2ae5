"""Several stores in one PostgreSQL database, which know nothing of each other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from placecheck.assessment import Place
from placecheck.storage import open_store
from placecheck.storage.apart import apart


def test_stores_in_schemas_of_one_database_hold_nothing_of_each_other(postgres: Callable[[], str], tmp_path):
    address = postgres()
    with closing(open_store(apart(address, "g_one"))) as one, closing(open_store(apart(address, "g_other"))) as other:
        kept = one.add_place(Place(name="Ore Valley"))
        assert [place.id for place in one.places()] == [kept]
        assert other.places() == ()
        one.back_up(tmp_path / "one.zip")
        other.add_place(Place(name="Harbour Row"))
        other.restore(tmp_path / "one.zip", tmp_path / "kept")
        one.delete(one.what_goes(kept))
        assert [place.id for place in other.places()] == [kept]
    with closing(open_store(apart(address, "g_one"))) as again, closing(open_store(address)) as whole:
        assert again.places() == whole.places() == ()


def test_options_that_the_address_has_already_are_kept(postgres: Callable[[], str]):
    address = apart(postgres() + "&options=-cstatement_timeout%3D9999", "g_one")
    assert "statement_timeout" in address
    with closing(open_store(address)) as store:
        store.add_place(Place(name="Ore Valley"))
