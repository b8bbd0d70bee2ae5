from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.place import Decision, Pot, Slip, Worksheet
from placecheck.place.decision import Asked, Decided
from placecheck.place.merge import merged_card
from placecheck.place.slip import SlipStory

WORDS = st.sampled_from(["a", "b", "c"])
POTS = st.builds(
    Pot, id=st.just("p"), words=WORDS, holder=st.none() | WORDS, amount=st.none() | WORDS, decides=st.none() | WORDS
)


def test_what_two_people_change_at_different_keys_is_all_kept():
    before = Pot(id="p", words="The fund")
    theirs = before.model_copy(update={"holder": "the city"})
    mine = before.model_copy(update={"amount": "£500"})
    assert merged_card(before, theirs, mine) == (Pot(id="p", words="The fund", holder="the city", amount="£500"), ())


def test_what_two_people_change_at_the_same_key_is_named_and_not_written_over():
    before = Pot(id="p", words="The fund")
    theirs = before.model_copy(update={"holder": "the city"})
    mine = before.model_copy(update={"holder": "the county"})
    assert merged_card(before, theirs, mine) == (theirs, ("holder",))


@given(POTS, POTS, POTS)
def test_nothing_that_anyone_changed_is_lost_unsaid(before, theirs, mine):
    made, both = merged_card(before, theirs, mine)
    for key in Pot.model_fields:
        was, other, own, now = (getattr(card, key) for card in (before, theirs, mine, made))
        if own not in (was, now):
            assert key in both
        if other != was:
            assert now == other


@given(POTS, POTS)
def test_one_who_changes_alone_gets_what_they_wrote(before, mine):
    assert merged_card(before, before, mine) == (mine, ())


IDS = st.lists(st.sampled_from("abcd"), unique=True, max_size=4).map(tuple)


@given(IDS, IDS, IDS)
def test_of_lists_what_either_added_is_there_and_what_either_took_out_is_not(was, other, own):
    slips = [Slip(id="s", words="No bus", groups=groups) for groups in (was, other, own)]
    made, both = merged_card(*slips)
    assert both == ()
    added, removed = {*other, *own} - {*was}, {*was} - {*other} | {*was} - {*own}
    assert set(made.groups) == {*was} - removed | added
    assert len(made.groups) == len(set(made.groups))


def test_where_one_leaves_a_slip_out_and_another_puts_it_into_a_group_the_first_is_kept_and_the_second_told():
    before = Slip(id="s", words="No bus")
    out, put = before.model_copy(update={"left_out": "It accuses."}), before.model_copy(update={"groups": ("bus",)})
    assert merged_card(before, out, put) == (out, ("groups",))
    assert merged_card(before, put, out) == (put, ("left_out",))


def test_what_two_people_write_in_different_fields_of_one_part_is_all_kept():
    before = Decision.model_validate({"id": "d", "words": "A lamp", "decided": {"what": "A lamp"}})
    theirs = before.model_copy(update={"asked": Asked(by="the council")})
    mine = before.model_copy(update={"asked": Asked(when="2026-05"), "decided": Decided(what="A lamp", by="all")})
    made, both = merged_card(before, theirs, mine)
    assert both == ()
    assert (made.asked, made.decided) == (Asked(by="the council", when="2026-05"), Decided(what="A lamp", by="all"))
    assert merged_card(before, theirs, before.model_copy(update={"asked": Asked(by="residents")})) == (
        theirs,
        ("asked.by",),
    )


def test_where_one_takes_out_what_another_writes_more_about_the_first_is_kept_and_the_second_told():
    before = Decision.model_validate({"id": "d", "words": "A lamp", "decided": {"what": "A lamp"}})
    theirs = before.model_copy(update={"decided": None})
    mine = before.model_copy(update={"decided": Decided(what="A lamp", by="all")})
    assert merged_card(before, theirs, mine) == (theirs, ("decided.by",))


def test_two_replies_to_different_questions_of_one_worksheet_are_both_kept():
    before = Worksheet(id="w", words="A walk", guide="walk", replies={"one": "a"})
    theirs = before.model_copy(update={"replies": {"one": "a", "two": "b"}})
    mine = before.model_copy(update={"replies": {"three": "c"}})
    assert merged_card(before, theirs, mine) == (before.model_copy(update={"replies": {"two": "b", "three": "c"}}), ())


def test_a_slip_is_told_beside_questions_with_the_leave_that_was_given_for_those_or_not_at_all():
    before = Slip.model_validate({"id": "s", "words": "No bus", "story": {"indicators": ["bus"], "leave": "agreed"}})
    theirs = before.model_copy(update={"story": None})
    mine = before.model_copy(update={"story": SlipStory(indicators=("bus", "shops"), leave="agreed")})
    assert merged_card(before, theirs, mine) == (theirs, ("story",))
