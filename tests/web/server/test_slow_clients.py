"""Connections that are opened and left, or fed a byte at a time."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

import uvicorn

from placecheck.web.server.slow_clients import SlowClientProtocol


class Hasty(SlowClientProtocol):
    head_within = 1.0


async def slow_app(_scope: dict, _receive: object, send: object) -> None:
    await asyncio.sleep(1.5 * Hasty.head_within)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def answered(*sent: bytes) -> list[bytes]:
    """What a server says to connections that each send one of `sent` and then nothing, until it lets them go."""

    async def talk() -> list[bytes]:
        config = uvicorn.Config(slow_app, port=0, http=Hasty, log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]

        async def one(what: bytes) -> bytes:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(what)
            said = b""
            with suppress(ConnectionError):
                said = await asyncio.wait_for(reader.read(), 60)
            writer.close()
            return said

        said = await asyncio.gather(*map(one, sent))
        server.should_exit = True
        await serving
        return list(said)

    return asyncio.run(talk())


def test_who_says_nothing_or_never_ends_is_let_go_and_who_asks_properly_is_answered_in_its_own_time():
    whole = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    silent, half, proper = answered(b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", whole)
    assert (silent, half) == (b"", b"")
    assert proper.endswith(b"ok")


class Crowded(Hasty):
    most_each = 3
    proxies = frozenset()


def test_one_address_holds_no_more_than_its_connections_and_a_proxy_as_many_as_it_likes(monkeypatch):
    whole = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    monkeypatch.setattr(sys.modules[__name__], "Hasty", Crowded)
    replies = answered(*[whole] * 5)
    assert [reply.endswith(b"ok") for reply in replies].count(True) == 3
    assert not Crowded._held
    monkeypatch.setattr(Crowded, "proxies", frozenset({"10.0.0.0/8", "127.0.0.0/8", "a-name"}))
    assert all(reply.endswith(b"ok") for reply in answered(*[whole] * 5))
