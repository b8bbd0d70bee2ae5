"""Places and rounds: begun, taken from a file, looked at, deleted."""

from __future__ import annotations

import datetime

import pytest

from placecheck.assessment import Action, Agreed, Answer, Assessment, Place, Voice, read_assessment
from placecheck.assessment.model import SecondVote, WrittenNote
from placecheck.storage import DoesNotFitError, NotHereError, StorageError


@pytest.fixture
def examples(checkout):
    found = sorted((checkout / "examples").glob("*.yaml"))
    assert found
    return [read_assessment(path) for path in found]


@pytest.fixture
def taken(rubric, asked):
    """An assessment with something of everything."""
    return Assessment(
        rubric={"id": rubric.id, "edition": rubric.edition},
        place=Place(name="Hen Bont", kind="village", nation="Wales", boundary="the old parish", context="a long story"),
        date=datetime.date(2026, 10, 3),
        question_set="starter",
        voices=[
            Voice(id="maer", perspective="councillor", answers={asked[5]: Answer(level=1), asked[2]: Answer(level=4)}),
            Voice(id="v2", paper=True, answers={asked[0]: Answer(no_answer="dont_know", story="why")}),
        ],
        agreed={asked[2]: Agreed(level=2), asked[1]: Agreed(no_answer="not_here")},
        missing_voices="the farms",
        actions=[Action(what="second", when="2027"), Action(what="first", indicator=asked[0])],
    )


def test_a_round_begins_with_what_the_place_says_of_itself(store, assessment_id, rubric):
    begun = store.assessment(assessment_id)
    assert begun.place == Place(name="Ore Valley", kind="neighbourhood", nation="England", boundary="to the ridge")
    assert begun.rubric.edition == rubric.edition
    assert [voice.id for voice in store.present_voices(assessment_id)] == ["v1", "v2"]
    assert begun.voices == ()


def test_what_is_taken_from_a_file_is_the_same_when_it_comes_back(store, rubric, taken):
    assert store.assessment(store.add_assessment(rubric, taken)) == taken


def test_what_a_file_says_of_its_room_is_kept_as_it_is(store, rubric, taken, asked):
    room = {
        "held_back": 2,
        "notes": (
            WrittenNote(indicator=asked[0], text="full hall"),
            WrittenNote(text="short of time"),
            WrittenNote(text="short of time"),
        ),
        "second_votes": (SecondVote(indicator=asked[2], answers={"maer": Answer(level=3, story="after the talk")}),),
    }
    whole = taken.model_copy(update=room)
    assert store.assessment(store.add_assessment(rubric, whole)) == whole
    assert store.add_assessment_once(rubric, whole, "again") == store.places()[0].assessments[0].id


def test_a_batch_of_files_is_kept_whole_or_not_at_all_and_knows_its_own_places(store, rubric, taken, asked):
    later = taken.model_copy(update={"date": datetime.date(2027, 10, 3)})
    first, again, second = store.add_assessments_once([(rubric, taken), (rubric, taken), (rubric, later)], "file")
    assert [first.outcome, again, second.outcome] == ["first", (first.id, "here_already"), "another"]
    (place,) = store.places()
    assert [round_.id for round_ in place.assessments] == [first.id, second.id]
    odd = Voice(id="odd", answers={asked[0]: Answer(level=99)})
    wrong = taken.model_copy(update={"place": Place(name="Other"), "voices": (*taken.voices, odd)})
    with pytest.raises(DoesNotFitError):
        store.add_assessments_once([(rubric, wrong.model_copy(update={"voices": taken.voices})), (rubric, wrong)], "x")
    assert store.places() == (place,)


def test_a_batch_of_many_voices_is_numbered_and_counted_like_voices_that_come_one_by_one(store, rubric, taken, asked):
    voices = tuple(
        Voice(id=f"p{n}", answers={asked[0]: Answer(level=n % 5), asked[1]: Answer(story="so")}) for n in range(1_200)
    )
    many = taken.model_copy(update={"voices": voices, "agreed": {}})
    id_ = store.add_assessment(rubric, many)
    assert store.assessment(id_) == many
    assert store.assessment_summary(id_).answered == len(voices)
    assert store.add_voice(id_) == f"v{len(voices) + 1}"


def test_every_example_is_taken_and_comes_back_the_same(store, examples):
    for rubric, assessment in examples:
        assert store.assessment(store.add_assessment(rubric, assessment)) == assessment


def test_answers_come_back_in_the_rubrics_order(store, rubric, taken, asked):
    kept = store.assessment(store.add_assessment(rubric, taken))
    assert list(kept.voices[0].answers) == [asked[2], asked[5]]
    assert list(kept.agreed) == [asked[1], asked[2]]


def test_a_new_voice_never_gets_the_id_of_one_from_the_file(store, rubric, taken):
    id_ = store.add_assessment(rubric, taken)
    assert [store.add_voice(id_), store.add_voice(id_)] == ["v3", "v4"]


def test_a_file_is_taken_whole_or_not_at_all(store, rubric, taken):
    broken = taken.model_copy(update={"actions": (Action(what="x", indicator="no-such-thing"),)})
    with pytest.raises(DoesNotFitError):
        store.add_assessment(rubric, broken)
    assert store.places() == ()


def test_a_file_of_another_edition_than_its_rubric_is_refused(store, rubric, taken):
    with pytest.raises(DoesNotFitError, match="Read it again"):
        store.add_assessment(rubric.model_copy(update={"edition": "1999"}), taken)


def test_the_same_place_can_take_another_round(store, rubric, taken):
    store.add_assessment(rubric, taken)
    (place,) = store.same_place(taken.place)
    second = store.add_assessment(rubric, taken.model_copy(update={"date": datetime.date(2027, 10, 2)}), place.id)
    (place,) = store.places()
    assert [summary.number for summary in place.assessments] == [1, 2]
    assert place.assessments[1].id == second
    assert place.assessments[1].date == datetime.date(2027, 10, 2)


