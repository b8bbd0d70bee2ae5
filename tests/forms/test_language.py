from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from placecheck.forms.language import COOKIE, preferred_language, set_language_cookie


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr("placecheck.forms.language.languages", lambda: ("en", "cy"))
    return TestClient(Starlette(routes=[Route("/language/{name}", set_language_cookie)]), follow_redirects=False)


def test_who_chose_nothing_reads_english() -> None:
    assert preferred_language({}) == "en"


def test_a_choice_is_kept(client: TestClient) -> None:
    assert preferred_language({COOKIE: client.get("/language/cy").cookies[COOKIE]}) == "cy"


def test_a_language_that_is_not_there_is_not_kept(client: TestClient) -> None:
    assert COOKIE not in client.get("/language/xx").cookies
    assert preferred_language({COOKIE: "xx"}) == "en"
    assert preferred_language({COOKIE: "../../etc"}) == "en"


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/results?round=a", "/results?round=a"),
        ("http://testserver/", "/"),
        ("http://testserver", "/"),
        ("http://elsewhere.example/results", "/"),
        ("http://testserver//elsewhere.example/", "/elsewhere.example/"),
        ("", "/"),
        ("nonsense", "/"),
    ],
)
def test_one_comes_back_to_the_page_where_one_chose(client: TestClient, referer: str, back: str) -> None:
    response = client.get("/language/cy", headers={"Referer": referer})
    assert response.status_code == 303
    assert response.headers["location"] == back
