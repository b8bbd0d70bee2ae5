"""Matters are told as a table, as sentences and as asks by level, with no score and no better side."""

from __future__ import annotations

import re

import pytest

from placecheck.charts.decision_levels import matters_svg
from placecheck.levels import load_levels
from placecheck.place import Matter, cards_of, read_place_file
from placecheck.place.adapted import RoomLevels
from placecheck.resources import resource_folder
from placecheck.views.levels.matters import matters_view

LEVELS = load_levels(resource_folder("rubrics") / "better-way-place")
SALTBY = read_place_file(resource_folder("examples") / "places" / "saltby.yaml")
MATTERS = list(cards_of(SALTBY.cards, Matter))
NAMES = LEVELS.names("England")
VIEW = matters_view(MATTERS, NAMES)


def test_a_move_further_off_is_told_as_one_nearer_is():
    sentences = {matter.id: matter.sentence for matter in VIEW.matters}
    assert sentences["m-lido"].startswith("The keys of the lido. Now: ")
    assert "Better nearer: Neighbourhood." in sentences["m-lido"]
    assert "Better further off: Parliament and government." in sentences["m-sea-wall"]
    assert "We differ: Five say" in sentences["m-builders"]


def test_every_ask_stands_under_its_level_from_near_to_far():
    levels = [asks.level for asks in VIEW.asks]
    assert levels == [level for level in VIEW.levels if level in levels]
    asked = [ask for asks in VIEW.asks for ask in asks.asks]
    assert "One page and a set of cones. (Closing a street for play)" in asked


def test_the_picture_says_in_words_what_it_draws_and_draws_arrows_both_ways():
    svg = matters_svg(VIEW)
    assert all(matter.sentence.split(". ")[0] in svg for matter in VIEW.matters)
    tips = re.findall(r'polygon points="([\d.]+),[\d.]+ ([\d.]+),', svg)
    ways = {float(tip) > float(base) for tip, base in tips}
    assert ways == {True, False}
    assert len(tips) == sum(matter.move in ("nearer", "further") for matter in VIEW.matters)


def test_without_matters_there_is_nothing_to_count():
    empty = matters_view([], LEVELS.names(None))
    assert empty.matters == ()
    assert empty.summary == "0 matters."
    assert "<svg" in matters_svg(empty)


def test_what_a_workshop_said_stands_in_the_sentence_the_table_and_the_picture_and_too_few_are_not_counted():
    room = RoomLevels(date="2026-11-20", people=9, levels={"street": 3, "council": 4})
    few = RoomLevels(people=3)
    cards = [MATTERS[0].model_copy(update={"room": room}), MATTERS[1].model_copy(update={"room": few}), MATTERS[2]]
    view = matters_view(cards, NAMES)
    first, second, third = view.matters
    counted = f"{NAMES['street']} (3); {NAMES['council']} (4); no level (2)"
    assert first.room == f"In a workshop, 9 people said: {counted}. (20 November 2026)"
    assert second.room == "In a workshop, 3 people said where this is best decided. So few are not counted here."
    assert third.room is None
    assert [matter.cells[-1] for matter in view.matters] == [counted, "", ""]
    assert view.head[-1] == "In a workshop"
    assert "people in the workshop" in matters_svg(view)
    assert "people in the workshop" not in matters_svg(matters_view([MATTERS[2]], NAMES))


@pytest.mark.parametrize("nation", [None, "England", "Wales", "Scotland", "Northern Ireland"])
def test_no_name_of_a_level_is_cut_in_the_picture(nation):
    assert "…" not in matters_svg(matters_view(MATTERS, LEVELS.names(nation)))


def test_who_holds_the_power_is_told_in_a_sentence_with_its_date_in_words():
    (bus,) = [matter for matter in VIEW.matters if matter.name == "The 14 bus"]
    assert bus.power == "By law: the county, as the body for transport (the county's letter, June 2026)."


def test_ways_that_no_matter_goes_are_not_counted_and_what_is_not_said_yet_is():
    unsaid = [matter.model_copy(update={"best": None, "differ": None}) for matter in MATTERS[:3]]
    assert matters_view(unsaid, NAMES).summary == "3 matters. None is said yet."
    nearer = MATTERS[0].model_copy(update={"now": "county", "best": "street"})
    assert matters_view([nearer, *unsaid[1:]], NAMES).summary == "3 matters. 1 nearer, 2 not said yet."


def test_what_a_workshop_counted_touches_no_mark_of_the_picture():
    svg = matters_svg(VIEW)
    dots = [
        [float(number) for number in dot] for dot in re.findall(r'<circle cx="([^"]+)" cy="([^"]+)" r="([^"]+)"', svg)
    ]
    counts = re.findall(r'<text x="([^"]+)" y="([^"]+)" font-size="([^"]+)"[^>]*>\d+</text>', svg)[
        :-1
    ]  # the key is last
    assert len(counts) == sum(sum(map(bool, matter.counts)) for matter in VIEW.matters)
    for x, y, size in ([float(number) for number in count] for count in counts):
        half = size / 2
        assert all(abs(x - across) > radius + half or abs(y - down) > radius + half for across, down, radius in dots)


def test_what_was_said_before_the_nation_was_known_stays_whole_in_words():
    """England has no level for the whole kingdom of its own, Northern Ireland no parish."""
    room = RoomLevels(people=9, levels={"town": 2, "nation": 4, "uk": 3})
    card = Matter(
        id="a", words="Benefits", now="nation", best="uk", reasons={}, asks={"town": "Come along."}, room=room
    )
    for nation in ("England", "Northern Ireland"):
        view = matters_view([card], LEVELS.names(nation, [card]))
        assert (view.matters[0].move, sum(view.matters[0].counts)) == ("further", 9)
        assert [asks.level for asks in view.asks] == [LEVELS.names(nation, [card])["town"]]
    assert (
        "Better further off: United Kingdom"
        in matters_view([card], LEVELS.names("England", [card])).matters[0].sentence
    )
    assert "uk" not in LEVELS.names("England")
