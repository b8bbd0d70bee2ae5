"""A workshop on real phones: join, answer, lose the connection, come back, see; and without any script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from placecheck.assessment import Answer

SMALL = {"width": 320, "height": 568}
"""What is left of a phone's screen at more than 200 % zoom."""

QUEUE = "localStorage['placecheck-queue']"
PAGES = "Object.keys(JSON.parse(sessionStorage['placecheck-pages'] ?? '{}')).length"


def join(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}/join")
    page.get_by_label("Type the code from the big screen").fill(code.lower())
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="Please answer now, each for yourself")).to_be_visible()


def voice_code(page: Page) -> str:
    return next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "placecheck_voice")


def usually_offline(page: Page, address: str, code: str, question: str) -> Page:
    """Join, lose the connection at `question`, and choose "Usually" there."""
    join(page, address, code)
    page.goto(f"{address}/join/ask/{question}")
    page.context.set_offline(True)
    page.get_by_role("radio", name="Usually").check()
    return page


def answer(page: Page, level: str) -> None:
    """Tap a level, and see it said to be saved."""
    page.get_by_role("radio", name=level).check()
    expect(page.get_by_role("status")).to_have_text("Saved")


def test_two_phones_answer_one_loses_its_connection_and_both_see_their_own_beside_the_rooms(
    *, hall_address, store, made, asked, phone, visit, eventually
):
    one, two = phone(), phone()
    join(one, hall_address, made.code)
    join(two, hall_address, made.code)
    code = voice_code(two)
    one.get_by_role("link", name="Begin").click()
    answer(one, "Usually")
    two.get_by_role("link", name="Begin").click()
    answer(two, "First signs")
    eventually(lambda: two.evaluate(PAGES) > len(asked), True)

    two.context.set_offline(True)
    two.get_by_role("radio", name="Not yet").check()
    expect(two.get_by_role("status")).to_contain_text("Not sent yet")
    two.get_by_role("button", name="Save and continue").click()
    expect(two.get_by_text("Question 2 of 3")).to_be_visible()
    two.get_by_role("radio", name="Usually").check()
    two.get_by_role("button", name="Don't know").click()
    expect(two.get_by_text("Question 3 of 3")).to_be_visible()
    assert "Not sent yet" in two.get_by_role("status").inner_text(), "the page says at once that something waits"
    assert store.own_answers(code).answers == {asked[0]: Answer(level=1)}

    two.context.set_offline(False)
    eventually(lambda: two.evaluate(QUEUE), "{}")
    said = {asked[0]: Answer(level=0), asked[1]: Answer(no_answer="dont_know")}
    eventually(lambda: store.own_answers(code).answers, said)
    expect(two.get_by_role("status")).to_have_text("Sent, and saved")

    store.close_vote(made.id)
    store.reveal(made.id, 1)
    for page, chosen in ((one, "Usually"), (two, "Not yet")):
        visit(page, f"{hall_address}/join/room")
        first = page.get_by_role("table").first
        expect(first.get_by_role("rowheader", name=f"{chosen} You")).to_be_visible()
        expect(first.get_by_role("row", name="Not yet")).to_contain_text("1")


def test_a_phone_without_a_connection_stays_on_the_page_that_sends_what_waits_and_keeps_what_a_button_said(
    *, hall_address, store, made, asked, phone, eventually
):
    page = usually_offline(phone(), hall_address, made.code, asked[-1])
    page.get_by_role("button", name="Don't know").click()
    expect(page.get_by_role("status")).to_contain_text("Not sent yet")
    expect(page.get_by_role("button", name="Don't know", pressed=True)).to_be_visible()
    page.get_by_label("First the story").fill("nobody was there in June")
    page.get_by_role("link", name="All questions").click()
    expect(page.get_by_role("status")).to_contain_text("Not sent yet")

    page.context.set_offline(False)
    said = Answer(no_answer="dont_know", story="nobody was there in June")
    eventually(lambda: store.own_answers(voice_code(page)).answers, {asked[-1]: said})
    page.get_by_role("link", name="All questions").click()
    expect(page.get_by_text("1 of 3 answered")).to_be_visible()


