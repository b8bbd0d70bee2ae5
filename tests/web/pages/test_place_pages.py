from __future__ import annotations

import datetime

import pytest

from placecheck.assessment import Action, Answer, Place
from placecheck.assessment.model import Outcome
from placecheck.dates import day_words
from placecheck.place import Asset, Decision, Pot, Slip, SlipGroup, read_place_file
from placecheck.web.components.slip_board import board_data, moved_slips
from placecheck.web.components.slip_import import pasted_slips, typed_slips


@pytest.fixture
def place(store, blank) -> str:
    return store.assessment_summary(blank).place_id


def shown(page) -> str:
    return "\n".join(
        str(found.value) for kind in ("title", "header", "subheader", "markdown") for found in page.get(kind)
    )


def cards(store, place):
    return {kept.card.id: kept.card for kept in store.place_cards(place)}


@pytest.mark.parametrize("page", ["what_is_here", "listening", "outcomes"])
def test_an_example_shows_its_cards_and_takes_none(show, page):
    looked = show(page, round="example-saltby-2026")
    assert not looked.exception
    assert "Saltby" in shown(looked)
    assert not [button for button in looked.button if not button.label.startswith("Show")]
    words = {"what_is_here": "The old Legion", "listening": "No one does the bus", "outcomes": "silent for"}
    assert words[page] in shown(looked)


@pytest.mark.parametrize("page", ["what_is_here", "listening", "outcomes"])
def test_a_place_without_cards_says_so_and_offers_to_add_one(show, blank, page):
    looked = show(page, round=blank)
    assert not looked.exception
    assert any(button.label == "Keep this card" for button in looked.button)


def test_what_is_here_is_added_by_a_form_that_is_empty_again(show, store, blank, place):
    page = show("what_is_here", round=blank)
    page.text_input(key="add-card-here-0-words").set_value("The hall")
    page.selectbox(key="add-card-here-0-layer").set_value("built")
    page.text_input(key="add-card-here-0-ends").set_value("2027-03")
    next(button for button in page.button if button.label == "Keep this card").click().run()
    assert cards(store, place) == {"the-hall": Asset(id="the-hall", layer="built", words="The hall", ends="2027-03")}
    assert page.text_input(key="add-card-here-1-words").value == ""


def test_a_card_that_cannot_be_kept_names_the_field_and_keeps_what_was_typed(show, store, blank, place):
    page = show("what_is_here", round=blank)
    page.text_input(key="add-card-here-0-ends").set_value("by Easter")
    next(button for button in page.button if button.label == "Keep this card").click().run()
    assert cards(store, place) == {}
    assert any("What is it? Write something here." in error.value for error in page.error), "at the field itself"
    assert any("What sort of thing is it? Choose one here." in error.value for error in page.error)
    assert not any("key" in error.value for error in page.error), "a form has no keys, as a file has"
    assert page.text_input(key="add-card-here-0-ends").value == "by Easter"
    again = show("what_is_here", round=blank)
    assert again.text_input(key="add-card-here-0-ends").value == "by Easter", "a draft in another window too"
    again.text_input(key="add-card-here-0-words").set_value("The hall")
    again.selectbox(key="add-card-here-0-layer").set_value("built")
    next(button for button in again.button if button.label == "Keep this card").click().run()
    assert [card.ends for card in cards(store, place).values()] == ["by Easter"], "as it was written"
    assert store.draft(blank, "add-card-here") == {}


def test_a_card_is_changed_in_place_and_what_another_changed_meanwhile_stays(show, store, blank, place):
    store.keep_cards(place, [Pot(id="fund", words="The fund", holder="the city")], "test")
    page = show("what_is_here", round=blank, card="fund")
    store.keep_cards(place, [Pot(id="fund", words="The fund", holder="the city", amount="£500")], "another")
    page.text_input(key="edit-fund-1-decides").set_value("residents")
    next(button for button in page.button if button.label == "Keep this card").click().run()
    assert cards(store, place)["fund"] == Pot(
        id="fund", words="The fund", holder="the city", amount="£500", decides="residents"
    )


def test_slips_go_into_groups_by_buttons_until_none_is_left(show, store, blank, place):
    slips = [Slip(id=f"s{number}", words=f"Words {number}") for number in range(1, 13)]
    groups = [SlipGroup(id="bus", words="The bus"), SlipGroup(id="hall", words="The hall")]
    store.keep_cards(place, [*groups, *slips], "test")
    page = show("listening", round=blank)
    for number in range(12):
        key = "into-bus" if number % 2 else "into-hall"
        page.button(key=key).click().run()
        assert not page.exception
    assert "Every slip is in a group, or is left out." in shown(page)
    assert [card.groups for card in cards(store, place).values() if isinstance(card, Slip)] == [("hall",), ("bus",)] * 6


