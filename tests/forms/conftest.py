"""A browser for the offline form, opened from a file as people open it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from placecheck.forms.offline import offline_form
from placecheck.rubric import Rubric

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AWAITED = 120_000
"""Milliseconds: what is awaited comes, however busy the machine that the tests share."""

expect.set_options(timeout=AWAITED)

PHONE = {"width": 390, "height": 844}

Open = Callable[..., Page]
"""`opened(**context)` gives a page with the starter form, in a browser context of its own."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium here: `make packages` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def form_file(tmp_path_factory: pytest.TempPathFactory, rubric: Rubric) -> Path:
    path = tmp_path_factory.mktemp("stick") / "form.html"
    path.write_text(offline_form(rubric, "starter"), encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def opened(chromium: Browser, form_file: Path) -> Iterator[Open]:
    contexts = []

    def open_(script: str = "", **context) -> Page:
        contexts.append(chromium.new_context(**{"viewport": PHONE, "accept_downloads": True, **context}))
        contexts[-1].set_default_timeout(AWAITED)
        if script:
            contexts[-1].add_init_script(script)
        page = contexts[-1].new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda message: message.type == "error" and page.faults.append(message.text))
        page.goto(form_file.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
