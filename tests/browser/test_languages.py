"""The way to another language, clicked as a reader would: on the dashboard, and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from placecheck import words
from placecheck.words import joining, say, web


def in_welsh(message: str) -> str:
    with words.speaking("cy"):
        return say(message)


@pytest.mark.parametrize(
    ("path", "message", "role"),
    [("/", web.HOME, "link"), ("/join", joining.TYPE_CODE, "textbox")],
    ids=["dashboard", "phone"],
)
def test_a_click_speaks_the_other_language_and_another_speaks_english_again(page_at, path, message, role):
    page = page_at("/")
    page.goto(page.url.rstrip("/") + path)
    html = page.locator("html")
    for language, link, said in (("cy", "Cymraeg", in_welsh(message)), ("en", "English", message)):
        page.get_by_role("link", name=link).click()
        expect(html).to_have_attribute("lang", language)
        expect(page.get_by_role(role, name=said)).to_be_visible()
        expect(page.get_by_role("link", name=link)).to_have_count(0)
        expect(page).to_have_url(re.compile(f"{path}$"))
    page.reload()
    expect(html).to_have_attribute("lang", "en")
