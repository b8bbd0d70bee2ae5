from __future__ import annotations

import pytest

from placecheck.storage import NotHereError

TICK, OTHER = "0123456789abcdef", "fedcba9876543210"


def test_a_tick_is_kept_and_taken_out_again_and_twice_is_once(store, assessment_id):
    store.set_publish_ticks(assessment_id, [TICK, OTHER], ticked=True)
    store.set_publish_ticks(assessment_id, [TICK], ticked=True)
    assert store.publish_ticks(assessment_id) == {TICK, OTHER}
    store.set_publish_ticks(assessment_id, [TICK], ticked=False)
    assert store.publish_ticks(assessment_id) == {OTHER}


def test_ticks_go_with_their_assessment_and_are_in_no_file(store, assessment_id):
    before = store.assessment(assessment_id)
    store.set_publish_ticks(assessment_id, [TICK], ticked=True)
    assert store.assessment(assessment_id) == before
    (place,) = store.places()
    store.delete(store.preview_deletion(place.id))
    with pytest.raises(NotHereError):
        store.publish_ticks(assessment_id)


def test_ticks_of_an_assessment_that_is_not_here_are_refused(store):
    with pytest.raises(NotHereError):
        store.set_publish_ticks("nobody", [TICK], ticked=True)
