from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placecheck.assessment import Place
from placecheck.place import Asset, Decision, Photo, PlaceFile, Pot, Slip, SlipGroup, read_place_file
from placecheck.place.decision import Contribution
from placecheck.place.file import place_yaml
from placecheck.storage import CardConflict, DoesNotFitError, NotHereError

POT = Pot(id="lane-fund", words="The Lane Fund", holder="the city")
PHOTO = Photo(file="0" * 32 + ".jpg", alt="A door")


@pytest.fixture
def place(store) -> str:
    return store.add_place(Place(name="Ore"))


def cards(store, place):
    return [kept.card for kept in store.place_cards(place)]


def test_cards_are_kept_as_changes_and_stand_in_the_order_in_which_they_were_first_written(store, place):
    hall = Asset(id="hall", layer="built", words="The hall")
    assert store.keep_cards(place, [hall, POT], "somebody") == 2
    changed = hall.model_copy(update={"keeper": "the caretaker"})
    assert store.keep_cards(place, [changed, POT], "somebody else") == 1
    assert cards(store, place) == [changed, POT]
    assert store.cards_stamp(place).sequence == 3
    assert [(change.sequence, change.by, change.card) for change in store.card_history(place, "hall")] == [
        (3, "somebody else", changed),
        (1, "somebody", hall),
    ]


def test_a_card_that_is_taken_off_stays_in_its_history_and_can_be_kept_again(store, place):
    store.keep_cards(place, [POT], "somebody")
    store.remove_card(place, POT.id, "somebody")
    assert cards(store, place) == []
    assert [change.card for change in store.card_history(place, POT.id)] == [None, POT]
    store.keep_cards(place, [POT], "somebody")
    assert cards(store, place) == [POT]
    with pytest.raises(NotHereError):
        store.remove_card(place, "no-such-card", "somebody")


def test_the_stamp_of_a_place_changes_also_where_a_card_is_erased_and_another_takes_its_number(store, place):
    stamps = [store.cards_stamp(place)]
    store.keep_cards(place, [Slip(id="s1", words="One"), Slip(id="s2", words="Two")], "somebody")
    stamps.append(store.cards_stamp(place))
    store.erase_card(place, "s1")
    stamps.append(store.cards_stamp(place))
    store.erase_card(place, "s2")
    store.keep_cards(place, [Slip(id="s3", words="Three"), Slip(id="s4", words="Four")], "somebody")
    stamps.append(store.cards_stamp(place))
    assert len(set(stamps)) == 4


def test_two_people_on_one_card_lose_nothing_of_what_either_wrote(store, place):
    store.keep_cards(place, [POT], "somebody")
    (seen,) = store.place_cards(place)
    theirs, mine = POT.model_copy(update={"amount": "£500"}), POT.model_copy(update={"decides": "residents"})
    store.change_card(place, theirs, seen.sequence, "the first")
    kept = store.change_card(place, mine, seen.sequence, "the second")
    assert kept.card == Pot(id=POT.id, words=POT.words, holder="the city", amount="£500", decides="residents")


def test_where_both_change_the_same_words_nothing_is_written_over_and_the_second_is_asked(store, place):
    store.keep_cards(place, [POT], "somebody")
    (seen,) = store.place_cards(place)
    store.change_card(place, POT.model_copy(update={"holder": "the county"}), seen.sequence, "the first")
    conflict = store.change_card(place, POT.model_copy(update={"holder": "the parish"}), seen.sequence, "the second")
    assert isinstance(conflict, CardConflict)
    assert (conflict.keys, conflict.current.card.holder) == (("holder",), "the county")
    assert [card.holder for card in cards(store, place)] == ["the county"]
    again = store.change_card(
        place, POT.model_copy(update={"holder": "the parish"}), conflict.current.sequence, "second"
    )
    assert again.card.holder == "the parish"


def test_many_changes_are_saved_at_once_and_only_those_that_clash_are_not(store, place):
    slips = [Slip(id=f"s{number}", words="No bus") for number in range(3)]
    store.keep_cards(place, slips, "somebody")
    store.change_cards(place, [(slips[0], slips[0].model_copy(update={"groups": ("hall",)}))], "the first")
    store.remove_card(place, "s2", "the first")
    put = [(slip, slip.model_copy(update={"groups": ("bus",)})) for slip in slips]
    assert store.change_cards(place, put, "the second") == ()
    assert [slip.groups for slip in cards(store, place)] == [("hall", "bus"), ("bus",)]
    clash = store.change_cards(
        place,
        [(slips[0], slips[0].model_copy(update={"left_out": "Accuses."})), (slips[1], slips[1])],
        "the third",
    )
    assert [(conflict.current.card.id, conflict.keys) for conflict in clash] == [("s0", ("left_out",))]


