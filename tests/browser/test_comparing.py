"""Places side by side, and then and now, as a facilitator does it in front of people."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from placecheck.assessment import read_assessment

CHECKOUT = Path(__file__).resolve().parents[2]
BESIDE = "/side-by-side?beside=example-marsh-lane,example-llanfair-y-bont,example-kingfisher-meadows&side=agency"


def said(page: Page, name: str) -> str:
    """What the address says under `name`."""
    return parse_qs(urlsplit(page.url).query).get(name, [""])[0]


def test_two_files_that_others_sent_stand_side_by_side_and_go_to_the_printer(open_at, hall_address, settled, store):
    page = open_at(f"{hall_address}/side-by-side")
    files = [CHECKOUT / f"examples/{name}.yaml" for name in ("llanfair-y-bont", "marsh-lane")]
    page.locator('input[type="file"]').set_input_files(files)
    expect(page.get_by_text("marsh-lane.yaml")).to_be_visible()
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("heading", name="Places to meet", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("beside=[^&]+(,|%2C)"))
    beside = [store.assessment(id_).place.name for id_ in said(page, "beside").split(",")]
    assert sorted(beside) == ["Llanfair-y-bont", "Marsh Lane"]

    page.get_by_text("Local funding", exact=True).first.click()
    expect(page.get_by_role("heading", name="Local funding", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("side=local-funding"))
    page.reload()
    settled(page)
    expect(page.get_by_role("heading", name="Local funding", exact=True)).to_be_visible()
    expect(page.get_by_text("A Llanfair-y-bont").first).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("button", name="Print all of it (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_what_moved_and_why_is_written_down_once_and_stays(open_at, hall_address, settled, store, eventually):
    then = store.add_assessment(*read_assessment(CHECKOUT / "examples/saltby-2025.yaml"))
    rubric, second = read_assessment(CHECKOUT / "examples/saltby-2026.yaml")
    now = store.add_assessment(
        rubric, second.model_copy(update={"causes": {}}), store.assessment_summary(then).place_id
    )
    page = open_at(f"{hall_address}/then-and-now?round={now}")
    expect(page.get_by_text(re.compile(r"\d+ questions moved by more than what is not known"))).to_be_visible()
    page.locator("summary").filter(has_text="Places to meet").click()
    box = page.get_by_label("What do people think moved it?").first
    box.fill("Ask the county about the library")
    box.press("Control+Enter")
    causes = lambda: {id_: cause.because for id_, cause in store.assessment(now).causes.items()}  # noqa: E731
    eventually(causes, {"places-to-meet": "Ask the county about the library"})
    page.reload()
    settled(page)
    expect(page.get_by_label("What do people think moved it?").first).to_have_value("Ask the county about the library")


SCENE = """() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const [words, keys] = [box("h1"), box(".st-key-screen-keys")];
  return [words.top, box(".st-key-screen-picture").height, box(".st-key-big-screen").bottom, keys.top];
}"""


@pytest.mark.parametrize(("width", "height", "share"), [(1024, 768, 0.4), (1440, 900, 0.5), (1920, 1080, 0.57)])
@pytest.mark.parametrize("about", ["", "&side=local-funding&indicator=small-groups-in"], ids=["dimension", "longest"])
def test_a_scene_of_the_comparison_uses_a_screen_from_its_top_to_its_keys(page_at, width, height, share, about):
    page = page_at(f"{BESIDE}{about}&screen=now", width=width, height=height)
    top, picture, end, keys = page.evaluate(SCENE)
    assert top < 60
    assert picture > share * height
    assert end <= keys


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_things_stand_side_by_side(page_at, settled, axe, scheme):
    page = page_at(BESIDE, scheme=scheme)
    page.get_by_text("Choose the places: two to twelve").click()
    expect(page.get_by_text("In which order?")).to_be_visible()
    found = {"side-by-side": axe(settled(page))}
    for path in (
        "/then-and-now?round=example-saltby-2026",
        "/voices?round=example-marsh-lane&side=agency",
    ):
        found[path] = axe(page_at(path, scheme=scheme))
    assert [fault for faults in found.values() for fault in faults] == []


@pytest.mark.parametrize("path", [BESIDE, "/then-and-now?round=example-saltby-2026"], ids=["places", "rounds"])
def test_nothing_is_wider_than_a_phone(page_at, path):
    page = page_at(path, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('[data-testid=stMain]')].every(m => m.scrollWidth <= m.clientWidth)"
    )


def test_the_keyboard_alone_turns_from_one_dimension_to_the_next(page_at):
    page = page_at(BESIDE)
    page.get_by_role("radio", name="Agency", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Shared leadership", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("side=shared-leadership"))
