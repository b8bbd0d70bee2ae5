"""Who should decide what, kept on both databases: said, changed, revealed, counted with the place, and deleted."""

from __future__ import annotations

import pytest

from placecheck.assessment import Place
from placecheck.place import Matter
from placecheck.storage import DoesNotFitError, LevelChoice
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
        store.say_level(code, "parks", LevelChoice(at_level="street"))
    store.say_level(codes[0], "parks", LevelChoice(at_level="town"))
    with pytest.raises(DoesNotFitError, match="There is no level"):
        store.say_level(codes[0], "parks", LevelChoice(at_level="moon"))
    assert store.matters_answered(made.id) == {"parks": 6}
    before = store.room_changes(place)
    store.close_matters(made.id)
    with pytest.raises(NotNowError):
        store.say_level(codes[0], "parks", None)
    store.reveal_matters(made.id, 1)
    assert store.room_changes(place) != before
    room = lambda: store.place_file(place).cards[0].room  # noqa: E731
    assert (room().people, room().levels) == (6, {"street": 5, "town": 1})
    store.erase_own(codes[0])
    assert room().levels == {"street": 5}
    store.delete(store.what_goes(place, assessment))
    assert room() is None
