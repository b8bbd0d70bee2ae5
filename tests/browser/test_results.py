"""The page of results in a browser: how long it is, and where its words lead."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from placecheck.assessment import Answer, Place
from placecheck.rubric import find_rubric

RESULTS = "/results?round=example-marsh-lane"
"""Fourteen people and 39 questions."""
TALLEST = {(1440, 900): 2200, (1024, 768): 2500, (390, 844): 4000}
"""By the size of the window: how high the page is at most, in pixels, until one asks for more."""
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"
HOSTILE = "<img src=x onerror=document.title='taken'> **b** [x](https://evil.example)"


@pytest.mark.parametrize("size", TALLEST, ids=str)
def test_the_results_of_fourteen_people_and_39_questions_are_short_until_one_asks_for_more(page_at, size):
    page = page_at(RESULTS, width=size[0], height=size[1])
    expect(page.get_by_text("This is not a league table")).to_be_visible()
    expect(page.get_by_role("heading", name="Where there is room to grow")).to_be_visible()
    assert page.evaluate(HEIGHT) <= TALLEST[size]


def goes_and_comes_back(page: Page, settled, link: str) -> None:
    """Follow the link, and go back, in a window that loads nothing anew."""
    page.evaluate("window.stays = true")
    page.get_by_role("link", name=link).last.click()
    page.wait_for_url("**/closer?round=example-marsh-lane&indicator=*")
    expect(settled(page).get_by_role("heading", level=1)).to_have_text(link)
    page.go_back()
    expect(settled(page).get_by_role("heading", name="Where views differ")).to_be_visible()
    assert page.evaluate("window.stays") is True


def test_a_line_leads_to_a_closer_look_and_back_without_loading_the_program_again(page_at, settled):
    goes_and_comes_back(page_at(RESULTS), settled, "Easy to join in")


def test_a_row_of_the_ladder_does_too(page_at, settled):
    page = page_at(RESULTS)
    page.locator("[class*='st-key-ladder-'] summary").click()
    expect(page.locator("table.ladder")).to_be_visible()
    goes_and_comes_back(settled(page), settled, "Taking it further")  # what is still being drawn may move under a click


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_folded_away_opens_by_the_keyboard_and_axe_finds_nothing_in_it(page_at, axe, scheme):
    page = page_at(RESULTS, scheme=scheme)
    fold = page.locator("summary", has_text="Our own agenda")
    link = page.get_by_role("link", name="Our own agenda")
    expect(link).to_be_hidden()
    fold.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    assert axe(page) == []


def test_what_people_told_is_shown_as_it_was_typed(open_at, hall_address, store, settled):
    rubric = find_rubric()
    place = store.add_place(Place(name="Ore Ferry", nation=HOSTILE))
    round_ = store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)
    asked = next(one.id for one in rubric.indicators() if one.starter)
    store.save_answer(round_, "v1", asked, Answer(level=4, story=HOSTILE), "test")
    page = settled(open_at(f"{hall_address}/results?round={round_}"))
    blocks = page.locator(".text-blocks")
    expect(blocks.get_by_text(HOSTILE)).to_be_visible()
    assert blocks.locator("img, b, strong, a[href*=evil]").count() == 0
    expect(page).not_to_have_title("taken")
