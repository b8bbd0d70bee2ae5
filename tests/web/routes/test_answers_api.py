"""Answers on their way to the store, as the screen sends them; the form itself is in tests/browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from placecheck.assessment import Answer
from placecheck.forms.language import COOKIE
from placecheck.storage import StorageError
from placecheck.web.routes import answers_api
from placecheck.words import answering, say, speaking

ASKED = "places-to-meet"


@pytest.fixture
def send(blank: str) -> Callable[..., httpx2.Response]:
    """`send(parts, headers=, **about)` sends parts of an answer to the round `blank`, or whatever is given instead."""
    client = TestClient(Starlette(routes=[Route(answers_api.ADDRESS, answers_api.save_answer, methods=["POST"])]))

    def post(parts: Any, headers: dict[str, str] | None = None, **about: Any) -> httpx2.Response:
        given = {"assessment": blank, "voice": "v1", "indicator": ASKED, "parts": parts, **about}
        return client.post(answers_api.ADDRESS, json=given, headers=headers)

    return post


def test_what_is_chosen_is_in_the_store_before_it_is_said_to_be(send, store, blank):
    reply = send({"choice": "3"})
    assert store.assessment(blank).voices[0].answers == {ASKED: Answer(level=3)}
    assert reply.json() == {"sequence": store.sequence(blank)}


@pytest.mark.parametrize("kind", ["dont_know", "not_here", "rather_not_say"])
def test_each_kind_of_no_answer_is_one_tap(send, store, blank, kind):
    send({"choice": "4"})
    send({"choice": kind})
    assert store.assessment(blank).voices[0].answers[ASKED] == Answer(no_answer=kind)


def test_each_part_is_kept_beside_the_others(send, store, blank):
    send({"story": "The hall, *most* nights"})
    send({"choice": "3"})
    send({"sure": "fairly", "not_for": "whoever has no car"})
    send({"promised": "seven nights"})
    send({"seen": "five"})
    told = {"story": "The hall, *most* nights", "promised": "seven nights", "seen": "five"}
    kept = Answer(level=3, sure="fairly", not_for="whoever has no car", **told)
    assert store.assessment(blank).voices[0].answers[ASKED] == kept


def test_a_story_from_another_screen_is_not_lost_by_a_tap_here(send, store, blank):
    store.save_answer(blank, "v1", ASKED, Answer(story="The hall, most nights"), "another screen")
    send({"choice": "2"})
    assert store.assessment(blank).voices[0].answers[ASKED] == Answer(level=2, story="The hall, most nights")


def test_taking_an_answer_back_leaves_none_and_keeps_its_history(send, store, blank):
    send({"choice": "3", "story": "the hall"})
    send({"choice": "", "story": "", "sure": "", "not_for": ""})
    assert store.assessment(blank).voices == ()
    assert len(store.history(blank, voice="v1", indicator=ASKED)) == 2


def test_the_same_said_again_is_no_change(send, store, blank):
    assert send({"choice": "1"}).json() == send({"choice": "1"}).json()
    assert len(store.history(blank, voice="v1", indicator=ASKED)) == 1


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"assessment": "gone"}, "gone"),
        ({"assessment": "example-marsh-lane"}, "example-marsh-lane"),
        ({"voice": "v9"}, "v9"),
        ({"indicator": "bins"}, "bins"),
        ({"parts": {"choice": "9"}}, "9"),
    ],
)
def test_what_fits_nowhere_is_refused_with_the_reason(send, store, blank, about, why):
    reply = send(**{"parts": {"choice": "1"}, **about})
    assert reply.status_code == 409
    assert why in reply.json()["why"]
    assert store.assessment(blank).voices == ()


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"choice": "often"},
        {"choice": 3},
        {"sure": "quite"},
        {"story": None},
        {"level": "3"},
        "3",
        None,
        {"story": "x" * 10_001},
    ],
)
def test_what_cannot_be_understood_is_said_so_and_nothing_is_kept(send, store, blank, parts):
    reply = send(parts)
    assert reply.status_code == 400
    assert reply.json()["why"].startswith("This answer could not be understood.")
    assert store.assessment(blank).voices == ()


def test_a_page_of_another_site_changes_nothing(send, store, blank):
    assert send({"choice": "1"}, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert send({"choice": "1"}, headers={"Origin": "null"}).status_code == 403
    assert store.assessment(blank).voices == ()


def test_a_refusal_is_in_the_readers_language(send):
    why = send({}, headers={"Cookie": f"{COOKIE}=cy"}).json()["why"]
    with speaking("cy"):
        assert why == say(answering.NOT_UNDERSTOOD)


def test_no_answer_to_the_form_is_kept_by_a_browser_or_a_proxy(send):
    assert send({"choice": "3"}).headers["cache-control"] == "no-store"
    assert send({"choice": "99"}).headers["cache-control"] == "no-store"


def test_a_body_that_is_too_long_is_refused_before_it_is_read(send):
    reply = send({"story": "x" * 300_000})
    assert reply.status_code == 413


def test_what_cannot_be_kept_now_is_said_to_be_so_and_may_be_sent_again(send, monkeypatch):
    def away(_given):
        raise StorageError("The database does not answer.")

    monkeypatch.setattr(answers_api, "write_answer", away)
    reply = send({"choice": "3"})
    assert (reply.status_code, reply.json()) == (503, {"why": "The database does not answer."})
