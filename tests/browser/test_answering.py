"""The form of one question: what is chosen or written is kept, whatever happens to the page or the connection."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from placecheck.assessment import Answer, Place
from placecheck.rubric import find_rubric
from placecheck.storage import Store
from placecheck.views.questionnaire.progress import SAME_FROM
from placecheck.web.routes.answers_api import ADDRESS

RUBRIC = find_rubric()
FIRST, SECOND, THIRD = [one for one in RUBRIC.dimensions[0].indicators if one.starter]
LEVELS = [level.name for level in RUBRIC.levels]
STORY = "First the story"


@pytest.fixture
def begun(store: Store) -> str:
    """A starter round that one voice has just begun."""
    return store.begin_assessment(
        store.add_place(Place(name="Ore Valley")), RUBRIC, question_set="starter", date=None, together=True
    )


@pytest.fixture
def page(open_at: Callable[..., Page], hall_address: str, begun: str) -> Page:
    return open_at(f"{hall_address}/answer?round={begun}")


@pytest.fixture
def kept(store: Store, begun: str) -> Callable[[], dict[str, Answer]]:
    return lambda: next((voice.answers for voice in store.assessment(begun).voices), {})


def form(page: Page, indicator: str = FIRST.id) -> Locator:
    return page.locator(f".st-key-question-{indicator} .answering")


def test_a_story_is_kept_while_one_still_stands_in_it(page, kept, eventually):
    story = form(page).get_by_label(STORY)
    story.press_sequentially("The hall, most nights")
    expect(form(page).get_by_role("status")).to_have_text("Saved.")
    eventually(kept, {FIRST.id: Answer(story="The hall, most nights")})
    story.press_sequentially(" but Monday")
    expect(story).to_have_value("The hall, most nights but Monday")
    expect(form(page).get_by_role("status")).to_have_text("Saved.")
    eventually(kept, {FIRST.id: Answer(story="The hall, most nights but Monday")})


def test_what_is_being_written_is_kept_when_one_leaves_the_page(page, kept, hall_address, eventually):
    form(page).get_by_label(STORY).fill("The hall")
    page.goto(f"{hall_address}/about")
    eventually(kept, {FIRST.id: Answer(story="The hall")})


def test_a_story_that_another_screen_told_is_taken_over_and_none_is_sent_over_it(  # noqa: PLR0917
    page, kept, store, begun, settled, eventually
):
    form(page).get_by_label(STORY).focus()
    store.save_answer(begun, "v1", FIRST.id, Answer(story="The hall, most nights"), "another screen")
    page.get_by_test_id("stButtonGroup").get_by_text("Agency").dispatch_event("click")
    expect(page.get_by_role("heading", name="Agency", exact=True)).to_be_visible()
    settled(page)
    page.get_by_test_id("stButtonGroup").get_by_text(RUBRIC.dimensions[0].name).click()
    expect(form(page).get_by_label(STORY)).to_have_value("The hall, most nights")
    form(page).get_by_text(LEVELS[2], exact=True).click()
    expect(form(page).get_by_role("status")).to_have_text("Saved.")
    eventually(kept, {FIRST.id: Answer(level=2, story="The hall, most nights")})


def test_only_a_level_asks_how_sure_and_only_a_high_one_for_whom_it_is_not_true(page, kept, eventually):
    one = form(page)
    sure, whom = one.get_by_role("radiogroup", name="How sure"), one.get_by_label("For whom is this not true?")
    expect(sure).to_be_hidden()
    one.get_by_text("Don't know", exact=True).click()
    expect(sure).to_be_hidden()
    one.get_by_text(LEVELS[1], exact=True).click()
    expect(sure).to_be_visible()
    expect(whom).to_be_hidden()
    one.get_by_text(LEVELS[3], exact=True).click()
    one.get_by_text("Fairly", exact=True).click()
    whom.fill("whoever has no car")
    whom.press("Tab")
    expect(one.get_by_role("status")).to_have_text("Saved.")
    eventually(kept, {FIRST.id: Answer(level=3, sure="fairly", not_for="whoever has no car")})


def test_what_was_promised_and_what_was_seen_are_asked_where_the_rubric_asks_and_kept_apart(page, kept, eventually):
    expect(form(page).get_by_label("What was promised?")).to_be_hidden()
    page.get_by_test_id("stButtonGroup").get_by_text("Agency").dispatch_event("click")
    one = form(page, "speaking-up-counts")
    expect(one.get_by_role("group", name=RUBRIC.by_id["speaking-up-counts"].prompt_promise)).to_be_visible()
    expect(one).to_have_count(1)  # the question that stood there before is gone
    one.get_by_label("What was promised?").fill("a reply")
    one.get_by_label("What did you see of it?").fill("none yet")
    one.get_by_label("What did you see of it?").press("Tab")
    expect(one.get_by_role("status")).to_have_text("Saved.")
    eventually(kept, {"speaking-up-counts": Answer(promised="a reply", seen="none yet")})


def test_the_last_of_many_quick_taps_counts_and_the_count_follows(page, kept, eventually):
    for indicator in (FIRST, SECOND, THIRD):
        for level in (*LEVELS, LEVELS[1]):
            form(page, indicator.id).get_by_text(level, exact=True).click(no_wait_after=True)
    expect(page.get_by_text("3 of 15 answered")).to_be_visible()
    for indicator in (FIRST, SECOND, THIRD):
        expect(form(page, indicator.id).get_by_role("status")).to_have_text("Saved.")
        expect(form(page, indicator.id).get_by_role("radio", name=LEVELS[1])).to_be_checked()
    eventually(lambda: [answer.level for answer in kept().values()], [1, 1, 1])


def test_levels_that_are_all_alike_ask_gently_to_look_again(open_at, hall_address, store):
    round_ = store.begin_assessment(
        store.add_place(Place(name="Sameton")), RUBRIC, question_set="full", date=None, together=True
    )
    *most, last = RUBRIC.dimensions[0].indicators[:SAME_FROM]
    for indicator in most:
        store.save_answer(round_, "v1", indicator.id, Answer(level=2), "test")
    page = open_at(f"{hall_address}/answer?round={round_}")
    again = page.get_by_text("You gave the same level to all of these.")
    expect(page.get_by_text("4 of 42 answered")).to_be_visible()
    expect(again).to_be_hidden()
    form(page, last.id).get_by_text(LEVELS[2], exact=True).click()
    expect(again).to_be_visible()
    form(page, last.id).get_by_text(LEVELS[3], exact=True).click()
    expect(again).to_be_hidden()


def test_what_cannot_be_sent_stays_and_goes_when_it_can(page, kept, contexts, eventually):
    def unreachable(route: Route) -> None:
        route.abort()

    page.route(f"**{ADDRESS}", unreachable)
    one = form(page)
    one.get_by_label(STORY).fill("The hall")
    one.get_by_text(LEVELS[2], exact=True).click()
    expect(one.get_by_role("status")).to_contain_text("Not saved yet")
    expect(one.get_by_role("radio", name=LEVELS[2])).to_be_checked()
    assert kept() == {}
    page.unroute(f"**{ADDRESS}", unreachable)
    expect(one.get_by_role("status")).to_have_text("Saved.")
    eventually(kept, {FIRST.id: Answer(level=2, story="The hall")})
    forgive(contexts)


def test_what_is_refused_says_why_and_stays_to_be_read(page, store, begun, contexts):
    one = form(page)
    one.get_by_label(STORY).fill("The hall")
    store.delete(store.preview_deletion(store.assessment_summary(begun).place_id))
    one.get_by_text(LEVELS[2], exact=True).click()
    expect(one.get_by_role("status")).to_contain_text("There is no assessment")
    expect(one.get_by_label(STORY)).to_have_value("The hall")
    forgive(contexts)


def test_what_is_refused_is_not_sent_again_by_itself_and_is_there_when_one_comes_back(  # noqa: PLR0917
    page, kept, contexts, settled, readers, eventually
):
    tries: list[Route] = []

    def refuse(route: Route) -> None:
        tries.append(route)
        route.fulfill(status=409, json={"why": "The vote is closed."})

    page.route(f"**{ADDRESS}", refuse)
    page.clock.install()
    readers.spoilt.append(page.context)
    form(page).get_by_label(STORY).fill("The hall")
    page.clock.run_for(1000)
    expect(form(page).get_by_role("status")).to_have_text("The vote is closed.")
    page.clock.run_for(60_000)
    assert len(tries) == 1
    page.unroute(f"**{ADDRESS}", refuse)
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    settled(page)
    expect(form(page).get_by_label(STORY)).to_have_value("The hall")
    expect(form(page).get_by_role("status")).to_have_text("Saved.")
    eventually(kept, {FIRST.id: Answer(story="The hall")})
    forgive(contexts)


def forgive(contexts: list) -> None:
    """A browser complains of each answer of ours that it could not send."""
    for _, complaints in contexts:
        complaints.found = [one for one in complaints.found if not one.endswith(ADDRESS)]


def test_an_answer_is_taken_back_and_undo_brings_it_again(page, kept, eventually):
    one = form(page)
    one.get_by_text(LEVELS[2], exact=True).click()
    one.get_by_role("button", name="Take this answer back").click()
    expect(one.get_by_role("status")).to_contain_text("Not answered yet")
    expect(one.get_by_label(STORY)).to_be_focused()
    expect(one.get_by_role("radio", name=LEVELS[2])).not_to_be_checked()
    expect(page.get_by_text("0 of 15 answered")).to_be_visible()
    eventually(kept, {})
    page.get_by_role("button", name="Undo the last change").click()
    expect(one.get_by_role("radio", name=LEVELS[2])).to_be_checked()
    eventually(kept, {FIRST.id: Answer(level=2)})


def test_the_next_voice_finds_an_empty_form(open_at, hall_address, store, eventually):
    place = store.add_place(Place(name="Ore Valley"))
    round_ = store.begin_assessment(place, RUBRIC, question_set="starter", date=None, together=False)
    store.add_voice(round_, by="test")
    page = open_at(f"{hall_address}/answer?round={round_}")
    form(page).get_by_text(LEVELS[2], exact=True).click()
    expect(form(page).get_by_role("status")).to_have_text("Saved.")
    page.get_by_role("button", name="Let the next person answer").click()
    expect(form(page).get_by_role("status")).to_contain_text("Not answered yet")
    form(page).get_by_text(LEVELS[4], exact=True).click()
    expect(form(page).get_by_role("status")).to_have_text("Saved.")
    levels = lambda: [voice.answers[FIRST.id].level for voice in store.assessment(round_).voices if voice.answers]  # noqa: E731
    eventually(levels, [2, 4])
