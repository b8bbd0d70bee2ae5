"""What a proxy is told while the database is away."""

from __future__ import annotations

import logging

from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.storage import StorageError
from placecheck.web.routes.readiness import Readiness


class Away:
    """A store whose database does not answer, until it does."""

    away = True

    def check_ready(self):
        if self.away:
            raise StorageError("The database is not responding (secret-host).")


def test_a_database_that_is_away_is_said_at_ready_alone_and_logged_once(caplog):
    store = Away()
    client = TestClient(Starlette(routes=Readiness(lambda: [store]).routes()))
    with caplog.at_level(logging.WARNING):
        replies = [client.get("/ready") for _ in range(5)]
    assert {(reply.status_code, reply.text) for reply in replies} == {(503, "not ready\n")}
    assert caplog.text.count("is not responding") == 1
    assert (client.get("/health").status_code, client.get("/health").text) == (200, "ok\n")
    store.away = False
    assert client.get("/ready").text == "ok\n"


def test_a_real_store_is_ready(store):
    client = TestClient(Starlette(routes=Readiness(lambda: [store]).routes()))
    assert client.get("/ready").status_code == 200
