"""Treasuries merge without losing or doubling anything, descent can be drawn, and what is not ticked stays."""

from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from placecheck.ideas import load_ideas
from placecheck.ideas.file import parsed_treasury, treasury_yaml
from placecheck.ideas.peers import PeerCard
from placecheck.ideas.treasury import (
    SharedIdea,
    TreasuryFile,
    adapt,
    conflicts,
    descent,
    leaving,
    line_to,
    merge,
    newest,
)
from placecheck.place import Forebear
from placecheck.resources import resource_folder

IDEAS = load_ideas(resource_folder("rubrics") / "better-way-place")
IDS = st.sampled_from(["a", "b", "c", "d"])
WORDS = st.sampled_from(["hall", "street", "park"])
CARDS = st.builds(
    SharedIdea,
    id=IDS,
    version=st.integers(1, 3),
    name=WORDS,
    what=WORDS,
    from_idea=st.none() | IDS,
    forebears=st.lists(st.builds(Forebear, id=IDS, name=WORDS, from_idea=st.none() | IDS), max_size=2).map(tuple),
    change=st.none() | WORDS,
    may_leave=st.booleans(),
)
PEERS = st.builds(PeerCard, id=IDS, version=st.integers(1, 2), group=WORDS, reach=WORDS)
FILES = st.builds(
    TreasuryFile,
    placecheck_ideas=st.just(1),
    ideas=st.lists(CARDS, max_size=6).map(tuple),
    peers=st.lists(PEERS, max_size=3).map(tuple),
)
EMPTY = TreasuryFile(placecheck_ideas=1)


@given(FILES, FILES)
def test_merging_loses_nothing_and_doubles_nothing(first, second):
    both = merge(first, second)
    assert set(both.ideas) == {*first.ideas, *second.ideas}
    assert len(both.ideas) == len(set(both.ideas))
    assert set(both.peers) == {*first.peers, *second.peers}


@given(FILES, FILES)
def test_it_does_not_matter_who_gives_to_whom(first, second):
    assert merge(first, second) == merge(second, first)


@given(FILES, FILES, FILES)
def test_three_treasuries_come_to_the_same_in_whatever_order(first, second, third):
    assert merge(merge(first, second), third) == merge(first, merge(second, third))


@given(FILES)
def test_merging_again_changes_nothing(treasury):
    once = merge(treasury, EMPTY)
    assert merge(once, once) == merge(once, treasury) == once


@given(FILES, FILES)
def test_two_texts_for_one_version_are_shown_and_neither_wins(first, second):
    both = merge(first, second)
    for id_, cards in conflicts(both).items():
        assert len({card.model_dump_json() for card in cards}) > 1
        assert {(card.id, card.version) for card in cards} == {(id_, max(c.version for c in both.ideas if c.id == id_))}
    assert {card.id for card in newest(both)} == {card.id for card in both.ideas}


@given(FILES, st.sets(IDS))
def test_of_a_places_own_ideas_only_ticked_ones_leave(treasury, own):
    left = leaving(treasury, own)
    kept_back = {card.id for card in treasury.ideas} - {card.id for card in left.ideas}
    for card in newest(left):
        assert card.id not in own or any(c.may_leave for c in newest(treasury) if c.id == card.id)
    assert kept_back <= own


@given(FILES)
def test_every_card_stands_once_in_the_descent_whatever_it_says_it_came_from(treasury):
    rows = [row.id for row in descent(treasury)]
    assert len(rows) == len(set(rows))
    assert {card.id for card in treasury.ideas} <= set(rows)


def test_four_generations_stand_one_below_the_other():
    street = next(idea for idea in IDEAS if idea.id == "play-streets")
    ours = adapt(street, id_="ours", change="Only in summer", date=datetime.date(2026, 6, 1))
    theirs = adapt(ours, id_="theirs", change="In the car park")
    last = adapt(theirs, id_="last", change="With a band")
    rows = descent(TreasuryFile(placecheck_ideas=1, ideas=(last, ours, theirs)), IDEAS)
    assert [(row.depth, row.id, row.change) for row in rows] == [
        (0, "play-streets", None),
        (1, "ours", "Only in summer"),
        (2, "theirs", "In the car park"),
        (3, "last", "With a band"),
    ]
    assert all(row.known for row in rows)


def test_the_last_card_alone_carries_its_whole_line_through_a_file():
    line = [SharedIdea(id="g0", name="Idea 0", what="x", from_idea="play-streets", by="Place 0")]
    for n in (1, 2, 3):
        line.append(SharedIdea(id=f"g{n}", name=f"Idea {n}", what="x", from_idea=f"g{n - 1}", by=f"Place {n}"))
    told = line_to(line[-1], TreasuryFile(placecheck_ideas=1, ideas=tuple(line)))
    assert [forebear.id for forebear in told] == ["g3", "g2", "g1", "g0"]
    ours = SharedIdea(id="ours", name="Ours", what="x", from_idea="g3", forebears=told)
    alone = TreasuryFile(placecheck_ideas=1, ideas=(ours,))
    read = parsed_treasury(treasury_yaml(alone), "a.yaml")
    rows = descent(read, IDEAS)
    assert [(row.depth, row.name) for row in rows] == [
        (0, "Play streets"), (1, "Idea 0"), (2, "Idea 1"), (3, "Idea 2"), (4, "Idea 3"), (5, "Ours"),
    ]  # fmt: skip
    whole = merge(TreasuryFile(placecheck_ideas=1, ideas=tuple(line)), read)
    assert descent(whole, IDEAS) == rows
    assert line_to(ours) == line_to(ours, whole)


@given(FILES)
def test_a_line_ends_whatever_its_cards_say_and_holds_what_each_came_from(treasury):
    for card in treasury.ideas:
        told = line_to(card, treasury)
        assert len({forebear.id for forebear in told}) == len(told)
        assert all(below.from_idea == above.id for below, above in pairwise(told))
        assert told[-1].from_idea not in {c.id for c in treasury.ideas} - {forebear.id for forebear in told}


def test_a_card_whose_source_is_not_here_says_so():
    card = SharedIdea(id="ours", name="Our street", what="We shut it.", from_idea="unknown-card")
    assert [(row.id, row.known) for row in descent(TreasuryFile(placecheck_ideas=1, ideas=(card,)))] == [
        ("unknown-card", False),
        ("ours", True),
    ]


def test_a_line_of_descent_may_be_very_long():
    cards = [SharedIdea(id=f"c{n}", name="x", what="x", from_idea=f"c{n - 1}" if n else None) for n in range(3000)]
    assert descent(TreasuryFile(placecheck_ideas=1, ideas=tuple(cards)))[-1].depth == 2999
