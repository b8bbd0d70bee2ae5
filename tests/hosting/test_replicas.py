"""Two replicas behind a proxy: nobody notices which one answers, and one may die at any moment."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from urllib.parse import urlsplit

import httpx2
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from placecheck.web.access.middleware import SIGN_IN
from placecheck.web.access.passphrase import COOKIE

PEOPLE, TRIES = 8, 20
WRONG_CODES = 20
"""How many wrong codes each process takes at once from one address."""


def test_a_person_lands_on_either_and_is_the_same_person_on_both(hosted):
    one, (first, second, *_) = hosted.phone().join(hosted.made.code), hosted.asked
    assert [one.tap(*said).json()["saved"] for said in ((first, 3), (second, 1), (first, 4))] == [True] * 3
    assert {urlsplit(address).port for address in hosted.site.replicas} == set(hosted.site.proxy.went)
    for address in hosted.site.replicas:
        assert one.client.get(f"{address}/join/my-answers.json").json()["answers"] == {first: 4, second: 1}


def test_a_personal_code_from_one_replica_lets_another_phone_in_at_the_other(hosted):
    here, there = hosted.site.replicas
    one, other = hosted.phone(here).join(hosted.made.code), hosted.phone(there)
    one.tap(hosted.asked[0], 2)
    other.look("/join")
    assert other.send("/join/again", personal=one.code) == 200
    assert hosted.site.store.own_answers(other.code) == hosted.site.store.own_answers(one.code)
    assert f"1 of {len(hosted.asked)} answered" in other.page


def test_a_vote_closed_at_one_replica_is_closed_at_the_other(hosted):
    one = hosted.phone().join(hosted.made.code)
    assert [one.tap(hosted.asked[0], 1, address).status_code for address in hosted.site.replicas] == [200, 200]
    hosted.site.store.close_vote(hosted.made.id)
    assert [one.tap(hosted.asked[0], 2, address).status_code for address in hosted.site.replicas] == [409, 409]
    hosted.site.store.reopen_vote(hosted.made.id, 1)
    assert [one.tap(hosted.asked[0], 3, address).status_code for address in hosted.site.replicas] == [200, 200]


def signed_in(hosted) -> str:
    """The cookie of a sign-in through the proxy."""
    helper = hosted.phone()
    helper.look(SIGN_IN)
    assert helper.send(SIGN_IN, passphrase=hosted.site.passphrase, to="/health") == 200
    return f"{COOKIE}={helper.client.cookies[COOKIE]}"


def test_who_signed_in_at_one_replica_is_signed_in_at_the_other(hosted):
    key = signed_in(hosted)
    for address in hosted.site.replicas:
        assert httpx2.get(f"{address}/results", headers={"Cookie": key}, trust_env=False, timeout=60).status_code == 200
        refused = httpx2.get(
            f"{address}/results", headers={"X-Forwarded-For": "127.0.0.1"}, trust_env=False, timeout=60
        )
        assert refused.status_code == 401


def test_limits_count_the_visitor_and_not_the_proxy_in_each_process_for_itself(hosted):
    guesser, others = hosted.phone(), hosted.phone()
    hosted.site.proxy.seen_from = "198.51.100.9"
    answers = [guesser.look("/join/zzzzzz") for _ in range(2 * WRONG_CODES + 4)]
    assert answers.count(404) in range(2 * WRONG_CODES, 2 * WRONG_CODES + 3)  # a try comes back every 30 seconds
    assert answers[-1] == 429
    hosted.site.proxy.seen_from = "203.0.113.7"
    assert others.look(f"/join/{hosted.made.code}") == 200


@pytest.fixture
def dashboard(hosted, live_page) -> Callable[[str], AbstractContextManager[tuple[ClientConnection, str]]]:
    """The facilitator's page, opened as a browser does: its connection, and all that it was sent."""

    @contextmanager
    def opened(key: str) -> Iterator[tuple[ClientConnection, str]]:
        query = f"round={hosted.assessment_id}&workshop={hosted.made.id}"
        with live_page(hosted.site.address, key, query, page="workshop") as (connection, messages):
            yield connection, "".join(map(str, messages))

    return opened


class Person:
    """Someone who taps one thing after the other, and taps again where nothing was confirmed."""

    def __init__(self, hosted, number: int) -> None:
        self.phone, self.asked, self.number = hosted.phone().join(hosted.made.code), hosted.asked, number
        self.confirmed: list[tuple[int, str, int]] = []

    def answer_all(self, half: threading.Barrier) -> None:
        """Answer everything and then change everything; `half` is met in between."""
        for turn in range(2):
            for at, indicator in enumerate(self.asked):
                level = (self.number + at + turn) % 5
                self.confirmed.append((self._until_confirmed(indicator, level), indicator, level))
            if turn == 0:
                half.wait(timeout=200)

    def _until_confirmed(self, indicator: str, level: int) -> int:
        for _ in range(TRIES):
            with suppress(httpx2.TransportError):
                told = self.phone.tap(indicator, level).json()
                assert told["saved"]
                return told["sequence"]
        raise AssertionError("the replica that is left does not answer")


def kill(hosted, live: ClientConnection) -> None:
    """Kill the replica that has the live connection, which ends with it."""
    address = next(address for address in hosted.site.replicas if urlsplit(address).port == hosted.site.proxy.live_at)
    os.kill(hosted.site.replicas[address], signal.SIGKILL)
    with pytest.raises(ConnectionClosed):
        deque(iter(partial(live.recv, timeout=60), None), maxlen=0)


def test_nothing_confirmed_is_lost_when_a_replica_is_killed_in_mid_round(hosted, dashboard):
    """The last test here: it leaves one replica."""
    key, people = signed_in(hosted), [Person(hosted, number) for number in range(PEOPLE)]
    half = threading.Barrier(PEOPLE + 1)
    with ThreadPoolExecutor(PEOPLE) as threads, dashboard(key) as (live, shown):
        assert f"{PEOPLE} have joined" in shown
        answering = [threads.submit(one.answer_all, half) for one in people]
        half.wait(timeout=200)
        kill(hosted, live)
        for one in answering:
            one.result()
    kept = {(one.sequence, one.indicator, one.after.level) for one in changes(hosted)}
    assert {said for one in people for said in one.confirmed} <= kept
    for one in people:
        said = {id_: answer.level for id_, answer in hosted.site.store.own_answers(one.phone.code).answers.items()}
        assert said == {indicator: level for _, indicator, level in one.confirmed}
    the_room_goes_on(hosted, dashboard, key, people)


def changes(hosted) -> list:
    return [one for one in hosted.site.store.history(hosted.assessment_id) if one.kind == "answer"]


def the_room_goes_on(hosted, dashboard, key: str, people: list[Person]) -> None:
    """The facilitator's page opens again with the same sign-in and address, and the room sees what it may."""
    store = hosted.site.store
    with dashboard(key) as (_, shown):
        assert f"{PEOPLE} have joined" in shown
    assert set(store.progress(hosted.made.id).answered.values()) == {PEOPLE}
    assert people[0].phone.look("/join/room") == 200
    assert revealed(people[0].phone.page) == []
    store.close_vote(hosted.made.id)
    store.reveal(hosted.made.id, 1)
    for one in people:
        assert one.phone.look("/join/room") == 200
        assert revealed(one.phone.page) == sorted(hosted.asked)


def revealed(page: str) -> list[str]:
    """What the room sees on a phone's page."""
    return sorted(re.findall(r'<h2 id="of-([^"]+)"', page))
