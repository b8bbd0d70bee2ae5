"""A ladder of three levels, of five or of seven fits every screen: no words lie on others, and none are cut."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from placecheck.assessment import Answer, Place
from placecheck.rubric import find_rubric, load_rubric
from placecheck.storage.values import Standpoint

SIZES = ((1024, 768), (1280, 720), (390, 844), (1440, 900), (1920, 1080), (3840, 2160))

LADDERS = {3: ("cerdded-yn-ein-pentref", "meinciau"), 5: ("", "mixing"), 7: ("la-place-du-marche", "se-parler")}
"""By the number of levels: the rubric among those of the tests, ours where it is empty, and a question of it."""

MEASURE = """inHall => {
    const lines = [], cut = [];
    const hides = style => /hidden|clip/.test(style.overflowX + style.overflowY);
    const clipped = (rect, element) => {
        for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
            const style = getComputedStyle(at);
            if (style.overflow === 'visible' || at === document.documentElement || at === document.body) continue;
            const box = at.getBoundingClientRect();
            if (box.width < 2 || box.height < 2) return 'unseen';
            if (rect.bottom < box.top + 1 || rect.top > box.bottom - 1 || rect.left > box.right - 1 || rect.right < box.left + 1) return 'unseen';
            if (hides(style) && (rect.left < box.left - 1 || rect.right > box.right + 1)) return 'cut';
        }
        return 'seen';
    };
    const walk = node => {
        if (node.nodeType === Node.TEXT_NODE && node.textContent.trim()) {
            const element = node.parentElement;
            if (!element || !element.checkVisibility({opacityProperty: true, visibilityProperty: true})) return;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const rect of range.getClientRects()) {
                if (rect.width < 1 || rect.height < 1) continue;
                const seen = clipped(rect, element);
                if (seen === 'cut') cut.push(node.textContent.trim().slice(0, 60));
                if (seen === 'seen') lines.push({node, rect, text: node.textContent.trim().slice(0, 60)});
            }
            return;
        }
        if (['SCRIPT', 'STYLE', 'OPTION', 'TEXTAREA'].includes(node.nodeName)) return;
        if (node instanceof Element && getComputedStyle(node).display === 'none') return; // a line of SVG text says it is seen
        if (inHall && node.matches?.('button, .more, [data-testid="stExpander"], [data-testid="stSelectbox"]')) return; // the facilitator's own, and what floats
        for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) walk(child);
    };
    const root = document.querySelector('[data-testid="stMainBlockContainer"]') ?? document.body;
    walk(root);
    const meets = (a, b) => {
        const [up, down] = [0.22 * Math.min(a.height, b.height), 1];
        return a.left < b.right - down && b.left < a.right - down && a.top + up < b.bottom - up && b.top + up < a.bottom - up;
    };
    const over = [];
    lines.forEach((one, at) => lines.slice(at + 1).forEach(other => {
        if (one.node !== other.node && meets(one.rect, other.rect)) over.push(`${one.text} / ${other.text}`);
    }));
    return {
        lines: lines.length, over, cut,
        wide: document.documentElement.scrollWidth > innerWidth + 1 ? [document.documentElement.scrollWidth] : [],
    };
}"""  # noqa: E501


@pytest.fixture(params=LADDERS)
def hall(request, store, checkout) -> tuple[str, str, str, int]:
    """A workshop in which people on every level answered one question: its code, its id, its round, and the levels."""
    name, indicator = LADDERS[request.param]
    rubric = load_rubric(checkout / "tests" / "data" / "rubrics" / name) if name else find_rubric()
    round_ = store.begin_assessment(
        store.add_place(Place(name=f"Hall of {request.param}")), rubric, question_set="full", date=None, together=False
    )
    made = store.create_workshop(round_)
    store.open_vote(made.id, [indicator])
    people = rubric.perspectives[:2]
    for at in range(request.param + 2):
        answer = Answer(level=at) if at < request.param else Answer(no_answer="dont_know")
        standpoint = Standpoint(perspective=people[at % 2].id, paper=True)
        store.save_sheet(round_, None, standpoint, {indicator: answer}, "test")
    return made.code, made.id, round_, request.param


def faults_of(page: Page, where: str, size: tuple[int, int]) -> list[str]:
    """What lies on something else, is cut or is wider than the window."""
    seen = page.evaluate(MEASURE, where in ("screen", "whole"))
    faults = [f"{where} {size} {kind}: {text}" for kind in ("over", "cut", "wide") for text in seen[kind]]
    return faults if seen["lines"] > 3 else [f"{where} {size}: nothing is there", *faults]


def test_words_neither_overlap_nor_are_cut_on_any_ladder_at_any_size(  # noqa: PLR0917
    hall, open_at, hall_address, store, settled, visit, eventually
):
    def look(where: str, sizes: Sequence[tuple[int, int]]) -> None:
        for size in sizes:
            page.set_viewport_size({"width": size[0], "height": size[1]})
            eventually(lambda size=size: faults_of(page, where, size), [])

    code, workshop, round_, levels = hall
    indicator = LADDERS[levels][1]
    page: Page = open_at(f"{hall_address}/workshop?workshop={workshop}&screen=now")
    page.goto(f"{hall_address}/join/{code}")
    page.get_by_role("button", name="Join").click()
    page.wait_for_url("**/join/here")
    visit(page, f"{hall_address}/join/ask/{indicator}")
    expect(page.locator("[name=level]")).to_have_count(levels)
    look("phone", SIZES)
    store.close_vote(workshop)
    store.reveal(workshop, 1)
    store.set_discussion_topic(workshop, indicator)
    for where, address in (
        ("screen", f"workshop?workshop={workshop}&screen=now"),
        ("results", f"results?round={round_}"),
        ("answer", f"answer?round={round_}&show=one&indicator={indicator}"),
        ("perspectives", f"voices?round={round_}&indicator={indicator}"),
        ("whole", f"workshop?workshop={workshop}&screen=now"),
    ):
        if where == "whole":
            store.show_on_screen(workshop, "overview")
        visit(page, f"{hall_address}/{address}")
        settled(page)
        look(where, SIZES)
