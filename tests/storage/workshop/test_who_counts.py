"""Who may join a workshop, who counts in it, and who answers for themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from placecheck.assessment import Answer, Place
from placecheck.storage import DoesNotFitError, NotHereError
from placecheck.storage.workshop import participants
from placecheck.storage.workshop_values import Arrivals


@pytest.fixture
def assessment(store, rubric) -> str:
    place = store.add_place(Place(name="Ore Valley"))
    return store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)


@pytest.fixture
def made(store, assessment, asked):
    """A workshop with two questions open."""
    made = store.create_workshop(assessment)
    store.open_vote(made.id, asked[:2])
    return made


def test_whoever_is_taken_out_counts_in_no_progress_and_in_nothing_that_the_room_sees(store, made, assessment, asked):
    stays, goes = store.join(made.code), store.join(made.code)
    for person in (stays, goes):
        store.save_own_answer(person.code, asked[0], Answer(level=1))
    store.remove_voice(assessment, goes.voice_id, "test")
    assert store.progress(made.id).answered == {asked[0]: 1, asked[1]: 0}
    store.return_voice(assessment, goes.voice_id, "test")
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.vote_again(made.id, asked[0])
    for person, level in ((stays, 2), (goes, 4)):
        store.save_own_answer(person.code, asked[0], Answer(level=level))
    store.remove_voice(assessment, goes.voice_id, "test")
    assert store.progress(made.id).answered == {asked[0]: 1}
    store.close_vote(made.id)
    store.reveal(made.id, 2)
    room = store.revealed_answers(made.id)
    assert room.answers[asked[0]] == (Answer(level=1),)
    assert (room.ballots, room.eligible) == ({2: (Answer(level=2),)}, {2: 1})


def test_a_workshop_holds_so_many_people_and_no_more(store, made, assessment, monkeypatch):
    monkeypatch.setattr(participants, "MAX_VOICES", 2)
    store.join(made.code)
    store.join(made.code)
    with pytest.raises(DoesNotFitError, match=r"as it can take \(2\)"):
        store.join(made.code)
    assert len(store.voices_with_phones(assessment)) == 2


def test_nobody_joins_from_a_perspective_that_the_questions_do_not_name(store, made, assessment):
    with pytest.raises(DoesNotFitError):
        store.join(made.code, "king")
    assert not store.voices_with_phones(assessment)


def test_in_a_rehearsal_whoever_has_a_phone_answers_for_themselves(store, made, assessment, asked):
    person = store.join(made.code)
    store.add_voice(assessment)
    store.save_own_answer(person.code, asked[0], Answer(level=0))
    assert store.save_made_up_answers(made.id, lambda *_: Answer(level=4), "rehearsal") == 1
    assert store.own_answers(person.code).answers == {asked[0]: Answer(level=0)}


def test_who_came_lately_and_who_has_said_nothing_is_counted_in_this_workshop_alone(store, made, assessment, asked):
    speaks = store.join(made.code)
    store.join(made.code)
    store.add_voice(assessment)
    store.save_own_answer(speaks.code, asked[0], Answer(level=0))
    assert store.arrivals(made.id, timedelta(days=1)) == Arrivals(recent=2, silent=1)
    assert store.arrivals(made.id, timedelta(0)) == Arrivals(recent=0, silent=1)
    with pytest.raises(NotHereError):
        store.arrivals("no-such-workshop", timedelta(days=1))
    other = store.create_workshop(assessment)
    assert store.arrivals(other.id, timedelta(days=1)) == Arrivals(recent=0, silent=0)