def test_a_group_begins_with_a_residents_words_and_a_slip_can_wait_or_lie_in_two(show, store, blank, place):
    store.keep_cards(place, [Slip(id="s1", words="No bus"), Slip(id="s2", words="No hall")], "test")
    page = show("listening", round=blank)
    page.button(key="slip-later").click().run()
    assert "No hall" in [found.value for found in page.subheader]
    page.button(key="new-group").click().run()
    assert cards(store, place)["no-hall"] == SlipGroup(id="no-hall", words="No hall", phrase_of="s2")
    assert cards(store, place)["s2"].groups == ("no-hall",)


def test_a_slip_is_left_out_only_with_a_reason(show, store, blank, place):
    store.keep_cards(place, [Slip(id="s1", words="He is a thief")], "test")
    page = show("listening", round=blank)
    page.button(key="leave-out").click().run()
    assert cards(store, place)["s1"].left_out is None
    page.text_input(key="why-left-out-s1").set_value("It accuses somebody.")
    page.button(key="leave-out").click().run()
    assert cards(store, place)["s1"].left_out == "It accuses somebody."
    assert "He is a thief" not in shown(page)


@pytest.mark.parametrize("page", ["what_is_here", "outcomes"])
def test_a_card_leads_to_no_question_that_is_not_asked_here_and_names_it(show, store, blank, place, page):
    asked, other = "mixing", "neighbours-to-turn-to"
    pot = Pot(id="fund", words="The fund", indicators=(asked, other))
    decision = Decision.model_validate({"id": "d", "words": "A lamp", "said": {"indicators": [asked, other]}})
    store.keep_cards(place, [pot, decision], "test")
    text = shown(show(page, round=blank))
    assert "A closer look at: Mixing across difference" in text
    assert "A closer look at: Neighbours to turn to" not in text
    assert "Neighbours to turn to" in text


def test_a_decision_says_which_questions_speak_to_it_and_leads_to_them(show, store, blank, place):
    store.keep_cards(place, [Decision.model_validate({"id": "d", "words": "A lamp"})], "test")
    page = show("outcomes", round=blank, card="d")
    page.multiselect(key="edit-d-1-said.indicators").set_value(["mixing"])
    next(button for button in page.button if button.label == "Keep this card").click().run()
    assert not page.exception
    assert cards(store, place)["d"].said.indicators == ("mixing",)
    assert "Mixing across difference" in shown(show("outcomes", round=blank))


def test_what_was_seen_of_a_decision_is_added_to_what_was_seen_before(show, store, blank, place):
    decision = Decision.model_validate({"id": "d", "words": "A lamp", "seen": [{"what": "A pole"}]})
    store.keep_cards(place, [decision], "test")
    page = show("outcomes", round=blank, card="d")
    page.text_area[0].set_value("A lamp")
    next(button for button in page.button if button.label == "Add what was seen").click().run()
    seen = cards(store, place)["d"].seen
    assert [sighting.what for sighting in seen] == ["A pole", "A lamp"]
    assert seen[1].when == day_words(datetime.datetime.now(tz=datetime.UTC).astimezone().date())


def test_what_was_seen_without_a_word_is_asked_for_at_its_field(show, store, blank, place):
    store.keep_cards(place, [Decision.model_validate({"id": "d", "words": "A lamp"})], "test")
    page = show("outcomes", round=blank, card="d")
    next(button for button in page.button if button.label == "Add what was seen").click().run()
    assert cards(store, place)["d"].seen == ()
    assert [error.value for error in page.error] == ["Please say what has happened so far. A few words are enough."]


def test_a_thousand_cards_and_two_thousand_slips_stand_a_few_at_a_time(show, store, blank, place):
    store.keep_cards(place, [Asset(id=f"a{n}", layer="built", words=f"Hall {n}") for n in range(1000)], "test")
    page = show("what_is_here", round=blank)
    assert not page.exception
    assert sum(button.label == "Change this card" for button in page.button) == 24
    store.keep_cards(place, [Slip(id=f"s{n}", words=f"Words {n}") for n in range(2000)], "test")
    page = show("listening", round=blank)
    assert not page.exception
    assert len(page.button) < 60


def test_the_cards_of_one_place_stand_on_no_other_places_pages(show, store, blank):
    other = store.add_place(Place(name="Another"))
    store.keep_cards(other, [Asset(id="pier", layer="built", words="The pier")], "test")
    assert "The pier" not in shown(show("what_is_here", round=blank))


def test_every_card_of_an_example_is_on_its_page(show, checkout):
    known = read_place_file(checkout / "examples/places/saltby.yaml").cards
    text = shown(show("what_is_here", round="example-saltby-2026"))
    for card in known:
        if isinstance(card, Asset):
            assert card.words.replace("'", "'") in text.replace("\\", "")


