"""What a page of a workshop asks for by itself, every second; the part of the page that asks is in tests/browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from placecheck.assessment import Agreed, Answer
from placecheck.storage import LevelChoice, NewWorkshop, Store
from placecheck.web.workshop import progress
from placecheck.workshop.model import AskedMatter, NamedLevel

Look = Callable[..., dict[str, Any]]


@pytest.fixture
def look(made: NewWorkshop) -> Look:
    """`look(screen=)`: what the facilitator's page is told now, or the big screen."""
    client = TestClient(Starlette(routes=[Route(progress.ADDRESS, progress.progress_response)]))

    def told(workshop: str = made.id, *, screen: bool = False) -> dict[str, Any]:
        query = {"workshop": workshop, **({"screen": "now"} if screen else {})}
        return client.get(progress.ADDRESS, params=query).json()

    return told


def test_it_says_how_many_and_never_what_they_said(look, store, made, asked):
    phone = store.join(made.code).code
    store.save_own_answer(phone, asked[0], Answer(level=1, story="the bridge is shut"))
    told = look()
    assert told.pop("moment")
    assert told == {
        "joined": "1 has joined",
        "arrivals": ["1 joined on a phone in the last minute."],
        "answered": ["1 of 3 answers are in.", "Everyone has answered 1 of 3 questions."],
        "done": 1,
        "total": 3,
        "left": "",
    }


def test_the_facilitator_sees_who_came_just_now_and_who_said_nothing_and_the_hall_does_not(look, store, made, asked):
    store.save_own_answer(store.join(made.code).code, asked[0], Answer(level=1))
    for _ in range(3):
        store.join(made.code)
    assert look()["arrivals"] == [
        "4 joined on a phone in the last minute.",
        "3 joined on a phone and have said nothing yet.",
    ]
    assert look(screen=True)["arrivals"] == []


def test_the_facilitator_sees_how_many_slips_were_written_on_phones_and_the_hall_does_not(look, store, made):
    code = store.join(made.code).code
    for words in ("The pump room", "The bus"):
        store.save_phone_slip(code, "What should we talk about?", words)
    assert "2 slips were written on phones. They are under “Listening”." in look()["arrivals"]
    assert look(screen=True)["arrivals"] == []
    _, (first, _) = store.own_slips(code)
    store.take_back_slip(code, first)
    assert "1 slip was written on a phone. It is under “Listening”." in look()["arrivals"]


def test_it_says_how_many_said_who_should_decide_what(look, store, made):
    store.close_vote(made.id)
    asks = [AskedMatter(id=id_, name=id_) for id_ in ("parks", "buses")]
    store.ask_matters(made.id, asks, [NamedLevel(id=id_, name=id_) for id_ in ("street", "town")])
    store.save_own_level(store.join(made.code).code, "parks", LevelChoice(at_level="town"))
    told = look(screen=True)
    assert (told["answered"], told["done"], told["total"]) == (["1 of 2 answers are in."], 1, 2)


def test_it_says_how_much_time_is_left(look, store, made, monkeypatch):
    begun = datetime.now(UTC)
    store.set_timer(made.id, begun + timedelta(minutes=5))
    monkeypatch.setattr(progress, "now", lambda: begun + timedelta(seconds=61))
    assert look()["left"] == "3:59 left"


def test_no_page_is_drawn_anew_for_an_answer_or_a_phone(look, store, made, asked):
    before = look(), look(screen=True)
    store.save_own_answer(store.join(made.code).code, asked[0], Answer(level=1))
    after = look(), look(screen=True)
    assert [one["moment"] for one in before] == [one["moment"] for one in after]
    assert [one["joined"] for one in before] != [one["joined"] for one in after]


MOVES: dict[str, Callable[[Store, str, list[str]], object]] = {
    "closed": lambda store, id_, _: store.close_vote(id_),
    "shown": lambda store, id_, _: (store.close_vote(id_), store.reveal(id_, 1)),
    "held back": lambda store, id_, asked: store.hold_back(id_, asked[0]),
    "another order": lambda store, id_, _: store.set_discussion_order(id_, "dont_know"),
    "the code": lambda store, id_, _: store.show_on_screen(id_, "code"),
    "over": lambda store, id_, _: (store.close_vote(id_), store.end_workshop(id_)),
}


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
def test_both_pages_are_drawn_anew_where_the_workshop_moved(look, store, made, asked, move):
    before = look()["moment"], look(screen=True)["moment"]
    move(store, made.id, asked)
    after = look()["moment"], look(screen=True)["moment"]
    assert before[0] != after[0]
    assert before[1] != after[1]


WORDS: dict[str, Callable[[Store, str, list[str]], object]] = {
    "a note": lambda store, id_, asked: store.add_note(id_, "few go out after six", asked[0]),
    "the timer": lambda store, id_, _: store.set_timer(id_, datetime.now(UTC) + timedelta(minutes=5)),
    "the yes of the room": lambda store, id_, _: store.confirm_read_back(id_, "as read"),
    "what was agreed": lambda store, id_, asked: store.save_agreed(
        store.workshop_summary(id_).assessment_id, asked[0], Agreed(level=3), "test"
    ),
}


@pytest.mark.parametrize("write", WORDS.values(), ids=list(WORDS))
def test_words_and_the_timer_move_the_big_screen_alone(look, store, made, asked, write):
    store.close_vote(made.id)
    before = look()["moment"], look(screen=True)["moment"]
    write(store, made.id, asked)
    after = look()["moment"], look(screen=True)["moment"]
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_a_workshop_that_is_gone_moves_the_page_on(look, store, made):
    place = store.assessment_summary(store.workshop_summary(made.id).assessment_id).place_id
    store.delete(store.preview_deletion(place))
    assert look() == look("another") == {**progress.NO_PROGRESS, "arrivals": [], "answered": []}


@pytest.mark.parametrize("screen", [False, True])
def test_a_page_that_was_just_drawn_is_told_that_it_is_where_the_workshop_is(show, look, made, screen):
    page = show("workshop", workshop=made.id, **({"screen": "now"} if screen else {}))
    (given,) = (json.loads(one.proto.json) for one in page.get("bidi_component"))
    assert given["now"] == look(screen=screen)
    assert given["from"].startswith(f"{progress.ADDRESS}?workshop={made.id}")
    assert ("screen" in given["from"]) is screen
