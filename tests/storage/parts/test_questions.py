"""Which questions an assessment asks: kept as a log, and no answer is lost by a change."""

from __future__ import annotations

import pytest

from placecheck.assessment import Answer, Place
from placecheck.assessment.customisation import OwnWords
from placecheck.scoring import score
from placecheck.storage import DoesNotFitError


@pytest.fixture
def short(store, rubric):
    """An assessment of the short set with one voice."""
    place = store.add_place(Place(name="Ore Valley"))
    id_ = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    store.add_voice(id_)
    return id_


def starters(rubric):
    return tuple(one.id for one in rubric.indicators() if one.starter)


def test_an_assessment_begins_with_the_questions_that_were_chosen(store, rubric, asked):
    place = store.add_place(Place(name="Ore Valley"))
    id_ = store.begin_assessment(
        place, rubric, question_set="full", date=None, together=False, asked=[asked[4], asked[1]]
    )
    assert store.assessment(id_).asked == (asked[1], asked[4])


def test_taking_a_question_off_the_list_keeps_its_answers(store, assessment_id, asked, save):
    save(3)
    save(2, indicator=1)
    store.save_asked(assessment_id, asked[1:], "screen")
    kept = store.assessment(assessment_id)
    assert kept.voices[0].answers[asked[0]] == Answer(level=3)
    assert asked[0] not in [one.id for one in score(store.rubric_of(assessment_id), kept).indicators()]

    store.save_asked(assessment_id, asked, "screen")

    kept = store.assessment(assessment_id)
    assert asked[0] in [indicator.id for indicator in score(store.rubric_of(assessment_id), kept).indicators()]


def test_the_list_is_in_history_and_undone_like_anything_else(store, assessment_id, asked):
    store.save_asked(assessment_id, asked[:3], "screen")
    store.save_asked(assessment_id, asked[:2], "screen")
    store.undo(assessment_id, "screen")
    assert store.assessment(assessment_id).asked == tuple(asked[:3])
    assert [change.kind for change in store.history(assessment_id)][:3] == ["asked"] * 3


@pytest.mark.parametrize("wrong", [[], ["no-such-thing"]])
def test_a_list_that_cannot_be_asked_is_refused_and_changes_nothing(store, assessment_id, wrong):
    with pytest.raises(DoesNotFitError):
        store.save_asked(assessment_id, wrong, "screen")
    assert store.assessment(assessment_id).asked == ()


def test_opening_a_question_outside_the_list_adds_it(store, rubric, short):
    outside = next(one.id for one in rubric.indicators() if not one.starter)
    workshop = store.create_workshop(short)
    store.open_vote(workshop.id, [starters(rubric)[0], outside])
    assert set(store.assessment(short).asked) == {*starters(rubric), outside}


def test_opening_what_is_asked_already_changes_no_list(store, rubric, short):
    workshop = store.create_workshop(short)
    store.open_vote(workshop.id, starters(rubric)[:2])
    assert store.assessment(short).asked == ()


def test_a_question_that_the_group_adds_is_asked(store, rubric, short, asked):
    own = rubric.by_id[asked[0]].model_copy(update={"id": "own-ferry"})
    store.save_own_words(
        short, "own-ferry", OwnWords(change="added", dimension=rubric.dimensions[0].id, words=own), "x"
    )
    assert "own-ferry" in store.assessment(short).asked
