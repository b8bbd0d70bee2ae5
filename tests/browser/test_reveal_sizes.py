"""The reveal is right on every screen: no dot lies on another or off the table, and no count is cut or covered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from placecheck.assessment import Answer, Place
from placecheck.rubric import find_rubric
from placecheck.storage.values import Standpoint

SIZES = ((1024, 768), (1280, 720), (1366, 768), (1440, 900), (1920, 1080), (3840, 2160))

ROOMS = {
    "3 alike": [2, 2, 2],
    "3 apart": [0, 2, 4],
    "24 alike": [3] * 24,
    "60 alike": [4] * 60,
    "60 apart": [at % 8 for at in range(60)],
}
"""What each person says: a level, or from 5 up one of the ways to give none."""

NONE = ("dont_know", "not_here", "rather_not_say")

MEASURE = """() => {
    const box = one => one.getBoundingClientRect();
    const table = box(document.querySelector('.tally'));
    const dots = [...document.querySelectorAll('.tally i')].map(box);
    const counts = [...document.querySelectorAll('.tally .count')];
    const meets = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
    const inside = (a, b) => a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;
    const window_ = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
    const words = counts.map(one => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return box(range);
    });
    const names = [...document.querySelectorAll('.tally th')];
    return {
        dots: dots.length,
        overlapping: dots.filter((one, at) => dots.slice(at + 1).some(other => meets(one, other))).length,
        outside: dots.filter(one => !inside(one, table)).length,
        covered: words.filter(one => dots.some(dot => meets(one, dot))).length,
        cut: counts.filter((one, at) => !inside(words[at], box(one)) || !inside(words[at], window_)).length,
        wide: [...names, ...counts].filter(one => one.scrollWidth > one.clientWidth + 1).length,
        counts: counts.map(one => Number(one.textContent)),
        type: parseFloat(getComputedStyle(document.querySelector('.tally b')).fontSize) / innerWidth,
        smallest: Math.min(...dots.map(one => one.width)) / innerWidth,
    };
}"""  # noqa: E501


@pytest.fixture(params=ROOMS)
def room(request, store) -> tuple[str, list[int]]:
    """A workshop in which so many people answered one question, and it is shown."""
    indicator = find_rubric().by_id["mixing"].id
    place = store.add_place(Place(name=f"Hall of {request.param}"))
    round_ = store.begin_assessment(place, find_rubric(), question_set="full", date=None, together=False)
    made = store.create_workshop(round_)
    store.open_vote(made.id, [indicator])
    for level in ROOMS[request.param]:
        answer = Answer(level=level) if level < 5 else Answer(no_answer=NONE[level - 5])
        store.save_sheet(round_, None, Standpoint(paper=True), {indicator: answer}, "test")
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.set_discussion_topic(made.id, indicator)
    return made.id, ROOMS[request.param]


def faults_of(page: Page) -> dict[str, int]:
    """Return how many dots and counts are not as they should be, by what is wrong."""
    seen = page.evaluate(MEASURE)
    return {name: seen[name] for name in ("overlapping", "outside", "covered", "cut", "wide") if seen[name]}


def test_no_dot_overlaps_and_no_count_is_cut_at_any_size(room, open_at, hall_address, eventually):
    workshop, levels = room
    page: Page = open_at(f"{hall_address}/workshop?workshop={workshop}&screen=now", width=1920, height=1080)
    page.wait_for_selector(".tally i")
    people = [levels.count(level) for level in range(4, -1, -1)]
    people += [n for level in range(5, 8) if (n := levels.count(level))]
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        eventually(lambda: faults_of(page), {})  # once the page has taken its new size
        seen = page.evaluate(MEASURE)
        assert (seen["counts"], seen["dots"]) == (people, len(levels)), (width, height)
        assert seen["type"] >= 0.0187
        assert seen["smallest"] >= 0.006
