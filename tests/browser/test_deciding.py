"""Ideas, who decides what, and guides as people use them: by mouse, by keyboard, on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from placecheck.assessment import Place
from placecheck.ideas.file import parsed_treasury
from placecheck.place import AdaptedIdea, Worksheet, cards_of
from placecheck.rubric import find_rubric
from placecheck.storage import Store

PAGES = {
    "ideas": "/ideas",
    "adapting": "/ideas?idea=play-streets&round=example-saltby-2026",
    "who decides": "/who-decides-what?round=example-saltby-2026",
    "guides": "/guides",
    "a step": "/guides?guide=is-this-money-good&step=1",
    "a table": "/guides?guide=is-this-money-good&step=5",
    "costs": "/guides?guide=how-to-buy&step=3",
    "an outcome": "/guides?guide=how-to-involve&step=9",
    "a lot": "/draw-by-lot",
    "a check": "/guides?guide=before-you-print&round=example-saltby-2026",
}
PHONE = {"width": 390, "height": 844}
AT_ONCE = """([box, button]) => {
    document.querySelector(`input[type=checkbox][aria-label="${box}"]`).click();
    [...document.querySelectorAll('button')].find(one => one.innerText.trim() === button).click();
}"""
"""Ticks a box and presses a button at once: the browser then sends the press before the tick."""


@pytest.fixture
def own(store) -> str:
    """An assessment of one's own, at a new place."""
    return store.begin_assessment(
        store.add_place(Place(name="Ore")), find_rubric(), question_set="starter", date=None, together=True
    )


def cards(store: Store, own: str, kind: type) -> list:
    place = store.assessment_summary(own).place_id
    return list(cards_of((held.card for held in store.place_cards(place)), kind))


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone_on(name, page_at, eventually, axe):
    page = page_at(PAGES[name])
    assert axe(page) == []
    page.set_viewport_size(PHONE)
    fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    eventually(lambda: page.evaluate(fits), True)


def test_an_idea_is_adapted_and_becomes_a_card(open_at, hall_address, own, store, eventually):
    page = open_at(f"{hall_address}/ideas?round={own}")
    page.get_by_label("What are you looking for?").fill("kids playing in the street")
    page.keyboard.press("Enter")
    page.locator(".st-key-adapt-play-streets").get_by_role("button").click()
    page.get_by_label("What will you change, so that it fits here?").fill("Only in summer")
    page.get_by_label("Whom will you thank?").fill("London Play")
    page.get_by_role("button", name="Keep this idea").click()
    expect(page.get_by_text("Ideas that we adapted")).to_be_visible()
    ideas = lambda: [(idea.from_idea, idea.change, idea.thanks) for idea in cards(store, own, AdaptedIdea)]  # noqa: E731
    eventually(ideas, [("play-streets", "Only in summer", "London Play")])


def test_what_is_ticked_in_the_same_breath_as_the_file_is_taken_is_in_it(open_at, hall_address, own, store, settled):
    place = store.assessment_summary(own).place_id
    ideas = [AdaptedIdea(id=name, words=name) for name in ("lanterns", "long-tables")]
    store.keep_cards(place, ideas, by="test")
    page = open_at(f"{hall_address}/ideas?round={own}")
    page.get_by_text("Give ideas to other groups, or take theirs in").click()
    page.get_by_role("checkbox", name="lanterns").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Take the file")).to_be_visible()
    settled(page)
    with page.expect_download() as taken:
        page.evaluate(AT_ONCE, ["long-tables", "Take the file"])
    assert [idea.name for idea in parsed_treasury(taken.value.path().read_text(), "").ideas] == [
        "lanterns",
        "long-tables",
    ]


def walk(page: Page, settled: Callable[[Page], Page], *, tab: bool) -> None:
    """Go on to the next step, once this one is drawn to its end."""
    settled(page)
    button = page.get_by_role("button", name=re.compile("^(Next|What comes out)$"))
    if tab:
        button.focus()
        page.keyboard.press("Enter")
    else:
        button.click()


