"""Answers from away come back into the round that they belong to."""

from __future__ import annotations

from playwright.sync_api import expect

from placecheck.assessment import Answer, Place, Voice
from placecheck.forms.code import encode_voice
from placecheck.rubric import find_rubric

RUBRIC = find_rubric()
AWAY = Voice(id="v1", perspective="resident", answers={"mixing": Answer(level=2, sure="very")})
FILE = """{"placecheck": 1, "rubric": {"id": "%s", "edition": "%s"}, "place": {"name": "Ore, the top end"},
"round": "starter", "voices": [{"id": "v1", "answers": {"places-to-meet": {"level": 3, "story": "the hall"}}}]}"""


def test_a_code_and_a_file_are_shown_before_they_join_the_round(  # noqa: PLR0917
    open_at, hall_address, axe, settled, store, eventually
):
    round_ = store.begin_assessment(
        store.add_place(Place(name="Ore")), RUBRIC, question_set="starter", date=None, together=False
    )
    page = open_at(f"{hall_address}/on-paper?round={round_}")
    with page.expect_download() as download:
        page.get_by_role("button", name="The form for a phone or computer (HTML)").click()
    assert "Ore" in download.value.path().read_text(encoding="utf-8")

    page.get_by_label("Codes, one to a line").fill(f"{encode_voice(RUBRIC, AWAY, 'starter')}\nS123-4567")
    page.get_by_role("button", name="Look at them").click()
    expect(page.get_by_text("The code has 8 characters")).to_be_visible()
    content = (FILE % (RUBRIC.id, RUBRIC.edition)).encode()
    page.set_input_files(
        "input[type=file]", {"name": "top-end.json", "mimeType": "application/json", "buffer": content}
    )
    expect(page.get_by_text("This would add 2 people to the assessment.")).to_be_visible()
    expect(page.get_by_text("Its place is called Ore, the top end.")).to_be_visible()
    assert store.assessment(round_).voices == ()
    assert axe(settled(page)) == []

    page.get_by_role("button", name="Add to the assessment").click()
    codes = page.get_by_label("Codes, one to a line")  # for a moment the old field is there beside the new one
    eventually(lambda: codes.evaluate_all("fields => fields.map((field) => field.value)"), [""])
    eventually(lambda: len(store.assessment(round_).voices), 2)
    first, second = store.assessment(round_).voices
    assert first.answers == {"places-to-meet": Answer(level=3, story="the hall")}
    assert (second.perspective, second.answers) == (AWAY.perspective, AWAY.answers)
