"""Two windows on one card: what either wrote is kept or asked about, and no click is lost."""

from __future__ import annotations

import pytest

from placecheck.place import Asset, Decision, Peer, Pot, Slip
from placecheck.place.decision import Asked, Contribution, Sighting
from placecheck.words import card_editing as w
from placecheck.words import card_fields, deciding, outcomes, say

FUND = Pot(id="fund", words="The fund", holder="the city", decides="a panel", residents_say="none")


@pytest.fixture
def place(store, blank) -> str:
    place = store.assessment_summary(blank).place_id
    store.keep_cards(place, [FUND], "test")
    return place


def card(store, place, id_="fund"):
    return next(kept.card for kept in store.place_cards(place) if kept.card.id == id_)


def field(shown, name):
    return shown.text_input(key=f"edit-fund-1-{name}")


def press(shown, label, at=0):
    return [button for button in shown.button if button.label == say(label)][at].click().run()


def change(store, place, **fields):
    store.keep_cards(place, [card(store, place).model_copy(update=fields)], "another")


def told(shown):
    return " ".join(entry.value for entry in (*shown.error, *shown.warning))


def test_after_a_conflict_the_others_other_fields_stand_as_they_wrote_them(show, store, blank, place):
    page = show("what_is_here", round=blank, card="fund")
    field(page, "holder").set_value("the county")
    change(store, place, holder="the state", decides="residents", amount="£500", residents_say="decide")
    press(page, card_fields.KEEP)
    assert "the state" in told(page)
    assert "Who holds it?" in told(page), "the field by its label"
    assert "holder" not in told(page)
    press(page, deciding.MINE_COUNTS)
    press(page, card_fields.KEEP)
    assert card(store, place) == FUND.model_copy(
        update={"holder": "the county", "decides": "residents", "amount": "£500", "residents_say": "decide"}
    )


@pytest.mark.parametrize("choice", [deciding.MINE_COUNTS, deciding.TAKE_THEIRS])
def test_a_field_that_both_wrote_in_is_shown_with_both_and_waits_for_a_choice(show, store, blank, place, choice):
    stays = "mine" if choice == deciding.MINE_COUNTS else "theirs"
    page = show("what_is_here", round=blank, card="fund")
    field(page, "holder").set_value("mine")
    field(page, "spent_near").set_value("most of it")
    change(store, place, holder="theirs")
    press(page, card_fields.KEEP)
    assert field(page, "holder").value == "mine"
    assert "theirs" in told(page)
    press(page, card_fields.KEEP)
    assert card(store, place).holder == "theirs", "a second press is no choice"
    assert "theirs" in told(page)
    press(page, choice)
    assert (told(page), field(page, "holder").value) == ("", stays)
    press(page, card_fields.KEEP)
    assert card(store, place) == FUND.model_copy(update={"holder": stays, "spent_near": "most of it"})
    assert "card" not in page.query_params, "the first press after the choice counts"


def test_choices_that_both_made_are_shown_in_words(show, store, blank, place):
    page = show("what_is_here", round=blank, card="fund")
    page.selectbox(key="edit-fund-1-residents_say").set_value("decide")
    change(store, place, residents_say="some", indicators=("benches",))
    press(page, card_fields.KEEP)
    assert "“some”" in told(page)
    press(page, deciding.TAKE_THEIRS)
    press(page, card_fields.KEEP)
    assert card(store, place) == FUND.model_copy(update={"residents_say": "some", "indicators": ("benches",)})


def test_what_a_third_person_writes_after_the_choice_is_asked_about_again(show, store, blank, place):
    page = show("what_is_here", round=blank, card="fund")
    field(page, "holder").set_value("mine")
    change(store, place, holder="theirs")
    press(page, card_fields.KEEP)
    press(page, deciding.MINE_COUNTS)
    change(store, place, holder="a third", amount="£5")
    press(page, card_fields.KEEP)
    assert "a third" in told(page)
    press(page, deciding.MINE_COUNTS)
    press(page, card_fields.KEEP)
    assert card(store, place) == FUND.model_copy(update={"holder": "mine", "amount": "£5"})


