from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from placecheck.web.access.same_origin import is_same_origin
from placecheck.web.server.security_headers import SAFE, SecurityHeaders


async def plain(_request: object) -> HTMLResponse:
    return HTMLResponse("a page")


async def strict(_request: object) -> HTMLResponse:
    return HTMLResponse("a stricter page", headers={"Content-Security-Policy": "default-src 'none'"})


async def socket(connection: WebSocket) -> None:
    await connection.accept()
    await connection.send_text("open")
    await connection.close()


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/", plain), Route("/strict", strict), WebSocketRoute("/socket", socket)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)]))


@pytest.mark.parametrize("name", SAFE)
def test_every_answer_carries_the_safe_headers(client: TestClient, name: str) -> None:
    assert client.get("/").headers[name] == SAFE[name]
    assert client.get("/not-there").headers[name] == SAFE[name]


def test_a_page_may_be_stricter(client: TestClient) -> None:
    assert client.get("/strict").headers["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://testserver"}, {"Origin": "https://testserver"}])
def test_a_connection_from_here_is_let_in(client: TestClient, headers: dict[str, str]) -> None:
    with client.websocket_connect("/socket", headers=headers) as connection:
        assert connection.receive_text() == "open"


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "http://testserver:81", "null", ""])
def test_a_connection_from_another_site_is_refused(client: TestClient, origin: str) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/socket", headers={"Origin": origin}):
        pass


def test_a_site_that_the_settings_name_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    headers = Headers({"origin": "https://parish.example", "host": "inside:8501"})
    assert not is_same_origin(headers)
    monkeypatch.setattr("streamlit.get_option", lambda _name: ["https://parish.example"])
    assert is_same_origin(headers)
