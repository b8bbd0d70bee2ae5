"""What of a place's cards may leave the room, and that nothing else can."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.assessment import Action, Place
from placecheck.assessment.model import Outcome
from placecheck.place import Asset, Decision, Figure, Photo, Pot, Slip, SlipGroup
from placecheck.place.card import Where
from placecheck.place.decision import Asked, Contribution, Decided, Sighting
from placecheck.publishing.place_cards import NOT_TO_READ, find_card_texts, published_cards, published_steps, text_kind

HIDDEN = "zqx"
PLACE = Place(name="Ore Valley")
PHOTO = Photo(file=f"{'0' * 32}.jpg", alt=f"{HIDDEN} photo")
CARDS = (
    Asset(id="hall", layer="built", words="The hall", keeper=f"{HIDDEN} keeper", by=f"{HIDDEN} by", photos=(PHOTO,)),
    Asset(id="skill", layer="skills", words="Mends pumps", where=Where(words=f"{HIDDEN} home", point=(1, 2))),
    Asset(id="only", layer="ties", words="The rota", rests_on=("one_person",)),
    Pot(id="pot", words="The fund", holder="the district", by=f"{HIDDEN} by"),
    Figure(id="cars", words="No car", value=23, source="a census"),
    Slip(id="s1", words="No bus", by=f"{HIDDEN} nurse", groups=("g",)),
    Slip(id="s2", words=f"{HIDDEN} slip", left_out=f"{HIDDEN} reason"),
    SlipGroup(id="g", words="The bus", phrase_of="s1"),
    Decision(
        id="d",
        words="The stop",
        asked=Asked(by="the county", question="Where?"),
        said=Contribution(slips=("s1", "s2"), words="Here"),
        decided=Decided(what="There"),
        seen=(Sighting(what="A post"),),
    ),
)
STEPS = (
    Action(what="Ask", who=f"{HIDDEN} who", power=f"{HIDDEN} power", outcome=Outcome(state="going", seen="A note")),
)


def written(cards) -> str:
    return json.dumps([card.model_dump(mode="json") for card in cards])


def test_without_a_tick_no_card_and_no_step_leaves():
    assert published_cards(PLACE, CARDS, ()) == ()
    assert published_steps(PLACE, STEPS, ()) == (None,)


def test_a_ticked_card_leaves_without_who_said_it_and_without_what_has_a_tick_of_its_own():
    ticks = {text.tick for text in find_card_texts(PLACE, CARDS, STEPS) if text.key.count(".") == 1}
    leaving = published_cards(PLACE, CARDS, ticks)
    assert {card.id for card in leaving} == {card.id for card in CARDS} - {"s2"}
    assert HIDDEN not in written(leaving)
    assert "one_person" not in written(leaving)
    assert HIDDEN not in written(step for step in published_steps(PLACE, STEPS, ticks) if step)
    assert leaving[-1].said.slips == ("s1",)


@pytest.mark.parametrize(
    ("key", "words"), [("cards.hall.keeper", "keeper"), (f"cards.hall.photos.{PHOTO.file}", "photo")]
)
def test_who_keeps_it_going_and_a_photo_leave_by_their_own_tick_and_never_without_the_card(key, words):
    ticks = {text.key: text.tick for text in find_card_texts(PLACE, CARDS)}
    assert published_cards(PLACE, CARDS, {ticks[key]}) == ()
    assert f"{HIDDEN} {words}" in written(published_cards(PLACE, CARDS, {ticks[key], ticks["cards.hall"]}))


def test_a_tick_ends_when_a_letter_or_the_place_on_the_ground_changes():
    hall = Asset(id="hall", layer="built", words="The hall", where=Where(words="High Street", point=(1, 2)))
    (tick,) = (text.tick for text in find_card_texts(PLACE, [hall]))
    assert published_cards(PLACE, [hall], {tick})
    for moved in ({"words": "The Hall"}, {"where": Where(words="High Street", point=(1, 3))}):
        assert published_cards(PLACE, [hall.model_copy(update=moved)], {tick}) == ()


@given(st.sets(st.sampled_from([text.tick for text in find_card_texts(PLACE, CARDS, STEPS)])))
@settings(max_examples=40)
def test_whatever_is_ticked_every_word_that_leaves_is_of_a_ticked_text(ticks):
    ticked = [text for text in find_card_texts(PLACE, CARDS, STEPS) if text.tick in ticks]
    leaving = published_cards(PLACE, CARDS, ticks)
    allowed = "\n".join(text.text for text in ticked)
    for text in find_card_texts(PLACE, leaving):
        assert all(words in allowed for _, words in text.parts)


def test_names_in_a_card_are_marked_to_be_looked_at():
    card = Slip(id="s", words="Ask Margaret Thistle on 01632 960123")
    (text,) = find_card_texts(PLACE, [card])
    assert {"Margaret Thistle", "01632 960123"} <= {match.text for match in text.marks}


def test_a_step_leaves_by_its_own_tick_with_what_became_of_it_and_without_who_does_it():
    steps = (*STEPS, Action(what="Build", who=f"{HIDDEN} who"))
    ticks = {text.key: text.tick for text in find_card_texts(PLACE, (), steps)}
    assert published_steps(PLACE, steps, {ticks["steps.1"]}) == (None, Action(what="Build"))
    assert published_steps(PLACE, steps, {ticks["steps.0"]}) == (Action(what="Ask", outcome=STEPS[0].outcome), None)
    (asked, _) = find_card_texts(PLACE, (), steps)
    assert asked.parts == (("what", "Ask"), ("seen", "A note"))


def test_what_is_chosen_from_a_list_and_an_id_are_no_words_to_read():
    cards = (
        *CARDS,
        Asset(id="barn", layer="built", words="A barn", use="unused"),
        Pot(id="pot2", words="A fund", residents_say="none"),
    )
    read = {name for text in find_card_texts(PLACE, cards) for name, _ in text.parts}
    assert read.isdisjoint(NOT_TO_READ)
    assert {"words", "holder", "question", "what"} <= read


def test_a_text_to_tick_says_of_what_kind_of_card_it_is():
    by_id = {card.id: card for card in CARDS}
    kinds = {text.key: text_kind(text, by_id) for text in find_card_texts(PLACE, CARDS, STEPS)}
    assert (kinds["cards.pot"], kinds["cards.hall.keeper"], kinds["steps.0"]) == ("pot", "here", "step")


def test_where_a_map_has_something_is_no_phone_number_and_its_source_leaves_with_it():
    outline = ((1.29681, 52.63591), (1.29682, 52.63592), (1.29683, 52.63593))
    park = Asset(
        id="park", layer="built", words="The park", where={"point": (1.29681, 52.63591)}, source="OpenStreetMap"
    )
    (text,) = find_card_texts(PLACE, [park])
    assert text.marks == ()
    assert "52.63591, 1.29681" in text.text
    (outlined,) = find_card_texts(PLACE, [park.model_copy(update={"where": Where(outline=outline)})])
    assert outlined.marks == ()
    assert text.as_read == "The park\nOn the map: 52.63591, 1.29681\nOpenStreetMap"
    assert "On the map: an outline with 3 corners, the first 52.63591, 1.29681" in outlined.as_read
    moved = Where(outline=(*outline, (1.3, 52.6)))
    (again,) = find_card_texts(PLACE, [park.model_copy(update={"where": moved})])
    assert again.tick != outlined.tick, "an outline that was drawn again is read again"
    assert published_cards(PLACE, [park], [text.tick])[0].source == "OpenStreetMap"
