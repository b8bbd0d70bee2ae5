"""The summary in a real browser, opened from a file as people open it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from placecheck.report.comparison import comparison_html
from placecheck.report.summary import summary_html

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if PROGRAM is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=[*FLAGS, "--disable-sync"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, given) -> Path:
    path = tmp_path_factory.mktemp("summary") / "kingfisher-meadows.html"
    path.write_text(summary_html(*given("kingfisher-meadows")), encoding="utf-8")
    return path


@pytest.fixture
def opened(chromium: Browser, file: Path) -> Iterator[Callable[..., Page]]:
    """`opened(width)` gives the page; it fails the test if the page asked for anything or complained."""
    contexts, asked, said = [], [], []

    def open_(width: int, **context: object) -> Page:
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **context))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        return page

    yield open_
    for one in contexts:
        one.close()
    assert {url for url in asked if not url.startswith("data:")} <= {file.as_uri()}
    assert said == []


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(opened, width) -> None:
    page = opened(width, bypass_csp=True)  # the page's own policy lets no script run, axe's neither
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_places_side_by_side(chromium, tmp_path, given, width) -> None:
    path = tmp_path / "side-by-side.html"
    sides = [(one.rubric, one.assessment) for one in map(given, ("kingfisher-meadows", "glenarran"))]
    path.write_text(comparison_html(sides), encoding="utf-8")
    page = chromium.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    page.goto(path.as_uri())
    found = Axe().run(page).response["violations"]
    scrolls = page.evaluate("document.documentElement.scrollWidth") > width
    page.close()
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    assert not scrolls


@pytest.mark.parametrize("width", [320, 390, 768, 961, 1024, 1280])
def test_nothing_scrolls_sideways(opened, width) -> None:
    page = opened(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_reads_the_same_without_scripts(opened) -> None:
    page = opened(1280, java_script_enabled=False)
    assert page.locator("h1").inner_text() == "Kingfisher Meadows"
    assert page.locator("section.thing").count() == page.locator("#ladder th[scope=row]").count() == 15


def test_its_letters_are_those_it_carries(opened, eventually) -> None:
    page = opened(1280)  # which may have been loaded and not yet be drawn: only then it needs letters
    states = lambda: page.evaluate("[...document.fonts].map(face => face.status)")  # noqa: E731
    eventually(lambda: states().count("loaded") >= 2, True)


def test_each_dimension_begins_a_page_in_print(opened) -> None:
    page = opened(1280)
    page.emulate_media(media="print")
    breaks = page.locator("section.dimension").evaluate_all("all => all.map(one => getComputedStyle(one).breakBefore)")
    assert breaks == ["page"] * 5