def test_a_guide_is_walked_by_keyboard_to_its_letter_and_kept_on_the_way(  # noqa: PLR0917
    open_at, hall_address, own, store, settled, eventually
):
    page = open_at(f"{hall_address}/guides?round={own}")
    page.get_by_role("button", name="Begin").first.focus()
    page.keyboard.press("Enter")
    for label, words in (
        ("What is the fund called, and whose is it?", "The wind fund"),
        ("What would you do here with this money?", "Light the bandstand"),
    ):
        expect(page.get_by_label(label)).to_be_visible()
        settled(page).get_by_label(label).focus()
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    walk(page, settled, tab=True)
    expect(page.get_by_role("heading", name="Does it look first?")).to_be_visible()
    settled(page)
    page.get_by_role("radio", name="It does not say").first.focus()
    page.keyboard.press("Space")
    for heading in ("Is it small and easy enough?", "Is it on our terms?", "Is it for long enough?",
                    "What would it do here?", "What comes out"):  # fmt: skip
        walk(page, settled, tab=True)
        expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    expect(page.get_by_text("To The wind fund")).to_be_visible()
    expect(page.get_by_text("Could you tell us how it is?")).to_be_visible()
    replies = {"fund-name": "The wind fund", "for-what": "Light the bandstand", "mapped": "unsaid"}
    eventually(lambda: [sheet.replies for sheet in cards(store, own, Worksheet)], [replies])


def test_a_guide_is_walked_on_a_phone_without_a_place(open_at, address, settled):
    page = open_at(f"{address}/guides?guide=how-to-involve&step=1", **PHONE)
    page.get_by_text("Nothing", exact=True).click()
    for heading in ("Who must be there", "Hours and money", "What comes out"):
        walk(page, settled, tab=False)
        expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    expect(page.get_by_text("Tell people honestly").first).to_be_visible()
    expect(page.get_by_text("You are invited")).to_have_count(0)


def test_where_it_is_best_is_not_kept_before_the_few_were_thought_of(open_at, hall_address, own, choose):
    page = open_at(f"{hall_address}/who-decides-what?round={own}")
    page.get_by_label("Or one of your own").fill("The bus")
    page.get_by_role("button", name="Add it").click()
    choose(page, "Best decided", "County or region")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Answer this first")).to_be_visible()
    page.get_by_role("textbox", name=re.compile("Would people who are few here")).fill("People without a car.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("1 matter.")).to_be_visible()
    expect(page.get_by_text("Answer this first")).to_have_count(0)


def test_a_panel_is_drawn_from_a_list_that_is_uploaded(page_at, settled, axe):
    page = page_at("/draw-by-lot")

    def upload(at: int, name: str, text: str) -> None:
        file = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        page.locator("input[type=file]").nth(at).set_input_files(file)

    people = "id,age\n" + "".join(f"p{number},{'old' if number % 3 else ''}\n" for number in range(9))
    wishes = "feature,value,min,max\nage,old,2,3\n"
    upload(0, "people.csv", people)
    expect(page.get_by_text("9 people are on the list.")).to_be_visible()
    upload(1, "wishes.csv", wishes)
    settled(page)
    page.get_by_label("How many to draw").fill("3")
    page.keyboard.press("Tab")
    page.get_by_label("The words that were read aloud").fill("rain on the roof")
    page.keyboard.press("Tab")
    expect(page.get_by_role("heading", name="Who is drawn")).to_be_visible()
    assert axe(settled(page)) == []
    with page.expect_download() as taken:
        page.get_by_role("button", name=re.compile("wishes .*sortition software")).click()
    table = taken.value.path().read_text(encoding="utf-8")
    assert table.splitlines() == ["feature,value,min,max", "age,old,2,3", "age,not known,0,3"]
    upload(0, "people.csv", "name\nann\n")
    expect(page.get_by_text("There is no column id.")).to_be_visible()
