"""The place's own pages in a browser: sorted by keys alone, read by everyone, asking for nothing from anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from placecheck.assessment import read_assessment
from placecheck.place import Slip, SlipGroup, read_place_file
from placecheck.web.pages.listening import MAX_SHOWN

CHECKOUT = Path(__file__).resolve().parents[2]
PAGES = ("what-is-here", "listening", "what-became-of-it")
FOLDED = ("listening", "share")
"""Pages of which most is folded away: the grid to type slips into, the board, the texts to tick."""
SLIPS, BY_ONE = 200, 2


@pytest.fixture
def saltby(store) -> tuple[str, str]:
    """A copy of Saltby with its cards: the assessment and the place."""
    assessment = store.add_assessment(*read_assessment(CHECKOUT / "examples/saltby-2026.yaml"))
    place = store.assessment_summary(assessment).place_id
    store.keep_cards(place, read_place_file(CHECKOUT / "examples/places/saltby.yaml").cards, "test")
    return assessment, place


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 390)])
def test_axe_finds_nothing_on_the_pages_of_the_place_and_they_fit_their_screen(  # noqa: PLR0917
    open_at, hall_address, settled, saltby, axe, scheme, width
):
    page = open_at(hall_address, scheme=scheme, width=width)
    found, wider = {}, {}
    for path in (
        *(f"{page_}?round={saltby[0]}" for page_ in PAGES),
        f"what-is-here?round={saltby[0]}&card=legion",
    ):
        page.goto(f"{hall_address}/{path}")
        found[path] = axe(settled(page))
        wider[path] = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert found == {path: [] for path in found}
    assert {path: more for path, more in wider.items() if more > 0} == {}


@pytest.mark.parametrize("path", FOLDED)
def test_axe_finds_nothing_in_what_a_page_folds_away_and_it_fits_a_phone(  # noqa: PLR0917
    open_at, hall_address, settled, saltby, axe, path, eventually
):
    page = open_at(f"{hall_address}/{path}?round={saltby[0]}")
    shut = page.locator("details:not([open]) > summary")
    while shut.count():
        shut.evaluate_all("summaries => summaries.forEach(summary => summary.click())")
        settled(page)
    assert axe(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    eventually(lambda: page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), True)


@pytest.fixture
def pile(store, saltby) -> tuple[str, str]:
    """Saltby with two groups and two hundred slips on the pile, and nothing else."""
    assessment, place = saltby
    for kept in store.place_cards(place):
        store.remove_card(place, kept.card.id, "test")
    groups = [SlipGroup(id="one-bus", words="The bus"), SlipGroup(id="two-lido", words="The lido")]
    store.keep_cards(place, [*groups, *(Slip(id=f"s{n}", words=f"Slip number {n}") for n in range(SLIPS))], "test")
    return assessment, place


def slips_of(store, place) -> list[Slip]:
    return [kept.card for kept in store.place_cards(place) if isinstance(kept.card, Slip)]


def test_two_hundred_slips_are_sorted_by_keys_alone_and_each_is_on_the_agenda_once(
    *, open_at, hall_address, settled, store, pile, eventually
):
    page = open_at(f"{hall_address}/listening?round={pile[0]}")
    for number in range(BY_ONE):  # one after the other, as they stand on the page
        expect(page.get_by_role("heading", name=f"Slip number {number}", exact=True)).to_be_visible()
        page.keyboard.press("1" if number % 2 else "2")
        settled(page)
    page.locator("summary").filter(has_text="All slips at a glance").focus()
    page.keyboard.press("Enter")  # and the rest on the board, where a key needs no page
    expect(page.locator("section[data-column=''] button")).to_have_count(SLIPS - BY_ONE)
    page.locator("section[data-column=''] button").first.focus()
    for number in range(BY_ONE, SLIPS):
        page.keyboard.press("1" if number % 2 else "2")
    expect(page.get_by_text("Every slip is in a group, or is left out.")).to_be_visible()
    groups = lambda: [slip.groups for slip in slips_of(store, pile[1])]  # noqa: E731
    eventually(groups, [("two-lido",), ("one-bus",)] * (SLIPS // 2))
    expect(page.locator("li").filter(has_text="“Slip number ")).to_have_count(2 * MAX_SHOWN)
    expect(page.get_by_text(f"{SLIPS // 2 - MAX_SHOWN} more are in the agenda to print.")).to_have_count(2)


def test_a_slip_is_dragged_from_the_pile_into_a_group_and_by_a_key_into_a_second(
    *, open_at, hall_address, settled, store, pile, axe, eventually
):
    page = open_at(f"{hall_address}/listening?round={pile[0]}")
    page.get_by_text("All slips at a glance").click()
    settled(page)
    slip = page.locator("section[data-column=''] button").first
    slip.drag_to(page.locator("section[data-column='one-bus']"))
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    page.locator("section[data-column='one-bus'] button").first.focus()
    page.keyboard.press("Shift+Digit2")
    expect(page.locator("section[data-column='two-lido'] button")).to_have_count(1)
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    eventually(lambda: slips_of(store, pile[1])[0].groups, ("one-bus", "two-lido"))
    assert axe(settled(page)) == []
