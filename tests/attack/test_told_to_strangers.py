"""What people on phones and those who sign in read when the store fails: a number, and not where anything is kept."""

from __future__ import annotations

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from placecheck import events
from placecheck.events import Event, report
from placecheck.logs import JsonFormatter, TextFormatter
from placecheck.phone import phone_routes
from placecheck.storage import StoreAwayError, StoreTroubleError, open_store, visitor_message
from placecheck.web.access import reader
from placecheck.web.data import assessments
from placecheck.web.routes import answers_api

WHERE = "postgresql://placecheck:***@db.internal/placecheck"


class Broken:
    """A store of which every question ends in trouble that names where it is."""

    def __getattr__(self, _name):
        def fail(*_, **__):
            raise StoreAwayError(f"The database is not responding ({WHERE}).")

        return fail


@pytest.fixture(autouse=True)
def afresh(monkeypatch):
    monkeypatch.setattr(events, "_logged", {})


def test_a_phone_is_told_a_number_that_is_in_the_log_once(caplog):
    client = TestClient(Starlette(routes=phone_routes(lambda _code: [Broken()])))
    with caplog.at_level(logging.WARNING):
        replies = [client.get(f"/join/{code}") for code in ("bcdfgh", "bcdfgj", "bcdfgk")]
    assert {reply.status_code for reply in replies} == {503}
    assert not any("db.internal" in reply.text or "postgres" in reply.text for reply in replies)
    (record,) = [record for record in caplog.records if WHERE in record.getMessage()]
    number = record.getMessage().split()[1].rstrip(":")
    assert all(number in reply.text for reply in replies)


@pytest.mark.parametrize(("locks", "is_named"), [((), True), (("a passphrase",), False)])
def test_answers_name_the_place_to_the_computer_that_it_is_on_alone(monkeypatch, locks, is_named):
    monkeypatch.setattr(reader, "credentials_from_environment", lambda: locks)
    monkeypatch.setattr(assessments, "current_store", Broken)
    client = TestClient(Starlette(routes=[Route("/answers", answers_api.save_answer, methods=["POST"])]))
    sent = {"assessment": "r", "voice": "v1", "indicator": "i", "parts": {"choice": "2"}}
    reply = client.post("/answers", json=sent)
    assert (reply.status_code, reply.headers["cache-control"]) == (503, "no-store")
    assert ("db.internal" in reply.text) == is_named


def test_a_body_that_is_too_long_or_not_json_is_no_fault_of_the_server():
    client = TestClient(Starlette(routes=[Route("/answers", answers_api.save_answer, methods=["POST"])]))
    replies = [client.post("/answers", content=content) for content in (b"x" * 300_000, b"{", b"\xff")]
    assert [(reply.status_code, reply.headers["cache-control"]) for reply in replies] == [
        (413, "no-store"),
        (400, "no-store"),
        (400, "no-store"),
    ]


def test_a_folder_that_cannot_be_opened_is_trouble_that_strangers_get_a_number_for(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreTroubleError) as trouble:
        open_store(tmp_path / "file" / "folder")
    assert str(tmp_path) in str(trouble.value)
    assert str(tmp_path) not in visitor_message(trouble.value)


def test_what_is_repeated_is_counted_and_logged_once(caplog):
    before = events.counts()[Event.LIMIT_REACHED]
    with caplog.at_level(logging.INFO):
        for _ in range(5):
            report(Event.LIMIT_REACHED, "A limit was reached: too many")
        report(Event.LIMIT_REACHED, "A limit was reached: another")
    assert [record.getMessage() for record in caplog.records] == [
        "A limit was reached: too many",
        "A limit was reached: another",
    ]
    assert events.counts()[Event.LIMIT_REACHED] == before + 6


def test_a_line_of_the_log_is_one_line_whatever_is_in_it():
    record = logging.LogRecord("placecheck.web", logging.WARNING, "", 0, "first\nWARNING forged", (), None)
    assert len(TextFormatter().format(record).splitlines()) == 1
    line = JsonFormatter().format(record)
    assert len(line.splitlines()) == 1
    assert json.loads(line)["message"] == "first\nWARNING forged"
