"""From where people may say they speak, in the group's words: kept as a log, and answers keep the id."""

from __future__ import annotations

import pytest

from placecheck.assessment import Answer
from placecheck.storage import DoesNotFitError


def offered(store, assessment_id):
    return [(shown.id, shown.name) for shown in store.asked_rubric(assessment_id).offered_perspectives()]


def test_perspectives_are_offered_in_the_groups_words_and_the_rubric_that_is_kept_stays_as_it_was(
    store, assessment_id, rubric
):
    first, second = rubric.perspectives[:2]
    store.save_perspectives(assessment_id, [second.id, first.id], {first.id: "Lives on the hill"}, "screen")
    assert offered(store, assessment_id) == [(first.id, "Lives on the hill"), (second.id, second.name)]
    assert store.rubric_of(assessment_id) == rubric
    assert store.asked_rubric(assessment_id).renamed == {first.id: first.name}


def test_whoever_speaks_from_one_that_is_offered_no_more_goes_on_to(store, assessment_id, rubric):
    (voice,) = (voice.id for voice in store.present_voices(assessment_id) if voice.perspective == "resident")
    store.save_answer(assessment_id, voice, next(iter(rubric.by_id)), Answer(level=2), "screen")
    other = next(shown.id for shown in rubric.perspectives if shown.id != "resident")
    store.save_perspectives(assessment_id, [other], {"resident": "Lives here"}, "screen")
    assert [voice.perspective for voice in store.assessment(assessment_id).voices] == ["resident"]
    assert [entry[0] for entry in offered(store, assessment_id)] == [other]


def test_each_change_is_in_history_with_who_made_it_and_is_undone_like_anything_else(store, assessment_id, rubric):
    ids = [perspective.id for perspective in rubric.perspectives]
    store.save_perspectives(assessment_id, ids[:2], {}, "screen")
    store.save_perspectives(assessment_id, ids[:1], {ids[0]: "Lives here"}, "other screen")
    store.undo(assessment_id, "screen")
    assert store.assessment(assessment_id).offered_perspectives == tuple(ids[:2])
    assert [(change.kind, change.by) for change in store.history(assessment_id)][:3] == [
        ("perspectives", by) for by in ("screen", "other screen", "screen")
    ]
    store.save_perspectives(assessment_id, ids, {}, "screen")
    assert store.assessment(assessment_id).offered_perspectives == (), "all of them is as the rubric has it"


@pytest.mark.parametrize(
    ("offers", "names"),
    [(["nobody"], {}), ([], {"nobody": "X"}), ([], {"resident": ""}), ([], {"resident": "two\nlines"})],
    ids=["unknown", "unknown name", "empty", "two lines"],
)
def test_what_the_rubric_does_not_have_or_cannot_be_read_is_refused_and_changes_nothing(
    store, assessment_id, offers, names
):
    before = store.assessment(assessment_id)
    with pytest.raises(DoesNotFitError):
        store.save_perspectives(assessment_id, offers, names, "screen")
    assert store.assessment(assessment_id) == before


def test_two_perspectives_are_never_called_the_same(store, assessment_id, rubric):
    one, other = rubric.perspectives[:2]
    with pytest.raises(DoesNotFitError, match=other.name.upper()):
        store.save_perspectives(assessment_id, [one.id], {one.id: other.name.upper()}, "screen")
