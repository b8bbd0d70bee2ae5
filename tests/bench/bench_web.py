"""The dashboard: a tap until it is saved, the results page, two hundred people at once, and what the settings bring.

Run from anywhere: `python tests/bench/bench_web.py`. A tap is timed in Chromium (left out without it); the rest speaks
to the server without a browser. The crowd takes `--seconds`, twice. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import load
import streamlit
from playwright.sync_api import Browser, Page, sync_playwright
from serve import Server, bare, ours
from table import head, line, pairs, row, shown
from visitor import Visitor

from placecheck.assessment import Place
from placecheck.rubric import find_rubric
from placecheck.storage import open_store

RESULTS = ("results", "round=example-marsh-lane")  # 42 indicators, 14 voices
TAPS = 15
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MEGA = 1e6
MAX_FIRST_LOAD = 1.2
"""The most that a first load without a cache may send, in megabytes."""

UNTIL_SAVED = """card => new Promise(done => {
    const from = performance.now()
    const observer = new MutationObserver(() => {
        if (!card.textContent.includes('Saved.')) return
        observer.disconnect()
        done((performance.now() - from) / 1000)
    })
    observer.observe(card, {subtree: true, childList: true, characterData: true})
    card.querySelector('input[type="radio"]').click()
})"""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=120.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        assessments = begun(Path(folder), given.sessions)
        with ours(Path(folder)) as app:
            page(runner, app)
            tap(app, f"/answer?round={assessments[0]}", "main [class*='st-key-question-']")
            sent(app)
            first_load(app)
        settings(runner)
        crowd(runner, Path(folder), assessments, given.seconds)


def begun(data: Path, number: int) -> list[str]:
    """As many assessments as `number`, each begun by one voice and not yet answered; their ids."""
    store, rubric = open_store(data), find_rubric()
    places = (store.add_place(Place(name=f"Place {at}")) for at in range(number))
    assessments = [
        store.begin_assessment(place, rubric, question_set="full", date=None, together=True) for place in places
    ]
    store.close()
    return assessments


def page(runner: asyncio.Runner, app: Server) -> None:
    """One rerun of the results page, at the server."""
    head("The results page")
    with bare("chart") as plain:
        mine = runner.run(Visitor(app.address, *RESULTS).open())
        other = runner.run(Visitor(plain.address).open())
        row(
            "one rerun at the server; a bare page with one chart",
            lambda: runner.run(mine.rerun()),
            lambda: runner.run(other.rerun()),
            allowed=2.5,
        )


def tap(app: Server, path: str, card: str) -> None:
    """A tap on the first level in the first `card` of a page, until the card says that it is saved."""
    if CHROMIUM is None:
        print("\nWithout Chromium nobody taps.")
        return
    head("Answering")
    with bare("radio") as plain, chromium() as browser:
        both = [(opened(browser, app.address + path), card), (opened(browser, plain.address), "main")]
        taken: list[list[float]] = [[], []]
        for _ in range(TAPS):
            for which, (here, where) in enumerate(both):
                taken[which].append(saved(here, where))
        pairs("a tap until it is saved; a bare page with one radio", *taken, allowed=1.5)


def saved(here: Page, where: str) -> float:
    """Seconds from a tap to the word; then the answer is taken back."""
    card = here.locator(where).first
    taken = card.evaluate(UNTIL_SAVED)
    settle(here)
    card.get_by_role("button", name=re.compile("^Take")).click()
    card.get_by_text("Saved.").wait_for(state="detached")
    settle(here)
    return taken


def opened(browser: Browser, url: str) -> Page:
    here = browser.new_page()
    here.goto(url)
    here.locator('input[type="radio"]').first.wait_for(state="attached")
    settle(here)
    return here


def settle(here: Page) -> None:
    here.locator('[data-test-script-state="notRunning"]').wait_for()
    here.wait_for_timeout(300)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--no-proxy-server"])
        yield browser
        browser.close()


def sent(app: Server) -> None:
    """Bytes of the scripts and styles that the first page names, and of those for a chart."""
    head("What is sent")
    with bare("chart") as plain:
        files = re.findall(r'"\./(static/[^"]+\.(?:js|css))"', fetched(f"{app.address}/").decode())
        folder = Path(streamlit.__file__).parent / "static"
        files += [path.relative_to(folder).as_posix() for path in folder.rglob("PlotlyChart.*.js")]
        mine, other = (sum(len(fetched(f"{server.address}/{file}")) for file in files) for server in (app, plain))
        line(
            f"{len(files)} scripts and styles, brotli; as Streamlit sends them",
            f"{mine / MEGA:.2f} MB",
            f"{other / MEGA:.2f} MB",
            mine / other,
            allowed=0.35,
        )


def first_load(app: Server) -> None:
    """Everything that a browser without a cache takes for the front page and for a page of results, as it is sent."""
    if CHROMIUM is None:
        print("\nWithout Chromium nothing is loaded.")
        return
    with chromium() as browser:
        for name, path in (("the front page", ""), ("results", f"{RESULTS[0]}?{RESULTS[1]}")):
            sizes: list[float] = []
            with browser.new_context() as context:
                here = context.new_page()
                network = context.new_cdp_session(here)
                network.send("Network.enable")
                network.on(
                    "Network.loadingFinished", lambda event, sizes=sizes: sizes.append(event["encodedDataLength"])
                )
                here.goto(f"{app.address}/{path}")
                settle(here)
                here.wait_for_load_state("networkidle")
            mega = sum(sizes) / MEGA
            line(
                f"first load of {name}: {len(sizes)} files; the most that it may be",
                f"{mega:.2f} MB",
                f"{MAX_FIRST_LOAD} MB",
                mega / MAX_FIRST_LOAD,
                allowed=1,
            )


def fetched(url: str) -> bytes:
    """What comes over the wire for a browser that takes brotli."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    opener.addheaders = [] if url.endswith("/") else [("Accept-Encoding", "br")]
    with opener.open(url) as response:
        return response.read()


