"""Groups are matched by what they show and want, and never by a level."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.ideas.peers import PeerCard, as_kept_peer, as_peer_card, peers_for

INDICATORS = st.lists(st.sampled_from(["mixing", "small-sums", "room-to-play"]), unique=True, max_size=3).map(tuple)
CARDS = st.builds(
    PeerCard,
    id=st.uuids().map(lambda id_: f"g{id_.hex[:8]}"),
    group=st.sampled_from(["Ore", "Hele", "Stow"]),
    kind=st.sampled_from([None, "village", "town"]),
    reach=st.just("the clerk"),
    shows=INDICATORS,
    wants=INDICATORS,
)
OWN = PeerCard(id="own", group="Us", kind="village", reach="us", shows=("mixing",), wants=("small-sums",))


@given(CARDS, st.lists(CARDS, max_size=6))
def test_a_match_is_about_something_that_one_shows_and_the_other_wants(own, peers):
    for match in peers_for(own, peers):
        assert match.they_show or match.we_show
        assert set(match.they_show) <= set(own.wants) & set(match.peer.shows)
        assert set(match.we_show) <= set(own.shows) & set(match.peer.wants)


@given(st.lists(CARDS, max_size=6, unique_by=lambda card: card.id), st.randoms())
def test_the_order_in_which_groups_came_changes_nothing(peers, chance):
    shuffled = list(peers)
    chance.shuffle(shuffled)
    assert peers_for(OWN, peers) == peers_for(OWN, shuffled)


@given(st.lists(CARDS, max_size=6, unique_by=lambda card: card.id), st.permutations(range(5)))
def test_whatever_levels_groups_stand_at_the_matches_are_the_same(peers, levels):
    """A card has nowhere to put a level, so other levels give the same cards and the same matches."""
    stands_at = dict(zip((peer.id for peer in peers), levels * 2, strict=False))
    by_level = sorted(peers, key=lambda peer: stands_at[peer.id])
    assert peers_for(OWN, by_level) == peers_for(OWN, peers)
    assert not {"level", "levels", "reading", "score"} & PeerCard.model_fields.keys()


def test_a_group_is_not_its_own_peer():
    assert peers_for(OWN, [OWN.model_copy(update={"wants": ("mixing",)})]) == ()


def test_a_group_that_is_kept_with_a_place_is_the_same_group_again():
    assert as_peer_card(as_kept_peer(OWN, "peer-own"), "else") == OWN