def test_an_answer_that_waited_until_its_question_was_closed_is_not_called_saved(
    *, hall_address, store, made, asked, phone, eventually
):
    page = usually_offline(phone(), hall_address, made.code, asked[0])
    expect(page.get_by_role("status")).to_contain_text("Not sent yet")
    store.close_vote(made.id)
    page.context.set_offline(False)
    eventually(lambda: page.evaluate(QUEUE), "{}")
    expect(page.get_by_role("status")).to_have_text("This question is closed now. Your answer was not saved.")
    assert store.own_answers(voice_code(page)).answers == {}


def test_a_closed_tab_keeps_what_was_not_sent_and_sends_it_when_the_phone_is_back(
    *, hall_address, store, made, asked, phone, eventually
):
    page = phone()
    join(page, hall_address, made.code)
    code = voice_code(page)
    page.get_by_role("link", name="Begin").click()
    page.context.set_offline(True)
    page.get_by_label("First the story").fill("the bus went at four")
    page.get_by_role("radio", name="Here and there").check()
    expect(page.get_by_role("status")).to_contain_text("Not sent yet")
    page.close()
    page.context.set_offline(False)
    assert store.own_answers(code).answers == {}
    back = page.context.new_page()
    back.goto(f"{hall_address}/join/here")
    eventually(lambda: back.evaluate(QUEUE), "{}")
    eventually(lambda: store.own_answers(code).answers, {asked[0]: Answer(level=2, story="the bus went at four")})


def test_what_is_chosen_and_written_before_the_script_has_come_is_saved_once_it_has(
    *, hall_address, store, made, asked, phone, eventually
):
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page = phone()
    join(page, hall_address, made.code)
    page.route("**/*.js", hold)
    page.goto(f"{hall_address}/join/ask/{asked[0]}", wait_until="commit")
    page.get_by_label("First the story").fill("the bus went at four")
    page.get_by_role("radio", name="Here and there").check()
    eventually(lambda: page.evaluate("document.readyState") and len(held), 1)
    held[0].continue_()
    expect(page.get_by_role("status")).to_have_text("Saved")
    said = {asked[0]: Answer(level=2, story="the bus went at four")}
    eventually(lambda: store.own_answers(voice_code(page)).answers, said)


def test_a_waiting_phone_goes_on_by_itself_when_the_next_round_opens(hall_address, store, made, phone):
    page = phone()
    store.close_vote(made.id)
    page.goto(f"{hall_address}/join/{made.code}")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="Please wait")).to_be_visible()
    store.reopen_vote(made.id, 1)
    expect(page.get_by_role("heading", name="Please answer now, each for yourself")).to_be_visible()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge_on_any_page(
    *, hall_address, store, made, asked, phone, visit, axe, look
):
    page = phone(color_scheme=look, viewport=SMALL)
    page.goto(f"{hall_address}/join/{made.code}")
    seen = [f"{hall_address}/join", page.url]
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="Please answer now, each for yourself")).to_be_visible()
    store.save_own_answer(voice_code(page), asked[0], Answer(level=3))
    seen += [
        f"{hall_address}/join/{path}" for path in ("here", f"ask/{asked[0]}", f"ask/{asked[1]}", "code", "no-such-page")
    ]
    for url in seen:
        check(page, url, visit=visit, axe=axe)
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    for path in ("here", "room"):
        check(page, f"{hall_address}/join/{path}", visit=visit, axe=axe)


def check(page: Page, url: str, *, visit: Callable, axe: Callable) -> None:
    visit(page, url)
    assert axe(page) == [], url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url


def test_without_any_script_a_person_joins_answers_and_sees_the_room(hall_address, store, made, phone):
    page = phone(java_script_enabled=False)
    join(page, hall_address, made.code)
    page.get_by_role("link", name="Begin").click()
    page.get_by_label("First the story").fill("the hall")
    page.get_by_role("radio", name="Usually").check()
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_text("Question 2 of 3")).to_be_visible()
    page.get_by_role("button", name="Rather not say").click()
    page.get_by_role("button", name="Save and finish").click()
    expect(page.get_by_text("2 of 3 answered")).to_be_visible()
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    page.get_by_role("link", name="Look again").click()
    page.get_by_role("link", name="See my answers next to the room's").click()
    expect(page.get_by_role("rowheader", name="Usually You")).to_be_visible()
