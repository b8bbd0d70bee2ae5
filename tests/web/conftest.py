"""Pages on their own: each is run by Streamlit's AppTest against a store of the test's own."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from placecheck.assessment import Answer, Place
from placecheck.rubric import Rubric
from placecheck.storage import Store
from placecheck.web.access.tenant_stores import tenant_store
from placecheck.web.data import assessments

PAGE = """
from placecheck.web.navigation import PAGES, bind_page
from placecheck.web.state.session import Session

class Alone(Session):
    '''A session whose pages are not there to be linked to.'''
    def link(self, page, label, query=None):
        import streamlit as st
        st.markdown(f"[{{label}}]({{page}}?{{query}})")

session = Alone()
page = next(one for one in PAGES if one.render.__module__ == "placecheck.web.pages.{page}")
bind_page(page, session, session.open_assessment)()
"""


@pytest.fixture(scope="session", autouse=True)
def components_are_looked_for_once() -> Iterator[None]:
    """Each run of an AppTest looks through all installed packages for components, longer than most pages take."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_store: Callable[[Path], Path]) -> Iterator[Store]:
    """The store of the process, in a folder of the test's own."""
    monkeypatch.setenv("PLACECHECK_DATA", str(empty_store(tmp_path)))
    tenant_store.cache_clear()
    assessments._load_cached.cache_clear()
    yield assessments.current_store()
    assessments.current_store().close()
    tenant_store.cache_clear()


@pytest.fixture
def show(store: Store) -> Callable[..., AppTest]:  # noqa: ARG001 (the page opens the store by itself)
    """Run a page with what stands in its address."""

    def run(page: str, **query: str) -> AppTest:
        test = AppTest.from_string(PAGE.format(page=page), default_timeout=120)
        for key, value in query.items():
            test.query_params[key] = value
        return test.run()

    return run


@pytest.fixture
def blocks_of() -> Callable[[AppTest], list[dict[str, Any]]]:
    """`blocks_of(page)`: the blocks of words on a page as the browser is sent them, in their order."""

    def blocks(page: AppTest) -> list[dict[str, Any]]:
        sent = [one.proto for one in page.get("bidi_component") if one.proto.component_name.endswith("text_blocks")]
        return [block for proto in sent for cell in json.loads(proto.json)["cells"] for block in cell]

    return blocks


@pytest.fixture
def blank(store: Store, rubric: Rubric) -> str:
    """A starter round that one voice has just begun."""
    place = store.add_place(Place(name="Ore Valley"))
    return store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)


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
    example = next(one for one in assessments.examples() if one.id == "example-marsh-lane")
    return store.add_assessment(example.rubric, example.assessment)


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
def heard_from(live_page: Callable) -> Callable[[str, dict[str, str], str], bytes]:
    """`heard_from(address, cookies, query)`: what the dashboard sends live until a page is drawn."""

    def heard(address: str, cookies: dict[str, str], query: str) -> bytes:
        with live_page(address, cookie_line(cookies), query) as (_, messages):
            return b"".join(message.SerializeToString() for message in messages)

    return heard
