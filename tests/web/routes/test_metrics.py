"""Figures for whoever hosts: for those with the token alone, and nothing in them about people."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck.events import Event, count
from placecheck.web.routes.metrics import TOKEN, ShortTokenError, metrics_routes

SECRET = "0123456789abcdef"  # noqa: S105 (of this test alone)


@pytest.fixture
def client(monkeypatch):
    monkeypatch.setenv(TOKEN, f" {SECRET}\n")
    return TestClient(Starlette(routes=metrics_routes()))


def test_without_a_token_there_are_none(monkeypatch):
    monkeypatch.delenv(TOKEN, raising=False)
    assert metrics_routes() == []


@pytest.mark.parametrize("sent", [None, "", "Bearer", "Bearer wrong", f"Basic {SECRET}", SECRET, "Bearer é"])
def test_without_the_right_token_nothing_is_told(client, sent):
    headers = {} if sent is None else {"Authorization": sent.encode("latin-1")}
    reply = client.get("/metrics", headers=headers)
    assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
    assert "placecheck_events" not in reply.text


def test_with_it_events_are_counted_by_kind_and_the_process_is_measured(client):
    def counted() -> float:
        text = client.get("/metrics", headers={"Authorization": f"Bearer {SECRET}"}).text
        assert "process_open_fds" in text or "process_cpu_seconds_total" not in text
        (line,) = [line for line in text.splitlines() if line.startswith('placecheck_events_total{event="backed_up"}')]
        return float(line.split()[1])

    before = counted()
    count(Event.BACKED_UP, 3)
    assert counted() == before + 3


def test_a_short_token_is_refused_at_the_start(monkeypatch):
    monkeypatch.setenv(TOKEN, "short")
    with pytest.raises(ShortTokenError, match="openssl rand"):
        metrics_routes()