def test_a_card_that_is_erased_leaves_no_trace_and_takes_its_photos_with_it(store, place):
    shared = Photo(file="1" * 32 + ".jpg", alt="The green")
    told = Slip(id="s1", words="I would rather not have said this", photos=(PHOTO, shared))
    other = Slip(id="s2", words="Keep the green", photos=(shared,))
    store.keep_photo(place, PHOTO.file, b"a door", 10)
    store.keep_photo(place, shared.file, b"a green", 10)
    store.keep_cards(place, [told, other], "somebody")
    store.erase_card(place, "s1")
    assert cards(store, place) == [other]
    assert store.card_history(place, "s1") == ()
    assert store.photo(place, PHOTO.file) is None
    assert store.photo(place, shared.file) == b"a green"


def test_a_photo_is_discarded_unless_a_card_shows_it_or_did_before(store, place):
    slip = Slip(id="s1", words="The door", photos=(PHOTO,))
    store.keep_photo(place, PHOTO.file, b"a door", 10)
    store.keep_photo(place, "2" * 32 + ".jpg", b"a gate", 10)
    store.keep_cards(place, [slip], "somebody")
    store.keep_cards(place, [slip.model_copy(update={"photos": ()})], "somebody")
    for name in (PHOTO.file, "2" * 32 + ".jpg"):
        store.discard_photo(place, name)
    assert store.photo(place, PHOTO.file) == b"a door", "its card can be brought back"
    assert store.photo_count(place) == 1


def test_a_place_takes_no_more_photos_than_it_may_and_each_once(store, place):
    assert store.keep_photo(place, PHOTO.file, b"a door", 1)
    assert store.keep_photo(place, PHOTO.file, b"a door", 1)
    assert not store.keep_photo(place, "2" * 32 + ".jpg", b"a gate", 1)
    assert store.photo_count(place) == 1


def test_cards_go_with_their_place_and_with_no_other(store, place):
    other = store.add_place(Place(name="Another"))
    store.keep_cards(place, [POT], "somebody")
    store.keep_photo(place, PHOTO.file, b"a door", 10)
    store.keep_cards(other, [POT], "somebody")
    goes = store.preview_deletion(place)
    assert goes.cards == 1
    store.delete(goes)
    assert cards(store, other) == [POT]
    assert store.place_cards(place) == ()
    assert store.photo(place, PHOTO.file) is None


def test_cards_and_photos_stand_in_a_backup(store, place, tmp_path):
    store.keep_cards(place, [POT], "somebody")
    store.keep_photo(place, PHOTO.file, b"\xff\xd8 a door", 10)
    store.back_up(tmp_path / "all.zip")
    store.keep_cards(place, [POT.model_copy(update={"words": "Changed"})], "somebody")
    store.restore(tmp_path / "all.zip", tmp_path)
    assert cards(store, place) == [POT]
    assert store.photo(place, PHOTO.file) == b"\xff\xd8 a door"


def test_a_place_file_goes_in_and_comes_out_as_it_was(store, checkout):
    place_file = read_place_file(checkout / "examples/places/saltby.yaml")
    place = store.add_place_file(place_file)
    assert store.place_file(place).cards == place_file.cards
    assert store.place_file(place).place == place_file.place
    assert store.keep_cards(place, place_file.cards, "again") == 0, "what stands already is no change"


def test_no_place_has_more_cards_than_a_file_can_hold(store, place):
    slips = [Slip(id=f"s{number}", words="x") for number in range(10_001)]
    with pytest.raises(DoesNotFitError):
        store.keep_cards(place, slips, "somebody")
    assert cards(store, place) == []


