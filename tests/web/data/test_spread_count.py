"""How places spread is counted beside the pages: once for all who look, and again after a fault or a change."""

from __future__ import annotations

from threading import Event

import pytest

from placecheck.exchange.sample import made_up_assessments
from placecheck.web.data import spread_count as counting
from placecheck.web.data.spread_count import network_count

PLACES = 12


def newest(store) -> frozenset[str]:
    """The newest assessment of each place."""
    return frozenset(place.assessments[-1].id for place in store.places())


@pytest.fixture
def ids(store, rubric) -> frozenset[str]:
    """Those of a store of made-up places."""
    for assessment in made_up_assessments(rubric, PLACES):
        store.add_assessment(rubric, assessment)
    return newest(store)


def test_a_count_goes_on_while_nobody_waits_and_is_the_same_for_all_who_look(store, ids, monkeypatch):
    go_on, read = Event(), counting.packed_in_store
    monkeypatch.setattr(counting, "packed_in_store", lambda *given: go_on.wait(60) and read(*given))
    count = network_count(store, store.pulse(), ids)
    assert next(count.progress()) == 0
    assert network_count(store, store.pulse(), ids) is count
    go_on.set()
    (spread,) = count.result()
    assert spread.places == len(ids)
    assert list(count.progress()) == []


def test_a_count_that_failed_is_tried_anew(store, ids, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(counting, "packed_in_store", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            network_count(store, store.pulse(), ids).result()
    assert network_count(store, store.pulse(), ids).result()[0].places == len(ids)


def test_a_changed_store_is_counted_anew(store, rubric, ids):
    first = network_count(store, store.pulse(), ids)
    assert first.result()[0].places == len(ids)
    store.add_assessment(rubric, next(made_up_assessments(rubric, 1, seed=77)))
    newer = network_count(store, store.pulse(), newest(store))
    assert newer is not first
    assert newer.result()[0].places == len(store.places())
