"""A helper keys in sheets of paper, by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from placecheck.assessment import Answer, Place
from placecheck.rubric import find_rubric
from placecheck.views.questionnaire.questionnaire import questionnaire_view

RUBRIC = find_rubric()
ASKED = [one.id for one in RUBRIC.indicators() if one.starter]
QUESTIONS = questionnaire_view(RUBRIC, "starter").questions()
KEYS = ["32", "d", "n", "r", "0", *["2"] * 9, "43"]


def keys(page: Page, *pressed: str) -> None:
    for one in pressed:
        page.keyboard.press(one)


def test_two_sheets_are_keyed_in_by_keyboard_alone(open_at, hall_address, axe, store, settled, eventually):  # noqa: PLR0917
    round_ = store.begin_assessment(
        store.add_place(Place(name="Ore")), RUBRIC, question_set="starter", date=None, together=False
    )
    page = open_at(f"{hall_address}/keying?round={round_}")
    expect(page.get_by_label("From where does this person speak?")).to_be_focused()
    keys(page, "ArrowDown", "ArrowDown")  # not its first letters: a browser forgets those that come slowly
    expect(page.get_by_label("From where does this person speak?")).to_have_value(RUBRIC.perspectives[1].id)
    keys(page, "Enter")
    others = sum(not one.is_meant_for(RUBRIC.perspectives[1].id) for one in QUESTIONS)
    expect(page.locator(".meant-for:visible")).to_have_count(others)
    expect(page.get_by_text(f"0 of {len(ASKED) - others}")).to_be_visible()
    for at, answer in enumerate(KEYS):
        keys(page, *answer)
        if at == 0:
            keys(page, "Tab")
            page.keyboard.type("the hall, every evening")
        keys(page, "Enter")
    expect(page.get_by_role("button", name="Next sheet")).to_be_focused()
    expect(page.get_by_text("Saved", exact=True)).to_have_count(len(ASKED))
    assert axe(settled(page)) == []

    keys(page, "Enter", "Enter", "x", "1", "+", "Enter", "4", "Enter")
    expect(page.get_by_text("Write this number on the paper sheet: v3.")).to_be_visible()
    expect(page.get_by_text("Saved", exact=True)).to_have_count(1)
    later = lambda: [voice.answers for voice in store.assessment(round_).voices[1:]]  # noqa: E731
    eventually(later, [{ASKED[0]: Answer(level=1)}, {ASKED[0]: Answer(level=4)}])
    first = store.assessment(round_).voices[0]
    assert (first.paper, first.perspective) == (True, RUBRIC.perspectives[1].id)
    assert first.answers[ASKED[0]] == Answer(level=3, sure="fairly", story="the hall, every evening")
    assert [first.answers[id_].no_answer for id_ in ASKED[1:4]] == ["dont_know", "not_here", "rather_not_say"]
    assert first.answers[ASKED[-1]] == Answer(level=4, sure="very")
