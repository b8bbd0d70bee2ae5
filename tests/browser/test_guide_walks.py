"""Every guide walked to what comes out of it: by keyboard on a laptop, by touch on a phone, and on paper.

At every step nothing is wider than the window, and axe-core finds nothing.
Those walks are long: `make attack` runs them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pypdf
import pytest
from playwright.sync_api import Page, expect

from placecheck.guides import load_guides
from placecheck.resources import resource_folder
from placecheck.rubric import DEFAULT

GUIDES = load_guides(resource_folder("rubrics") / DEFAULT)
LAPTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
ONWARD = re.compile("^(Next|What comes out)$")
MAX_STEPS = 14


def type_by_keyboard(page: Page, settled: Callable[[Page], Page]) -> None:
    """Fill in what a step asks, without a pointer."""
    for field in page.get_by_role("main").get_by_role("textbox").all()[:2]:
        field.focus()
        page.keyboard.type("7")
        page.keyboard.press("Tab")
        settled(page)
    for group in page.get_by_role("radiogroup").all():
        group.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        settled(page)


def tap(page: Page, settled: Callable[[Page], Page]) -> None:
    """Fill in what a step asks, by touch."""
    for field in page.get_by_role("main").get_by_role("textbox").all()[:2]:
        field.fill("7")
        field.blur()
        settled(page)
    for group in page.get_by_role("radiogroup").all():
        group.locator("label").first.click()
        settled(page)


def on_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name=ONWARD).focus()
    page.keyboard.press("Enter")


def on_by_touch(page: Page) -> None:
    page.get_by_role("button", name=ONWARD).click()


def next_step(page: Page, settled: Callable[[Page], Page], go_on: Callable[[Page], None]) -> bool:
    """Go on from a step that is filled in; return whether what comes out is shown."""
    heading = page.get_by_role("heading", level=2).first
    step = heading.inner_text()
    go_on(page)
    expect(heading).not_to_have_text(step)
    settled(page)
    return page.get_by_role("heading", name="What comes out").count() > 0


WAYS = {"keyboard": (LAPTOP, type_by_keyboard, on_by_keyboard), "phone": (PHONE, tap, on_by_touch)}


WALKED_ELSEWHERE = ("is-this-money-good", "how-to-involve")
"""Guides that `make test` walks in `test_deciding.py`, with what comes of them."""


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if guide not in WALKED_ELSEWHERE])
def test_every_other_guide_is_walked_by_keyboard_to_what_comes_out(page_at, settled, guide):
    page = page_at(f"/guides?guide={guide}&round=example-saltby-2026")
    for _ in range(MAX_STEPS):
        type_by_keyboard(page, settled)
        if next_step(page, settled, on_by_keyboard):
            break
    expect(page.get_by_role("button", name="Print it (PDF)").first).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("guide", GUIDES)
def test_every_guide_is_walked_to_what_comes_out_of_it(page_at, settled, axe, guide, way):
    size, fill, go_on = WAYS[way]
    page = page_at(f"/guides?guide={guide}&round=example-saltby-2026", **size)
    for _ in range(MAX_STEPS):
        fill(page, settled)
        assert axe(page) == []
        assert page.evaluate(WIDE) <= 0
        if next_step(page, settled, go_on):
            break
    assert axe(page) == []
    assert page.evaluate(WIDE) <= 0
    with page.expect_download() as printed:
        page.get_by_role("button", name="Print it (PDF)").first.click()
    paper = words(printed.value.path().read_bytes())
    assert any(plain(output.name) in paper for output in GUIDES[guide].outputs)


@pytest.mark.slow
def test_every_guide_is_printed_blank_with_all_that_it_asks(page_at):
    page = page_at("/guides")
    for number, guide in enumerate(GUIDES.values()):
        with page.expect_download() as printed:
            page.get_by_role("button", name="Print it blank (PDF)").nth(number).click()
        paper = words(printed.value.path().read_bytes())
        assert [step.name for step in guide.steps if plain(step.name) not in paper] == []


def words(pdf: bytes) -> str:
    """Return what a PDF says, on one line."""
    return plain(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages))


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
