"""A workshop over HTTP: 30, 200 and 500 phones that join and answer, at their own pace and then all at once.

Run from anywhere: `python tests/bench/bench_workshop.py`. Held against a bare Starlette route that writes one row to
SQLite and commits it, under the same load in the same run; with `--postgres`, both to one PostgreSQL server. The load
runs on the same machine and takes its share of both. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from phone import Phone, all_join
from playwright.sync_api import Browser, sync_playwright
from postgres import postgres
from serve import HERE, Server, _running, ours
from table import fact, head, line, pairs, told

from placecheck.assessment import Place
from placecheck.rubric import find_rubric
from placecheck.storage import NewWorkshop, Store, open_store

CROWDS = (30, 200, 500)
THINK = 6.0
"""Seconds from one answer of a person to the next, on average: quicker than anybody thinks."""

WARM_UP = 8.0
"""Seconds in which the app loads the pages of its dashboard, which is no part of this."""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FIRST_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
    const found = list.getEntriesByName('first-contentful-paint')[0]
    if (found) done(found.startTime)
}).observe({type: 'paint', buffered: true}))"""

Sent = dict[Phone, dict[str, int]]
ASKED = [one.id for one in find_rubric().indicators() if one.starter]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    if not given.postgres:
        measure(given.seconds)
        return
    with postgres() as server:
        measure(given.seconds, server.address)
        head("The database")
        told("memory of PostgreSQL after all of it, that of the bare route included", f"{server.memory():.0f} MB", "")


def measure(seconds: float, address: str = "") -> None:
    """Every table, with what is said kept at `address`, or in SQLite files."""
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        data = Path(folder) / "data"
        plain = [sys.executable, str(HERE / "bare/post.py"), address or f"{folder}/bare.sqlite3"]
        store = open_store(address or data)
        with ours(data, address) as app, _running(plain) as bare:
            runner.run(asyncio.sleep(WARM_UP))
            made = begun(store)
            size = first_page(runner, app, made)
            paint(f"{app.address}/join/{made.code}", f"{bare.address}/page/{size}")
            for crowd in CROWDS:
                runner.run(hall(store, app, bare, crowd, seconds))
        store.close()


def begun(store: Store) -> NewWorkshop:
    """A workshop with all starters open."""
    place = store.add_place(Place(name="Town hall"))
    made = store.create_workshop(
        store.begin_assessment(place, find_rubric(), question_set="starter", date=None, together=False)
    )
    store.open_vote(made.id, ASKED)
    return made


def first_page(runner: asyncio.Runner, app: Server, made: NewWorkshop) -> int:
    """How much a phone loads before it shows the first page, in bytes."""
    phone = Phone(app.address)
    page = runner.run(phone.ask("GET", f"/join/{made.code}"))[2]
    files = re.findall(rb'(?:href|src)="(/join/files/[^"]+)"', page)
    size = len(page) + sum(len(runner.run(phone.ask("GET", path.decode()))[2]) for path in files)
    head("A participant's first page with all it needs; the reference is what the issue allows")
    line("kilobytes, not compressed", f"{size / 1000:.1f} kB", "30 kB", size / 30_000, allowed=1)
    return size


def paint(ours_: str, plain: str, rounds: int = 5) -> None:
    """How soon a slow phone shows the first page; a page of the same size in one piece beside it."""
    if CHROMIUM is None:
        return
    taken: list[list[float]] = [[], []]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--no-proxy-server"])
        for turn in range(rounds):
            for which in (0, 1) if turn % 2 else (1, 0):
                taken[which].append(painted(browser, (ours_, plain)[which]))
        browser.close()
    head("A slow phone: a processor four times slower, 1.6 Mbit/s, 150 ms; beside one file of the same size")
    pairs("first paint of the first page", *taken, allowed=2)


def painted(browser: Browser, address: str) -> float:
    """Seconds until something can be read."""
    with closing(browser.new_context(viewport={"width": 390, "height": 844})) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
        session.send("Network.emulateNetworkConditions", slow)
        page.goto(address)
        return page.evaluate(FIRST_PAINT) / 1000


async def hall(store: Store, app: Server, bare: Server, crowd: int, seconds: float) -> None:
    """One crowd: joins, answers at its own pace, answers all at once; then nothing may be lost."""
    made = begun(store)
    phones, others = ([Phone(at.address) for _ in range(crowd)] for at in (app, bare))
    before = time.perf_counter()
    await all_join(phones, made.code)
    joined = time.perf_counter() - before
    head(f"{crowd} phones, {app.memory():.0f} MB; they joined in {joined:.1f} s; beside a bare route that writes a row")
    sent: Sent = {}
    for what, how, rounds in (("at their own pace", seconds, 2), ("all at once", 0.0, 6)):
        await under_load(what, how, rounds, ((phones, sent), (others, {})))
    told("most memory so far", *(f"{one.most_memory():.0f} MB" for one in (app, bare)))
    told("errors, or answers not confirmed", "none", "none")  # either ends the run
    fact(f"nothing lost of {sum(map(len, sent.values()))} confirmed answers", holds=all_kept(store, sent))


async def under_load(what: str, how: float, rounds: int, crews: tuple[tuple[list[Phone], Sent], ...]) -> None:
    """Both crews answer in turns; what the answers took, and how many came in a second."""
    taken: list[list[list[float]]] = [[], []]
    rates: list[list[float]] = [[], []]
    for turn in range(rounds):
        for which in (0, 1) if turn % 2 else (1, 0):
            began = time.perf_counter()
            taken[which].append(await answers(crews[which][0], how, crews[which][1]))
            rates[which].append(len(taken[which][-1]) / (time.perf_counter() - began))
    for share in (0.5, 0.95, 0.99):
        mine, other = ([nth(times, share) for times in side] for side in taken)
        pairs(f"{what}: p{share * 100:.0f}", mine, other, allowed=2)
    told(f"{what}: requests per second", *(f"{statistics.median(side):.0f}" for side in rates))


async def answers(phones: list[Phone], seconds: float, sent: Sent) -> list[float]:
    """Everyone answers for so long, with time to think; once, at the same moment, where `seconds` is 0."""
    taken: list[float] = []
    await asyncio.gather(*(_person(phone, seconds, taken, sent.setdefault(phone, {})) for phone in phones))
    return taken


async def _person(phone: Phone, seconds: float, taken: list[float], sent: dict[str, int]) -> None:
    chance = random.Random()  # noqa: S311 (not for secrets)
    until = time.perf_counter() + seconds
    await asyncio.sleep(chance.uniform(0, THINK) if seconds else 0)
    while True:
        indicator, level = chance.choice(ASKED), chance.randrange(5)
        before = time.perf_counter()
        if not await phone.answer(indicator, level):
            raise SystemExit("an answer was not confirmed")
        taken.append(time.perf_counter() - before)
        sent[indicator] = level
        pause = chance.uniform(0.5 * THINK, 1.5 * THINK)
        if time.perf_counter() + pause > until:
            return
        await asyncio.sleep(pause)


def nth(taken: list[float], share: float) -> float:
    """The time below which this share of all stayed."""
    return sorted(taken)[min(int(len(taken) * share), len(taken) - 1)]


def all_kept(store: Store, sent: Sent) -> bool:
    """Whether every phone's last confirmed answers are what the store has."""
    return all(
        {id_: answer.level for id_, answer in store.own_answers(phone.code).answers.items()} == levels
        for phone, levels in sent.items()
    )


if __name__ == "__main__":
    main()
