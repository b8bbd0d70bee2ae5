"""Who should decide what, in a hall: asked from the laptop, said on a phone, shown on the big screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from placecheck.assessment import Place
from placecheck.place import Matter
from placecheck.rubric import find_rubric
from placecheck.storage import LevelChoice

HALL = {"width": 1920, "height": 1080}


@pytest.mark.slow
def test_a_room_says_who_should_decide_what_and_looks_at_it_together(  # noqa: PLR0917
    hall_address, store, open_at, phone, settled, visit, axe
):
    place = store.add_place(Place(name="Ore", nation="England"))
    assessment = store.begin_assessment(place, find_rubric(), question_set="starter", date=None, together=False)
    made = store.create_workshop(assessment)
    names = {"bus": "The 14 bus", "lido": "The lido"}
    store.keep_cards(place, [Matter(id=id_, words=name, reasons={}, asks={}) for id_, name in names.items()], "test")
    workshop = f"{hall_address}/workshop?workshop={made.id}&round={assessment}"
    laptop = open_at(f"{workshop}&part=deciding")
    laptop.get_by_role("button", name="Ask the room").click()
    expect(laptop.get_by_role("button", name="Close it")).to_be_visible()
    assert axe(settled(laptop)) == []
    big = open_at(f"{workshop}&screen=now", **HALL)
    expect(big.get_by_role("heading", name="Who should decide what?")).to_be_visible()
    assert axe(settled(big)) == []

    phone = phone()
    phone.goto(f"{hall_address}/join/{made.code}")
    phone.get_by_role("button", name="Join").click()
    phone.get_by_role("link", name="Begin").click()
    assert axe(phone) == []
    phone.get_by_text("Parish or town council", exact=True).click()
    expect(phone.get_by_role("status")).to_have_text("Saved")
    phone.get_by_role("button", name="Save and continue").click()
    expect(phone.get_by_role("heading", name="The lido")).to_be_visible()
    phone.get_by_role("button", name="Don't know").click()
    expect(phone.get_by_text("2 of 2 answered")).to_be_visible()
    assert axe(phone) == []
    for _ in range(4):
        store.save_own_level(store.join(made.code).code, "bus", LevelChoice(at_level="county"))

    expect(big.get_by_text("6 of 10 answers are in.")).to_be_visible()
    big.keyboard.press("x")
    expect(big.get_by_role("heading", name="This is closed")).to_be_visible()
    big.keyboard.press("s")
    expect(big.get_by_text("5 people said where this is best decided. They differ.")).to_be_visible()
    assert axe(settled(big)) == []
    big.keyboard.press("ArrowRight")
    expect(big.get_by_role("heading", name="The lido")).to_be_visible()
    visit(phone, f"{hall_address}/join/room")
    expect(phone.get_by_role("row", name="Parish or town council You")).to_be_visible()
    assert axe(phone) == []
