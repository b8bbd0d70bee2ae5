"""A workshop from the facilitator's side: led by keys, with phones without any script, and read by everyone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from placecheck.assessment import Place
from placecheck.rubric import Rubric, find_rubric
from placecheck.storage.rehearsal import let_them_answer, rehearse

RUBRIC = find_rubric()
FIRST = next(one for one in RUBRIC.indicators() if one.starter)


def say_on(phone: Page, level: int) -> None:
    """Answer the first thing that is open."""
    phone.get_by_role("link", name="Begin").click()
    expect(phone).to_have_url(re.compile("/join/ask/"))
    phone.locator(f"input[name=level][value='{level}']").check()
    was = phone.url
    phone.get_by_role("button", name="Save").click()
    expect(phone).not_to_have_url(was)


def press(page: Page, settled: Callable[[Page], Page], key: str, heading: str) -> None:
    """Press a key of the facilitator's, and wait for what it leads to."""
    settled(page)
    page.keyboard.press(key)
    expect(page.get_by_role("heading", name=re.compile(heading))).to_be_visible()
    settled(page)


def show_twice(page: Page, settled: Callable[[Page], Page], vote: Callable[[], None]) -> None:
    """On the big screen, by keys: close and show the first vote, look at the passage, hold a second vote."""
    press(page, settled, "x", "The question round is closed")
    expect(page.get_by_text("gave a level")).to_have_count(0)
    press(page, settled, "s", "room to grow|strong|known")
    press(page, settled, "?", "The keys")
    press(page, settled, "k", "room to grow|strong|known")
    press(page, settled, "ArrowRight", FIRST.name)
    expect(page.get_by_text("2 of 2 gave a level")).to_be_visible()
    press(page, settled, "p", "What this rests on")
    page.keyboard.press("n")
    expect(page.locator(".tally")).to_have_count(1)
    press(page, settled, "v", f"Second vote: {FIRST.name}")
    vote()
    expect(page.get_by_text("2 of 2 have voted again.")).to_be_visible()
    press(page, settled, "x", "The question round is closed")
    press(page, settled, "s", FIRST.statement)
    expect(page.locator(".tally")).to_have_count(2)


def test_two_votes_are_led_from_the_big_screen_by_keys_alone(  # noqa: PLR0917
    open_at, hall_address, settled, visit, phone, store
):
    place = store.add_place(Place(name="Ore Valley"))
    made = store.create_workshop(
        store.begin_assessment(place, RUBRIC, question_set="starter", date=None, together=False)
    )
    store.open_vote(made.id, [one.id for one in RUBRIC.indicators() if one.starter])
    phones = [phone(java_script_enabled=False), phone(java_script_enabled=False)]
    for one, level in zip(phones, (0, 4), strict=True):
        one.goto(f"{hall_address}/join/{made.code}")
        one.get_by_role("button", name="Join").click()
        say_on(one, level)

    def again() -> None:
        for one in phones:
            visit(one, f"{hall_address}/join/here")
            say_on(one, 2)

    page = open_at(f"{hall_address}/workshop?workshop={made.id}&screen=now", width=1920, height=1080)
    expect(page.locator(".st-key-join-code")).to_contain_text(made.code[:3])
    expect(page.get_by_text("2 of 30 answers are in.")).to_be_visible()
    show_twice(page, settled, again)
    page.keyboard.press("l")
    expect(page.get_by_text("Leave the big screen?")).to_be_visible()
    press(page, settled, "y", "Ore Valley")
    kept = store.assessment(store.workshop_summary(made.id).assessment_id)
    assert [voice.answers[FIRST.id].level for voice in kept.voices] == [0, 4]
    assert [answer.level for answer in store.revealed_answers(made.id).ballots[2]] == [2, 2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_either_screen(open_at, hall_address, settled, axe, store, rubric: Rubric, scheme):  # noqa: PLR0917
    made = rehearse(store, store.add_place(Place(name="Ore Valley")), rubric)
    address = f"{hall_address}/workshop?workshop={made.id}"
    page = open_at(hall_address, width=1920, height=1080, scheme=scheme)
    found = {}

    def look(*paths: str) -> None:
        for path in paths:
            page.goto(address + path)
            found[path, len(found)] = axe(settled(page))

    look("&screen=now", "")
    store.open_vote(made.id, [one.id for one in rubric.indicators() if one.starter])
    let_them_answer(store, made.id)
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    look("&screen=now", "", "&part=read-back")
    assert {path: faults for path, faults in found.items() if faults} == {}
