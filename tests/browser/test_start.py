"""Beginning with a place: Enter starts nothing by itself, and what is missing is said where it is missing."""

from __future__ import annotations

from playwright.sync_api import expect


def test_a_missing_name_gets_the_focus_each_time_and_enter_in_it_starts_nothing(open_at, address, settled):
    page = open_at(f"{address}/start")
    name = page.get_by_label("What is the place called?")
    for _ in range(2):
        page.get_by_role("button", name="Begin").click()
        expect(page.get_by_text("Please give the place a name.")).to_be_visible()
        expect(name).to_be_focused()
    name.fill("Enterville")
    name.press("Enter")
    settled(page)
    assert "/start" in page.url
