from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.place import Pot, Slip
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


IDS = st.lists(st.sampled_from("abcd"), unique=True, max_size=4).map(tuple)


@given(IDS, IDS, IDS)
def test_of_lists_what_either_added_is_there_and_what_either_took_out_is_not(was, other, own):
    slips = [Slip(id="s", words="No bus", groups=groups) for groups in (was, other, own)]
    made, both = merged(*slips)
    assert both == ()
    added, removed = {*other, *own} - {*was}, {*was} - {*other} | {*was} - {*own}
    assert set(made.groups) == {*was} - removed | added
    assert len(made.groups) == len(set(made.groups))


def test_where_one_leaves_a_slip_out_and_another_puts_it_into_a_group_the_first_is_kept_and_the_second_told():
    before = Slip(id="s", words="No bus")
    out, put = before.model_copy(update={"left_out": "It accuses."}), before.model_copy(update={"groups": ("bus",)})
    assert merged(before, out, put) == (out, ("groups",))
    assert merged(before, put, out) == (put, ("left_out",))
