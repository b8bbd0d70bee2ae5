from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from placecheck.web.server.static_files import CODINGS, KEEP, StaticFilesCompressed, best_coding

SCRIPT = "console.log('a long line');\n" * 400
DECODED = {"br": brotli.decompress, "gzip": gzip.decompress}


async def underneath(_request: object) -> PlainTextResponse:
    return PlainTextResponse("from the app")


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(await socket.receive_text())
    await socket.close()


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    (tmp_path / "js").mkdir()
    (tmp_path / "js/index.abc.js").write_text(SCRIPT)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    routes = [
        WebSocketRoute("/static/js/index.abc.js", echo),
        Route("/{rest:path}", underneath, methods=["GET", "POST"]),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(StaticFilesCompressed, folder=tmp_path, address="/static")])
    return TestClient(app)


@pytest.mark.parametrize("coding", CODINGS)
def test_a_file_is_sent_in_the_coding_that_the_browser_takes(client: TestClient, coding: str) -> None:
    with client.stream("GET", "/static/js/index.abc.js", headers={"Accept-Encoding": coding}) as response:
        sent = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == coding
    assert response.headers["content-length"] == str(len(sent))
    assert response.headers["content-type"].startswith("text/javascript")
    assert len(sent) < len(SCRIPT) / 10
    assert DECODED[coding](sent).decode() == SCRIPT


def test_caches_may_keep_a_file_for_good_but_each_coding_apart(client: TestClient) -> None:
    headers = client.get("/static/js/index.abc.js").headers
    assert headers["vary"] == "Accept-Encoding"
    assert headers["cache-control"] == KEEP


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/static/js/index.abc.js", {"Accept-Encoding": "identity"}),
        ("GET", "/static/js/index.abc.js", {"Range": "bytes=0-9"}),
        ("POST", "/static/js/index.abc.js", {}),
        ("GET", "/static/picture.png", {}),
        ("GET", "/static/js/../js/index.abc.js.map", {}),
        ("GET", "/static/js/index.abc.js/", {}),
        ("GET", "/anything/else", {}),
    ],
)
def test_everything_else_is_left_to_the_app(
    client: TestClient, method: str, path: str, headers: dict[str, str]
) -> None:
    assert client.request(method, path, headers=headers).text == "from the app"


def test_a_websocket_is_never_touched(client: TestClient) -> None:
    with client.websocket_connect("/static/js/index.abc.js") as socket:
        socket.send_text("hello")
        assert socket.receive_text() == "hello"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("BR", "br"),
        ("br;q=nonsense", None),
        ("deflate", None),
        ("", None),
    ],
)
def test_the_best_coding_is_the_best_that_is_taken(accepted: str, coding: str | None) -> None:
    assert best_coding(accepted) == coding


@given(st.text())
def test_no_header_breaks_the_choice_of_a_coding(accepted: str) -> None:
    assert best_coding(accepted) in {None, *CODINGS}
