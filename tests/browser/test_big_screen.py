"""The big screen: read from ten metres in every state, and led from any window."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from placecheck.assessment import Action, Agreed, Place
from placecheck.rubric import find_rubric
from placecheck.storage import NewWorkshop, Store
from placecheck.storage.rehearsal import let_them_answer, rehearse
from placecheck.web.routes.passage_screen import ADDRESS

LEAST, MIN_OF_KEYS = 36, 24
"""Pixels of type at 1920 by 1080: what the room reads, and what the facilitator reads at the laptop (decision 123)."""

STARTERS = [one for one in find_rubric().indicators() if one.starter]
NOTES = "Write the scribe's next note on this"

WORDS = """() => {
    const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const words = walk.currentNode, around = document.createRange(), at = words.parentElement;
        around.selectNodeContents(words);
        const box = around.getBoundingClientRect();
        const seen = at.checkVisibility({visibilityProperty: true, opacityProperty: true}) && box.right > 0 && box.bottom > 0;
        if (!words.data.trim() || !seen || box.width < 2) continue;
        const scale = at.closest('svg') ? at.getScreenCTM().a : 1;
        found.push([words.data.trim(), parseFloat(getComputedStyle(at).fontSize) * scale, !!at.closest('.st-key-screen-keys, nav')]);
    }
    return found;
}"""  # noqa: E501
"""Every word that is seen, with its size in pixels, and whether it is one of the keys."""


@pytest.fixture
def made(store: Store) -> NewWorkshop:
    """A rehearsal at a new place, with nothing open yet."""
    return rehearse(store, store.add_place(Place(name="Ore Valley")), find_rubric())


@pytest.fixture
def screen(open_at: Callable[..., Page], hall_address: str, made: NewWorkshop) -> Page:
    return open_at(f"{hall_address}/workshop?workshop={made.id}&screen=now", width=1920, height=1080)


@pytest.fixture
def shown(store: Store, made: NewWorkshop) -> NewWorkshop:
    """The same, once everything was answered and is shown."""
    store.open_vote(made.id, [one.id for one in STARTERS])
    let_them_answer(store, made.id)
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.show_on_screen(made.id, "now")
    return made


def too_small(page: Page) -> list[list]:
    """What is seen and cannot be read from where it should be."""
    words = page.evaluate(WORDS)
    assert len(words) > 1
    return [one for one in words if round(one[1], 1) < (MIN_OF_KEYS if one[2] else LEAST)]


def test_every_word_in_every_state_is_read_from_ten_metres(store, made, screen, settled):
    first = STARTERS[0]
    round_ = store.workshop_summary(made.id).assessment_id

    def begin(open_: Callable[[], object]) -> None:
        open_()
        let_them_answer(store, made.id)

    def decide() -> None:
        store.save_agreed(round_, first.id, Agreed(level=2, sure="fairly", minority="not in winter"), "test")
        store.add_action(round_, Action(what="Open the hall on Sundays", who="the hall committee"), "test")
        store.show_on_screen(made.id, "read-back")

    steps: dict[str, tuple[Callable[[], object], str | re.Pattern[str]]] = {
        "before": (lambda: None, re.compile("^Look at")),
        "open": (lambda: begin(lambda: store.open_vote(made.id, [one.id for one in STARTERS])), "Please answer now"),
        "closed": (lambda: store.close_vote(made.id), "The question round is closed"),
        "all of it": (lambda: store.reveal(made.id, 1), re.compile(r"(strong|grow|known)[;.]|such as|Strong here")),
        "shown": (lambda: store.set_discussion_topic(made.id, first.id), first.name),
        "passage": (lambda: store.show_on_screen(made.id, "passage"), "What this rests on"),
        "code": (lambda: store.show_on_screen(made.id, "code"), "Join in"),
        "second vote": (lambda: begin(lambda: store.vote_again(made.id, first.id)), f"Second vote: {first.name}"),
        "second closed": (lambda: store.close_vote(made.id), "The question round is closed"),
        "second shown": (lambda: store.reveal(made.id, 2), first.name),
        "read back": (decide, "What we agreed"),
        "agreed": (lambda: store.show_on_screen(made.id, "agreed"), "What we agreed"),
        "next steps": (lambda: store.show_on_screen(made.id, "steps"), "What we will try"),
        "over": (lambda: store.end_workshop(made.id), re.compile(r"(strong|grow|known)[;.]|such as")),
    }
    found = {}
    for state, (move, heading) in steps.items():
        move()
        expect(screen.get_by_role("heading", name=heading).first).to_be_visible()
        found[state] = too_small(settled(screen))
    assert {state: words for state, words in found.items() if words} == {}


def test_every_word_of_a_passage_on_the_big_screen_is_read_from_ten_metres(hall_address, chromium):
    page = chromium.new_page(viewport={"width": 1920, "height": 1080})
    page.goto(f"{hall_address}{ADDRESS}?{urlencode({'passage': find_rubric().by_id['mixing'].support_ids[0]})}")
    assert too_small(page) == []
    page.close()


RUNS = """() => {
    window.runs = 0;
    const app = document.querySelector('[data-test-script-state]');
    new MutationObserver(() => window.runs++).observe(app, {attributeFilter: ['data-test-script-state']});
}"""


LEFT = re.compile(r"^[0-4]:[0-5]\d left$")


def test_numbers_and_the_clock_change_on_a_page_that_is_not_drawn_anew(hall_address, open_at, store, made):
    store.open_vote(made.id, [STARTERS[0].id])
    desk = open_at(f"{hall_address}/workshop?workshop={made.id}")
    desk.evaluate(RUNS)
    let_them_answer(store, made.id)
    store.set_timer(made.id, datetime.now(UTC) + timedelta(minutes=5))
    expect(desk.get_by_role("timer")).to_have_text(LEFT)
    before = desk.get_by_role("timer").inner_text()
    expect(desk.get_by_role("timer")).not_to_have_text(before)
    expect(desk.get_by_role("timer")).to_have_text(LEFT)
    assert desk.get_by_role("timer").inner_text() < before
    expect(desk.get_by_text(re.compile(r"^(\d+) of \1 answers are in"))).to_be_visible()
    assert desk.evaluate("window.runs") == 0


IN_ONE_BREATH = """async ([first, second, pause]) => {
    const radio = name => [...document.querySelectorAll('[role=radio]')].find(one => one.textContent.trim() === name);
    radio(first).click();
    await new Promise(done => setTimeout(done, pause));
    radio(second).click();
}"""
"""Two clicks so many milliseconds apart, quicker than Playwright would be."""


@pytest.mark.parametrize("pause", [0, 20, 60])
def test_two_clicks_in_one_breath_both_count(hall_address, open_at, store, shown, pause, eventually):  # noqa: PLR0917
    desk = open_at(f"{hall_address}/workshop?workshop={shown.id}&part=talk")
    desk.evaluate(IN_ONE_BREATH, ["4 Read back", "the join code", pause])
    expect(desk.get_by_text("Read this aloud.")).to_be_visible()
    expect(desk.get_by_role("radio", name="4 Read back")).to_be_checked()
    expect(desk).to_have_url(re.compile("part=read-back"))
    eventually(lambda: store.workshop(shown.id).scene, "code")


def test_words_that_one_leaves_by_a_click_on_something_else_are_kept(
    *, hall_address, open_at, store, shown, settled, eventually
):
    desk = open_at(f"{hall_address}/workshop?workshop={shown.id}&part=talk&indicator={STARTERS[0].id}")
    desk.get_by_label(NOTES).fill("few go out after six")
    desk.get_by_text("the join code", exact=True).click()
    settled(desk)
    expect(desk.get_by_role("radio", name="the join code")).to_be_checked()
    eventually(lambda: store.workshop(shown.id).scene, "code")
    eventually(lambda: store.workshop(shown.id).notes_on(STARTERS[0].id), ("few go out after six",))


def test_what_is_chosen_on_the_facilitators_page_is_on_the_big_screen(
    *, hall_address, open_at, shown, screen, choose, settled
):
    desk = open_at(f"{hall_address}/workshop?workshop={shown.id}&part=talk")
    for one in STARTERS[3:1:-1]:
        choose(desk, "Which question are you talking about?", one.name)
        expect(screen.get_by_role("heading", name=one.name)).to_be_visible()
    settled(desk)
    desk.get_by_text("where it comes from", exact=True).click()
    expect(screen.get_by_role("heading", name="What this rests on")).to_be_visible()
    settled(desk)
    desk.get_by_text("the join code", exact=True).click()
    expect(screen.get_by_role("heading", name="Join in")).to_be_visible()
    screen.keyboard.press("n")
    expect(screen.get_by_role("heading", name=STARTERS[2].name)).to_be_visible()
    expect(desk.get_by_role("radio", name="where we are")).to_be_checked()


def test_the_facilitators_page_says_where_the_screen_is_and_keeps_what_is_being_typed(
    *,
    hall_address,
    open_at,
    store,
    shown,
    screen,
    settled,
    eventually,
):
    store.set_discussion_topic(shown.id, STARTERS[0].id)
    desk = open_at(f"{hall_address}/workshop?workshop={shown.id}&part=talk&indicator={STARTERS[0].id}")
    desk.get_by_label(NOTES).press_sequentially("half a line")
    expect(screen.get_by_role("heading", name=STARTERS[0].name)).to_be_visible()
    settled(screen)
    screen.keyboard.press("ArrowRight")
    expect(screen.get_by_role("heading", name=STARTERS[0].name)).to_have_count(0)
    expect(desk.get_by_text("The big screen shows: ")).to_be_visible()
    expect(desk.get_by_label(NOTES)).to_have_value("half a line")
    desk.get_by_role("button", name="Go there").click()
    expect(desk.get_by_text("The big screen shows: ")).to_have_count(0)
    expect(desk.get_by_label(NOTES)).to_have_value("")
    eventually(lambda: store.workshop(shown.id).notes_on(STARTERS[0].id), ("half a line",))


def test_a_scribe_looks_elsewhere_and_the_big_screen_stays(*, hall_address, open_at, store, shown, screen, choose):
    store.set_discussion_topic(shown.id, STARTERS[0].id)
    desk = open_at(f"{hall_address}/workshop?workshop={shown.id}&part=talk&leads=no")
    choose(desk, "Which question are you talking about?", STARTERS[1].name)
    expect(desk.get_by_text(f"The big screen shows: {STARTERS[0].name}")).to_be_visible()
    expect(screen.get_by_role("heading", name=STARTERS[0].name)).to_be_visible()


def test_a_lost_connection_is_told_in_our_own_words_and_goes_by_itself(screen):
    screen.route("**/going?*", lambda route: route.fulfill(status=204))
    lost = screen.get_by_role("alert").filter(has_text="The connection to the laptop is lost")
    expect(lost).to_be_visible()
    assert lost.bounding_box() == {"x": 0, "y": 0, "width": 1920, "height": 1080}
    theirs = '<div data-testid="stDialog" style="position: fixed; inset: 0; z-index: 3000000">Connection error</div>'
    screen.evaluate("theirs => document.body.insertAdjacentHTML('beforeend', theirs)", theirs)
    expect(screen.get_by_text("Connection error")).to_be_hidden()
    screen.unroute("**/going?*")
    expect(lost).to_be_hidden()
    expect(screen.get_by_text("Connection error")).to_be_visible()


def test_the_page_that_is_read_back_scrolls_by_the_arrow_keys_without_a_click(store, made, screen, settled, eventually):
    for at in range(30):
        store.add_note(made.id, f"note {at}")
    store.show_on_screen(made.id, "read-back")
    expect(screen.get_by_text("note 29")).to_be_attached()
    expect(screen.get_by_text("More below")).to_be_visible()
    settled(screen)
    for _ in range(4):
        screen.keyboard.press("ArrowDown")
    eventually(lambda: screen.evaluate("document.querySelector('[data-testid=stMain]').scrollTop > 0"), True)


BLANK = """document.querySelector('[data-testid=stMainBlockContainer]')
    .style.setProperty('padding-bottom', '10rem', 'important')"""
"""Let the page scroll where nothing is drawn."""


def test_only_what_is_drawn_below_the_keys_is_called_more(screen, settled, eventually):
    page = screen.locator("[data-testid=stMain]")

    def look() -> tuple[bool, bool]:
        """Return whether the page scrolls, and whether it says that there is more below."""
        scrolls = page.evaluate("page => (page.onscroll?.(), page.scrollHeight - page.clientHeight > 24)")
        return scrolls, screen.get_by_text("More below").is_visible()

    screen.keyboard.press("j")
    expect(screen.get_by_role("heading", name="Join in")).to_be_visible()
    screen.evaluate(BLANK)
    for width, height, is_more in ((3840, 2160, False), (1366, 520, True)):
        screen.set_viewport_size({"width": width, "height": height})
        settled(screen)
        eventually(look, (True, is_more))
    more, keys = screen.get_by_text("More below"), screen.locator(".st-key-screen-keys")
    assert (more.bounding_box()["x"], more.bounding_box()["width"]) == (0, 1366), "no line is covered by half"
    assert abs(more.bounding_box()["y"] + more.bounding_box()["height"] - keys.bounding_box()["y"]) <= 1
