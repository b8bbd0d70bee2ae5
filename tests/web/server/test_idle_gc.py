from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from placecheck.web.server.idle_gc import ActivityClock, ActivityMiddleware, collect_when_idle

NEVER_MIND = 0.001


async def noting_collections(within: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run `within`, which is told of every full collection after the first things were set aside."""
    loop, collected = asyncio.get_running_loop(), asyncio.Event()

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2 and gc.get_freeze_count():
            loop.call_soon_threadsafe(collected.set)

    gc.callbacks.append(note)
    try:
        await asyncio.wait_for(within(collected), timeout=60)
    finally:
        gc.callbacks.remove(note)


def test_what_was_loaded_first_is_set_aside_and_the_rest_is_collected() -> None:
    done: list[str] = []

    async def within(collected: asyncio.Event) -> None:
        async with collect_when_idle(ActivityClock(), first=lambda: done.append("first"), every=NEVER_MIND):
            await collected.wait()
            assert gc.get_freeze_count() > 0

    asyncio.run(noting_collections(within))
    assert done == ["first"]


def test_no_full_collection_comes_by_itself_while_the_app_is_served() -> None:
    before = gc.get_threshold()

    async def within(_collected: asyncio.Event) -> None:
        async with collect_when_idle(ActivityClock()):
            small, _, full = gc.get_threshold()
            assert small < 10_000
            assert full > 1_000_000

    asyncio.run(noting_collections(within))
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that only sleeping moves."""
    now = [100.0]

    async def sleep(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr("placecheck.web.server.idle_gc.time.monotonic", lambda: now[0])
    monkeypatch.setattr("placecheck.web.server.idle_gc.asyncio.sleep", sleep)
    return now


def test_a_moment_is_quiet_a_second_after_the_last_that_was_heard(clock: list[float]) -> None:
    moments = ActivityClock()
    clock[0] += 0.4
    asyncio.run(moments.quiet(seconds=1))
    assert clock[0] == 101.0
    asyncio.run(moments.quiet(seconds=1))
    assert clock[0] == 101.0


def test_it_waits_on_while_people_go_on_but_not_for_ever(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    moments = ActivityClock()

    async def busy(seconds: float) -> None:
        clock[0] += seconds / 2
        moments.heard()

    monkeypatch.setattr("placecheck.web.server.idle_gc.asyncio.sleep", busy)
    asyncio.run(moments.quiet(seconds=1, at_latest=5))
    assert clock[0] == pytest.approx(105, abs=0.5)


def test_every_message_of_a_visitor_is_heard() -> None:
    heard: list[str] = []

    class Noting(ActivityClock):
        def heard(self) -> None:
            heard.append("something")

    async def listen(socket: WebSocket) -> None:
        await socket.accept()
        for _ in range(2):
            await socket.send_text(await socket.receive_text())
        await socket.close()

    middleware = [Middleware(ActivityMiddleware, moments=Noting())]
    client = TestClient(Starlette(routes=[WebSocketRoute("/", listen)], middleware=middleware))
    with client.websocket_connect("/") as socket:
        for word in ("one", "two"):
            socket.send_text(word)
            assert socket.receive_text() == word
    assert len(heard) >= 3
