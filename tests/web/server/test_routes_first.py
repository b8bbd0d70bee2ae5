"""What is ours alone goes past Streamlit's layers; all else goes through them."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from placecheck.web.server.routes_first import RoutesFirst


async def ours(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ours")


async def theirs(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("theirs")


@pytest.fixture
def client() -> TestClient:
    routes = [Mount("/join", routes=[Route("/here", ours)]), Route("/join", ours)]
    ahead = Middleware(RoutesFirst, routes=routes, prefix="/join")
    return TestClient(Starlette(routes=[Route("/{path:path}", theirs)], middleware=[ahead]), follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "who"),
    [("/join", "ours"), ("/join/here", "ours"), ("/", "theirs"), ("/joining", "theirs"), ("/x/join", "theirs")],
)
def test_what_is_below_the_prefix_is_ours_and_nothing_else(client, path, who):
    assert client.get(path).text == who


def test_what_is_not_there_below_the_prefix_never_comes_to_the_others(client):
    assert client.get("/join/elsewhere").status_code == 404
    assert client.post("/join/here").status_code == 405