def settings(runner: asyncio.Runner) -> None:
    """Each setting with and without, on bare pages."""
    head("What the settings bring")
    with bare("radio", "--asyncio") as mine, bare("radio", "--asyncio", "--delay") as other:
        here, there = (runner.run(Visitor(server.address).open()) for server in (mine, other))
        row(
            "one rerun with TCP_NODELAY; without",
            lambda: runner.run(here.rerun()),
            lambda: runner.run(there.rerun()),
            allowed=0.5,
        )
    taken = []
    for how in ((), ("--gc",)):
        with bare("radios", *how) as server:
            taken.append(load.p95(busy(runner, [Visitor(server.address) for _ in range(50)], 20)))
    line(
        "50 people, p95, no collection after runs; with",
        shown(taken[0]),
        shown(taken[1]),
        taken[0] / taken[1],
        allowed=0.5,
    )


def busy(runner: asyncio.Runner, visitors: Sequence[Visitor], seconds: float) -> list[float]:
    runner.run(load.arrive(visitors))
    return runner.run(load.taps(visitors, seconds))


def crowd(runner: asyncio.Runner, data: Path, assessments: Sequence[str], seconds: float) -> None:
    """Everyone answers at once, each in an assessment of their own; as many are at a bare page with thirty radios."""
    head(f"{len(assessments)} people at once, a tap every {load.EVERY:g} seconds each, for {seconds:g} seconds")
    with bare("radios") as server:
        other = load.p95(busy(runner, [Visitor(server.address) for _ in assessments], seconds))
    with ours(data) as server:
        visitors = [Visitor(server.address, "answer", f"round={id_}") for id_ in assessments]
        runner.run(load.arrive(visitors))
        runner.run(load.taps(visitors, seconds / 4))
        before = server.memory()
        mine = load.p95(runner.run(load.taps(visitors, seconds)))
        after = server.memory()
    line("p95 of a tap; a bare page with 30 radios", shown(mine), shown(other), mine / other, allowed=3)
    line("memory at the end; once all had tapped", f"{after:.0f} MB", f"{before:.0f} MB", after / before, allowed=1.1)


if __name__ == "__main__":
    main()
