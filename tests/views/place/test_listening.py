from __future__ import annotations

from placecheck.place import Slip, SlipGroup, read_place_file
from placecheck.views.place.listening import listening_view


def test_the_agenda_is_in_residents_words_with_their_slips_pinned(checkout):
    view = listening_view(read_place_file(checkout / "examples/places/saltby.yaml").cards)
    first = view.items[0]
    assert first.words == "No one does the bus"
    assert first.slips[0] == "“College is 26 miles and the bus was the 14. No one does the bus.” (a young person)"
    assert "“Do something about the gulls.” (a resident)" in view.alone
    assert view.heard[0] == "a young person"


def test_what_is_left_out_says_why_and_not_what_it_said():
    slip = Slip(id="s", words="He at number four is a thief", left_out="It accuses somebody.")
    view = listening_view([slip])
    assert view.left_out == ("A slip from somebody is left out: It accuses somebody.",)


def test_a_slip_in_two_groups_is_pinned_once_and_named_under_the_other():
    cards = [
        Slip(id="s", words="The rota is on a door", groups=("b", "a")),
        SlipGroup(id="a", words="Told"),
        SlipGroup(id="b", words="The hall"),
    ]
    told, hall = listening_view(cards).items
    assert (told.slips, told.also) == (("“The rota is on a door”",), ())
    assert (hall.slips, hall.also) == ((), ("Also here: The rota is on a door",))
