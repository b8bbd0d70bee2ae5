"""A real browser in front of a real server. A page that asks elsewhere or fails by a fault of ours fails its test."""

from __future__ import annotations

import re
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright
from playwright.sync_api import Error as BrowserError

from placecheck.storage import Store, open_store

HERE = Path(__file__).resolve().parent
KNOWN = yaml.safe_load((HERE / "known.yaml").read_text(encoding="utf-8"))
"""What is Streamlit's own and not ours to mend, each with its reason."""

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    "--force-color-profile=srgb",
)
PATIENCE = 120.0
"""Seconds that a page may take to settle; a loaded machine takes its time."""

PHONE = {"width": 390, "height": 844}

HERSELF = ("data", "blob", "about", "chrome-error")
"""Schemes of what a page holds in itself."""

UNANSWERED = (HERE / "unanswered.js").read_text(encoding="utf-8")
BUSY = 'html[data-unanswered], [data-test-script-state]:not([data-test-script-state="notRunning"])'
"""What a page shows while the server has something to do for it."""

SETTLED = """() =>
    !document.querySelector('[data-unanswered]')
    && document.querySelector('[data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]')
    && !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('.stPlotlyChart')].every(chart => chart.querySelector('.main-svg'))
    && [...document.querySelectorAll('[data-testid="stBidiComponentRegular"]')].every(part => part.childElementCount)
    && [...document.querySelectorAll('[data-word]')].every(one => one.textContent)
    && document.fonts.status === 'loaded'
    && document.getAnimations().every(one =>
        one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)
"""

AWAITED = 120_000
"""Milliseconds: what is awaited comes, however busy the machine that the tests share."""

LONGEST = 900
"""Seconds for one test: many waits, each of which may take long."""

TRIES, A_MOMENT, A_WHILE = 5, 500, 10_000
"""How often something is tried that a page drawn anew can prevent, and for how many milliseconds a choice each time."""

LEFT = ("Execution context was destroyed", "axe is not defined")
"""What the browser says where a page loaded itself anew under a look at it."""

OVERTAKEN = ("net::ERR_ABORTED", "interrupted by another navigation")
"""What the browser says of an address that was given up for another."""

expect.set_options(timeout=AWAITED)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(LONGEST))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Chromium, with a profile of its own that is thrown away.

    It goes with the last test of this folder: while it is there an event loop runs, beside which no other test can run
    its own.
    """
    if PROGRAM is None:
        pytest.skip("Chromium is not installed: `apt-get install chromium`, or see .ci/packages")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def address(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app answers that tests share: look there, change nothing."""
    with serving("placecheck", "run", "--port", "0", data=tmp_path_factory.mktemp("shared-data")) as server:
        yield server.address


@pytest.fixture
def contexts() -> list[tuple[BrowserContext, Complaints]]:
    """The contexts that a test opened, each with what was wrong in it."""
    return []


@pytest.fixture
def own_address(serving: Callable, tmp_path: Path, contexts: list[tuple[BrowserContext, Complaints]]) -> Iterator[str]:
    """Where an app answers that belongs to this test, with an empty data folder, `tmp_path / "data"`.

    It takes seconds to start and is slow at first: for a test that begins where nothing is kept yet. Others change the
    store of the hall.
    """
    with serving("placecheck", "run", "--port", "0", data=tmp_path / "data") as server:
        yield server.address
        for context, _ in contexts:  # a page that outlives its server complains that it cannot reach it
            for page in context.pages:
                page.close()


