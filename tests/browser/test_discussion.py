"""From a statement to the paragraph behind it, on to the next, and onto the big screen."""

from __future__ import annotations

import re

from playwright.sync_api import expect

CLOSER = "/closer?round=example-marsh-lane&indicator=places-to-meet"


def test_a_statement_leads_to_its_passages_one_after_the_other_and_onto_the_big_screen(page_at, settled, axe):
    page = page_at(CLOSER)
    page.get_by_role("link", name="More about this passage").first.click()
    expect(page.get_by_role("heading", name="Where it is in the note")).to_be_visible()
    expect(page).to_have_url(re.compile("passage="))
    first = re.search(r"passage=([^&]+)", page.url)[1]
    assert axe(settled(page)) == []
    page.get_by_role("link", name="Next passage").click()
    expect(page).to_have_url(re.compile(f"passage=(?!{re.escape(first)})"))
    second = re.search(r"passage=([^&]+)", page.url)[1]
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Show it on the big screen").click()
    screen = opened.value
    expect(screen.get_by_role("link", name="Back to the page")).to_be_visible()
    assert second in screen.url
    assert axe(screen) == []
    screen.get_by_role("link", name="Previous passage").click()
    expect(screen).to_have_url(re.compile(re.escape(first)))
