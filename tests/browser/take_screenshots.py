"""Take the pictures in `docs/screenshots` anew: every page in three sizes and two themes (`make screenshots`)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from conftest import FLAGS, PROGRAM, SETTLED
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from placecheck.assessment import Place, read_assessment
from placecheck.rubric import find_rubric
from placecheck.storage import Store, open_store
from placecheck.storage.rehearsal import let_them_answer, rehearse

CHECKOUT = Path(__file__).resolve().parents[2]
OUT = CHECKOUT / "docs/screenshots"

SIZES = {"desktop": (1440, 900), "projector": (1920, 1080), "phone": (390, 844)}
THEMES = ("light", "dark")
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
PAGES = {
    "places": "/",
    "many": "/many",
    "start": "/start",
    "place": "/place?round={own}",
    "answer": "/answer?round={own}",
    "results": "/results?round=example-marsh-lane",
    "closer": "/closer?round=example-marsh-lane&indicator=mixing",
    "next-steps": "/next-steps?round={own}",
    "own-words": "/own-words?round={own}",
    "history": "/history?round={own}",
    "side-by-side": "/side-by-side?beside=example-marsh-lane,example-llanfair-y-bont,example-saltby-2026&side=agency",
    "side-by-side-hall": "/side-by-side?beside=example-marsh-lane,example-llanfair-y-bont,example-saltby-2026"
    "&side=agency&screen=now",
    "then-and-now": "/then-and-now?round=example-saltby-2026",
    "voices": "/voices?round=example-marsh-lane&side=agency",
    "share": "/share?round=example-marsh-lane",
    "on-paper": "/on-paper?round={own}",
    "keying": "/keying?round={own}",
    "workshop": "/workshop?workshop={workshop}",
    "big-screen": "/workshop?workshop={workshop}&screen=now",
    "discussion": "/discussion",
    "passage": "/passage?round=example-marsh-lane&indicator=mixing&passage={passage}",
    "about": "/about",
}
COLOURS = 256
"""Enough for pages of few colours, the small marks of a picture included, and half the bytes."""


@contextmanager
def app(data: Path) -> Iterator[str]:
    """The app on a free port, with `data` as its folder; its address."""
    command = [sys.executable, "-m", "placecheck", "run", "--port", "0", "--data", str(data)]
    running = subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    try:
        said = running.stdout.readline() if running.stdout else ""
        yield re.search(r"http://\S+", said)[0]  # type: ignore[index]
    finally:
        running.terminate()
        running.wait()


def take(browser: Browser, url: str, name: str, size: str, theme: str) -> None:
    """One picture of one page."""
    width, height = SIZES[size]
    phone = {"user_agent": PHONE, "is_mobile": True, "has_touch": True} if size == "phone" else {}
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=theme,
        reduced_motion="reduce",
        locale="en-GB",
        **phone,
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_function(SETTLED, timeout=120_000)
    page.wait_for_timeout(500)  # the last of Plotly's drawing
    picture = Image.open(BytesIO(page.screenshot()))
    picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).save(
        OUT / f"{name}-{size}-{theme}.png", optimize=True
    )
    context.close()


def rehearsal(store: Store) -> str:
    """A workshop of made-up voices whose first round is shown; its id."""
    rubric = find_rubric()
    made = rehearse(store, store.add_place(Place(name="Ore Valley")), rubric)
    store.open_vote(made.id, [one.id for one in rubric.indicators() if one.starter])
    let_them_answer(store, made.id)
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    return made.id


def main() -> None:
    """Take the pictures of the pages that the command line names, else all."""
    only = sys.argv[1:]
    if not only:
        shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        rounds = {
            "own": store.add_assessment(*read_assessment(CHECKOUT / "examples/saltby-2026.yaml"), by="file"),
            "workshop": rehearsal(store),
            "passage": quote(find_rubric().by_id["mixing"].support_ids[0], safe=""),
        }
        store.close()
        with app(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
            for name, path in PAGES.items():
                if only and name not in only:
                    continue
                for size in SIZES:
                    for theme in THEMES:
                        take(browser, address + path.format(**rounds), name, size, theme)
            browser.close()


if __name__ == "__main__":
    main()
