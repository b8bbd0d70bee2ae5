"""The pages as a visitor first meets them, on screens of any size, in light and in dark, by mouse or by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from placecheck.web.server.app import ICON

HOME = "/"
RESULTS = "/results?round=example-marsh-lane"
CLOSER = "/closer?round=example-marsh-lane&indicator=places-to-meet"
PAGES = {"home": HOME, "results": RESULTS, "closer": CLOSER}

SIZES = {
    "zoomed": {"width": 720, "height": 450},  # what is left of 1440 by 900 at 200 %
    "phone": {"width": 390, "height": 844},
}

WATCH_THE_TAB = """
    window.seen = []
    const look = () => {
        const tab = `${document.title} ${document.querySelector('link[rel~="icon"]')?.getAttribute('href')}`
        if (document.title && seen.at(-1) !== tab) seen.push(tab)
    }
    const all = {subtree: true, childList: true, characterData: true, attributes: true}
    new MutationObserver(look).observe(document, all)
"""

REMEMBER = """() => {
    const style = document.head.appendChild(document.createElement('style'))
    style.textContent = '* { transition: none !important; animation: none !important }'
    const said = ['outline', 'boxShadow', 'borderColor']  // a tint of the background is too little
    const around = element => [element, element.parentElement, ...element.parentElement.querySelectorAll('*')]
    window.look = element => around(element).slice(0, 60)
        .map(part => said.map(name => getComputedStyle(part)[name]).join()).join()
    window.plain = new Map()
    for (const element of document.querySelectorAll('a, button, input, textarea, summary, select, [tabindex]'))
        plain.set(element, look(element))
}"""
"""Keep how everything looks that can take the focus, while it does not have it."""

FOCUS = """() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const box = element.getBoundingClientRect()
    return {
        what: element.outerHTML.slice(0, 160),
        href: element.href ?? null,
        changed: !plain.has(element) || plain.get(element) !== look(element),
        inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    }
}"""

page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_that_we_could_hint(page_at: Callable, axe: Callable, path: str, scheme: str) -> None:
    assert axe(page_at(path, scheme=scheme)) == []


@page
def test_nothing_is_wider_than_the_screen(
    page_at: Callable, settled: Callable, eventually: Callable, path: str
) -> None:
    shown = page_at(path)
    for size in SIZES.values():
        shown.set_viewport_size(size)
        settled(shown)
        eventually(lambda: wider(shown), [])


def wider(shown: Page) -> list[str]:
    """What makes the page scroll sideways."""
    return shown.evaluate(
        """() => [...document.querySelectorAll('html, [data-testid="stApp"], [data-testid="stMain"]')]
            .filter(part => part.scrollWidth > part.clientWidth)
            .map(part => `${part.tagName} ${part.dataset.testid}: ${part.scrollWidth} in ${part.clientWidth}`)"""
    )


def test_what_a_list_tells_of_is_one_click_from_a_closer_look_and_back(page_at: Callable, settled: Callable) -> None:
    shown = page_at(RESULTS)
    shown.get_by_role("link", name="Places to meet").first.click()
    shown.wait_for_url("**/closer?*")
    settled(shown).get_by_role("heading", name="Places to meet").wait_for()
    shown.go_back()
    settled(shown).get_by_role("heading", name="Where views differ").wait_for()


@page
def test_a_page_has_our_name_our_icon_its_language_and_nothing_of_streamlits(page_at: Callable, path: str) -> None:
    shown = page_at(path)
    assert "placecheck" in shown.title()
    assert shown.locator("html").get_attribute("lang") == "en"
    icon = shown.locator('link[rel~="icon"]').evaluate("link => link.href")
    assert shown.request.get(icon).body() == ICON.read_bytes()
    for theirs in ("stAppDeployButton", "stMainMenu", "stStatusWidget", "stDecoration"):
        assert shown.get_by_test_id(theirs).count() == 0
    assert "Streamlit" not in shown.locator("body").inner_text()


def test_an_address_that_is_none_of_ours_says_so_in_our_words(page_at: Callable) -> None:
    page = page_at("/resutls")
    expect(page.get_by_role("heading", name="There is no such page")).to_be_visible()
    expect(page.get_by_role("link", name="Go to the front page")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_tab_never_carries_streamlits_name_or_icon(open_at: Callable, address: str) -> None:
    seen = open_at(address + RESULTS, first=WATCH_THE_TAB).evaluate("seen")
    assert seen
    assert [tab for tab in seen if "streamlit" in tab.lower()] == []


@page
def test_the_keyboard_reaches_every_link_and_one_sees_where_it_is(page_at: Callable, path: str) -> None:
    shown = page_at(path)
    shown.evaluate(REMEMBER)
    wanted = set(shown.locator("a[href]:visible").evaluate_all("links => links.map(link => link.href)"))
    assert wanted
    reached, unseen = set(), []
    while wanted - reached:
        shown.keyboard.press("Tab")
        here = shown.evaluate(FOCUS)
        if here is None:
            break
        reached.add(here["href"])
        unseen += [here["what"]] if not (here["changed"] and here["inside"]) else []
    assert wanted - reached == set()
    assert unseen == []


@pytest.mark.parametrize("size", SIZES)
def test_the_menu_closes_over_the_page_that_was_chosen_in_it(open_at, hall_address, settled, size):
    page = open_at(f"{hall_address}{HOME}", **SIZES[size])
    page.get_by_test_id("stExpandSidebarButton").click()
    menu = page.get_by_test_id("stSidebar")
    expect(menu).to_have_attribute("data-collapsed", "false")
    menu.get_by_role("link", name="About", exact=True).click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Look at your own place")
    settled(page)
    expect(menu).to_have_attribute("data-collapsed", "true")
