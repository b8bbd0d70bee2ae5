from __future__ import annotations

import numpy as np
import pytest

from placecheck.assessment import Agreed, Answer
from placecheck.exchange.sample import made_up_assessments
from placecheck.scoring.arrays import encode_batch
from placecheck.scoring.batch import score_batch
from placecheck.scoring.packed_arrays import unpack_batch
from placecheck.storage import OwnWords
from placecheck.storage.schema import tables


@pytest.fixture
def several(store, rubric):
    """Rounds of many sorts, in the store under their ids."""
    return {store.add_assessment(rubric, one): one for one in made_up_assessments(rubric, 12)}


def test_rounds_packed_by_the_database_score_as_they_do_one_by_one(store, rubric, several):
    packed, rubrics = store.packed()
    assert {one.id for one in packed} == set(several)
    assert [found.edition for found in rubrics.values()] == [rubric.edition]
    ours = score_batch(rubric, unpack_batch(rubric, packed))
    theirs = score_batch(rubric, encode_batch(rubric, [store.assessment(one.id) for one in packed]))
    for mine, other in zip((*ours[0], *ours[1]), (*theirs[0], *theirs[1]), strict=True):
        assert np.array_equal(mine, other, equal_nan=mine.dtype.kind == "f")


def test_an_answer_that_was_changed_or_withdrawn_counts_as_it_stands(store, rubric, assessment_id, save, asked):
    save(1)
    save(4)
    save(2, indicator=1)
    save(None, indicator=1)
    store.save_answer(assessment_id, "v1", asked[2], Answer(story="only told"), "a test")
    store.save_agreed(assessment_id, asked[3], Agreed(not_agreed="no"), "a test")
    store.save_agreed(assessment_id, asked[4], Agreed(level=3), "a test")
    store.packed()
    store.save_agreed(assessment_id, asked[4], None, "a test")
    packed, _ = store.packed()
    ours, theirs = unpack_batch(rubric, packed), encode_batch(rubric, [store.assessment(assessment_id)])
    assert [np.array_equal(mine, other) for mine, other in zip(ours, theirs, strict=True)] == [True] * 3


def test_what_a_group_asks_in_its_own_words_is_not_counted_with_the_rubrics(store, rubric, assessment_id, save, asked):
    save(3)
    store.save_own_words(assessment_id, asked[0], OwnWords(change="dropped", because="not here"), "a test")
    packed, _ = store.packed()
    assert not unpack_batch(rubric, packed).asked[0, 0]


def test_the_pulse_is_another_once_anything_was_changed(store, assessment_id, save):
    seen = {store.pulse()}
    for change in (lambda: save(1), lambda: save(2), lambda: store.erase_voice(assessment_id, "v1")):
        change()
        seen.add(store.pulse())
    assert len(seen) == 4


def test_an_empty_store_has_nothing_to_pack(store):
    assert store.packed() == ([], {})


def test_a_round_that_came_before_is_not_kept_twice_and_a_second_one_joins_its_place(store, rubric):
    first, *_, second = rounds = list(made_up_assessments(rubric, 5))[3:]
    ids = [store.add_assessment_once(rubric, one, "a test") for one in (*rounds, *rounds)]
    assert ids[:2] == ids[2:]
    assert first.place.name == second.place.name
    assert [len(place.assessments) for place in store.places()] == [2]


def test_what_a_voice_said_is_not_left_packed_once_it_is_erased(store, assessment_id, save):
    save(4)
    store.packed()
    store.erase_voice(assessment_id, "v1")
    with store._database.read() as connection:
        assert connection.execute(tables.packed.select()).all() == []


def test_after_a_restore_nothing_is_taken_for_what_it_was_before(store, save, tmp_path):
    save(4)
    store.back_up(tmp_path / "before.zip")
    save(1)
    store.packed()
    store.restore(tmp_path / "before.zip", tmp_path)
    (one,), (rubric,) = store.packed()[0], store.packed()[1].values()
    assert unpack_batch(rubric, [one]).answers[0, 0, 0] == 4
