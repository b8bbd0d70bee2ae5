"""Pages on their own: each is run by Streamlit's AppTest against a store of the test's own."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from websockets.sync.client import connect

from placecheck.assessment import Answer, Place
from placecheck.rubric import Rubric
from placecheck.storage import Store
from placecheck.web import desk
from placecheck.web.groups import store_of

PAGE = """
from placecheck.web.main import PAGES, drawn
from placecheck.web.session import Session

class Alone(Session):
    '''A session whose pages are not there to be linked to.'''
    def link(self, page, label, query=None):
        import streamlit as st
        st.markdown(f"[{{label}}]({{page}}?{{query}})")

session = Alone()
page = next(one for one in PAGES if one.render.__module__ == "placecheck.web.page.{page}")
drawn(page, session, session.opened)()
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of the process, in a folder of the test's own."""
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path))
    store_of.cache_clear()
    desk._kept.cache_clear()
    yield desk.store()
    desk.store().close()
    store_of.cache_clear()


@pytest.fixture
def show(store: Store) -> Callable[..., AppTest]:  # noqa: ARG001 (the page opens the store by itself)
    """Run a page with what stands in its address."""

    def run(page: str, **query: str) -> AppTest:
        test = AppTest.from_string(PAGE.format(page=page), default_timeout=30)
        for key, value in query.items():
            test.query_params[key] = value
        return test.run()

    return run


@pytest.fixture
def blank(store: Store, rubric: Rubric) -> str:
    """A starter round that one voice has just begun."""
    place = store.add_place(Place(name="Ore Valley"))
    return store.begin(place, rubric, round="starter", date=None, together=True)


@pytest.fixture
def half(store: Store, rubric: Rubric, blank: str) -> str:
    """The same with half of it answered."""
    starters = [one.id for one in rubric.indicators() if one.starter]
    for id_ in starters[::2]:
        store.save_answer(blank, "v1", id_, Answer(level=2, story="seen it"), "test")
    return blank


@pytest.fixture
def full(store: Store) -> str:
    """A full round of fourteen voices, with what they agreed."""
    example = next(one for one in desk.examples() if one.id == "example-marsh-lane")
    return store.take(example.rubric, example.assessment)


@pytest.fixture(scope="session")
def upgrade() -> Callable[..., bytes]:
    """`upgrade(address, path, cookies, origin=)`: the first line answered when a browser asks for a live connection."""

    def first_line(address: str, path: str, cookies: dict[str, str], origin: str | None = None) -> bytes:
        where = urlsplit(address)
        head = (
            f"GET {path} HTTP/1.1\r\nHost: {where.netloc}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            f"Origin: {origin or address}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {'A' * 22}==\r\n"
            f"Sec-WebSocket-Protocol: streamlit\r\nCookie: {cookie_line(cookies)}\r\n\r\n"
        )
        with socket.create_connection((where.hostname, where.port), timeout=60) as connection:
            connection.sendall(head.encode())
            return connection.recv(100).splitlines()[0]

    return first_line


def cookie_line(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


@pytest.fixture(scope="session")
def heard_from() -> Callable[[str, dict[str, str], str], bytes]:
    """`heard_from(address, cookies, query)`: what the dashboard sends live until a page is drawn."""
    return heard


def heard(address: str, cookies: dict[str, str], query: str) -> bytes:
    """All that the dashboard sends to a browser with `cookies` for the address with `query`."""
    sent_with = {"Cookie": cookie_line(cookies)}
    where = address.replace("http", "ws", 1) + "/_stcore/stream"
    ask = BackMsg()
    ask.rerun_script.query_string = query
    with connect(
        where, additional_headers=sent_with, origin=address, subprotocols=["streamlit"], max_size=None, proxy=None
    ) as live:
        live.send(ask.SerializeToString())
        said = b""
        while True:
            message = live.recv(timeout=60)
            said += message
            parsed = ForwardMsg()
            parsed.ParseFromString(message)
            if parsed.WhichOneof("type") == "script_finished":
                return said
