"""A workshop, and people whose browsers run no script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.assessment import Place
from placecheck.phone import phone_routes
from placecheck.rubric import Rubric
from placecheck.storage import NewWorkshop, Store, open_store

SITE = "http://testserver"
TOKEN = re.compile(r'name="token" value="(\w+)"')


class Phone:
    """One person's browser: keeps cookies, follows redirects, fills in the token of the page it is on."""

    def __init__(self, app: Starlette) -> None:
        self.client = TestClient(app, base_url=SITE)
        self.page = ""

    def look(self, path: str) -> int:
        answer = self.client.get(path)
        self.page = answer.text
        return answer.status_code

    def send(self, path: str, **fields: str) -> int:
        token = TOKEN.search(self.page)
        given = {"token": token[1] if token else ""} | fields
        answer = self.client.post(path, data=given, headers={"Origin": SITE})
        self.page = answer.text
        return answer.status_code

    def join(self, code: str, **fields: str) -> Phone:
        assert self.look(f"/join/{code}") == 200
        assert self.send(f"/join/{code}", **fields) == 200
        return self

    @property
    def code(self) -> str:
        return self.client.cookies["placecheck_voice"]


@pytest.fixture
def store(tmp_path: Path, empty_store: Callable[[Path], Path]) -> Iterator[Store]:
    opened = open_store(empty_store(tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def app(store: Store) -> Starlette:
    return Starlette(routes=phone_routes(lambda _code: [store]))


@pytest.fixture
def phone(app: Starlette) -> Callable[[], Phone]:
    """A new phone each time."""
    return lambda: Phone(app)


@pytest.fixture
def made(store: Store, rubric: Rubric) -> NewWorkshop:
    """A workshop with nothing open yet."""
    place = store.add_place(Place(name="Ore <b>Valley</b>"))
    return store.create_workshop(
        store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    )


@pytest.fixture
def opened(store: Store, made: NewWorkshop, asked: list[str]) -> NewWorkshop:
    """A workshop with three things open."""
    store.open_vote(made.id, asked)
    return made
