"""Answers that come at the same moment: one transaction for all, and each is told of its own."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from placecheck.assessment import Answer, Place
from placecheck.storage import NotHereError, StorageError
from placecheck.storage.engine.group_commit import MAX_BATCH, GroupCommit
from placecheck.storage.workshop import answer_batch
from placecheck.storage.workshop.answer_batch import PhoneAnswer
from placecheck.words import language
from placecheck.workshop import NotNowError

CROWD = 150


def test_whoever_waits_is_taken_along_and_each_has_their_own_outcome():
    batches, begun, go = [], threading.Event(), threading.Event()

    def keep(given):
        batches.append(len(given))
        begun.set()
        go.wait(60)
        return [one * 10 if one % 2 else NotHereError(f"no {one}") for one in given]

    together = GroupCommit(keep)
    outcomes = [together.put(0)]
    begun.wait(60)
    outcomes += [together.put(one) for one in range(1, CROWD)]
    go.set()
    for one, outcome in enumerate(outcomes):
        if one % 2:
            assert outcome.result() == one * 10
        else:
            with pytest.raises(NotHereError, match=f"no {one}"):
                outcome.result()
    assert batches == [1, MAX_BATCH, CROWD - MAX_BATCH - 1]


def test_where_the_whole_fails_everyone_in_it_is_told_and_the_next_ones_go_on():
    faults = iter([StorageError("full"), None])

    def keep(given):
        fault = next(faults)
        if fault:
            raise fault
        return given

    together = GroupCommit(keep)
    with pytest.raises(StorageError, match="full"):
        together.put(1).result()
    assert together.put(2).result() == 2


def test_who_goes_before_their_turn_takes_nobody_along():
    kept, begun, go = [], threading.Event(), threading.Event()

    def keep(given):
        begun.set()
        go.wait(60)
        kept.extend(given)
        return given

    together = GroupCommit(keep)
    first = together.put(1)
    begun.wait(60)
    gone, stays = together.put(2), together.put(3)
    assert gone.cancel()
    go.set()
    assert (first.result(), stays.result()) == (1, 3)
    assert kept == [1, 3]
    together.close()
    with pytest.raises(RuntimeError):
        together.put(4)


@pytest.fixture
def two_halls(store, rubric, asked):
    """Two workshops with the first two things open, and people in each."""
    people = []
    for _ in range(2):
        place = store.add_place(Place(name="Ore Valley"))
        made = store.create_workshop(
            store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
        )
        store.open_vote(made.id, asked[:2])
        people.append([store.join(made.code).code for _ in range(3)])
    return people


def test_a_batch_keeps_what_fits_and_tells_the_rest_why(store, two_halls, asked):
    here, there = two_halls
    batch = [
        PhoneAnswer(here[0], asked[0], Answer(level=1)),
        PhoneAnswer("nobody", asked[0], Answer(level=1)),
        PhoneAnswer(there[0], asked[0], Answer(level=2)),
        PhoneAnswer(here[1], asked[5], Answer(level=3)),
        PhoneAnswer(here[0], asked[0], Answer(level=4)),
        PhoneAnswer(here[1], asked[0], Answer(level=9)),
        PhoneAnswer(here[0], asked[0], None),
        PhoneAnswer(here[0], asked[1], Answer(level=0)),
    ]
    outcomes = store._save_all(batch)
    assert [type(one).__name__ for one in outcomes] == [
        "Saved", "NotHereError", "Saved", "NotNowError", "Saved", "DoesNotFitError", "Saved", "Saved",
    ]  # fmt: skip
    assert store.own_answers(here[0]).answers == {asked[1]: Answer(level=0)}
    assert store.own_answers(there[0]).answers == {asked[0]: Answer(level=2)}
    id_ = store.participant(here[0]).assessment_id
    assert store.assessment_summary(id_).answered == 1
    assert [one.after for one in store.history(id_, indicator=asked[0])] == [None, Answer(level=4), Answer(level=1)]


def test_a_hall_that_taps_at_once_loses_nothing(store, two_halls, asked):
    everyone = [code for hall in two_halls for code in hall]

    def tap(code: str) -> None:
        for level in (0, 1, 2, 3, 4):
            store.save_own_answer(code, asked[level % 2], Answer(level=level))

    with ThreadPoolExecutor(len(everyone)) as threads:
        list(threads.map(tap, everyone))
    for code in everyone:
        assert store.own_answers(code).answers == {asked[0]: Answer(level=4), asked[1]: Answer(level=3)}
    for hall in two_halls:
        id_ = store.participant(hall[0]).assessment_id
        changes = store.history(id_)
        assert [one.sequence for one in changes] == list(range(len(changes), 0, -1))
        assert store.assessment_summary(id_).answered == 2 * len(hall)


def test_one_that_is_refused_alone_is_told_as_before(store, two_halls, asked):
    with pytest.raises(NotNowError, match="closed now"):
        store.save_own_answer(two_halls[0][0], asked[7], Answer(level=1))


def test_each_is_told_in_their_own_language(store, two_halls, asked, monkeypatch):
    monkeypatch.setattr(answer_batch, "say", lambda _words: language.get())
    batch = [PhoneAnswer(two_halls[0][0], asked[7], Answer(level=1), name) for name in ("en", "cy", "en")]
    assert [str(one) for one in store._save_all(batch)] == ["en", "cy", "en"]
    assert language.get() == "en"
