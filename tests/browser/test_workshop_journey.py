"""A workshop from the first screen to the paper in the hand: one facilitator, a big screen, three phones."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from placecheck.rubric import find_rubric
from placecheck.storage import open_store

FIRST, SECOND = [one for one in find_rubric().indicators() if one.starter][:2]
LEVELS = [level.name for level in find_rubric().levels]
WHY = "the two ends of the valley live different lives"
STEP = "Open the hall on Sundays"
NOTE = "Few of us go out after six"


@dataclass
class Hall:
    """Everyone in the hall: what they look at, what axe-core found there, and pictures of it."""

    address: str
    new_phone: Callable[..., Page]
    axe: Callable[[Page], list[str]]
    choose: Callable[[Page, str, str], None]
    visit: Callable[[Page, str], None]
    pictures: Path
    script: bool
    desk: Page
    screen: Page
    phones: list[Page] = field(default_factory=list)
    found: dict[str, list[str]] = field(default_factory=dict)
    taken: int = 0

    def phone(self) -> Page:
        """A new phone, with nothing on it."""
        return self.new_phone(java_script_enabled=self.script)

    def look(self, phone: Page, name: str) -> None:
        """Let axe-core look at a participant's page, in both themes; a copy has the same style, so one is enough."""
        page = phone if self.script else self.copy(phone)
        for theme in ("light", "dark")[: 2 if self.script else 1]:
            page.emulate_media(color_scheme=theme)
            self.found[f"{name}, {theme}"] = self.axe(page)
        page.emulate_media(color_scheme="light")
        if page is not phone:
            page.context.close()

    def copy(self, phone: Page) -> Page:
        """What `phone` shows, without our script, where axe-core can run: it waits for timers, which are script too."""
        shown, copy = phone.content(), self.new_phone()
        copy.route("**/*.js", lambda route: route.abort())
        copy.route(phone.url, lambda route: route.fulfill(body=shown, content_type="text/html; charset=utf-8"))
        copy.goto(phone.url)
        return copy

    def keep(self, step: str) -> None:
        """Keep a picture of the facilitator's page, the big screen and the first phone."""
        self.taken += 1
        for who, page in (("desk", self.desk), ("screen", self.screen), ("phone", self.phones[0])):
            page.screenshot(path=self.pictures / f"{self.taken:02}-{step}-{who}.png")


@pytest.fixture(
    params=[pytest.param(True, id="with script"), pytest.param(False, id="without script", marks=pytest.mark.slow)]
)
def hall(  # noqa: PLR0917
    request, own_address, open_at, settled, contexts, phone, axe, choose, visit, pictures: Path
) -> Hall:
    """A workshop that was just made at a new place, its big screen in a window of its own, and no phone yet."""
    desk = open_at(f"{own_address}/workshop", width=1440, height=1000)
    desk.get_by_label("What is the new place called?").fill("Ore Valley")
    desk.get_by_role("button", name="Make a workshop").click()
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Open it in a window of its own").click()
    screen = opened.value
    contexts[-1][1].watch(screen)
    screen.set_viewport_size({"width": 1920, "height": 1080})
    settled(screen)
    folder = pictures / "workshop" / ("with-script" if request.param else "without-script")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Hall(own_address, phone, axe, choose, visit, folder, request.param, desk, screen)


def join(hall: Hall) -> None:
    """Three phones join by the code on the big screen, which begins with the welcome."""
    expect(hall.screen.get_by_role("heading", name="Look at Ore Valley together")).to_be_visible()
    hall.screen.get_by_role("button", name="Join code").click()
    code = hall.screen.locator(".st-key-join-code").inner_text().strip()
    for number in range(3):
        phone = hall.phone()
        hall.phones.append(phone)
        phone.goto(f"{hall.address}/join")
        if not number:
            hall.look(phone, "join")
        phone.get_by_label("Type the code from the big screen").fill(code.lower())
        phone.get_by_role("button", name="Continue").click()
        if not number:
            hall.look(phone, "welcome")
            hall.keep("welcome")
        phone.get_by_role("button", name="Join").click()
        expect(phone.get_by_role("heading", name="Please wait")).to_be_visible()
    hall.look(hall.phones[0], "wait")
    expect(hall.screen.get_by_text("3 have joined")).to_be_visible()
    hall.keep("joined")


