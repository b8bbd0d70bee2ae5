"""Who should decide what, kept on both databases: said, changed, revealed, counted with the place, and deleted."""

from __future__ import annotations

import pytest

from placecheck.assessment import Place
from placecheck.place import Matter
from placecheck.storage import DoesNotFitError, LevelChoice, NotHereError
from placecheck.storage.rehearsal import let_them_answer, rehearse
from placecheck.workshop import NotNowError
from placecheck.workshop.model import AskedMatter, NamedLevel

LEVELS = tuple(NamedLevel(id=id_, name=id_.title()) for id_ in ("street", "town"))


def test_what_a_room_says_of_a_matter_is_kept_counted_and_deleted_with_those_who_said_it(store, rubric):
    place = store.add_place(Place(name="Ore"))
    assessment = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    made = store.create_workshop(assessment)
    store.keep_cards(place, [Matter(id="parks", words="Parks", reasons={}, asks={})], "test")
    store.ask_matters(made.id, [AskedMatter(id="parks", name="Parks")], LEVELS)
    codes = [store.join(made.code).code for _ in range(6)]
    for code in codes:
        store.save_own_level(code, "parks", LevelChoice(at_level="street"))
    store.save_own_level(codes[0], "parks", LevelChoice(at_level="town"))
    with pytest.raises(DoesNotFitError, match="There is no level"):
        store.save_own_level(codes[0], "parks", LevelChoice(at_level="moon"))
    assert store.count_matter_answers(made.id) == {"parks": 6}
    before = store.room_changes(place)
    store.close_matters(made.id)
    with pytest.raises(NotNowError):
        store.save_own_level(codes[0], "parks", None)
    store.reveal_matters(made.id, 1)
    assert store.room_changes(place) != before
    room = lambda: store.place_file(place).cards[0].room  # noqa: E731
    assert (room().people, room().levels) == (6, {"street": 5, "town": 1})
    store.erase_own_voice(codes[0])
    assert room().levels == {"street": 5}
    store.delete(store.preview_deletion(place, assessment))
    assert room() is None


def test_in_a_rehearsal_made_up_people_say_it_of_each_matter_and_whoever_has_a_phone_for_themselves(store, rubric):
    made = rehearse(store, Place(name="Ore"), rubric, voices=4)
    assert let_them_answer(store, made.id) == 0
    store.ask_matters(made.id, [AskedMatter(id=id_, name=id_.title()) for id_ in ("parks", "buses")], LEVELS)
    person = store.join(made.code).code
    store.save_own_level(person, "parks", LevelChoice(at_level="town"))
    assert let_them_answer(store, made.id) == 4
    assert store.count_matter_answers(made.id) == {"parks": 5, "buses": 4}
    store.close_matters(made.id)
    store.reveal_matters(made.id, 1)
    said = store.matter_choices(made.id)
    assert LevelChoice(at_level="town") in said["parks"]
    assert [len([choice for choice in said[id_] if choice]) for id_ in ("parks", "buses")] == [5, 4]
    assert {choice.at_level for choice in said["buses"] if choice} <= {"street", "town", None}


def test_nobody_is_made_up_in_a_real_workshop(store, rubric):
    place = store.add_place(Place(name="Ore"))
    assessment = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    store.add_voice(assessment)
    made = store.create_workshop(assessment)
    store.ask_matters(made.id, [AskedMatter(id="parks", name="Parks")], LEVELS)
    with pytest.raises(NotHereError):
        let_them_answer(store, made.id)
    assert store.count_matter_answers(made.id) == {"parks": 0}


def test_counts_are_looked_up_again_where_one_workshop_is_deleted_and_another_takes_as_many_turns(store, rubric):
    place = store.add_place(Place(name="Ore"))
    stamps = []
    for _ in range(2):
        assessment = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
        made = store.create_workshop(assessment)
        store.ask_matters(made.id, [AskedMatter(id="parks", name="Parks")], LEVELS)
        stamps.append(store.room_changes(place))
        store.delete(store.preview_deletion(place, assessment))
    assert stamps[0][0][1:] == stamps[1][0][1:]
    assert stamps[0] != stamps[1]