def test_what_another_emptied_is_told_as_well(show, store, blank, place):
    page = show("what_is_here", round=blank, card="fund")
    field(page, "holder").set_value("mine")
    change(store, place, holder=None)
    press(page, card_fields.KEEP)
    assert say(w.OTHERS_EMPTIED) in told(page)


def test_two_who_write_of_one_decision_are_asked_by_field_too(show, store, blank, place):
    decision = Decision(id="lamp", words="A lamp", asked=Asked(by="us"))
    store.keep_cards(place, [decision], "test")
    page = show("outcomes", round=blank, card="lamp")
    page.text_input(key="edit-lamp-2-asked.when").set_value("2026-05")
    store.keep_cards(place, [decision.model_copy(update={"asked": Asked(by="the council")})], "another")
    press(page, card_fields.KEEP)
    assert card(store, place, "lamp").asked == Asked(by="the council", when="2026-05")


def test_a_draft_holds_what_was_changed_and_nothing_else(show, store, blank, place):
    page = show("what_is_here", round=blank, card="fund")
    field(page, "holder").set_value("mine")
    field(page, "words").set_value("")
    press(page, card_fields.KEEP)
    assert store.draft(blank, "edit-fund") == {"holder": "mine"}
    change(store, place, holder="theirs", decides="residents")
    again = show("what_is_here", round=blank, card="fund")
    assert again.text_input(key="edit-fund-2-decides").value == "residents", "not as it was before"
    assert again.text_input(key="edit-fund-2-holder").value == "mine"
    assert any("theirs" in entry.value for entry in again.get("markdown")), "beside what the card says"


@pytest.mark.usefixtures("place")
def test_who_takes_the_draft_of_another_window_keeps_what_the_card_says_elsewhere(show, store, blank):
    two = show("what_is_here", round=blank, card="fund")
    field(two, "decides").set_value("residents")
    store.add_to_draft(blank, "edit-fund", {"holder": "the county"}, {}, "another window")
    press(two, card_fields.KEEP)
    assert "the county" in told(two)
    press(two, deciding.TAKE_THEIRS)
    values = {name: field(two, name).value for name in ("words", "holder", "decides")}
    assert values == {"words": "The fund", "holder": "the county", "decides": "a panel"}


def test_the_history_of_a_card_says_its_fields_as_the_form_does(show, store, blank, place):
    store.keep_cards(place, [FUND.model_copy(update={"residents_say": "some", "holder": None})], "another")
    store.keep_cards(place, [Asset(id="hall", layer="built", words="The hall")], "test")
    page = show("what_is_here", round=blank, card="fund")
    page.session_state["history-fund"] = True
    page.run()
    lines = [entry.value for entry in page.markdown]
    assert any("Who holds it? “the city”; Do residents have a say? “none”" in line for line in lines), lines


LAMP = Decision.model_validate({"id": "lamp", "words": "A lamp", "seen": [{"what": "A pole"}]})


def lamp(store, place):
    return card(store, place, "lamp")


def test_what_was_seen_stays_in_its_field_while_another_adds_what_they_saw_and_both_are_kept(show, store, blank, place):
    store.keep_cards(place, [LAMP], "test")
    page = show("outcomes", round=blank, card="lamp")
    page.text_area(key="seen-lamp-0-what").set_value("A lamp that shines")
    theirs = LAMP.model_copy(update={"seen": (*LAMP.seen, Sighting(what="A cable"))})
    store.keep_cards(place, [theirs], "another")
    press(page, outcomes.ADD_SEEN)
    assert [sighting.what for sighting in lamp(store, place).seen] == ["A pole", "A cable", "A lamp that shines"]
    assert page.text_area(key="seen-lamp-1-what").value == "", "and the field is empty again"
    assert store.draft_forms(blank, "seen-lamp") == ()


def type_sighting(store, assessment, page, what):
    """Write into the form as a browser does: letters go to the draft that the page watches, then into the field."""
    form = next(form for _, form in page.session_state["typed-forms"] if form.startswith("seen-lamp"))
    store.add_to_draft(assessment, form, {"what": what}, {}, page.session_state["typed-writer"])
    page.text_area(key="seen-lamp-0-what").set_value(what)