def answer(hall: Hall, phone: Page, *choices: str) -> None:
    """Choose these, each to the next question that is open."""
    phone.get_by_role("link", name="Begin").or_(phone.get_by_role("link", name="Go to the next open")).click()
    for choice in choices:
        was = phone.url
        if choice in LEVELS:
            phone.get_by_role("radio", name=choice).check()
            if hall.script:
                expect(phone.get_by_role("status")).to_have_text("Saved")
            phone.get_by_role("button", name="Save and").click()
        else:
            phone.get_by_role("button", name=choice).click()
        expect(phone).not_to_have_url(was)


def answer_all(hall: Hall) -> None:
    """The round is open, all answer; one phone is lost in the middle, and its owner comes back with another."""
    hall.desk.get_by_role("button", name="Open the question round").click()
    expect(hall.screen.get_by_role("heading", name="Please answer now, each for yourself")).to_be_visible()
    for phone in hall.phones:
        hall.visit(phone, f"{hall.address}/join/here")
    one, two, three = hall.phones
    hall.look(one, "here")
    hall.visit(one, f"{hall.address}/join/ask/{FIRST.id}")
    hall.look(one, "ask")
    hall.keep("open")
    hall.visit(one, f"{hall.address}/join/here")
    answer(hall, one, LEVELS[0], LEVELS[1])
    answer(hall, three, LEVELS[2], "Don't know")
    answer(hall, two, LEVELS[4])
    hall.phones[1] = come_back(hall, two)
    answer(hall, hall.phones[1], LEVELS[3])
    for phone in hall.phones:
        hall.visit(phone, f"{hall.address}/join/here")
        expect(phone.get_by_text("2 of 15 answered")).to_be_visible()
    expect(hall.desk.get_by_text("6 of 45 answers are in.")).to_be_visible()
    hall.look(one, "here, with answers")
    hall.keep("answered")


def come_back(hall: Hall, phone: Page) -> Page:
    """Lose a phone, and carry on from another by the personal code."""
    hall.visit(phone, f"{hall.address}/join/code")
    hall.look(phone, "code")
    code = phone.get_by_label("Your personal code").inner_text()
    phone.context.close()
    other = hall.phone()
    other.goto(f"{hall.address}/join")
    other.get_by_text("I joined before, on another phone").click()
    hall.look(other, "coming back")
    other.get_by_label("Type your personal code").fill(code)
    other.get_by_role("button", name="Carry on where I was").click()
    expect(other.get_by_text("1 of 15 answered")).to_be_visible()
    return other


def show(hall: Hall) -> None:
    """Close the round, show it, and turn to one thing: the big screen follows."""
    hall.desk.get_by_role("button", name="Close the question round").click()
    expect(hall.screen.get_by_role("heading", name="The question round is closed")).to_be_visible()
    expect(hall.screen.get_by_text("gave a level")).to_have_count(0)
    hall.desk.get_by_role("button", name="Show the answers").click()
    turn_to(hall, SECOND.name)
    turn_to(hall, FIRST.name)
    expect(hall.screen.get_by_text("3 of 3 gave a level")).to_be_visible()
    phone = hall.phones[0]
    hall.visit(phone, f"{hall.address}/join/room")
    expect(phone.get_by_role("rowheader", name=f"{LEVELS[0]} You")).to_be_visible()
    hall.look(phone, "room")
    hall.keep("shown")


def turn_to(hall: Hall, name: str) -> None:
    """Choose what to talk about on the facilitator's page, and see it on the big screen."""
    hall.choose(hall.desk, "Which question are you talking about?", name)
    expect(hall.screen.get_by_role("heading", name=name)).to_be_visible()
    expect(hall.desk.get_by_text("The big screen shows:")).to_have_count(0)


def vote_again(hall: Hall) -> None:
    """A second vote on what is talked about: all come to the middle."""
    hall.desk.get_by_role("button", name="Vote on this once more").click()
    expect(hall.screen.get_by_role("heading", name=f"Second vote: {FIRST.name}")).to_be_visible()
    for phone in hall.phones:
        hall.visit(phone, f"{hall.address}/join/here")
        answer(hall, phone, LEVELS[2])
    hall.look(hall.phones[0], "here, second vote")
    expect(hall.screen.get_by_text("3 of 3 have voted again.")).to_be_visible()
    hall.keep("second-vote")
    hall.desk.get_by_role("button", name="Close the question round").click()
    hall.desk.get_by_role("button", name="Show the answers").click()
    expect(hall.screen.get_by_role("heading", name=FIRST.name)).to_be_visible()
    expect(hall.screen.locator(".tally")).to_have_count(2)
    phone = hall.phones[0]
    hall.visit(phone, f"{hall.address}/join/room")
    hall.look(phone, "room, second vote")
    hall.keep("second-shown")


