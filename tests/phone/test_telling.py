"""Telling from a phone without being asked a question of the rubric, and hearing what became of it."""

from __future__ import annotations

import datetime
import re

import pytest

from placecheck.assessment import Action, Place
from placecheck.assessment.model import Outcome
from placecheck.place import Decision, Slip, SlipGroup, place_yaml
from placecheck.place.decision import Sighting
from placecheck.place.file import parse_place_file
from placecheck.source import parsed
from placecheck.views.place.proposals import accepted


@pytest.fixture
def place(store, made) -> str:
    return store.assessment_summary(store.workshop_summary(made.id).assessment_id).place_id


def slips(store, place):
    return [kept.card for kept in store.place_cards(place)]


def test_what_a_person_tells_becomes_slips_of_the_place_with_the_question_and_without_a_name(store, place, phone, made):
    person = phone().join(made.code)
    assert "Tell us something else" in person.page
    person.look("/join/tell")
    assert person.send("/join/tell", here="The pump room <b>", agenda="The bus") == 200
    here, agenda = slips(store, place)
    assert (here.words, here.question, here.via) == (
        "The pump room <b>",
        "What is here that we should know of?",
        "phone",
    )
    assert (agenda.words, agenda.question) == ("The bus", "What should we talk about?")
    assert here.by is None
    assert "The pump room &lt;b&gt;" in person.page


def test_nobody_sees_what_another_told(phone, made):
    first, second = phone().join(made.code), phone().join(made.code)
    first.look("/join/tell")
    first.send("/join/tell", here="The pump room")
    second.look("/join/tell")
    assert "The pump room" not in second.page


def test_an_empty_page_keeps_nothing_and_says_so(store, place, phone, made):
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", here="  ")
    assert "Nothing was written" in person.page
    assert slips(store, place) == []


def test_whoever_deletes_what_they_said_takes_their_slips_with_them(store, place, phone, made):
    first, second = phone().join(made.code), phone().join(made.code)
    for person, words in ((first, "Mine"), (second, "Another's")):
        person.look("/join/tell")
        person.send("/join/tell", here=words)
    first.look("/join/code")
    first.send("/join/erase", sure="yes")
    assert [slip.words for slip in slips(store, place)] == ["Another's"]
    assert [change.card.words for change in store.card_history(place, slips(store, place)[0].id)] == ["Another's"]


def test_nothing_of_what_a_person_took_back_is_left_in_what_others_wrote_of_it(store, place, phone, made):
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", here="The net loft is dry")
    (slip,) = slips(store, place)
    decision = Decision.model_validate({"id": "d", "words": "The loft", "said": {"slips": [slip.id]}})
    store.keep_cards(place, [decision], "test")
    person.look("/join/code")
    person.send("/join/erase", sure="yes")
    assert "net" not in repr([change.card for change in store.card_history(place, "d")])


def test_a_person_finds_under_their_code_what_became_of_what_they_told(store, place, phone, made):
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", agenda="The bus")
    (slip,) = slips(store, place)
    decided = {"what": "It runs till nine", "effect": "changed"}
    decision = Decision.model_validate({"id": "d", "words": "The 14", "said": {"slips": [slip.id]}, "decided": decided})
    group = SlipGroup(id="g", words="No one does the bus")
    store.keep_cards(place, [group, slip.model_copy(update={"groups": ("g",)}), decision], "test")
    person.look("/join/tell")
    assert "It is on the agenda, under “No one does the bus”." in person.page
    assert "Decided: It runs till nine (they changed the decision)" in person.page


def test_what_was_told_stands_under_the_code_with_what_became_of_each(store, place, phone, made):
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", here="The pump room", agenda="The bus")
    pump, bus = slips(store, place)
    promised = {"what": "A later bus", "when": "2027-03"}
    decision = Decision.model_validate(
        {"id": "d", "words": "The 14", "said": {"slips": [bus.id]}, "decided": {"what": "Ask"}, "promised": promised}
    )
    store.keep_cards(place, [decision], "test")
    person.look("/join/code")
    assert "The pump room" in person.page
    assert person.page.count("It is on the pile. Nobody has sorted it yet.") == 2
    assert "Promised: A later bus (March 2027)" in person.page
    assert "Nobody has seen anything of it yet." in person.page
    left = pump.model_copy(update={"left_out": "it names somebody"})
    store.keep_cards(place, [left, decision.model_copy(update={"seen": (Sighting(what="It runs"),)})], "test")
    person.look("/join/code")
    assert "It is not on the agenda, because: it names somebody" in person.page
    assert "Seen: It runs" in person.page


