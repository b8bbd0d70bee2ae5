"""The server as it is started by people: as a process, on a socket, with Streamlit's settings as they are read."""

from __future__ import annotations

import re
import socket
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config

from placecheck.cli.run import CannotListenError, listen
from placecheck.web.server.app import SCRIPT, routes

WAYS = {
    "placecheck run": ("placecheck", "run", "--port", "0"),
    "uvicorn app:app": ("uvicorn", "app:app", "--port", "{port}"),
    "streamlit run app.py": ("streamlit", "run", "app.py", "--server.port", "{port}"),
}


@pytest.fixture(scope="module", params=WAYS)
def server(request: pytest.FixtureRequest, serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    with serving(*WAYS[request.param], data=tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def get() -> Callable[..., tuple[dict[str, str], bytes]]:
    """Headers and body of what an address answers."""
    credential = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def ask(url: str, **headers: str) -> tuple[dict[str, str], bytes]:
        credential.addheaders = [(name.replace("_", "-"), value) for name, value in headers.items()]
        with credential.open(url, timeout=60) as response:
            return {name.lower(): value for name, value in response.headers.items()}, response.read()

    return ask


def test_each_way_to_start_serves_the_same_app(server: Any, get: Callable) -> None:
    assert get(f"{server.address}/health")[1] == b"ok\n"
    for page in ("/", "/results?round=example-marsh-lane", "/no/such/page"):
        headers, body = get(server.address + page)
        assert b"<title>placecheck</title>" in body
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    script = re.search(rb'src="\./(static/js/[^"]+)"', body)[1].decode()
    assert get(f"{server.address}/{script}", Accept_Encoding="br")[0]["content-encoding"] == "br"
    assert get(f"{server.address}/favicon.png")[1] == SCRIPT.with_name("icon.png").read_bytes()
    assert get(f"{server.address}/_stcore/health")[1] == b"ok"


def test_a_server_writes_no_visitor_down_and_asks_nobody_where_it_is(server: Any, get: Callable) -> None:
    get(f"{server.address}/results?round=somewhere-private")
    assert "somewhere-private" not in server.log.read_text()
    assert "external IP" not in server.log.read_text()


def test_connections_of_the_listening_socket_send_at_once() -> None:
    with closing(listen("127.0.0.1", 0)) as listening:
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert listening.proto == socket.IPPROTO_TCP  # asyncio looks at it before it sets TCP_NODELAY itself
        listening.listen()
        with closing(socket.create_connection(listening.getsockname())), closing(listening.accept()[0]) as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_taken_port_is_named_and_the_way_out_with_it() -> None:
    with closing(listen("127.0.0.1", 0)) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotListenError, match=rf"127\.0\.0\.1:{port} .* --port"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("runner.postScriptGC", False),
        ("runner.fastReruns", False),
        ("browser.gatherUsageStats", False),
        ("server.enableXsrfProtection", True),
        ("server.address", "127.0.0.1"),
        ("client.toolbarMode", "minimal"),
        ("client.showErrorDetails", "none"),
    ],
)
def test_streamlit_still_has_the_option_and_reads_it_from_our_settings(
    option: str, value: object, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert option in config._config_options_template
    monkeypatch.chdir(checkout)
    config.get_config_options(force_reparse=True)
    assert st.get_option(option) == value


def test_our_routes_do_not_stand_in_streamlits_way() -> None:
    assert not [
        route.path for route in routes() if route.path.startswith(("/_stcore", "/static", "/media", "/component"))
    ]
