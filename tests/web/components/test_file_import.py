"""Opening a file: what it leaves open is asked beside it, and what is shown is what is kept."""

from __future__ import annotations

import pytest

SHEET = b"Respondent,Places to meet,Q7,Room to play\n1,3,1,2\n2,1,2,n/a\n"


@pytest.fixture
def opened(show):
    """Uploads a file on the front page, and gives the page."""

    def upload(content: bytes, name: str = "sheet.csv"):
        page = show("home")
        page.file_uploader[0].set_value((name, content, "text/csv"))
        return page.run()

    return upload


def control(elements, words: str):
    return next(element for element in elements if words in element.label)


def labels(page) -> list[str]:
    return [button.label for button in page.button]


def test_a_file_that_leaves_something_open_cannot_be_kept_before_an_answer(opened, store):
    page = opened(SHEET)
    assert not page.exception
    assert "Keep it" not in labels(page)
    assert page.info[0].value == "Answer the 4 questions above, then this can be kept."
    assert store.places() == ()


def test_what_was_answered_is_kept_and_chosen_again_for_the_next_file_of_the_same_headings(opened, store):
    page = opened(SHEET)
    control(page.radio, "What do they count?").set_value("from_0")
    control(page.radio, "n/a").set_value("not_here")
    control(page.text_input, "Which place").set_value("Ore Valley")
    control(page.selectbox, "Q7").set_value("story of places-to-meet")
    page.run()
    next(button for button in page.button if button.label == "Keep it").click().run()
    (place,) = store.places()
    (voice, other) = store.assessment(place.assessments[0].id).voices
    assert voice.answers["places-to-meet"].story == "1"
    assert other.answers["room-to-play"].no_answer == "not_here"
    again = opened(SHEET.replace(b"1,3,1,2", b"1,4,1,2"))
    assert control(again.selectbox, "Q7").value == "story of places-to-meet"
    assert control(again.text_input, "Which place").value == "Ore Valley"


def test_a_part_is_kept_only_by_a_choice_of_its_own_that_names_what_stays_behind(opened, store):
    page = opened(b"place,voice,indicator,level\nOre,v1,mixing,3\nOre,v2,mixing,9\n")
    assert labels(page).count("Keep it") == 0
    assert "It stays behind" in page.warning[0].value
    next(button for button in page.button if button.label == "Keep only the rows that are whole").click().run()
    (place,) = store.places()
    assert [voice.id for voice in store.assessment(place.assessments[0].id).voices] == ["v1"]


def test_a_sheet_without_a_known_heading_has_a_choice_for_each_column_and_is_kept_once_one_is_a_question(opened, store):
    page = opened(b"Wer,Eins,Zwei\n1,3,ja\n2,4,nein\n")
    assert [control(page.selectbox, heading).value for heading in ("Wer", "Eins", "Zwei")] == [None] * 3
    for heading in ("Wer", "Eins", "Zwei"):
        control(page.selectbox, heading).set_value("leave_out")
    page.run()
    assert "Keep it" not in labels(page)
    control(page.selectbox, "Wer").set_value("voice")
    control(page.selectbox, "Eins").set_value("level of mixing")
    page.run()
    control(page.radio, "What do they count?").set_value("from_0")
    control(page.text_input, "Which place").set_value("Ore Valley")
    control(page.text_input, "Which day").set_value("2026-05-01")
    page.run()
    next(button for button in page.button if button.label == "Keep it").click().run()
    (place,) = store.places()
    assert [voice.answers["mixing"].level for voice in store.assessment(place.assessments[0].id).voices] == [3, 4]


def test_a_whole_file_of_ours_needs_no_click(opened, store, checkout):
    opened((checkout / "examples" / "marsh-lane.yaml").read_bytes(), "marsh-lane.yaml")
    assert [place.name for place in store.places()] == ["Marsh Lane"]
