"""A session whose visitor is gone: kept for a while, then ended with all that belongs to it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from placecheck.web.server.disconnected_sessions import DisconnectedSessions
from placecheck.web.streamlit_private import SessionInfo


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def session(id_: str, ended: list[str]) -> SessionInfo:
    return SessionInfo(None, SimpleNamespace(id=id_, shutdown=lambda: ended.append(id_)))


def test_who_comes_back_in_time_finds_the_session_and_later_it_is_ended_once(clock):
    ended: list[str] = []
    left = DisconnectedSessions(100, clock=clock)
    left.save(session("a", ended))
    clock.now = 99
    assert left.shut_down_expired() == 0
    assert left.get("a").session.id == "a"
    clock.now = 100
    assert left.get("a") is None
    assert (left.shut_down_expired(), left.shut_down_expired(), ended, left.list()) == (1, 0, ["a"], [])


def test_a_session_that_was_taken_up_again_is_not_ended(clock):
    ended: list[str] = []
    left = DisconnectedSessions(100, clock=clock)
    left.save(session("a", ended))
    left.delete("a")
    left.delete("a")
    clock.now = 1000
    assert (left.shut_down_expired(), ended) == (0, [])


def test_of_too_many_sessions_those_left_longest_ago_end_first(clock):
    ended: list[str] = []
    left = DisconnectedSessions(100, most=2, clock=clock)
    for id_ in ("a", "b", "a", "c"):
        left.save(session(id_, ended))
    left.shut_down_expired()
    assert ended == ["b"]