def test_another_place_is_not_taken_for_the_same(store, rubric, taken):
    store.add_assessment(rubric, taken)
    (place,) = store.places()
    elsewhere = taken.model_copy(update={"place": taken.place.model_copy(update={"nation": "Scotland"})})
    assert store.same_place(elsewhere.place) == ()
    with pytest.raises(DoesNotFitError, match="must be the same"):
        store.add_assessment(rubric, elsewhere, place.id)


def test_a_place_shows_its_rounds_and_how_much_was_answered(store, assessment_id, save):
    save(1)
    save(2, indicator=1)
    save(None, indicator=1)
    save(3, voice="v2")
    (place,) = store.places()
    (summary,) = place.assessments
    assert (summary.id, summary.voices, summary.answered, summary.together) == (assessment_id, 2, 2, True)
    assert place.changed == summary.changed > summary.made
    assert store.place(place.id) == place


def test_places_stand_by_name(store):
    for name in ("ynys", "Aber", "Ystrad", "aber"):
        store.add_place(Place(name=name))
    assert [place.name for place in store.places()] == ["Aber", "aber", "ynys", "Ystrad"]


def test_an_earlier_round_keeps_the_boundary_it_was_held_with(store, rubric, assessment_id):
    place_id = store.assessment_summary(assessment_id).place_id
    later = store.begin_assessment(
        place_id, rubric, question_set="starter", date=datetime.date(2027, 1, 1), together=False
    )
    store.change_place(place_id, Place(name="Ore Vale", nation="England", boundary="to the river"), "a test")
    assert store.assessment(assessment_id).place == Place(name="Ore Vale", nation="England", boundary="to the ridge")
    assert store.assessment(later).place == Place(name="Ore Vale", nation="England", boundary="to the river")


def test_a_new_name_reaches_every_round_and_its_history(store, rubric, assessment_id):
    place_id = store.assessment_summary(assessment_id).place_id
    store.begin_assessment(place_id, rubric, question_set="starter", date=None, together=False)
    seen = store.sequence(assessment_id)
    store.change_place(place_id, Place(name="Ore Vale"), "a test")
    assert store.sequence(assessment_id) > seen
    (newest, *_) = store.history(assessment_id)
    assert (newest.kind, newest.before.name, newest.after.name) == ("setting", "Ore Valley", "Ore Vale")


@pytest.mark.parametrize("words", ["x" * 10_001, "a\0b"])
def test_words_that_no_file_could_hold_are_refused(store, assessment_id, words):
    with pytest.raises(DoesNotFitError):
        store.set_missing_voices(assessment_id, words, "a test")


def test_line_breaks_are_kept_as_files_keep_them(store, assessment_id):
    store.set_missing_voices(assessment_id, "the night shift\r\nthe farms", "a test")
    assert store.assessment(assessment_id).missing_voices == "the night shift\nthe farms"


def test_the_date_and_the_missing_voices_can_be_said_later(store, assessment_id):
    store.set_date(assessment_id, datetime.date(2026, 11, 2), "a test")
    store.set_missing_voices(assessment_id, "the night shift", "a test")
    kept = store.assessment(assessment_id)
    assert (kept.date, kept.missing_voices) == (datetime.date(2026, 11, 2), "the night shift")
    assert kept.place.boundary == "to the ridge"


def test_a_screen_learns_of_a_change_and_of_none(store, assessment_id, save):
    seen = store.sequence(assessment_id)
    assert store.sequence(assessment_id) == seen
    save(1)
    assert store.sequence(assessment_id) > seen


def test_a_place_is_deleted_with_all_it_holds_after_saying_what_goes(store, assessment_id, save, rubric, taken):
    save(1)
    other = store.add_assessment(rubric, taken)
    goes = store.preview_deletion(store.assessment_summary(assessment_id).place_id)
    assert (goes.name, goes.assessments, goes.voices, goes.answers, goes.actions) == ("Ore Valley", 1, 1, 1, 0)
    store.delete(goes)
    assert [place.name for place in store.places()] == ["Hen Bont"]
    assert store.assessment(other) == taken
    with pytest.raises(NotHereError):
        store.assessment(assessment_id)
    with pytest.raises(NotHereError):
        store.preview_deletion(goes.place_id)


def test_nothing_is_deleted_that_was_not_shown(store, assessment_id, save):
    goes = store.preview_deletion(store.assessment_summary(assessment_id).place_id)
    save(1)
    with pytest.raises(StorageError, match="Nothing was deleted"):
        store.delete(goes)
    assert store.assessment_summary(assessment_id).answered == 1


def test_one_round_can_be_deleted_and_the_others_stay(store, rubric, assessment_id):
    place_id = store.assessment_summary(assessment_id).place_id
    later = store.begin_assessment(place_id, rubric, question_set="starter", date=None, together=False)
    store.delete(store.preview_deletion(place_id, assessment_id))
    assert [summary.id for summary in store.place(place_id).assessments] == [later]


@pytest.mark.parametrize("ask", ["place", "preview_deletion"])
def test_an_unknown_place_is_said_to_be_unknown(store, ask):
    with pytest.raises(NotHereError, match="no place `nowhere`"):
        getattr(store, ask)("nowhere")


@pytest.mark.parametrize("ask", ["assessment", "assessment_summary", "sequence", "rubric_of", "history"])
def test_an_unknown_round_is_said_to_be_unknown(store, ask):
    with pytest.raises(NotHereError, match="no assessment `nowhere`"):
        getattr(store, ask)("nowhere")