def test_two_windows_that_each_write_a_new_sighting_both_add_it_and_nothing_is_asked(show, store, blank, place):
    store.keep_cards(place, [LAMP], "test")
    one, two = (show("outcomes", round=blank, card="lamp") for _ in range(2))
    type_sighting(store, blank, one, "A cable")
    type_sighting(store, blank, two, "It shines")
    press(one, outcomes.ADD_SEEN)
    assert one.text_area(key="seen-lamp-1-what").value == "", "the other's words are not mine"
    press(two, outcomes.ADD_SEEN)
    assert [sighting.what for sighting in lamp(store, place).seen] == ["A pole", "A cable", "It shines"]
    assert not told(one) + told(two)
    assert store.draft_forms(blank, "seen-lamp") == ()


def test_a_sighting_that_was_left_unsent_is_there_in_the_next_window_and_gone_once_it_is_sent(
    show, store, blank, place
):
    store.keep_cards(place, [LAMP], "test")
    store.add_to_draft(blank, "seen-lamp@gone", {"what": "A cab"}, {}, "gone")
    page = show("outcomes", round=blank, card="lamp")
    assert page.text_area(key="seen-lamp-0-what").value == "A cab"
    page.text_area(key="seen-lamp-0-what").set_value("A cable")
    press(page, outcomes.ADD_SEEN)
    assert [sighting.what for sighting in lamp(store, place).seen] == ["A pole", "A cable"]
    assert store.draft_forms(blank, "seen-lamp") == ()


def test_slips_that_are_chosen_stay_chosen_while_another_keeps_theirs_and_all_are_kept(show, store, blank, place):
    slips = [Slip(id=f"s{number}", words=f"Words {number}") for number in range(3)]
    pinned = LAMP.model_copy(update={"said": Contribution(slips=("s0",))})
    store.keep_cards(place, [*slips, pinned], "test")
    page = show("outcomes", round=blank, card="lamp")
    page.multiselect(key="slips-of-lamp-0").set_value(["s2"])
    theirs = pinned.model_copy(update={"said": Contribution(slips=("s0", "s1")), "closed": "It shines."})
    store.keep_cards(place, [theirs], "another")
    press(page, outcomes.KEEP_SLIPS)
    assert lamp(store, place) == theirs.model_copy(update={"said": Contribution(slips=("s1", "s2"))})
    assert page.multiselect(key="slips-of-lamp-1").value == ["s1", "s2"]


def test_the_lists_of_what_a_group_offers_are_kept_beside_what_another_chose(show, store, blank, place):
    offer = Peer(id="own-offer", words="Ore Valley", own=True, shows=("benches",))
    store.keep_cards(place, [offer], "test")
    page = show("ideas", round=blank)
    theirs = offer.model_copy(update={"shows": ("benches", "mixing"), "wants": ("mixing",), "reach": "at the hall"})
    store.keep_cards(place, [theirs], "another")
    page.multiselect(key=f"peer-{blank}-wants").set_value(["benches"]).run()
    assert card(store, place, "own-offer") == theirs.model_copy(update={"wants": ("mixing", "benches")})


def test_a_date_stands_in_its_field_in_words_stays_as_the_file_has_it_and_is_no_change_of_ones_own(
    show, store, blank, place
):
    change(store, place, ends="2027-03", checked="2026-10-03")
    page = show("what_is_here", round=blank, card="fund")
    sequence = next(kept.sequence for kept in store.place_cards(place) if kept.card.id == "fund")
    ends, checked = (page.text_input(key=f"edit-fund-{sequence}-{name}") for name in ("ends", "checked"))
    assert (ends.value, checked.value) == ("March 2027", "3 October 2026")
    checked.set_value("yesterday")
    page.text_input(key=f"edit-fund-{sequence}-holder").set_value("the county")
    change(store, place, ends="2028-04", checked="2026-11-05")
    press(page, card_fields.KEEP)
    assert "5 November 2026" in told(page), "what another wrote, in words"
    assert page.text_input(key=f"edit-fund-{sequence}-ends").value == "April 2028", "changed by the other alone"
    press(page, deciding.TAKE_THEIRS)
    press(page, card_fields.KEEP)
    assert card(store, place) == FUND.model_copy(
        update={"holder": "the county", "ends": "2028-04", "checked": "2026-11-05"}
    )
