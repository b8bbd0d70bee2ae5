from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.place import Pot
from placecheck.place.merge import merged

WORDS = st.sampled_from(["a", "b", "c"])
POTS = st.builds(
    Pot, id=st.just("p"), words=WORDS, holder=st.none() | WORDS, amount=st.none() | WORDS, decides=st.none() | WORDS
)


def test_what_two_people_change_at_different_keys_is_all_kept():
    before = Pot(id="p", words="The fund")
    theirs = before.model_copy(update={"holder": "the city"})
    mine = before.model_copy(update={"amount": "£500"})
    assert merged(before, theirs, mine) == (Pot(id="p", words="The fund", holder="the city", amount="£500"), ())


def test_what_two_people_change_at_the_same_key_is_named_and_not_written_over():
    before = Pot(id="p", words="The fund")
    theirs = before.model_copy(update={"holder": "the city"})
    mine = before.model_copy(update={"holder": "the county"})
    assert merged(before, theirs, mine) == (theirs, ("holder",))


@given(POTS, POTS, POTS)
def test_nothing_that_anyone_changed_is_lost_unsaid(before, theirs, mine):
    made, both = merged(before, theirs, mine)
    for key in Pot.model_fields:
        was, other, own, now = (getattr(card, key) for card in (before, theirs, mine, made))
        if own not in (was, now):
            assert key in both
        if other != was:
            assert now == other


@given(POTS, POTS)
def test_one_who_changes_alone_gets_what_they_wrote(before, mine):
    assert merged(before, before, mine) == (mine, ())
