"""What is being typed is there again after a reload, though no field was left; two who type are told of each other."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from placecheck.assessment import Action, Place
from placecheck.rubric import find_rubric
from placecheck.storage import Store
from placecheck.words import deciding as w
from placecheck.words import say

WORDS = "The hall is op"
WITHIN = """ladder => {
    const { left, right } = ladder.parentElement.getBoundingClientRect();
    return [...ladder.querySelectorAll('thead [aria-hidden]')].map(name => {
        const box = name.getBoundingClientRect();
        const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const seen = left <= box.left && box.right <= right && above?.closest('thead');
        return [name.textContent.replaceAll(/\\s/g, ''), Boolean(seen)];
    });
}"""
"""Each name of a level without its blanks, and whether it is within the ladder and nothing lies on it."""


@pytest.fixture
def own(store: Store) -> str:
    """An assessment in the store of the hall's server."""
    place = store.add_place(Place(name=f"Ore {time.monotonic_ns()}"))
    id_ = store.begin_assessment(place, find_rubric(), question_set="starter", date=None, together=True)
    store.add_action(id_, Action(what="Open the hall"), "test")
    return id_


def field(page: Page, label: str):
    return page.get_by_role("main").get_by_label(label, exact=True).last


@pytest.fixture
def typed(eventually) -> Callable[..., None]:
    """`typed(page, label, words)` types without leaving the field, once the page listens."""

    def typed_(page: Page, label: str, words: str = WORDS) -> None:
        eventually(lambda: page.evaluate("!!window.placecheckTyped?.isListening"), True)
        field(page, label).click()
        page.keyboard.type(words)

    return typed_


@pytest.mark.parametrize(("label", "form"), [(w.MISSING_VOICES, "missing"), (w.WHO, "step")])
def test_a_page_left_in_the_middle_of_a_word_has_it_when_one_comes_back(  # noqa: PLR0917
    open_at, hall_address, own, store, typed, eventually, label, form
):
    page = open_at(f"{hall_address}/next-steps?round={own}")
    typed(page, say(label))
    page.goto("about:blank")
    eventually(lambda: WORDS in store.draft(own, form).values(), True)
    page.go_back()
    expect(field(page, say(label))).to_have_value(WORDS)


def test_a_tab_closed_in_a_form_that_was_not_sent_is_found_again(  # noqa: PLR0917
    open_at, hall_address, own, store, typed, eventually
):
    page = open_at(f"{hall_address}/who-decides-what?round={own}")
    typed(page, "Or one of your own")
    page.close(run_before_unload=False)
    eventually(lambda: WORDS in store.draft(own, "add-matter").values(), True)
    page = open_at(f"{hall_address}/who-decides-what?round={own}")
    expect(field(page, "Or one of your own")).to_have_value(WORDS)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name=WORDS)).to_be_visible()
    eventually(lambda: store.draft(own, "add-matter"), {})


def test_two_who_type_in_one_field_are_told_of_each_other_before_either_leaves_it(  # noqa: PLR0917
    open_at, hall_address, own, store, typed, eventually
):
    one, two = (open_at(f"{hall_address}/next-steps?round={own}") for _ in range(2))
    typed(one, say(w.WHO), "the hall committee")
    eventually(lambda: "the hall committee" in store.draft(own, "step").values(), True)
    typed(two, say(w.WHO), "the council")
    expect(two.get_by_text("the hall committee")).to_be_visible()
    expect(field(two, say(w.WHO))).to_have_value("the council")


@pytest.mark.parametrize("width", [390, 720])
def test_the_ladder_keeps_its_five_levels_in_sight_and_leads_to_a_closer_look(page_at, eventually, width):
    page = page_at("/results?round=example-saltby-2026", width=width, height=600)
    page.locator("[class*='st-key-ladder-'] summary").click()
    ladder, last = page.locator("table.ladder"), page.locator("table.ladder a").last
    expect(ladder).to_be_visible()
    levels = [level.name for level in find_rubric().levels]

    def seen_from_below() -> list[list]:
        last.scroll_into_view_if_needed()  # again, as the ladder may still be unfolding
        return ladder.evaluate(WITHIN)

    eventually(seen_from_below, [[name.replace(" ", ""), True] for name in levels])
    name = last.inner_text()
    last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
