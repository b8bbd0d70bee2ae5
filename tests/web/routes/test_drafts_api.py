"""What is typed is sent to the draft of its form while it is typed, and said not to be kept where it is not."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from placecheck.web.routes import drafts_api


@pytest.fixture
def send(store):  # noqa: ARG001 (the route opens the store by itself)
    client = TestClient(Starlette(routes=[Route(drafts_api.ADDRESS, drafts_api.save_typed, methods=["POST"])]))

    def post(assessment: str, writer: str = "one", headers: dict[str, str] | None = None, **fields: str):
        sent = {"assessment": assessment, "form": "step", "writer": writer, "seen": {}, "fields": fields}
        return client.post(drafts_api.ADDRESS, json=sent, headers=headers)

    return post


def test_each_letter_is_kept_and_another_window_is_told_that_it_is_not_the_first(send, blank, store):
    assert send(blank, who="us").json() == {"kept": True}
    assert send(blank, what="Op").json() == {"kept": True}
    assert send(blank, "two", what="Shut").json() == {"kept": False}
    assert store.draft(blank, "step") == {"who": "us", "what": "Op"}


def test_what_cannot_be_kept_says_why(send, blank, store):
    assert send("nobody", what="Op").status_code == 409
    assert send(blank).status_code == 400
    assert send(blank, what="x" * 300_000).status_code == 413
    assert send(blank, what="Op", headers={"Origin": "https://elsewhere.test"}).status_code == 403
    assert store.draft(blank, "step") == {}