def test_one_thing_is_taken_back_alone_with_its_history_and_all_else_stays(store, place, phone, made):
    person, other = phone().join(made.code), phone().join(made.code)
    for teller, words in ((person, "The pump room"), (other, "Another's")):
        teller.look("/join/tell")
        teller.send("/join/tell", here=words, agenda=f"{words}, too")
    first, second, others, _ = slips(store, place)
    store.keep_cards(place, [first.model_copy(update={"left_out": "twice"})], "test")
    person.look("/join/code")
    assert person.send("/join/take-back", slip=first.id) == 200
    assert "It is taken back, and deleted." in person.page
    assert store.card_history(place, first.id) == ()
    assert person.send("/join/take-back", slip=others.id) == 200
    assert "It is not here any more. Nothing else was deleted." in person.page
    assert [slip.words for slip in slips(store, place)] == [second.words, "Another's", "Another's, too"]


def test_what_became_of_it_is_told_to_everyone_who_took_part_without_what_others_told(store, place, phone, made):
    person, other = phone().join(made.code), phone().join(made.code)
    other.look("/join/tell")
    other.send("/join/tell", agenda="The dentist")
    (slip,) = slips(store, place)
    person.look("/join/became")
    assert "No decision and no next step is written down yet." in person.page
    raw = {"id": "d", "words": "A dentist", "said": {"slips": [slip.id]}, "seen": [{"what": "A van came <b>"}]}
    store.keep_cards(place, [Decision.model_validate(raw)], "test")
    held = store.workshop_summary(made.id).assessment_id
    step = Action(what="Ask the bus firm", outcome=Outcome(state="going", seen="They wrote back"))
    store.add_action(held, step, by="test")
    person.look("/join/became")
    assert "A van came &lt;b&gt;" in person.page
    assert "Ask the bus firm" not in person.page, "nothing of this workshop is shown before it begins"
    store.end_workshop(made.id)
    assert "We said: what became of it" in person.page or person.look("/join/here") == 200
    person.look("/join/became")
    assert "They wrote back" in person.page
    assert "The dentist" not in person.page
    other.look("/join/became")
    assert "The dentist" in other.page


def test_next_steps_of_an_earlier_look_open_the_next_one_before_anybody_answers(store, place, phone, made, rubric):
    earlier = store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)
    store.add_action(earlier, Action(what="Mend the pump", outcome=Outcome(state="done")), by="test")
    person = phone().join(made.code)
    assert "We said: what became of it" in person.page
    person.look("/join/became")
    assert "Mend the pump" in person.page
    assert "Next step, done" in person.page


@pytest.mark.parametrize("path", ["/join/tell", "/join/code", "/join/became", "/join/here"])
def test_words_that_nobody_has_translated_are_marked_as_english_on_a_welsh_page(store, place, phone, made, path):
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", agenda="Y bws")
    store.keep_cards(place, [Decision.model_validate({"id": "d", "words": "Y bws 14"})], "test")
    person.look("/join/language/cy")
    person.look(path)
    body = person.page.partition("<main")[2].partition("</main>")[0]
    assert 'lang="cy"' in person.page
    unmarked = re.sub(r"<(\w+)[^>]* lang=\"en\"[^>]*>.*?</\1>", "", body)
    english = {"the", "what", "you", "it", "that", "tell", "asked", "decision", "nobody", "we", "send"}
    assert not english & set(re.findall(r"\w+", re.sub("<[^>]+>", " ", unmarked).lower()))


