"""What people do with the app, from the first screen on, as they would do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from placecheck.assessment import read_assessment
from placecheck.rubric import Indicator, find_rubric
from placecheck.storage import Store, open_store

CHECKOUT = Path(__file__).resolve().parents[2]
RUBRIC = find_rubric()
ANSWERING = re.compile(r"/answer\?(.*&)?round=")
STARTERS = {side.id: [one for one in side.indicators if one.starter] for side in RUBRIC.dimensions}


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    """The store that the app of this test writes to, seen from outside."""
    return open_store(tmp_path / "data")


def begin(page: Page, settled: Callable, name: str = "Ore Valley") -> str:
    """Make a place from the front page and begin a starter round together; its id."""
    page.get_by_role("button", name="Check a place").click()
    page.get_by_label("What is the place called?").fill(name)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url(ANSWERING)
    settled(page)
    return parse_qs(urlsplit(page.url).query)["round"][0]


def question(page: Page, indicator: Indicator) -> Locator:
    """The card of one indicator."""
    return page.locator(f".st-key-question-{indicator.id}")


def choose(page: Page, indicator: Indicator, level: str) -> None:
    """Tap a level, and wait until the page says that it is saved."""
    card = question(page, indicator)
    card.get_by_text(level, exact=True).click()
    expect(card.get_by_text("Saved.")).to_be_visible()


def levels(store: Store, round_: str) -> dict[str, int | None]:
    """Return the levels that the first voice is kept with."""
    return {id_: answer.level for voice in store.assessment(round_).voices[:1] for id_, answer in voice.answers.items()}


def test_a_new_user_gets_from_the_first_screen_to_a_finished_round(open_at, own_address, settled, kept, eventually):
    page = open_at(own_address)
    round_ = begin(page, settled)
    for at, indicators in enumerate(STARTERS.values()):
        if at:
            page.get_by_role("button", name=f"Next: {RUBRIC.dimensions[at].name}").click()
            expect(page.get_by_role("heading", name=RUBRIC.dimensions[at].name, exact=True)).to_be_visible()
            settled(page)
        for indicator in indicators:
            choose(page, indicator, "Usually" if at == 0 else "First signs")
    eventually(lambda: len(levels(kept, round_)), 15)

    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_role("heading", name="Thank you. You are done")).to_be_visible()
    page.get_by_role("button", name="See where it stands").click()
    expect(page.get_by_role("heading", name="Ore Valley")).to_be_visible()
    settled(page)
    expect(page.get_by_role("heading", name="What is strong here")).to_be_visible()

    page.get_by_role("link", name="Try something about this").click()
    settled(page)
    page.get_by_label("What will you try?").fill("Open the hall on Sundays")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_label("What will you try?").first).to_have_value("Open the hall on Sundays")
    expect(page.get_by_label("What will you try?").last).to_have_value("")
    settled(page)
    page.get_by_label("Who will do it?").first.fill("The hall committee")
    page.get_by_label("Who will do it?").first.press("Tab")
    eventually(lambda: [step.who for step in kept.actions(round_).values()], ["The hall committee"])
    settled(page)

    page.go_back()
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Everything as one file").click()
    file = yaml.safe_load(download.value.path().read_text(encoding="utf-8"))
    assert file["actions"] == [{"what": "Open the hall on Sundays", "who": "The hall committee"}]
    with page.expect_download() as download:
        page.get_by_role("button", name="The summary to print (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_a_reload_in_the_middle_lands_where_one_was(open_at, hall_address, settled):
    page = open_at(hall_address)
    begin(page, settled)
    page.get_by_role("button", name="Next: Agency").click()
    expect(page.get_by_role("heading", name="Agency", exact=True)).to_be_visible()
    settled(page)
    first = STARTERS["agency"][0]
    page.get_by_label("First the story").first.fill("We saved the bus shelter")
    choose(page, first, "Here and there")
    page.reload()
    settled(page)
    expect(page.get_by_role("heading", name="Agency", exact=True)).to_be_visible()
    expect(question(page, first).get_by_role("radio", name="Here and there")).to_be_checked()
    expect(page.get_by_label("First the story").first).to_have_value("We saved the bus shelter")


def test_the_back_button_lands_where_one_was(open_at, hall_address, settled):
    page = open_at(hall_address)
    begin(page, settled)
    page.get_by_role("button", name="Next: Agency").click()
    expect(page.get_by_role("heading", name="Agency", exact=True)).to_be_visible()
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Social infrastructure", exact=True)).to_be_visible()


def test_two_tabs_on_one_place_lose_nothing_of_each_other(open_at, hall_address, settled, store, eventually):
    one = open_at(hall_address)
    round_ = begin(one, settled)
    other = open_at(one.url)
    first, second, _ = STARTERS["social-infrastructure"]
    choose(one, first, "Usually")
    choose(other, second, "Not yet")
    eventually(lambda: levels(store, round_), {first.id: 3, second.id: 0})
    one.reload()
    settled(one)
    expect(question(one, second).get_by_role("radio", name="Not yet")).to_be_checked()


def test_undo_takes_back_the_last_tap(open_at, hall_address, settled, store, eventually):
    page = open_at(hall_address)
    round_ = begin(page, settled)
    first = STARTERS["social-infrastructure"][0]
    for level, name in ((3, "Usually"), (0, "Not yet")):
        choose(page, first, name)
        eventually(lambda: levels(store, round_), {first.id: level})
    page.get_by_role("button", name="Undo the last change").click()
    expect(question(page, first).get_by_role("radio", name="Usually")).to_be_checked()
    eventually(lambda: levels(store, round_), {first.id: 3})


def test_the_keyboard_alone_is_enough_to_answer(open_at, hall_address, settled, store, eventually):
    page = open_at(hall_address)
    page.get_by_role("button", name="Check a place").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/start*")
    settled(page)
    page.get_by_label("What is the place called?").focus()
    page.keyboard.type("Ore Valley")
    page.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(ANSWERING)
    settled(page)
    page.get_by_label("First the story").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_text("Saved.").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    first = STARTERS["social-infrastructure"][0]
    expect(question(page, first).get_by_role("radio", name="First signs")).to_be_checked()
    round_ = parse_qs(urlsplit(page.url).query)["round"][0]
    eventually(lambda: levels(store, round_), {first.id: 1})


@pytest.mark.parametrize("size", [{"width": 390, "height": 844}, {"zoom": 2}], ids=["phone", "zoomed"])
def test_a_place_can_be_made_and_answered_on_little_room(  # noqa: PLR0917
    open_at, hall_address, settled, store, size, eventually
):
    page = open_at(hall_address, **size)
    round_ = begin(page, settled)
    first = STARTERS["social-infrastructure"][0]
    choose(page, first, "Don't know")
    said = lambda: [voice.answers[first.id].no_answer for voice in store.assessment(round_).voices if voice.answers]  # noqa: E731
    eventually(said, ["dont_know"])
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_broken_file_is_named_line_by_line_and_nothing_of_it_is_kept(open_at, hall_address, store, tmp_path):
    file = tmp_path / "place.yaml"
    file.write_text("placecheck: 1\nrubric: {id: better-way-place, edition: '2026.1'}\nplace: {nam: Ore}\n", "utf-8")
    before = store.places()
    page = open_at(hall_address)
    page.get_by_text("Open a file").click()
    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_text("place.yaml:3: place.nam: This key is not known.")).to_be_visible()
    assert store.places() == before


MESSY = "Survey of Ore Mill;;;\nPerson;Place;Places to meet;Q7\n1;Ore Mill;{};the hall\n2;Ore Mill;0;\nAverage;;1,5;\n"
"""A title, a heading that nothing tells, two people, and a row that is nobody."""


def test_a_messy_sheet_is_mapped_at_its_headings_kept_and_remembered_for_the_next_of_its_kind(
    open_at, hall_address, settled, store, axe
):
    def upload(level: int) -> None:
        file = {"name": f"hall-{level}.csv", "mimeType": "text/csv", "buffer": MESSY.format(level).encode()}
        page.get_by_text("Open a file").click()
        page.locator('input[type="file"]').set_input_files(file)

    page = open_at(hall_address)
    upload(3)
    heading = page.get_by_role("combobox", name="D – Q7")
    expect(heading).to_be_visible()
    assert axe(settled(page)) == []
    expect(page.get_by_role("button", name="Keep it")).to_have_count(0)
    story = "Story: Places to meet"
    heading.click()
    heading.press_sequentially(story)
    page.get_by_role("option", name=story).first.click()
    expect(page.get_by_text("2 people with 2 answers")).to_be_visible()
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/results*")
    (mill,) = [place for place in store.places() if place.name == "Ore Mill"]
    people = store.assessment(mill.assessments[0].id).voices
    answers = [voice.answers["places-to-meet"] for voice in people]
    assert [(answer.level, answer.story) for answer in answers] == [(3, "the hall"), (0, None)]
    page.goto(hall_address)
    settled(page)
    upload(4)
    expect(page.get_by_role("button", name="Keep it")).to_be_visible()  # which waits while a heading is open
    expect(page.get_by_text("2 people with 2 answers")).to_be_visible()


PAGES = ("start", "answer", "results", "closer", "next-steps", "own-words", "history", "about")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_of_a_place(open_at, hall_address, settled, store, axe, scheme):  # noqa: PLR0917
    example = read_assessment(CHECKOUT / "examples/kingfisher-meadows.yaml")
    round_ = store.add_assessment(*example)
    page = open_at(hall_address, scheme=scheme)
    found = {}
    for path in PAGES:
        page.goto(f"{hall_address}/{path}?round={round_}&indicator=mixing")
        found[path] = axe(settled(page))
    assert found == {path: [] for path in PAGES}