def test_what_became_of_a_next_step_is_kept_as_each_field_is_left_and_a_change_of_the_step_keeps_it(show, store, blank):
    store.add_action(blank, Action(what="Open the cage"), "test")
    (number,) = store.actions(blank)
    page = show("next_steps", round=blank)
    page.selectbox(key=f"outcome-{blank}-{number}-state").set_value("blocked").run()
    page.text_input(key=f"outcome-{blank}-{number}-because").set_value("No key").run()
    page.text_input(key=f"step-{blank}-{number}-who").set_value("Two of us").run()
    assert store.actions(blank)[number] == Action(
        what="Open the cage", who="Two of us", outcome=Outcome(state="blocked", because="No key")
    )
    page.text_input(key=f"outcome-{blank}-{number}-when").set_value("soon").run()
    assert page.text_input(key=f"outcome-{blank}-{number}-when").value == "soon"
    assert store.actions(blank)[number].outcome == Outcome(state="blocked", because="No key", when="soon")
    assert "Open the cage" in shown(show("outcomes", round=blank))


def test_a_copy_of_an_example_has_its_cards(show, store):
    page = show("next_steps", round="example-saltby-2026")
    next(button for button in page.button if "copy" in button.label).click().run()
    (place,) = store.places()
    assert cards(store, place.id)["legion"].words == "The old Legion"


def test_a_closer_look_shows_what_is_here_to_build_on(show):
    assert "The old Legion" in shown(show("closer_look", round="example-saltby-2026", indicator="places-to-meet"))


def test_results_say_what_waits_for_word_and_lead_to_it(show, blocks_of):
    (waiting,) = (
        one for one in blocks_of(show("results", round="example-saltby-2026")) if "waiting for news" in str(one)
    )
    assert [way["where"] for way in waiting["links"]] == ["what-became-of-it?round=example-saltby-2026"]


def test_words_that_may_say_who_somebody_is_are_pointed_out_before_the_profile_is_handed_on(show, store, blank, place):
    store.keep_cards(place, [Asset(id="a", layer="built", words="The hall", keeper="Mrs Margaret Bloggs")], "test")
    assert "Bloggs" in shown(show("what_is_here", round=blank)).split("they may say who somebody is")[1]


def test_a_slip_is_told_beside_a_question_with_its_tellers_leave_and_is_a_slip_again(show, store, blank, place):
    store.keep_cards(place, [Slip(id="s1", words="We meet on the bench", by="a resident")], "test")
    page = show("listening", round=blank, card="s1")
    page.multiselect(key="story-where-s1").set_value(["places-to-meet"])
    page.button(key="story-keep-s1").click().run()
    assert cards(store, place)["s1"].story is None
    page.checkbox(key="story-leave-s1").check()
    page.button(key="story-keep-s1").click().run()
    assert cards(store, place)["s1"].story.indicators == ("places-to-meet",)
    looked = shown(show("closer_look", round=blank, indicator="places-to-meet"))
    assert "We meet on the bench" in looked
    assert "counts as nobody" in looked
    page = show("listening", round=blank, card="s1")
    page.button(key="story-end-s1").click().run()
    assert cards(store, place)["s1"].story is None
    page.session_state["history-s1"] = True
    page.run()
    page.button(key="back-s1-2").click().run()
    assert cards(store, place)["s1"].story is not None


def test_a_pasted_list_gives_its_words_without_its_bullets_and_numbers():
    pasted = (
        "- No bus\n* It is dark\n• No hall\n1. No shop\n 12) No post\n-\n-5 degrees inside\n2 benches\n1.5 miles on"
    )
    words = [slip.words for slip in pasted_slips(pasted, set(), None)]
    assert words[:5] == ["No bus", "It is dark", "No hall", "No shop", "No post"]
    assert words[5:] == ["-5 degrees inside", "2 benches", "1.5 miles on"]


def test_slips_from_paper_are_typed_in_and_the_board_moves_them(show, store, blank, place):
    typed = typed_slips(
        [{"words": " No bus ", "by": "a parent"}, {"words": "", "by": "x"}, {"words": None}], {"s1"}, "Q"
    )
    assert typed == [Slip(id="s2", words="No bus", by="a parent", question="Q", via="paper")]
    groups = [SlipGroup(id="g", words="The bus"), SlipGroup(id="h", words="The hall")]
    slips = [Slip(id=f"p{n}", words=f"Words {n}", groups=("g",) if n > 300 else ()) for n in range(400)]
    left = Slip(id="left", words="Accuses", left_out="It accuses.")
    data = board_data([*slips, left], groups)
    assert len(data["slips"]) == 250 + 99
    assert "left" not in {slip["id"] for slip in data["slips"]}
    store.keep_cards(place, [*groups, *slips[:3]], "test")
    page = show("listening", round=blank)
    page.session_state[f"board-{blank}"] = True
    assert not page.run().exception