@pytest.fixture(scope="package")
def shared_hall(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """One server for all that is changed, and its store as the facilitator has it: a test makes a place of its own."""
    data = tmp_path_factory.mktemp("hall")
    with serving("placecheck", "run", "--port", "0", data=data) as server:
        opened = open_store(data)
        yield server.address, opened
        opened.close()


@pytest.fixture
def hall_address(shared_hall: tuple[str, Store]) -> str:
    """Where the shared hall's server answers."""
    return shared_hall[0]


@pytest.fixture
def store(shared_hall: tuple[str, Store]) -> Store:
    """The store of the shared hall's server."""
    return shared_hall[1]


@dataclass
class Complaints:
    """What a page did that it should not: asked elsewhere, or failed by a fault of ours."""

    host: str
    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.leaves(request.url))
        page.on("websocket", lambda socket: self.leaves(socket.url))
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))

    def leaves(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in HERSELF and parts.netloc != self.host:
            self.found.append(f"asked elsewhere: {url}")

    def console(self, message: ConsoleMessage) -> None:
        said = f"{message.text} {message.location['url']}"
        if message.type == "error" and not any(re.search(known["says"], said) for known in KNOWN["console"]):
            self.found.append(f"console: {said}")


Open = Callable[..., Page]


class Readers:
    """Who looks at pages, one test after the other: they forget what it did, and keep Streamlit's scripts by them."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._idle: dict[float, list[BrowserContext]] = defaultdict(list)
        self.spoilt: list[BrowserContext] = []
        """Those who do not forget what a test did, such as a clock of its own."""

    def borrow(self, zoom: float = 1) -> BrowserContext:
        """A reader with nothing to look at; each device pixel of their screen counts `1 / zoom` for the layout."""
        idle = self._idle[zoom]
        return idle.pop() if idle else reader(self._chromium, device_scale_factor=zoom)

    def give_back(self, context: BrowserContext, host: str, zoom: float = 1) -> None:
        """Close the pages of `context`, and let it forget what those of `host` kept in it."""
        if context in self.spoilt:
            context.close()
            return
        for page in context.pages:
            page.close()
        context.clear_cookies()
        blank = context.new_page()
        about = {"origin": f"http://{host}", "storageTypes": "all"}
        context.new_cdp_session(blank).send("Storage.clearDataForOrigin", about)
        blank.close()
        self._idle[zoom].append(context)


@pytest.fixture(scope="package")
def readers(chromium: Browser) -> Readers:
    return Readers(chromium)


@pytest.fixture
def open_at(readers: Readers, contexts: list[tuple[BrowserContext, Complaints]]) -> Iterator[Open]:
    """`open_at(url, width=, height=, scheme=, zoom=, first=)` gives a settled page, before a reader of its own."""
    borrowed: list[tuple[BrowserContext, str, float]] = []

    def open_(
        url: str, *, width: int = 1440, height: int = 900, scheme: str = "light", zoom: float = 1, first: str = ""
    ) -> Page:
        """A page `width` by `height` device pixels large; at `zoom` 2 half as many count for the layout.

        The script `first` runs before any of the page's own.
        """
        context, complaints = readers.borrow(zoom), Complaints(urlsplit(url).netloc)
        borrowed.append((context, complaints.host, zoom))
        contexts.append((context, complaints))
        page = context.new_page()
        page.set_viewport_size({"width": int(width / zoom), "height": int(height / zoom)})
        page.emulate_media(color_scheme=scheme)
        page.add_init_script(first)
        complaints.watch(page)
        page.goto(url)
        return settled_(page)

    yield open_
    for lent in borrowed:
        readers.give_back(*lent)
    assert [found for _, complaints in contexts for found in complaints.found] == []


def patient(page: Page) -> None:
    """Let `page` be touched and looked at only while nothing runs: until then old and new may stand side by side."""
    page.add_locator_handler(page.locator(BUSY).first, lambda: None)


def reader(chromium: Browser, **how: Any) -> BrowserContext:
    """A reader with a browser of their own, who is patient."""
    context = chromium.new_context(locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce", **how)
    context.set_default_timeout(AWAITED)
    context.add_init_script(UNANSWERED)
    context.on("page", patient)
    return context


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """`phone(**context)`: a new phone each time, with nothing on it. A fault of a script of ours fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def new(**given: Any) -> Page:
        contexts.append(chromium.new_context(**{"viewport": PHONE, "has_touch": True, **given}))
        contexts[-1].set_default_timeout(AWAITED)
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield new
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="module")
def window(readers: Readers, address: str) -> Iterator[tuple[Page, Complaints]]:
    """A page through which the tests of a file look at the shared app, one after the other.

    What it shows second comes in a third of the time that a new page takes.
    """
    complaints = Complaints(urlsplit(address).netloc)
    context = readers.borrow()
    page = context.new_page()
    complaints.watch(page)
    yield page, complaints
    readers.give_back(context, complaints.host)


