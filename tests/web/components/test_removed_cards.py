"""What was taken off a place can be seen, brought back, and erased for good, whatever kind of card it is."""

from __future__ import annotations

import pytest

from placecheck.place import CARD_KINDS, AdaptedIdea, Asset, Decision, Figure, Matter, Peer, Pot, Slip, SlipGroup
from placecheck.words import card_editing as w
from placecheck.words import say

CARDS = {
    "what_is_here": (
        Asset(id="one", layer="built", words="The old hall"),
        Pot(id="one", words="The old fund"),
        Figure(id="one", words="Rain", value=3, source="the office"),
    ),
    "listening": (Slip(id="one", words="No bus"), SlipGroup(id="one", words="Buses")),
    "outcomes": (Decision(id="one", words="A lamp"),),
    "levels": (Matter(id="one", words="The buses"),),
    "ideas": (AdaptedIdea(id="one", words="A shared tool shed"), Peer(id="one", words="The Ford group")),
}
EACH = [(page, card) for page, cards in CARDS.items() for card in cards]


@pytest.fixture
def place(store, blank) -> str:
    return store.assessment_summary(blank).place_id


def said(page) -> str:
    return " ".join(str(entry.value) for entry in page.markdown)


def test_there_is_a_page_for_every_kind_of_card_that_can_be_taken_off():
    assert {card.kind for _, card in EACH} == set(CARD_KINDS) - {"worksheet"}  # which is never taken off, only finished


@pytest.mark.parametrize(("page", "card"), EACH, ids=[card.kind for _, card in EACH])
def test_a_card_that_was_taken_off_is_brought_back_from_its_page(show, store, blank, place, page, card):  # noqa: PLR0917
    store.keep_cards(place, [card], "test")
    store.remove_card(place, card.id, "test")
    shown = show(page, round=blank)
    assert card.words in said(shown)
    shown.button(key="card-back-one").click().run()
    assert not shown.exception
    assert [kept.card for kept in store.place_cards(place)] == [card]
    assert "card-back-one" not in [button.key for button in shown.button]


def test_one_card_that_was_taken_off_is_spoken_of_as_one_and_two_as_two(show, store, blank, place):
    for id_, begins in (("one", "It is on no page"), ("two", "They are on no page")):
        store.keep_cards(place, [Pot(id=id_, words=f"Fund {id_}")], "test")
        store.remove_card(place, id_, "test")
        assert begins in said(show("what_is_here", round=blank))


def test_a_card_that_was_taken_off_is_erased_for_good_with_what_was_typed_about_it(show, store, blank, place):
    store.keep_cards(place, [Pot(id="one", words="The old fund")], "test")
    store.remove_card(place, "one", "test")
    store.save_draft(blank, "edit-one", {"holder": "somebody"})
    store.save_draft(blank, "seen-one@a-window", {"what": "somebody"})
    store.save_draft(blank, "seen-one-more", {"what": "of another card"})
    shown = show("what_is_here", round=blank)
    shown.button(key="erase-off-one").click().run()
    assert store.card_history(place, "one") == ()
    assert store.draft(blank, "edit-one") == {}
    assert store.draft_forms(blank, "seen-one") == ()
    assert store.draft(blank, "seen-one-more")
    assert "The old fund" not in said(shown)


def test_whoever_has_a_card_open_that_another_takes_off_is_told_and_finds_what_they_typed(show, store, blank, place):
    store.keep_cards(place, [Pot(id="one", words="The old fund")], "test")
    page = show("what_is_here", round=blank, card="one")
    store.add_to_draft(blank, "edit-one", {"holder": "the county"}, {}, "this window")
    store.remove_card(place, "one", "another")
    page.run()
    assert any("was removed" in entry.value and "draft" in entry.value for entry in page.warning)
    page.button(key="card-back-one").click().run()
    assert next(entry for entry in page.text_input if entry.label == "Who holds it?").value == "the county"


def test_a_card_is_taken_off_and_said_to_be_listed(show, store, blank, place):
    store.keep_cards(place, [Pot(id="one", words="The old fund")], "test")
    page = show("what_is_here", round=blank, card="one")
    page.button(key="off-one").click().run()
    assert store.place_cards(place) == ()
    assert page.session_state["told"] == say(w.TAKEN_OFF) or page.toast
    assert page.button(key="card-back-one").label == say(w.BRING_CARD_BACK)