def decide(hall: Hall, settled: Callable[[Page], Page]) -> None:
    """Agree on one thing, differ on another; a note, and a step."""
    desk = hall.desk
    settled(desk)
    desk.get_by_label("Write the scribe's next note on this").fill(NOTE)
    desk.get_by_label("Write the scribe's next note on this").press("Tab")
    expect(desk.get_by_text("1 note is kept.")).to_be_visible()
    outcome = desk.get_by_role("radiogroup", name="What did you settle on?")
    outcome.get_by_text(LEVELS[2], exact=True).click()
    desk.get_by_role("button", name="Keep what we agreed").click()
    expect(hall.screen.get_by_text(f"What we agreed: {LEVELS[2]}")).to_be_visible()
    expect(desk.get_by_role("button", name="Take it back")).to_be_visible()
    settled(desk)
    turn_to(hall, SECOND.name)
    settled(desk)
    outcome.get_by_text("We did not agree", exact=True).click()
    desk.get_by_label("In your own words: because").fill(WHY)
    desk.get_by_role("button", name="Keep what we agreed").click()
    expect(hall.screen.get_by_text(f"The group did not agree: {WHY}")).to_be_visible()
    expect(desk.get_by_role("button", name="Take it back")).to_be_visible()
    settled(desk)
    hall.keep("agreed")
    desk.get_by_text("3 Next steps").click()
    desk.get_by_label("What will you try?").fill(STEP)
    desk.get_by_role("button", name="Add", exact=True).click()
    expect(desk.get_by_label("What will you try?").first).to_have_value(STEP)
    settled(desk)
    hall.keep("step")


def read_back(hall: Hall, settled: Callable[[Page], Page]) -> None:
    """All is read aloud from the big screen, once the facilitator sends it there; it names nobody."""
    hall.desk.get_by_text("4 Read back").click()
    hall.desk.get_by_text("the page to read back").click()
    for page in (hall.desk, hall.screen):
        for line in (f"{FIRST.name}: {LEVELS[2]}.", f"{SECOND.name}: The group did not agree: {WHY}.", STEP, NOTE):
            expect(page.get_by_text(line)).to_be_visible()
    hall.desk.get_by_text("We read it together, and it names nobody").click()
    settled(hall.desk)
    hall.keep("read-back")


def leave(hall: Hall, settled: Callable[[Page], Page]) -> Download:
    """The workshop ends, and the paper is taken home."""
    hall.desk.get_by_text("5 Leave with it").click()
    expect(hall.desk.get_by_text("Read together. It names nobody.")).to_be_visible()
    hall.desk.get_by_text("End the workshop").click()
    hall.desk.get_by_role("button", name="Yes, it is over").click()
    expect(hall.desk.get_by_role("button", name="Yes, it is over")).to_have_count(0)
    expect(hall.screen.locator(".st-key-closing-picture")).to_be_visible()
    hall.visit(hall.phones[0], f"{hall.address}/join/here")
    expect(hall.phones[0].get_by_role("heading", name="The workshop is over")).to_be_visible()
    hall.look(hall.phones[0], "over")
    hall.keep("over")
    settled(hall.desk)
    with hall.desk.expect_download() as download:
        hall.desk.get_by_role("button", name="The summary to print (PDF)").click()
    return download.value


def test_a_facilitator_and_three_phones_come_from_the_first_screen_to_the_paper(hall, settled, tmp_path):
    join(hall)
    answer_all(hall)
    show(hall)
    vote_again(hall)
    decide(hall, settled)
    read_back(hall, settled)
    paper = leave(hall, settled).path()

    assert {page: faults for page, faults in hall.found.items() if faults} == {}
    assert paper.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True)
        words = " ".join(done.stdout.split())
        assert [one for one in (STEP, WHY, "Ore Valley") if one not in words] == []
    store = open_store(tmp_path / "data")
    (held,) = store.workshops()
    kept = store.assessment(held.assessment_id)
    assert [voice.answers[FIRST.id].level for voice in kept.voices] == [0, 4, 2]
    assert [voice.answers[SECOND.id].level for voice in kept.voices] == [1, 3, None]
    assert [answer.level for answer in store.revealed_answers(held.id).ballots[2]] == [2, 2, 2]
    assert (kept.agreed[FIRST.id].level, kept.agreed[SECOND.id].not_agreed) == (2, WHY)
    assert store.workshop(held.id).notes_on(FIRST.id) == (NOTE,)