@pytest.fixture
def page_at(window: tuple[Page, Complaints], address: str) -> Iterator[Open]:
    """`page_at("/results?round=...", width=, height=, scheme=)` gives a settled page of the shared app, to look at."""
    page, complaints = window

    def show(path: str, *, width: int = 1440, height: int = 900, scheme: str = "light") -> Page:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(address + path)
        return settled_(page)

    yield show
    found, complaints.found = complaints.found, []
    assert found == []


@pytest.fixture
def visit() -> Callable[[Page, str], None]:
    """`visit(page, url)` opens `url`, also where the page that is left loads itself anew in that moment.

    The browser then gives up one of the two; a person would type the address again.
    """

    def visit_(page: Page, url: str) -> None:
        once_more_where(OVERTAKEN, lambda: page.goto(url), lambda: page.wait_for_timeout(A_MOMENT))

    return visit_


def once_more_where(reasons: Sequence[str], act: Callable[[], Any], pause: Callable[[], Any] = bool) -> Any:
    """What `act` gives, which is begun again after a `pause` where the browser broke it off for one of `reasons`.

    On a busy machine a navigation begun at once would itself be overtaken by what is left of the one before.
    """
    for _ in range(TRIES - 1):
        try:
            return act()
        except BrowserError as fault:
            if not any(reason in fault.message for reason in reasons):
                raise
            pause()
    return act()


def settled_(page: Page) -> Page:
    """Not by Playwright's own `wait_for_function`: it calls `eval`, which the page's policy forbids."""
    until = time.monotonic() + PATIENCE
    while not is_settled(page):
        assert time.monotonic() < until, f"{page.url} does not settle"
        page.wait_for_timeout(50)
    return page


def is_settled(page: Page) -> bool:
    try:
        return bool(page.evaluate(SETTLED))
    except BrowserError:  # it is being left for another
        return False


@pytest.fixture
def settled() -> Callable[[Page], Page]:
    """Waits until the server has done what it was asked for and nothing loads or is drawn, and gives the page back.

    What goes to the store past Streamlit, such as an answer or a draft, is awaited by `eventually`.
    """
    return settled_


@pytest.fixture
def choose() -> Callable[[Page, str, str], None]:
    """`choose(page, field, option)` chooses from a list, until the field shows what was chosen.

    A page that is drawn anew meanwhile folds the list away.
    """

    def choose_(page: Page, field: str, option: str) -> None:
        for left in reversed(range(TRIES)):
            settled_(page)
            list_ = page.get_by_role("combobox", name=field)
            try:
                list_.click(timeout=A_WHILE)
                page.get_by_role("option", name=option).click(timeout=A_WHILE)
                expect(list_).to_have_value(re.compile(re.escape(option), re.IGNORECASE), timeout=A_WHILE)
                return
            except (BrowserError, AssertionError):
                if not left:
                    raise

    return choose_


AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """ofColour => axe.run(document, {
    resultTypes: ['violations'],
    ...matchMedia('(prefers-color-scheme: dark)').matches && {runOnly: {type: 'rule', values: ofColour}},
})"""


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds in a page: a line for every element at fault, without what is known to be Streamlit's own.

    In the dark theme it looks at colours alone, in a third of the time: all else is as in the light one.
    """

    def look(page: Page) -> list[str]:
        page.wait_for_load_state()
        page.evaluate(AXE)
        return [
            f"{rule['id']} ({rule['impact']}): {node['target'][0]}: {summary(node)}"
            for rule in page.evaluate(RUN_AXE, ["color-contrast", "link-in-text-block"])["violations"]
            for node in rule["nodes"]
            if not known_to_axe(page, rule["id"], node)
        ]

    return lambda page: once_more_where(LEFT, lambda: look(page))


def summary(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks) + f" in {node['html'][:160]}"


def known_to_axe(page: Page, rule: str, node: dict[str, Any]) -> bool:
    return any(known["rule"] == rule and stands_in(page, node, **known) for known in KNOWN["axe"])


def stands_in(page: Page, node: dict[str, Any], *, element: str = "", within: str = "", **_: str) -> bool:
    """Tell whether the HTML of a node that axe-core found holds `element`, and whether it stands in a part `within`."""
    if within and not page.locator(node["target"][0]).first.evaluate("(e, part) => !!e.closest(part)", within):
        return False
    return bool(re.search(element, node["html"]))
