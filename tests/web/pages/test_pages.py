from __future__ import annotations

import json
import re
from datetime import date

import pytest
import streamlit as st

from placecheck.assessment import Action, Agreed, Answer, Place
from placecheck.rubric import find_rubric
from placecheck.scoring import score
from placecheck.views.results.highlights import find_highlights
from placecheck.views.results.results import results_view
from placecheck.web.navigation import PAGES as REGISTRY

PAGES = tuple(page.render.__module__.rpartition(".")[2] for page in REGISTRY)
"""Every page there is, by the name of its module."""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_a_place_leads_somewhere_or_offers_something(show, page):
    shown = show(page)
    assert not shown.exception
    links = [line.value for line in shown.markdown if re.search(r"\]\(\w", line.value)]
    offered = [*shown.button, *shown.get("download_button"), *shown.get("file_uploader")]
    assert links or offered, "a link to another page, or something to begin with"


@pytest.mark.parametrize("round_", ["blank", "half", "full"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_a_round_whatever_is_known_of_it(show, page, round_, request):
    shown = show(page, round=request.getfixturevalue(round_), indicator="mixing")
    assert not shown.exception
    assert [title.value for title in shown.title if title.value.strip()]


@pytest.mark.parametrize("page", ["results", "closer_look", "answer", "next_steps", "own_words", "history"])
def test_a_page_shows_every_example(show, page):
    from placecheck.web.data import assessments

    for one in assessments.examples():
        shown = show(page, round=one.id, indicator="mixing")
        assert not shown.exception
        assert [title.value for title in shown.title if title.value.strip()]


@pytest.mark.parametrize(
    ("url", "is_own"), [("http://localhost:8501", True), ("http://[::1]/", True), ("https://places.example/", False)]
)
@pytest.mark.parametrize("page", ["start", "about"])
def test_on_this_computer_is_said_only_to_whoever_sits_at_it(show, page, url, is_own, monkeypatch):
    monkeypatch.setattr(type(st.context), "url", url)
    shown = " ".join(line.value for line in show(page).markdown)
    assert ("on this computer" in shown) == is_own
    assert ("the computer that placecheck runs on" in shown) != is_own


def test_the_focus_is_led_to_a_fault_within_what_the_browser_can_find(show, blank):
    page = show("what_is_here", round=blank)
    next(button for button in page.button if button.label == "Keep this card").click().run()
    (within,) = {data["within"] for data in map(json.loads, components(page)) if "within" in data}
    assert within == "add-card-here-0-room", "a form gets no class from its key; a container does"
    (label,) = {data["label"] for data in map(json.loads, components(page)) if "within" in data}
    assert label == "What is it?", "the first fault on the form, whichever the file's reader finds first"


def test_a_story_alone_is_not_called_an_answer(show, blank, store):
    store.save_answer(blank, "v1", "mixing", Answer(level=2), "test")
    store.save_answer(blank, "v1", "places-to-meet", Answer(story="The bus stopped."), "test")
    for page, words in (("done", "You answered 1 of 15"), ("place", "1 of 15 questions have an answer")):
        assert words in " ".join(line.value for line in show(page, round=blank).markdown)


def test_a_round_that_is_not_there_is_said_to_be_closed(show):
    shown = show("results", round="gone")
    assert [title.value for title in shown.title] == ["No place is open"]


@pytest.mark.parametrize("indicator", ["not-there", ""])
def test_a_question_that_is_not_shown_is_not_told_as_if_no_place_were_open(show, blank, indicator):
    shown = show("closer_look", round=blank, indicator=indicator)
    assert "This question is not asked here now, or it was held back." in [line.value for line in shown.markdown]
    assert "No place is open" not in [title.value for title in shown.title]


@pytest.fixture
def forms():
    """What the forms of a page were given, by what they ask for."""

    def given(page):
        data = map(json.loads, components(page))
        return {one["about"]["indicator"]: one for one in data if "about" in one}

    return given


def test_a_form_shows_what_was_answered_and_since_when(show, blank, store, forms):
    saved = store.save_answer(blank, "v1", "places-to-meet", Answer(level=3, story="The hall, *most* nights"), "test")
    form = forms(show("answer", round=blank))["places-to-meet"]
    texts = {"story": "The hall, *most* nights", "promised": "", "seen": "", "not_for": ""}
    assert form["answer"] == {"choice": "3", "sure": "", **texts}
    assert form["sequence"] == saved.sequence
    assert form["about"] == {"assessment": blank, "voice": "v1", "indicator": "places-to-meet"}


def test_what_is_counted_is_what_the_round_asks_and_what_was_answered(show, half, store, rubric):
    count, same = (one for one in map(json.loads, components(show("answer", round=half))) if "shows" in one)
    assert [name for name, _ in count["dimensions"]] == [side.name for side in rubric.dimensions]
    assert [id_ for _, asked in count["dimensions"] for id_ in asked] == [
        one.id for one in rubric.indicators() if one.starter
    ]
    assert set(count["choices"]) == set(store.assessment(half).voices[0].answers)
    assert set(count["choices"].values()) == {"2"}
    assert same["current"] == count["dimensions"][0][1]


def components(page):
    return [component.proto.json for component in page.get("bidi_component")]


def test_what_the_group_agreed_is_kept_beside_everyones_own_answers(show, full, store):
    before = store.assessment(full).voices
    shown = show("closer_look", round=full, indicator="open-to-challenge")
    shown.radio[0].set_value("1")
    shown.text_area[0].set_value("papers are hard to follow")
    shown.button[0].click().run()
    assert store.assessment(full).agreed["open-to-challenge"] == Agreed(level=1, because="papers are hard to follow")
    assert store.assessment(full).voices == before


def test_a_closer_look_before_anyone_answered_says_so_and_leads_to_answering(show, blank, store):
    way = "Answer the questions"
    shown = show("closer_look", round=blank, indicator="mixing")
    assert not shown.exception
    assert [info.value for info in shown.info] == ["Nobody has answered yet."]
    assert way in [button.label for button in shown.button]
    assert not shown.get("plotly_chart"), "an empty chart shows nothing"
    store.save_answer(blank, "v1", "mixing", Answer(level=2), "test")
    shown = show("closer_look", round=blank, indicator="mixing")
    assert way not in [button.label for button in shown.button]
    assert shown.get("plotly_chart")


def test_not_agreeing_asks_for_the_reason(show, full, store):
    shown = show("closer_look", round=full, indicator="open-to-challenge")
    shown.radio[0].set_value("not_agreed")
    shown.button[0].click().run()
    assert shown.error
    assert "open-to-challenge" not in store.assessment(full).agreed


def test_a_next_step_is_added_with_what_alone(show, blank, store):
    shown = show("next_steps", round=blank)
    field = room_for_a_step(shown)
    field("what").set_value("Open the hall on Sundays")
    next(button for button in shown.button if button.label == "Add").click().run()
    assert [action.what for action in store.actions(blank).values()] == ["Open the hall on Sundays"]
    assert field("what").value == ""


def test_a_time_is_kept_as_people_say_it(show, blank, store):
    shown = show("next_steps", round=blank)
    field = room_for_a_step(shown)
    field("what").set_value("Open the hall")
    field("when").set_value("by Easter")
    next(button for button in shown.button if button.label == "Add").click().run()
    assert list(store.actions(blank).values()) == [Action(what="Open the hall", when="by Easter")]


def room_for_a_step(page):
    """Gives a field of the form by its name."""
    return lambda name: next(
        one for one in page.text_input if one.key.startswith("add-") and one.key.endswith(f"-{name}")
    )


def test_a_very_long_name_stands_once_on_its_card(show, store, rubric):
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch 🌻 " * 3
    store.begin_assessment(
        store.add_place(Place(name=name.strip())), rubric, question_set="starter", date=None, together=True
    )
    shown = show("home")
    assert name.strip() in [heading.value for heading in shown.subheader]
    links = [line.value for line in shown.markdown if "pwllgwyngyll" in line.value]
    assert len(links) == 4
    assert all(len(link.partition("](")[0]) < 90 for link in links)


def test_what_is_said_of_a_place_can_be_put_right(show, blank, store):
    shown = show("about_place", round=blank)
    shown.text_input[0].set_value("Ore Valley by the sea")
    shown.text_area[0].set_value("from the station\nto the ridge")
    shown.selectbox[0].set_value("village")
    shown.date_input[0].set_value(date(2026, 5, 1))
    next(button for button in shown.button if button.label == "Keep it").click().run()
    assert not shown.exception
    (place,) = store.places()
    assert (place.name, place.kind, place.assessments[0].date) == ("Ore Valley by the sea", "village", date(2026, 5, 1))
    assert store.assessment(blank).place.boundary == "from the station\nto the ridge"
    assert [change.kind for change in store.history(blank)][:2] == ["setting", "setting"]


def test_a_place_keeps_its_name_where_none_is_written(show, blank, store):
    shown = show("about_place", round=blank)
    shown.text_input[0].set_value("  ")
    next(button for button in shown.button if button.label == "Keep it").click().run()
    assert [line.value for line in shown.error] == ["Please give the place a name."]
    assert [place.name for place in store.places()] == ["Ore Valley"]


def test_the_history_says_from_where_a_voice_speaks_by_name(show, blank, store):
    assert "This person is new here" not in history_of(show, blank)
    store.save_answer(blank, "v1", "places-to-meet", Answer(level=3), "test")
    assert "This person is new here" in history_of(show, blank)
    store.change_voice(blank, "v1", "older-person", by="test")
    said = "\n".join(line.value for line in show("history", round=blank).markdown)
    assert "From nothing to Older person" in said


def test_a_place_is_deleted_only_when_its_name_is_written(show, blank, store):
    place = store.assessment_summary(blank).place_id
    shown = show("place", round=blank)
    shown.text_input(key=f"delete-{place}").set_value("Or Valley").run()
    next(button for button in shown.button if button.label == "Delete it for good").click().run()
    assert shown.error
    assert store.places()


def test_an_indicator_left_out_is_no_longer_asked(show, blank, store, forms):
    from placecheck.storage import OwnWords

    store.save_own_words(blank, "places-to-meet", OwnWords(change="dropped", because="we are all on boats"), "test")
    assert "places-to-meet" not in forms(show("answer", round=blank))


def test_an_example_offers_a_copy_and_takes_no_answers(show, forms):
    shown = show("answer", round="example-marsh-lane")
    assert [button.label for button in shown.button] == ["Make a copy"]
    assert not forms(shown)


def test_every_starter_of_the_rubric_is_asked_on_some_page_of_a_starter_round(show, blank, forms):
    rubric = find_rubric()
    asked = [id_ for side in rubric.dimensions for id_ in forms(show("answer", round=blank, side=side.id))]
    assert asked == [one.id for one in rubric.indicators() if one.starter]


def test_a_step_is_changed_in_place_and_kept_as_each_field_is_left(show, blank, store):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    shown = show("next_steps", round=blank)
    shown.text_input(key=f"step-{blank}-{number}-who").set_value("The hall committee").run()
    shown.text_input(key=f"step-{blank}-{number}-when").set_value("2027-01").run()
    kept = Action(what="Open the hall", who="The hall committee", when="2027-01")
    assert store.actions(blank) == {number: kept}


def test_a_kept_step_keeps_every_edit_beside_a_field_that_is_empty_or_a_date_that_cannot_be_read(show, blank, store):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    shown = show("next_steps", round=blank)
    shown.text_input(key=f"step-{blank}-{number}-when").set_value("soon").run()
    shown.text_input(key=f"step-{blank}-{number}-what").set_value("").run()
    assert shown.error[0].value.startswith("Please say what")
    shown.text_input(key=f"step-{blank}-{number}-first_step").set_value("Ask for the key").run()
    assert store.actions(blank) == {number: Action(what="Open the hall", first_step="Ask for the key", when="soon")}


def test_undo_on_the_page_of_steps_leaves_peoples_answers_alone(show, blank, store):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    store.remove_action(blank, number, "test")
    store.save_answer(blank, "v1", "mixing", Answer(level=1), "test")
    shown = show("next_steps", round=blank)
    next(button for button in shown.button if button.label == "Undo the last change").click().run()
    assert store.actions(blank) == {number: Action(what="Open the hall")}
    assert store.assessment(blank).voices[0].answers["mixing"] == Answer(level=1)


def test_the_widest_disagreement_stands_first(full, store, rubric):
    for voice, level in zip(("v1", "v2", "v3", "v4", "v5", "v6"), (0, 0, 0, 4, 4, 4), strict=True):
        store.save_answer(full, voice, "taking-it-further", Answer(level=level), "test")
    assessment = store.assessment(full)
    result = score(rubric, assessment)
    found = find_highlights(rubric, assessment, result, results_view(rubric, assessment, result)).differ
    spreads = [next(one for one in result.indicators() if one.id == item.indicator) for item in found]
    measured = [one.agreement for one in spreads if one.agreement is not None and one.agreed != "not_agreed"]
    assert measured == sorted(measured)


def history_of(show, round_):
    return "\n".join(line.value for line in show("history", round=round_).markdown)


def test_a_person_is_taken_out_where_they_answer_and_let_back_in_from_the_history(show, full, store):
    before = store.assessment(full)
    shown = show("answer", round=full)
    next(button for button in shown.button if (button.key or "").startswith("take-out-")).click().run()
    assert len(store.assessment(full).voices) == len(before.voices) - 1
    shown = show("history", round=full)
    assert "This person was taken out." in history_of(show, full)
    next(button for button in shown.button if (button.key or "").startswith("let-back-")).click().run()
    assert store.assessment(full) == before


def test_letting_the_next_person_answer_makes_no_one_who_counts(show, full, store):
    before = store.assessment(full)
    shown = show("answer", round=full)
    for _ in range(2):
        next(button for button in shown.button if button.label == "Let the next person answer").click().run()
    assert store.assessment(full) == before
    assert store.assessment_summary(full).voices == len(before.voices)
    (turn,) = (box for box in shown.selectbox if box.label == "Whose turn is it?")
    assert len(turn.options) == len(before.voices) + 1, "the person whose turn it is, and no other who said nothing"


@pytest.mark.parametrize("day", [date(2026, 5, 1), None], ids=["of one day", "of no day"])
def test_no_two_links_of_the_front_page_have_one_name_and_lead_to_two_places(show, store, rubric, day):
    for name in ("Ore Valley", "Ore Valley", "Ore Valley " * 9 + "North", "Ore Valley " * 9 + "South"):
        place = store.add_place(Place(name=name))
        store.begin_assessment(place, rubric, question_set="starter", date=day, together=True)
    shown = show("home")
    links = {link for line in shown.markdown for link in re.findall(r"\[([^\]]+)\]\((\w[^)]*)\)", line.value)}
    assert len(links) > 5
    assert sorted(name for name, _ in links) == sorted({name for name, _ in links})


def test_the_choice_of_questions_is_folded_until_some_are_chosen(show):
    page = show("start")
    (fold,) = page.expander
    assert not fold.proto.expanded
    fold.get("button_group")[0].set_value(["mixing"])
    page.button[0].click().run()
    (fold,) = page.expander
    assert fold.proto.expanded