def test_a_copy_of_what_one_said_holds_what_one_told(phone, made):
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", agenda="The bus")
    assert person.client.get("/join/my-answers.json").json()["told"] == ["The bus"]


def test_a_person_may_tell_twenty_things_and_no_more(store, place, phone, made):
    person = phone().join(made.code)
    for number in range(10):
        store.save_phone_slip(person.code, "?", f"Thing {number}")
        store.save_phone_slip(person.code, "?", f"Thing {number} too")
    person.look("/join/tell")
    assert person.send("/join/tell", here="One more") >= 400
    assert len(slips(store, place)) == 20


def test_a_rehearsal_keeps_nothing_of_it_and_says_so(store, phone, rubric):
    place = store.add_place(Place(name="Ore"))
    assessment = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    made = store.create_workshop(assessment, is_rehearsal=True)
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", here="The pump room")
    assert "rehearsal" in person.page
    assert store.place_cards(place) == ()


def test_who_has_not_joined_is_told_how(phone):
    assert phone().look("/join/tell") in (401, 404)


def test_slips_with_the_same_first_words_do_not_meet(store, place, phone, made):
    for _ in range(3):
        person = phone().join(made.code)
        person.look("/join/tell")
        person.send("/join/tell", here="The bus")
    assert [slip.words for slip in slips(store, place)] == ["The bus"] * 3
    assert len({slip.id for slip in slips(store, place)}) == 3
    assert all(isinstance(slip, Slip) for slip in slips(store, place))


def test_what_was_told_goes_on_the_day_on_which_the_workshop_goes(store, phone, rubric):
    place = store.add_place(Place(name="Ore"))
    assessment = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    made = store.create_workshop(assessment, delete_on=datetime.date(2026, 12, 1))
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", here="The pump room")
    store.keep_cards(place, [Slip(id="other", words="From the paper box")], "test")
    assert store.preview_deletion(place, assessment).cards == 1
    assert store.delete_due(datetime.date(2026, 12, 1)) == 1
    assert [slip.words for slip in slips(store, place)] == ["From the paper box"]


def test_a_card_made_of_what_was_told_goes_with_it_until_the_group_has_words_of_its_own(store, place, phone, made):
    person = phone().join(made.code)
    for words in ("The pump room", "The slipway"):
        person.look("/join/tell")
        person.send("/join/tell", here=words)
    pump, slipway = slips(store, place)
    ids: set[str] = set()
    for slip in (pump, slipway):
        card, settled = accepted(slip, "built", ids)
        ids.add(card.id)
        store.keep_cards(place, [card, settled], "test")
    own_words = next(
        kept.card for kept in store.place_cards(place) if getattr(kept.card, "from_slip", "") == slipway.id
    )
    store.keep_cards(place, [own_words.model_copy(update={"words": "The old slip"})], "test")
    person.look("/join/code")
    assert "It is among what is here, as a card: The pump room" in person.page
    assert "It is among what is here, as a card: The old slip" in person.page
    for slip in (pump, slipway):
        person.send("/join/take-back", slip=slip.id)
    (left_over,) = store.place_cards(place)
    assert left_over.card.words == "The old slip"
    assert [change.card.words for change in store.card_history(place, left_over.card.id)] == ["The old slip"]
    written = place_yaml(store.place_file(place))
    assert slipway.id not in written
    assert parse_place_file(parsed(written, "ore.yaml")).cards[0].words == "The old slip"


def test_a_place_file_can_be_read_again_after_a_slip_was_taken_back_that_others_name(store, place, phone, made):
    person = phone().join(made.code)
    person.look("/join/tell")
    person.send("/join/tell", agenda="The bus")
    (slip,) = slips(store, place)
    decision = Decision.model_validate({"id": "d", "words": "The 14", "said": {"slips": [slip.id]}})
    store.keep_cards(place, [decision, SlipGroup(id="g", words="The bus", phrase_of=slip.id)], "test")
    person.look("/join/code")
    person.send("/join/take-back", slip=slip.id)
    read = parse_place_file(parsed(place_yaml(store.place_file(place)), "ore.yaml"))
    assert [card.id for card in read.cards] == ["d", "g"]