def test_a_slip_that_two_people_sort_lies_where_either_put_it(show, store, blank, place):
    slip, groups = Slip(id="s1", words="No bus"), [SlipGroup(id="g", words="Bus"), SlipGroup(id="h", words="Hall")]
    store.keep_cards(place, [*groups, slip, Slip(id="s2", words="No hall")], "test")
    page = show("listening", round=blank)
    store.keep_cards(place, [slip.model_copy(update={"groups": ("h",), "more": "On Sundays"})], "another window")
    page.button(key="into-g").click().run()
    assert cards(store, place)["s1"] == slip.model_copy(update={"groups": ("h", "g"), "more": "On Sundays"})
    moves = {"s1": {"into": ["g"], "out": ["h"]}, "gone": {"into": ["g"], "out": []}}
    store.change_cards(place, moved_slips(moves, list(cards(store, place).values())), "the board")
    assert cards(store, place)["s1"].groups == ("g",)


def test_a_slip_that_was_left_out_meanwhile_stays_out_and_somebody_is_told(show, store, blank, place):
    slip = Slip(id="s1", words="He is a thief")
    store.keep_cards(place, [SlipGroup(id="g", words="Bus"), slip], "test")
    page = show("listening", round=blank)
    left_out = slip.model_copy(update={"left_out": "It accuses somebody."})
    store.keep_cards(place, [left_out], "another window")
    page.button(key="into-g").click().run()
    assert cards(store, place)["s1"] == left_out
    assert "He is a thief" in page.session_state["refused"]


def test_an_item_with_very_many_slips_shows_the_first_and_says_how_many_more_are_in_print(show, store, blank, place):
    slips = [Slip(id=f"s{n}", words=f"Slip number {n}.", groups=("g",)) for n in range(100)]
    store.keep_cards(place, [SlipGroup(id="g", words="The bus"), *slips], "test")
    page = shown(show("listening", round=blank))
    assert "Slip number 59." in page
    assert "Slip number 60." not in page
    assert "40 more are in the agenda to print." in page


def test_what_is_erased_is_gone_from_a_page_that_was_drawn_before(show, store, blank, place):
    store.keep_cards(place, [Slip(id="s1", words="My neighbour did it"), Slip(id="s2", words="The bus")], "test")
    assert "My neighbour did it" in shown(show("listening", round=blank))
    store.erase_card(place, "s1")
    assert "My neighbour did it" not in shown(show("listening", round=blank))


def test_what_became_of_the_last_look_opens_the_next_one_until_somebody_answers(show, store, blank, place, rubric):
    assert "We said: what became of it" not in shown(show("answer", round=blank)), "nothing is known yet"
    earlier = store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)
    store.add_action(earlier, Action(what="Mend the pump", outcome=Outcome(state="done", seen="It runs")), by="test")
    assert "We said: what became of it" in shown(show("answer", round=blank))
    page = show("outcomes", round=blank)
    assert page.title[0].value == "We said: what became of it"
    assert "It runs" in shown(page)
    assert any(button.label == "Go on to the questions" for button in page.button)
    store.save_answer(blank, "v1", next(iter(rubric.indicators())).id, Answer(level=1), "test")
    page = show("outcomes", round=blank)
    assert page.title[0].value == "What became of it"
    assert not any(button.label == "Go on to the questions" for button in page.button)
    assert "We said: what became of it" not in shown(show("answer", round=blank))


def test_what_a_phone_told_of_what_is_here_becomes_a_card_by_one_click_or_is_left(show, store, blank, place):
    told = {"question": "What is here that we should know of?", "via": "phone"}
    slips = [Slip(id="slip-1", words="The pump room", **told), Slip(id="slip-2", words="Nothing", **told)]
    store.keep_cards(place, [*slips, Slip(id="slip-3", words="The bus", via="phone")], "test")
    page = show("what_is_here", round=blank)
    assert "The bus" not in shown(page)
    page.button(key="accept-built-slip-1").click().run()
    page.button(key="leave-slip-2").click().run()
    assert not page.exception
    kept = cards(store, place)
    (card,) = [card for card in kept.values() if isinstance(card, Asset)]
    assert (card.words, card.layer, card.from_slip) == ("The pump room", "built", "slip-1")
    assert kept["slip-1"].left_out == "It is a card of what is here."
    assert kept["slip-2"].left_out == "It was told as something that is here, and no card was made of it."
    assert not [button for button in show("what_is_here", round=blank).button if "slip-" in (button.key or "")]
