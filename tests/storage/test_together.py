"""Answers that come at the same moment: one transaction for all, and each is told of its own."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from placecheck.assessment import Answer, Place
from placecheck.storage import NotHereError, StorageError
from placecheck.storage.participants import Said
from placecheck.storage.together import MOST, Together
from placecheck.workshop import NotNowError

CROWD = 30


def test_whoever_waits_is_taken_along_and_each_has_their_own_outcome():
    batches, go = [], threading.Event()

    def keep(given):
        if not batches:
            go.wait(60)
        batches.append(len(given))
        return [one * 10 if one % 2 else NotHereError(f"no {one}") for one in given]

    together = Together(keep)

    def put(one):
        try:
            return together.put(one)
        except NotHereError as error:
            return str(error)

    with ThreadPoolExecutor(CROWD) as threads:
        waiting = [threads.submit(put, one) for one in range(CROWD)]
        while len(together._waiting) + 1 < CROWD:
            pass
        go.set()
        outcomes = [one.result() for one in waiting]
    assert outcomes == [one * 10 if one % 2 else f"no {one}" for one in range(CROWD)]
    assert sorted(batches) == [1, CROWD - 1]
    assert max(batches) <= MOST


def test_where_the_whole_fails_everyone_in_it_is_told_and_the_next_ones_go_on():
    faults = iter([StorageError("full"), None])

    def keep(given):
        fault = next(faults)
        if fault:
            raise fault
        return given

    together = Together(keep)
    with pytest.raises(StorageError, match="full"):
        together.put(1)
    assert together.put(2) == 2


@pytest.fixture
def two_halls(store, rubric, asked):
    """Two workshops with the first two things open, and people in each."""
    people = []
    for _ in range(2):
        place = store.add_place(Place(name="Ore Valley"))
        made = store.create_workshop(store.begin(place, rubric, round="full", date=None, together=False))
        store.open_vote(made.id, asked[:2])
        people.append([store.join(made.code).code for _ in range(3)])
    return people


def test_a_batch_keeps_what_fits_and_tells_the_rest_why(store, two_halls, asked):
    here, there = two_halls
    batch = [
        Said(here[0], asked[0], Answer(level=1)),
        Said("nobody", asked[0], Answer(level=1)),
        Said(there[0], asked[0], Answer(level=2)),
        Said(here[1], asked[5], Answer(level=3)),
        Said(here[0], asked[0], Answer(level=4)),
        Said(here[1], asked[0], Answer(level=9)),
        Said(here[0], asked[0], None),
        Said(here[0], asked[1], Answer(level=0)),
    ]
    outcomes = store._keep_all(batch)
    assert [type(one).__name__ for one in outcomes] == [
        "Saved", "NotHereError", "Saved", "NotNowError", "Saved", "DoesNotFitError", "Saved", "Saved",
    ]  # fmt: skip
    assert store.own(here[0]).answers == {asked[1]: Answer(level=0)}
    assert store.own(there[0]).answers == {asked[0]: Answer(level=2)}
    id_ = store.seat(here[0]).assessment_id
    assert store.round(id_).answered == 1
    assert [one.after for one in store.history(id_, indicator=asked[0])] == [None, Answer(level=4), Answer(level=1)]


def test_a_hall_that_taps_at_once_loses_nothing(store, two_halls, asked):
    everyone = [code for hall in two_halls for code in hall]

    def tap(code: str) -> None:
        for level in (0, 1, 2, 3, 4):
            store.say_answer(code, asked[level % 2], Answer(level=level))

    with ThreadPoolExecutor(len(everyone)) as threads:
        list(threads.map(tap, everyone))
    for code in everyone:
        assert store.own(code).answers == {asked[0]: Answer(level=4), asked[1]: Answer(level=3)}
    for hall in two_halls:
        id_ = store.seat(hall[0]).assessment_id
        changes = store.history(id_)
        assert [one.sequence for one in changes] == list(range(len(changes), 0, -1))
        assert store.round(id_).answered == 2 * len(hall)


def test_one_that_is_refused_alone_is_told_as_before(store, two_halls, asked):
    with pytest.raises(NotNowError, match="closed now"):
        store.say_answer(two_halls[0][0], asked[7], Answer(level=1))
