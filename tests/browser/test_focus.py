"""Where the focus goes while a page is drawn, however long that takes."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

DRAWN = """
<div data-test-script-state="running"><section data-testid="stMain">
  <h1>Begin</h1><label>Name <input aria-label="Name"></label>
</section></div>
"""
DRAW = """async ([script, data]) => (await import(`data:text/javascript;base64,${script}`)).default({data})"""
END = "document.querySelector('[data-test-script-state]').dataset.testScriptState = 'notRunning'"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that is being drawn, with a clock that goes where it is told."""
    page = chromium.new_page()
    page.clock.install()
    page.goto("about:blank")
    page.set_content(DRAWN)
    yield page
    page.close()


@pytest.fixture
def draw(page: Page, checkout) -> Callable[[str, dict[str, str]], None]:
    """`draw(component, data)` has one of our components drawn on it."""

    def draw_(component: str, data: dict[str, str]) -> None:
        script = (checkout / f"placecheck/web/components/{component}.js").read_bytes()
        page.evaluate(DRAW, [base64.b64encode(script).decode(), data])

    return draw_


def test_the_heading_of_the_next_page_has_the_focus_once_it_is_drawn_and_not_what_one_has_gone_to(page, draw):
    name = page.get_by_role("textbox", name="Name")
    draw("page_top", {"page": "before"})
    draw("page_top", {"page": "after"})
    expect(page.get_by_role("heading", name="Begin")).to_be_focused()
    name.focus()
    page.clock.run_for(200)
    page.evaluate(END)
    page.clock.run_for(200)
    expect(name).to_be_focused()


def test_a_field_at_fault_has_the_focus_however_long_its_page_takes(page, draw):
    draw("focus_field", {"label": "Name", "within": ""})
    page.clock.run_for(60_000)
    expect(page.get_by_role("textbox", name="Name")).not_to_be_focused()
    page.evaluate(END)
    page.clock.run_for(200)
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()
