"""Two placecheck processes on one PostgreSQL database, and a small proxy before them."""

from __future__ import annotations

import asyncio
import re
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx2
import pytest

from placecheck.assessment import Place
from placecheck.rubric import Rubric
from placecheck.storage import NewWorkshop, Store, open_store

PASSPHRASE = "bench-hall-ferry"  # noqa: S105 (it opens nothing but what is made here)
ASKED = 12
SOMEWHERE = "203.0.113.7"
TOKEN = re.compile(r'name="token" value="(\w+)"')


class Proxy:
    """Takes turns: each connection goes to the next server that answers. Says, as a proxy does, where it came from."""

    def __init__(self, servers: list[str]) -> None:
        self._servers = deque(urlsplit(server).port for server in servers)
        self.seen_from = SOMEWHERE
        """The address that visitors are told to come from."""
        self.went: Counter[int] = Counter()
        """How many requests each port answered."""
        self.live_at = 0
        """The port that has the newest live connection."""

    @contextmanager
    def listening(self) -> Iterator[str]:
        """Carry connections until the end of the `with`; the address to reach it at."""
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        listening = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._carry, "127.0.0.1", 0), loop).result()
        try:
            yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        finally:
            asyncio.run_coroutine_threadsafe(_stop(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            port, from_server, to_server = await self._next_server()
            to_server.write(self._told(head, port))
            await asyncio.wait(
                [asyncio.ensure_future(_pour(reader, to_server)), asyncio.ensure_future(_pour(from_server, writer))]
            )

    async def _next_server(self) -> tuple[int, asyncio.StreamReader, asyncio.StreamWriter]:
        for port in list(self._servers):
            self._servers.rotate(-1)
            with suppress(OSError):
                opened = await asyncio.open_connection("127.0.0.1", port)
                self.went[port] += 1
                return port, *opened
        raise ConnectionError

    def _told(self, head: bytes, port: int) -> bytes:
        """The head of a request with the visitor's address, for one answer and no more unless it is a websocket."""
        first, _, rest = head.partition(b"\r\n")
        told = f"\r\nX-Forwarded-For: {self.seen_from}\r\n".encode()
        if b"upgrade: websocket" in rest.lower():
            self.live_at = port
        else:
            rest = re.sub(rb"(?im)^connection:.*\r\n", b"", rest)
            told += b"Connection: close\r\n"
        return first + told + rest


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry everything on; then let the other side know that nothing more comes."""
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


async def _stop() -> None:
    """End what is still being carried."""
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)


class Phone:
    """One person's browser, which runs no script: keeps cookies, goes where it is sent, fills in the page's token."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.client = httpx2.Client(base_url=address, trust_env=False, follow_redirects=True, timeout=60)
        self.page = ""

    def look(self, path: str) -> int:
        return self._at(self.client.get(path))

    def send(self, path: str, **fields: str) -> int:
        return self._at(self.client.post(path, data=self._filled(fields), headers={"Origin": self.address}))

    def _at(self, answer: httpx2.Response) -> int:
        self.page = answer.text
        return answer.status_code

    def tap(self, indicator: str, level: int, address: str | None = None) -> httpx2.Response:
        """Save a level as our script does, at the replica at `address` where one is given."""
        site = address or self.address
        headers = {"Origin": site, "Accept": "application/json"}
        return self.client.post(
            f"{site}/join/ask/{indicator}", data=self._filled({"level": str(level)}), headers=headers
        )

    def join(self, code: str) -> Phone:
        assert self.look(f"/join/{code}") == 200
        assert self.send(f"/join/{code}", perspective="") == 200
        assert self.look("/join/code") == 200
        return self

    def _filled(self, fields: dict[str, str]) -> dict[str, str]:
        token = TOKEN.search(self.page)
        return {"token": token[1] if token else ""} | fields

    @property
    def code(self) -> str:
        return self.client.cookies["placecheck_voice"]


@dataclass(frozen=True)
class Site:
    """Two replicas (address: number of its process) behind `proxy`, which answers at `address`."""

    store: Store
    replicas: dict[str, int]
    proxy: Proxy
    address: str
    passphrase: str = PASSPHRASE


@dataclass(frozen=True)
class Hosted:
    """A workshop on a site, with a vote open on `asked`."""

    site: Site
    made: NewWorkshop
    assessment_id: str
    asked: list[str]

    def phone(self, address: str | None = None) -> Phone:
        """A new phone, at the proxy, or at the replica at `address`."""
        return Phone(address or self.site.address)


@pytest.fixture(scope="module")
def site(postgres: Callable[[], str], serving, tmp_path_factory) -> Iterator[Site]:
    """A new database, two replicas that start on it at once, and the proxy."""
    where, data = postgres(), tmp_path_factory.mktemp("data")
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("PLACECHECK_DATABASE_URL", where)
        patch.setenv("PLACECHECK_PASSPHRASE", PASSPHRASE)
        replicas = [serving("placecheck", "run", "--port", "0", data=data) for _ in range(2)]
        with ThreadPoolExecutor() as threads:
            running = list(threads.map(stack.enter_context, replicas))
        store = open_store(where)
        stack.callback(store.close)
        proxy = Proxy([server.address for server in running])
        address = stack.enter_context(proxy.listening())
        yield Site(store, {server.address: server.pid for server in running}, proxy, address)


@pytest.fixture
def hosted(site: Site, rubric: Rubric) -> Hosted:
    """A new workshop."""
    place = site.store.add_place(Place(name="Ore Valley"))
    assessment_id = site.store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    made, asked = (
        site.store.create_workshop(assessment_id),
        [one.id for one in rubric.indicators() if one.starter][:ASKED],
    )
    site.store.open_vote(made.id, asked)
    return Hosted(site, made, assessment_id, asked)
