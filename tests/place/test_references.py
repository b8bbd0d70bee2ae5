from __future__ import annotations

from placecheck.place import Asset, Decision, Slip, SlipGroup
from placecheck.place.decision import Contribution
from placecheck.place.references import without_lost_references, without_references_to

GROUP = SlipGroup(id="bus", words="The bus", phrase_of="s1")
SLIP = Slip(id="s1", words="No bus", groups=("bus",))
LAMP = Decision(id="lamp", words="A lamp", said=Contribution(slips=("s1", "s2"), words="It is dark."))


def test_cards_that_name_each_other_stay_as_they_are():
    cards = (GROUP, SLIP, LAMP, Slip(id="s2", words="Dark"))
    assert without_lost_references(cards) == cards


def test_cards_name_none_that_is_not_there():
    assert without_lost_references((GROUP, LAMP)) == (
        SlipGroup(id="bus", words="The bus"),
        LAMP.model_copy(update={"said": Contribution(words="It is dark.")}),
    )
    assert without_lost_references((SLIP,)) == (Slip(id="s1", words="No bus"),)


def test_a_card_can_be_without_the_ids_of_others_and_keeps_the_rest():
    assert without_references_to(LAMP, {"s1"}).said == Contribution(slips=("s2",), words="It is dark.")
    assert without_references_to(LAMP, {"bus"}) == LAMP
    assert without_references_to(GROUP, {"s1"}) == SlipGroup(id="bus", words="The bus")
    made = Asset(id="hall", layer="built", words="The hall", from_slip="s1")
    assert without_references_to(made, {"s1"}) == Asset(id="hall", layer="built", words="The hall")
