"""An idea that goes from group to group: nobody's words become another's, and nothing is lost or appears twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.ideas import load_ideas
from placecheck.ideas.file import EMPTY, parsed_treasury, treasury_yaml
from placecheck.ideas.sharing import already_here, renewed_idea, shared_idea, shared_idea_card, with_origins
from placecheck.ideas.treasury import SharedIdea, TreasuryFile, conflicts, descent, earlier, merge, newest
from placecheck.place import AdaptedIdea, Forebear
from placecheck.resources import resource_folder
from placecheck.views.ideas.experience import experience_lines
from placecheck.views.ideas.idea_card import conflict_lines, descent_lines

IDEAS = load_ideas(resource_folder("rubrics") / "better-way-place")


@dataclass
class Group:
    """A group with a store of its own, whatever its place is called."""

    key: str
    place: str = "Hollington"
    cards: dict[str, AdaptedIdea] = field(default_factory=dict)
    changes: int = 0
    versions: dict[str, int] = field(default_factory=dict)

    def keep(self, card: AdaptedIdea) -> AdaptedIdea:
        self.changes += 1
        self.cards[card.id], self.versions[card.id] = card, self.changes
        return card

    def give(self, ids: Sequence[str] | None = None) -> TreasuryFile:
        chosen = self.cards if ids is None else ids
        ideas = tuple(shared_idea(self.place, self.key, self.cards[id_], self.versions[id_]) for id_ in chosen)
        return parsed_treasury(treasury_yaml(TreasuryFile(placecheck_ideas=1, ideas=ideas)), "given.yaml")

    def take(self, treasury: TreasuryFile) -> list[AdaptedIdea]:
        """Keep each idea of a file that is not here yet, and put newer words on the cards that are."""
        taken = []
        for card in newest(treasury):
            here = already_here(card, self.key, tuple(self.cards.values()))
            if here is None:
                id_ = f"idea-{len(self.cards)}"
                taken.append(self.keep(shared_idea_card(card, treasury, id_=id_, date="2026-06-01", indicators=())))
            elif here.how == "newer":
                taken.append(self.keep(renewed_idea(here.card, card, treasury)))
        return taken


def four_groups() -> tuple[Group, Group, Group]:
    """An idea adapted by three groups, each of which says what it cost, and taken back by the first."""
    first, second, third = Group("1", "Ore"), Group("2"), Group("3")
    first.keep(AdaptedIdea(id="street", words="Play street", from_idea="play-streets", change="In summer",
                           cost="40 hours", true_for="children"))  # fmt: skip
    (card,) = second.take(first.give())
    second.keep(card.model_copy(update={"change": "In the car park", "cost": "9 hours", "not_for": "drivers"}))
    (card,) = third.take(second.give())
    third.keep(card.model_copy(update={"change": "With a band"}))
    (card,) = first.take(third.give())
    first.keep(card.model_copy(update={"change": "At dusk"}))
    return first, second, third


def test_four_generations_that_come_home_are_printed_with_each_groups_own_change():
    first, second, third = four_groups()
    whole = merge(first.give(), merge(second.give(), third.give()))
    assert descent_lines(descent(whole, IDEAS)) == (
        "- Play streets",
        "  - Play street (Ore), changed: In summer",
        "    - Play street (Hollington), changed: In the car park",
        "      - Play street (Hollington), changed: With a band",
        "        - Play street (Ore), changed: At dusk",
    )
    assert descent(first.give(), IDEAS) == descent(whole, IDEAS)


def test_what_a_group_told_is_shown_once_with_that_groups_name_however_far_it_went():
    first, _, third = four_groups()
    told = {text for card in (*third.cards.values(), *third.give().ideas) for _, text in experience_lines(card)}
    assert told == {"At Hollington: 9 hours", "At Ore: 40 hours", "At Ore: children", "At Hollington: drivers"}
    home = experience_lines(first.cards["idea-1"])
    assert len(home) == len(set(home)) == 4
    assert all((card.cost, card.true_for) == (None, None) for card in third.cards.values())


def test_what_was_kept_with_a_groups_name_before_it_is_that_groups_and_is_not_stacked():
    line = (Forebear(id="b", name="Play", by="Hollington", from_idea="a"), Forebear(id="a", name="Play", by="Ore"))
    old = AdaptedIdea(id="x", words="Play", from_idea="b", from_place="Hollington", forebears=line,
                      cost="At Hollington: At Ore: 40 hours", worked="At Hollington: nine came",
                      failed="At last: rain")  # fmt: skip
    card = with_origins(old)
    assert (card.cost, card.worked, card.failed) == (None, None, "At last: rain")
    assert [(forebear.cost, forebear.worked) for forebear in card.forebears] == [
        (None, "nine came"),
        ("40 hours", None),
    ]
    assert with_origins(card) == card
    lines = [("What it cost", "At Ore: 40 hours"), ("What worked", "At Hollington: nine came"),
             ("What did not work", "At last: rain")]  # fmt: skip
    assert list(experience_lines(old)) == lines
    other = line[1].model_copy(update={"cost": "12 hours"})
    assert with_origins(old.model_copy(update={"forebears": (line[0], other)})).cost == old.cost  # neither is lost


def test_two_groups_whose_places_share_a_name_lose_nothing_of_each_other():
    groups = [Group(key) for key in "abc"]
    for number, group in enumerate(groups):
        for _ in range(number):
            group.keep(AdaptedIdea(id="other", words="Another"))
        group.keep(AdaptedIdea(id="our-play", words="Play", from_idea="play-streets", change=f"Way {number}"))
    files = [group.give(["our-play"]) for group in groups]
    for one, two, three in permutations(files):
        whole = merge(merge(one, two), three)
        assert {card.change for card in newest(whole)} == {"Way 0", "Way 1", "Way 2"}
        assert conflicts(whole) == {}
        assert {row.change for row in descent(whole, IDEAS)} == {None, "Way 0", "Way 1", "Way 2"}


def test_a_file_made_before_ids_were_each_stores_own_is_read_and_nothing_of_it_is_out_of_sight():
    text = "placecheck_ideas: 1\nideas:\n- {id: ore-play, version: %d, name: Play, what: %s, by: Ore}\n"
    first, second = (parsed_treasury(text % given, "old.yaml") for given in ((3, "A street."), (1, "A field.")))
    whole = merge(first, second)
    assert [card.what for card in (*newest(whole), *earlier(whole))] == ["A street.", "A field."]
    same = merge(first, parsed_treasury(text % (3, "A field."), "old.yaml"))
    assert conflict_lines(conflicts(same)) == (
        "Play (ore-play): 2 different texts claim to be version 3. Both are kept: look at them.",
    )


PLAY = SharedIdea(id="ashby", version=4, name="Play", what="Shut a street.", by="Ashby", change="At noon")


def kept(card: SharedIdea = PLAY) -> AdaptedIdea:
    return shared_idea_card(card, EMPTY, id_="x", date="2026-06-01", indicators=())


@pytest.mark.parametrize(
    ("change", "how"),
    [
        ({}, "same"),
        ({"what": "Open a street."}, "other"),
        ({"thanks": "The clerk"}, "other"),
        ({"version": 5}, "newer"),
        ({"version": 3}, "older"),
        ({"id": "ashby-new"}, "alike"),
        ({"id": "ashby-new", "name": "Another"}, None),
    ],
)
def test_a_card_of_a_file_is_known_by_its_version_and_its_text(change, how):
    here = already_here(PLAY.model_copy(update=change), "key", [kept()])
    assert (here.how if here else None) == how


def test_what_was_kept_before_versions_were_noted_is_known_by_its_words():
    for forebears in ((), (Forebear(id="ashby", name="Play", change="At noon", by="Ashby"),)):
        old = kept().model_copy(update={"forebears": forebears})
        assert already_here(PLAY, "key", [old]).how == "same"
        assert already_here(PLAY.model_copy(update={"what": "Else."}), "key", [old]).how == "other"


def test_the_newest_of_what_is_kept_is_what_a_file_is_compared_with():
    cards = [kept(PLAY.model_copy(update={"version": version})) for version in (2, 7, 4)]
    assert already_here(PLAY.model_copy(update={"version": 5}), "key", cards).how == "older"
    assert already_here(PLAY.model_copy(update={"version": 8}), "key", cards).card == cards[1]


STEPS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 5)), max_size=12)


@given(STEPS)
def test_however_groups_give_and_take_nothing_is_lost_doubled_or_told_in_anothers_name(steps):
    groups = [Group(key) for key in "abc"]
    for number, group in enumerate(groups):
        group.keep(AdaptedIdea(id="our-play", words="Play", from_idea="play-streets", cost=f"cost of {number}"))
    for step, (giver, taker, turn) in enumerate(steps):
        if giver != taker:
            groups[taker].take(groups[giver].give())
        id_ = sorted(groups[taker].cards)[turn % len(groups[taker].cards)]
        groups[taker].keep(groups[taker].cards[id_].model_copy(update={"change": f"change {step}"}))
    files = [group.give() for group in groups]
    whole = merge(merge(files[0], files[1]), files[2])
    assert all(merge(merge(one, two), three) == whole for one, two, three in permutations(files))
    assert set(whole.ideas) == {card for treasury in files for card in treasury.ideas}
    assert (conflicts(whole), earlier(whole)) == ({}, ())
    assert len({card.id for card in whole.ideas}) == len(whole.ideas) == sum(len(group.cards) for group in groups)
    rows = descent(whole, IDEAS)
    at = {row.id: number for number, row in enumerate(rows)}
    assert len(at) == len(rows)
    for card in whole.ideas:
        assert all(below.from_idea == above.id for below, above in pairwise(card.forebears))
        assert at[card.from_idea] < at[card.id]
        costs = [text for _, text in experience_lines(card)]
        assert len(costs) == len(set(costs)) == len({text.rpartition(": ")[2] for text in costs}) == 1
        assert all(text.count("At Hollington") <= 1 for text in costs)
    for group in groups:
        assert len({card.from_idea for card in group.cards.values()}) == len(group.cards)


@pytest.mark.parametrize("text", ["x" * 10_000, " \n "], ids=["long", "blank"])
def test_whatever_a_card_of_an_idea_holds_can_be_given_away_whole(text):
    card = AdaptedIdea(id="ours", words="Play\nstreets", more=text, worked=text, true_for=text)
    shared = shared_idea("Ore", "key", card)
    assert (shared.name, shared.what, shared.worked, shared.true_for) == ("Play streets", text, text, text)
    assert parsed_treasury(treasury_yaml(TreasuryFile(placecheck_ideas=1, ideas=(shared,))), "a.yaml").ideas == (
        shared,
    )


def test_two_cards_with_long_ids_keep_two_ids():
    cards = [AdaptedIdea(id=id_, words="Play") for id_ in ("a" * 60, "a" * 58 + "-2")]
    ids = {shared_idea("Llanfair", "key", card).id for card in cards}
    assert len(ids) == 2
    assert max(map(len, ids)) <= 60
