"""Who should decide what, on phones: everyone says it alone, and sees the room's answers once they are shown."""

from __future__ import annotations

import pytest

from placecheck.place import Matter
from placecheck.storage import DoesNotFitError, LevelChoice
from placecheck.workshop import NotNowError
from placecheck.workshop.model import AskedMatter, NamedLevel

PARKS, BUSES = (
    AskedMatter(id="parks", name="The <i>parks</i>", about="Who mows."),
    AskedMatter(id="buses", name="Buses"),
)
LEVELS = tuple(NamedLevel(id=id_, name=id_.title()) for id_ in ("street", "town", "county"))
THINK = ("Would people who are few here be less safe?",)


@pytest.fixture
def asked(store, made):
    """A workshop that asks about two matters."""
    store.ask_matters(made.id, (PARKS, BUSES), LEVELS, THINK)
    return made


def test_each_person_says_where_each_matter_is_best_decided_and_sees_the_room_after_the_reveal(store, asked, phone):
    person, other = phone().join(asked.code), phone().join(asked.code)
    assert person.look("/join/here") == 200
    assert "Who should decide what?" in person.page
    assert "0 of 2 answered" in person.page
    assert person.look("/join/decide/parks") == 200
    assert "The &lt;i&gt;parks&lt;/i&gt;" in person.page
    assert THINK[0] in person.page
    assert person.send("/join/decide/parks", level="street") == 200
    assert "Buses" in person.page
    assert person.send("/join/decide/buses", no_answer="dont_know") == 200
    assert "2 of 2 answered" in person.page
    other.look("/join/decide/parks")
    other.send("/join/decide/parks", level="county")
    assert store.matter_choices(asked.id) == {}
    person.look("/join/room")
    assert "County" not in person.page

    store.close_matters(asked.id)
    store.reveal_matters(asked.id, 1)
    person.look("/join/room")
    assert "2 people said where this is best decided. They differ." in person.page
    row = person.page[person.page.index("<span>Street</span>") :]
    assert row.index("You") < row.index("</tr>")
    person.look("/join/my-answers.txt")
    assert "The <i>parks</i>: Street" in person.page


def test_a_choice_can_be_changed_and_taken_back_until_it_closes(store, asked, phone):
    person = phone().join(asked.code)
    person.look("/join/decide/parks")
    person.send("/join/decide/parks", level="street")
    person.look("/join/decide/parks")
    person.send("/join/decide/parks", level="town")
    assert store.own_answers(person.code).levels == {"parks": LevelChoice(at_level="town")}
    person.look("/join/decide/parks")
    person.send("/join/decide/parks", take_back="1")
    assert store.own_answers(person.code).levels == {}
    store.close_matters(asked.id)
    with pytest.raises(NotNowError, match="closed now"):
        store.save_own_level(person.code, "parks", LevelChoice(at_level="town"))


def test_a_level_that_is_not_listed_and_a_matter_that_is_not_asked_are_refused(store, asked, phone):
    person = phone().join(asked.code)
    person.look("/join/decide/parks")
    assert person.send("/join/decide/parks", level="moon") == 422
    assert "There is no level" in person.page
    assert person.look("/join/decide/schools") == 404
    with pytest.raises(DoesNotFitError):
        store.save_levels(asked.id, "v1", {"schools": None}, "keyed in")


def test_what_is_held_back_is_shown_to_nobody_and_counted_on_no_card(store, asked):
    place = store.assessment_summary(store.workshop_summary(asked.id).assessment_id).place_id
    store.keep_cards(place, [Matter(id=id_, words=id_, reasons={}, asks={}) for id_ in ("parks", "buses")], "test")
    codes = [store.join(asked.code).code for _ in range(5)]
    for code in codes:
        store.save_own_level(code, "parks", LevelChoice(at_level="town"))
        store.save_own_level(code, "buses", LevelChoice(at_level="county"))
    rooms = lambda: {kept.card.id: kept.card.room for kept in store.place_cards(place)}  # noqa: E731
    assert rooms() == {"parks": None, "buses": None}
    store.close_matters(asked.id)
    store.hold_back_matter(asked.id, "buses")
    store.reveal_matters(asked.id, 1)
    assert set(store.matter_choices(asked.id)) == {"parks"}
    assert rooms()["buses"] is None
    assert (rooms()["parks"].people, rooms()["parks"].levels) == (5, {"town": 5})
    store.release_matter(asked.id, "buses")
    assert rooms()["buses"].levels == {"county": 5}
    store.hold_back_matter(asked.id, "buses")
    store.withdraw_matter(asked.id, "buses")
    assert rooms()["buses"] is None

    # Whoever deletes their answers is in no count any more, and four are too few to count.
    store.erase_own_voice(codes[0])
    assert (rooms()["parks"].people, rooms()["parks"].levels) == (4, {})
    (card,) = (kept.card for kept in store.place_cards(place) if kept.card.id == "parks")
    store.keep_cards(place, [card], "test")
    assert [change.card.room for change in store.card_history(place, "parks") if change.card] == [None]


def test_paper_counts_as_phones_do_and_can_come_late(store, asked):
    assessment = store.workshop_summary(asked.id).assessment_id
    store.close_matters(asked.id)
    store.reveal_matters(asked.id, 1)
    voice = store.add_voice(assessment, None, by="keyed in", paper=True)
    store.save_levels(asked.id, voice, {"parks": LevelChoice(at_level="street")}, "keyed in")
    assert store.matter_choices(asked.id)["parks"] == (LevelChoice(at_level="street"),)
    assert store.erase_silent_voices(asked.id, "test") == 0


def test_who_said_nothing_but_where_a_matter_is_best_decided_is_not_taken_out_as_silent(store, asked):
    code = store.join(asked.code).code
    store.join(asked.code)
    store.save_own_level(code, "parks", LevelChoice(at_level="street"))
    assert store.erase_silent_voices(asked.id, "test") == 1
    assert store.own_answers(code).levels == {"parks": LevelChoice(at_level="street")}


def test_questions_and_matters_are_never_open_at_the_same_time(store, asked, rubric):
    with pytest.raises(NotNowError, match="open"):
        store.open_vote(asked.id, list(rubric.by_id)[:1])
    store.close_matters(asked.id)
    with pytest.raises(NotNowError, match="before"):
        store.ask_matters(asked.id, (PARKS,), LEVELS)
