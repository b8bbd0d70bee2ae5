from __future__ import annotations

import datetime

from placecheck.assessment import Place
from placecheck.place import Asset, Slip
from placecheck.views.place.look_first import words_to_look_at
from placecheck.views.place.profile import profile_view

DAY = datetime.date(2026, 11, 28)
PLACE = Place(name="Ore Valley")


def marked(*cards) -> tuple[str, ...]:
    return words_to_look_at(profile_view(PLACE, cards, [], DAY), PLACE)


def test_a_name_or_an_address_on_a_card_is_pointed_out_and_a_role_is_not():
    hall = Asset(id="a", layer="built", words="The hall", keeper="Mrs Margaret Bloggs, ring 01234 567890")
    found = " ".join(marked(hall))
    assert "Bloggs" in found
    assert "01234 567890" in found
    assert marked(Asset(id="a", layer="built", words="The hall", keeper="the caretaker")) == ()


def test_what_people_said_is_looked_at_too_and_the_place_is_nobody():
    assert any("smith@example.org" in word for word in marked(Slip(id="s", words="Write to smith@example.org")))
    assert marked(Slip(id="s", words="I like the Ore Valley hall.")) == ()
