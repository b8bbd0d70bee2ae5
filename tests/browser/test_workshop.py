"""A workshop from the facilitator's side: made, joined by two phones without any script, talked through, taken home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from placecheck.assessment import Place
from placecheck.rubric import Rubric, find_rubric
from placecheck.storage import open_store
from placecheck.storage.rehearsal import let_them_answer, rehearse

RUBRIC = find_rubric()
FIRST = next(one for one in RUBRIC.indicators() if one.starter)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Callable[[], Page]]:
    """A new phone each time, which runs no script."""
    contexts: list[BrowserContext] = []

    def new() -> Page:
        contexts.append(chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False))
        return contexts[-1].new_page()

    yield new
    for context in contexts:
        context.close()


def say_on(phone: Page, level: int) -> None:
    """Answer the first thing that is open."""
    phone.get_by_role("link", name="Begin").click()
    phone.locator(f"input[name=level][value='{level}']").check()
    phone.get_by_role("button", name="Save").click()


def press(page: Page, settled: Callable[[Page], Page], key: str, heading: str) -> None:
    """Press a key of the facilitator's, and wait for what it leads to."""
    page.keyboard.press(key)
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    settled(page)


def begin(page: Page) -> str:
    """Make a workshop at a new place, and open its first round; the join code."""
    page.get_by_label("What is the new place called?").fill("Ore Valley")
    page.get_by_role("button", name="Make a workshop").click()
    page.get_by_role("button", name="Open the round").click()
    expect(page.get_by_role("button", name="Close the round")).to_be_visible()
    return page.locator(".st-key-join-code").inner_text().strip()


def show_twice(page: Page, settled: Callable[[Page], Page], vote: Callable[[], None]) -> None:
    """On the big screen, by keys: close and show the first vote, look at the passage, hold a second vote."""
    press(page, settled, "x", "The round is closed")
    expect(page.get_by_text("gave a level")).to_have_count(0)
    press(page, settled, "s", FIRST.name)
    expect(page.get_by_text("2 of 2 gave a level")).to_be_visible()
    press(page, settled, "p", "What this rests on")
    page.keyboard.press("n")
    expect(page.locator(".stPlotlyChart")).to_have_count(1)
    settled(page)
    press(page, settled, "v", f"Second vote: {FIRST.name}")
    vote()
    expect(page.get_by_text("2 of 2 have voted again.")).to_be_visible()
    press(page, settled, "x", "The round is closed")
    press(page, settled, "s", FIRST.statement)
    expect(page.locator(".stPlotlyChart")).to_have_count(2)


def decide(page: Page, settled: Callable[[Page], Page]) -> None:
    """Agree, add a step, and read it all back."""
    page.get_by_text("Here and there", exact=True).last.click()
    page.get_by_role("button", name="Keep what we agreed").click()
    expect(page.get_by_role("button", name="Take it back")).to_be_visible()
    page.get_by_text("3 Next steps").click()
    page.get_by_label("What will you try?").fill("Open the hall on Sundays")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_label("What will you try?").first).to_have_value("Open the hall on Sundays")
    settled(page)
    page.get_by_text("4 Read back").click()
    expect(page.get_by_text(f"{FIRST.name}: Here and there.")).to_be_visible()
    page.get_by_text("We read it together, and it names nobody").click()
    settled(page)


def test_a_workshop_from_the_first_screen_to_the_files(open_at, own_address, settled, phone, tmp_path):
    page = open_at(f"{own_address}/workshop", width=1920, height=1080)
    code = begin(page)
    desk, phones = page.url, [phone(), phone()]
    for one, level in zip(phones, (0, 4), strict=True):
        one.goto(f"{own_address}/join/{code}")
        one.get_by_role("button", name="Join").click()
        say_on(one, level)
    expect(page.get_by_text("2 of 30 answers are in.")).to_be_visible()
    expect(page.get_by_text("2 have joined")).to_be_visible()

    def again() -> None:
        for one in phones:
            one.goto(f"{own_address}/join/here")
            say_on(one, 2)

    page.goto(f"{desk}&screen=now")
    settled(page)
    expect(page.locator(".st-key-join-code")).to_have_text(code)
    show_twice(page, settled, again)
    press(page, settled, "l", "Ore Valley")
    decide(page, settled)
    page.get_by_text("5 Leave with it").click()
    expect(page.get_by_text("Read together. It names nobody.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="The summary to print (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")

    store = open_store(tmp_path / "data")
    (held,) = store.workshops()
    kept = store.assessment(held.assessment_id)
    assert [voice.answers[FIRST.id].level for voice in kept.voices] == [0, 4]
    assert kept.agreed[FIRST.id].level == 2
    assert [answer.level for answer in store.room(held.id).again[2]] == [2, 2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_either_screen(open_at, own_address, settled, axe, tmp_path: Path, rubric: Rubric, scheme):  # noqa: PLR0917
    store = open_store(tmp_path / "data")
    made = rehearse(store, store.add_place(Place(name="Ore Valley")), rubric)
    address = f"{own_address}/workshop?workshop={made.id}"
    page = open_at(own_address, width=1920, height=1080, scheme=scheme)
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
