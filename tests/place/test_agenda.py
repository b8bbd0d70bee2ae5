from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from placecheck.place import Slip, SlipGroup, read_place_file
from placecheck.place.agenda import make_agenda, slip_roles

CARDS = read_place_file(Path(__file__).with_name("sixty.yaml")).cards


def test_the_agenda_holds_groups_in_their_order_and_names_what_stands_alone_or_is_left_out():
    made = make_agenda(CARDS)
    assert [
        (item.group.id, [slip.id for slip in item.slips], [slip.id for slip in item.also]) for item in made.items
    ] == [
        ("sitting", ["s1", "s3"], []),
        ("bus", ["s4", "s5", "s11"], []),
        ("told", ["s6", "s12"], ["s5"]),
        ("hall-hours", ["s2"], ["s6"]),
    ]
    assert [slip.id for slip in made.alone] == ["s7", "s8", "s13", "s14"]
    assert [(slip.id, slip.left_out) for slip in made.left_out] == [
        ("s9", "It accuses somebody."),
        ("s10", "It says nothing."),
    ]


GROUPS = [SlipGroup(id=f"g{number}", words="A phrase") for number in range(5)]


@given(
    st.lists(
        st.lists(st.sampled_from([*(group.id for group in GROUPS), "gone"]), unique=True) | st.just("why"), max_size=40
    )
)
def test_every_slip_is_on_the_agenda_once_or_named_as_left_out(sorting):
    slips = [
        Slip(id=f"s{number}", words="Words", left_out=place) if isinstance(place, str)
        else Slip(id=f"s{number}", words="Words", groups=tuple(place))
        for number, place in enumerate(sorting)
    ]  # fmt: skip
    made = make_agenda([*slips, *GROUPS])
    pinned = [slip.id for item in made.items for slip in item.slips]
    assert Counter([*pinned, *(slip.id for slip in (*made.alone, *made.left_out))]) == Counter(
        slip.id for slip in slips
    )
    assert all(slip.left_out for slip in made.left_out)


def test_the_roles_that_were_heard_stand_once_each():
    assert slip_roles(CARDS) == ("a resident", "")
