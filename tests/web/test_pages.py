from __future__ import annotations

import json
import re
from datetime import date

import pytest

from placecheck.assessment import Action, Agreed, Answer, Place
from placecheck.rubric import find_rubric

PAGES = (
    "home",
    "start",
    "place",
    "answer",
    "keying",
    "on_paper",
    "results",
    "closer",
    "compare",
    "next_steps",
    "own_words",
    "history",
    "sources",
    "passage",
    "about",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_a_place_leads_somewhere(show, page):
    shown = show(page)
    assert not shown.exception
    assert shown.markdown


@pytest.mark.parametrize("round_", ["blank", "half", "full"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_a_round_whatever_is_known_of_it(show, page, round_, request):
    shown = show(page, round=request.getfixturevalue(round_), indicator="mixing")
    assert not shown.exception


@pytest.mark.parametrize("page", ["results", "closer", "answer", "next_steps", "own_words", "history"])
def test_a_page_shows_every_example(show, page):
    from placecheck.web import desk

    for one in desk.examples():
        assert not show(page, round=one.id, indicator="mixing").exception


def test_a_round_that_is_not_there_is_said_to_be_closed(show):
    shown = show("results", round="gone")
    assert "No place is open." in [line.value for line in shown.markdown]


def test_the_results_name_the_place_and_its_strengths_before_what_is_not_known(show, full):
    shown = show("results", round=full)
    assert shown.title[0].value == "Marsh Lane"
    headings = [heading.value for heading in shown.header]
    assert headings.index("What is strong here") < headings.index("What we do not know, and could find out")


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
    assert form["answer"] == {"choice": "3", "sure": "", "story": "The hall, *most* nights", "not_for": ""}
    assert form["sequence"] == saved.sequence
    assert form["about"] == {"round": blank, "voice": "v1", "indicator": "places-to-meet"}


def test_what_is_counted_is_what_the_round_asks_and_what_was_answered(show, half, store, rubric):
    count, same = (one for one in map(json.loads, components(show("answer", round=half))) if "shows" in one)
    assert [name for name, _ in count["sides"]] == [side.name for side in rubric.dimensions]
    assert [id_ for _, asked in count["sides"] for id_ in asked] == [
        one.id for one in rubric.indicators() if one.starter
    ]
    assert set(count["choices"]) == set(store.assessment(half).voices[0].answers)
    assert set(count["choices"].values()) == {"2"}
    assert same["here"] == count["sides"][0][1]


def components(page):
    return [component.proto.json for component in page.get("bidi_component")]


def test_what_the_group_agreed_is_kept_beside_everyones_own_answers(show, full, store):
    before = store.assessment(full).voices
    shown = show("closer", round=full, indicator="open-to-challenge")
    shown.radio[0].set_value("1")
    shown.text_area[0].set_value("papers are hard to follow")
    shown.button[0].click().run()
    assert store.assessment(full).agreed["open-to-challenge"] == Agreed(level=1, because="papers are hard to follow")
    assert store.assessment(full).voices == before


def test_not_agreeing_asks_for_the_reason(show, full, store):
    shown = show("closer", round=full, indicator="open-to-challenge")
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


def test_a_time_that_is_none_is_refused_in_words_and_what_was_typed_stays(show, blank, store):
    shown = show("next_steps", round=blank)
    field = room_for_a_step(shown)
    field("what").set_value("Open the hall")
    field("when").set_value("soon")
    next(button for button in shown.button if button.label == "Add").click().run()
    assert "2027-01" in shown.error[0].value
    assert not store.actions(blank)
    assert (field("what").value, field("when").value) == ("Open the hall", "soon")


def room_for_a_step(page):
    """Gives a field of the form by its name."""
    return lambda name: next(
        one for one in page.text_input if one.key.startswith("add-") and one.key.endswith(f"-{name}")
    )


def test_a_very_long_name_stands_once_on_its_card(show, store, rubric):
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch 🌻 " * 3
    store.begin(store.add_place(Place(name=name.strip())), rubric, round="starter", date=None, together=True)
    shown = show("home")
    assert name.strip() in [heading.value for heading in shown.subheader]
    links = [line.value for line in shown.markdown if "pwllgwyngyll" in line.value]
    assert len(links) == 4
    assert all(len(link.partition("](")[0]) < 90 for link in links)


def test_what_is_said_of_a_place_can_be_put_right(show, blank, store):
    shown = show("place", round=blank)
    shown.text_input[0].set_value("Ore Valley by the sea")
    shown.text_area[0].set_value("from the station\nto the ridge")
    shown.selectbox[0].set_value("village")
    shown.date_input[0].set_value(date(2026, 5, 1))
    next(button for button in shown.button if button.label == "Keep it").click().run()
    assert not shown.exception
    (place,) = store.places()
    assert (place.name, place.kind, place.rounds[0].date) == ("Ore Valley by the sea", "village", date(2026, 5, 1))
    assert store.assessment(blank).place.boundary == "from the station\nto the ridge"
    assert [change.kind for change in store.history(blank)][:2] == ["setting", "setting"]


def test_a_place_keeps_its_name_where_none_is_written(show, blank, store):
    shown = show("place", round=blank)
    shown.text_input[0].set_value("  ")
    next(button for button in shown.button if button.label == "Keep it").click().run()
    assert [line.value for line in shown.error] == ["Please give the place a name."]
    assert [place.name for place in store.places()] == ["Ore Valley"]


def test_the_history_says_from_where_a_voice_speaks_by_name(show, blank, store):
    said = "\n".join(line.value for line in show("history", round=blank).markdown)
    assert "This voice is new here" in said
    store.change_voice(blank, "v1", "older-person", by="test")
    said = "\n".join(line.value for line in show("history", round=blank).markdown)
    assert "From nothing to Older person" in said


def test_a_place_is_deleted_only_when_its_name_is_written(show, blank, store):
    place = store.round(blank).place_id
    shown = show("history", round=blank)
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


def test_a_question_in_ones_own_words_finds_passages(show):
    shown = show("sources")
    shown.text_input(key="ask").set_value("who decides how the money is spent?").run()
    assert not shown.exception
    assert any("speak of this" in line.value and "do not" not in line.value for line in shown.markdown)


def test_what_the_notes_do_not_speak_of_is_said_so(show):
    shown = show("sources")
    shown.text_input(key="ask").set_value("when are the bins collected?").run()
    assert any("The notes do not speak of this." in line.value for line in shown.markdown)


def test_a_step_is_changed_in_place_and_kept_as_each_field_is_left(show, blank, store):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    shown = show("next_steps", round=blank)
    shown.text_input(key=f"step-{blank}-{number}-who").set_value("The hall committee").run()
    shown.text_input(key=f"step-{blank}-{number}-when").set_value("2027-01").run()
    kept = Action(what="Open the hall", who="The hall committee", when="2027-01")
    assert store.actions(blank) == {number: kept}


def test_a_step_that_cannot_be_kept_stays_as_typed_and_the_kept_one_stays_kept(show, blank, store):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    shown = show("next_steps", round=blank)
    shown.text_input(key=f"step-{blank}-{number}-when").set_value("soon").run()
    assert "2027-01" in shown.error[0].value
    assert shown.text_input(key=f"step-{blank}-{number}-when").value == "soon"
    assert store.actions(blank) == {number: Action(what="Open the hall")}


def test_undo_on_the_page_of_steps_takes_back_steps_alone(show, blank, store):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    store.remove_action(blank, number, "test")
    store.save_answer(blank, "v1", "mixing", Answer(level=1), "test")
    shown = show("next_steps", round=blank)
    next(button for button in shown.button if button.label == "Undo my last change").click().run()
    assert store.actions(blank) == {number: Action(what="Open the hall")}
    assert store.assessment(blank).voices[0].answers["mixing"] == Answer(level=1)


def test_many_strengths_show_a_few_cards_and_name_the_rest(show, blank, store, rubric):
    for indicator in [one.id for one in rubric.indicators() if one.starter][:6]:
        store.save_answer(blank, "v1", indicator, Answer(level=4), "test")
    labels = [fold.label for fold in show("results", round=blank).expander]
    assert any(label.startswith("And 2 more: ") for label in labels)


def test_whatever_a_list_tells_of_can_be_looked_at_closely(show, full):
    shown = show("results", round=full)
    told = "\n".join(text.value for text in shown.markdown)
    ways = [way for way in shown.get("button_group") if way.label == "A closer look at"]
    names = [option.content for way in ways for option in way.proto.options]
    assert len(ways) == 3
    assert [f"- **{name}:**" for name in names] == re.findall(r"^- \*\*.+?:\*\*", told, re.MULTILINE)


def test_an_empty_line_in_someones_words_does_not_end_a_list(show, full, store):
    why = "two things:\n\n- the bus\n- the hill"
    store.save_agreed(full, "open-to-challenge", Agreed(not_agreed=why), "test")
    told = next(text.value for text in show("results", round=full).markdown if "two things" in text.value)
    assert [line for line in told.splitlines() if line and not line.startswith(("- **", "  "))] == []