def test_what_is_no_text_is_not_kept(store, place):
    with pytest.raises(DoesNotFitError):
        store.keep_cards(place, [Slip.model_construct(id="s", kind="heard", words="a\ud800b")], "somebody")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_is_kept_is_what_stands(store, data):
    place = store.add_place(Place(name="Ore"))
    stands: dict[str, Pot] = {}
    for _ in range(data.draw(st.integers(1, 8))):
        pot = Pot(id=data.draw(st.sampled_from("abc")), words=data.draw(st.sampled_from(["x", "y"])))
        if data.draw(st.booleans()) or pot.id not in stands:
            store.keep_cards(place, [pot], "somebody")
            stands[pot.id] = pot
        else:
            store.remove_card(place, pot.id, "somebody")
            del stands[pot.id]
    assert {card.id: card for card in cards(store, place)} == stands
    assert store.place_file(place) == PlaceFile(place=Place(name="Ore"), cards=tuple(cards(store, place)))


NAMING = (
    SlipGroup(id="bus", words="The bus", phrase_of="no-bus"),
    Slip(id="no-bus", words="No bus", groups=("bus",)),
    Slip(id="dark", words="It is dark", groups=("bus",)),
    Decision(id="lamp", words="A lamp", said=Contribution(slips=("no-bus", "dark"))),
)


def test_a_card_that_is_erased_leaves_its_id_with_no_other_card_now_or_before(store, place):
    store.keep_cards(place, NAMING, "somebody")
    store.keep_cards(place, [NAMING[3].model_copy(update={"said": None})], "somebody")
    store.erase_card(place, "no-bus")
    assert "no-bus" not in str([store.card_history(place, card.id) for card in NAMING])
    assert store.card_history(place, "lamp")[1].card == NAMING[3].model_copy(
        update={"said": Contribution(slips=("dark",))}
    )
    assert store.place_cards(place)[1].card == NAMING[2], "what names it not is untouched"


def test_a_place_whose_cards_were_taken_off_or_erased_is_written_and_read_again(store, place, tmp_path):
    store.keep_cards(place, NAMING, "somebody")
    store.remove_card(place, "dark", "somebody")
    store.erase_card(place, "no-bus")
    path = tmp_path / "place.yaml"
    path.write_text(place_yaml(store.place_file(place)), encoding="utf-8")
    assert [card.id for card in read_place_file(path).cards] == ["bus", "lamp"]
    store.keep_cards(place, [NAMING[2]], "somebody")
    assert cards(store, place)[-1].said == Contribution(slips=("dark",)), "one that comes back is named again"


def test_cards_that_were_taken_off_are_listed_as_they_last_stood_until_they_are_back_or_erased(store, place):
    other = store.add_place(Place(name="Another"))
    store.keep_cards(other, [POT], "somebody")
    store.remove_card(other, POT.id, "somebody")
    changed = POT.model_copy(update={"amount": "£500"})
    store.keep_cards(place, [POT, *NAMING], "somebody")
    store.keep_cards(place, [changed], "somebody")
    for id_ in (POT.id, "dark", "no-bus"):
        store.remove_card(place, id_, "somebody else")
    assert [kept.card for kept in store.removed_cards(place)] == [NAMING[1], NAMING[2], changed]
    assert {kept.by for kept in store.removed_cards(place)} == {"somebody else"}
    store.keep_cards(place, [changed], "somebody")
    store.erase_card(place, "dark")
    assert [kept.card for kept in store.removed_cards(place)] == [NAMING[1]]
    assert changed in cards(store, place)


def test_places_whose_cards_have_the_same_ids_have_nothing_to_do_with_each_other(store, place):
    """As where one place file was added to two places: each numbers its changes from 1."""
    other = store.add_place(Place(name="Harbour"))
    slip = Slip(id="s1", words="No bus after six")
    made = Asset(id="hall", layer="built", words=slip.words, from_slip="s1")
    for where, those in ((place, [slip, POT, made]), (other, [slip, made, POT])):
        store.keep_cards(where, those, f"somebody at {where}")
        store.keep_photo(where, PHOTO.file, b"a door", 1)
    for where, id_ in ((place, POT.id), (other, "hall")):
        store.remove_card(where, id_, f"somebody at {where}")
        assert [(off.card.id, off.by) for off in store.removed_cards(where)] == [(id_, f"somebody at {where}")]
    store.erase_card(place, "s1")
    assert [change.card for change in store.card_history(place, POT.id)] == [None, POT]
    assert store.place_cards(place) == ()
    assert cards(store, other) == [slip, POT]
    assert [change.card for change in store.card_history(other, "hall")] == [None, made]
    assert (store.photo(place, PHOTO.file), store.photo(other, PHOTO.file)) == (None, b"a door")
