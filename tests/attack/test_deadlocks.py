"""Everybody writes everything at once on PostgreSQL: nobody waits for another who waits for them."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy

from placecheck.assessment import Answer, Place
from placecheck.errors import PlacecheckError
from placecheck.storage import NotHereError, StoreTroubleError, open_store
from placecheck.storage.engine.retry import again_after_deadlock
from placecheck.storage.errors import DeadlockError
from placecheck.storage.values import Standpoint
from placecheck.storage.workshop import participants

WRITERS = 8


def hall(store, rubric):
    """A place with three assessments and a workshop about each, and what the writers need to know of them."""
    place = store.add_place(Place(name="Ore Valley"))
    rounds = [store.begin_assessment(place, rubric, question_set="full", date=None, together=False) for _ in range(3)]
    return place, rounds, [store.create_workshop(id_) for id_ in rounds]


def moves(store, rubric, place, rounds, workshops):
    """One function for each kind of write; each does something somewhere."""
    indicators = [indicator.id for indicator in rubric.indicators()]
    codes = [store.join(workshop.code).code for workshop in workshops for _ in range(4)]

    def answer(chance):
        store.save_own_answer(chance.choice(codes), chance.choice(indicators), Answer(level=chance.randint(0, 3)))

    def vote(chance):
        workshop = chance.choice(workshops).id
        step = chance.choice([store.close_vote, lambda id_: store.open_vote(id_, chance.sample(indicators, 2))])
        step(workshop)

    return [
        answer,
        answer,
        vote,
        lambda chance: codes.append(store.join(chance.choice(workshops).code).code),
        lambda chance: store.change_place(place, Place(name=f"Ore Valley {chance.randint(0, 9)}"), "test"),
        lambda chance: store.undo(chance.choice(rounds), "test"),
        lambda chance: store.erase_silent_voices(chance.choice(workshops).id, "test"),
        lambda chance: store.save_sheet(
            chance.choice(rounds), None, Standpoint(), {chance.choice(indicators): Answer(level=1)}, "test"
        ),
        lambda _: store.packed(),
        lambda chance: store.save_phone_slip(chance.choice(codes), "What is good here?", f"The hall {chance.random()}"),
        lambda chance: store.erase_own_voice(codes.pop(chance.randrange(len(codes)))),
    ]


@pytest.mark.parametrize("turns", [25, pytest.param(250, marks=pytest.mark.slow)])
def test_mixed_writes_end_in_no_deadlock_and_no_trouble(postgres, rubric, turns):
    address = postgres()
    stores = [open_store(address), open_store(address)]
    place, rounds, workshops = hall(stores[0], rubric)
    kinds = [moves(store, rubric, place, rounds, workshops) for store in stores]

    def write(number):
        chance, troubles = random.Random(number), []  # noqa: S311 (no secret)
        for _ in range(turns):
            try:
                chance.choice(kinds[number % 2])(chance)
            except StoreTroubleError as error:
                troubles.append(str(error))
            except (PlacecheckError, IndexError, ValueError):
                pass  # not now, not here, or no one is left: what the rules say
        return troubles

    with ThreadPoolExecutor(WRITERS) as pool:
        troubles = [trouble for each in pool.map(write, range(WRITERS)) for trouble in each]
    for store in stores:
        store.close()
    engine = sqlalchemy.create_engine(sqlalchemy.make_url(address).set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        query = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
        deadlocks = connection.exec_driver_sql(query).scalar_one()
    engine.dispose()
    assert (troubles, deadlocks) == ([], 0)


@pytest.mark.parametrize(
    "say",
    [
        lambda store, code, indicator: store.save_own_answer(code, indicator, Answer(level=1)),
        lambda store, code, _: store.save_phone_slip(code, "What is good here?", "The hall"),
    ],
    ids=["answer", "slip"],
)
def test_what_waits_for_a_person_to_be_erased_finds_nobody(postgres, rubric, monkeypatch, say):
    address = postgres()
    store, other = open_store(address), open_store(address)
    _, _, workshops = hall(store, rubric)
    code, indicator = store.join(workshops[0].code).code, next(iter(rubric.indicators())).id
    erase = participants.erase_own_cards

    def erase_once_another_waits(connection, *rest):
        waiting.set()
        for _ in range(1_000):
            if connection.exec_driver_sql("SELECT count(*) FROM pg_locks WHERE NOT granted").scalar_one():
                break
            time.sleep(0.02)
        erase(connection, *rest)

    waiting = threading.Event()
    monkeypatch.setattr(participants, "erase_own_cards", erase_once_another_waits)
    with ThreadPoolExecutor(1) as pool:
        erased = pool.submit(store.erase_own_voice, code)
        waiting.wait()
        with pytest.raises(NotHereError):
            say(other, code, indicator)
        erased.result()
    store.close()
    other.close()


def test_what_a_deadlock_ended_is_tried_once_more():
    tries = []

    @again_after_deadlock
    def write(fails):
        tries.append(fails)
        if len(tries) <= fails:
            raise DeadlockError("deadlock")
        return "kept"

    assert (write(1), len(tries)) == ("kept", 2)
    tries.clear()
    with pytest.raises(DeadlockError):
        write(2)
    assert len(tries) == 2
