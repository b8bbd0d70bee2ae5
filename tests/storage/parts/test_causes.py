"""What people think moved an indicator, kept with the later round."""

from __future__ import annotations

import datetime

import pytest

from placecheck.assessment import Cause
from placecheck.storage import DoesNotFitError

WHY = Cause(because="the bus came back", since=datetime.date(2025, 10, 4))


def test_a_cause_is_kept_travels_with_the_round_and_can_be_undone(store, assessment_id, asked):
    store.save_cause(assessment_id, asked[0], WHY, "a test")
    assert store.assessment(assessment_id).causes == {asked[0]: WHY}
    again = store.add_assessment(store.rubric_of(assessment_id), store.assessment(assessment_id))
    assert store.assessment(again).causes == {asked[0]: WHY}
    store.save_cause(assessment_id, asked[0], None, "a test")
    assert store.assessment(assessment_id).causes == {}
    assert store.undo(assessment_id, "a test").kind == "cause"
    assert store.assessment(assessment_id).causes == {asked[0]: WHY}


def test_a_cause_of_what_is_not_asked_is_refused(store, assessment_id):
    with pytest.raises(DoesNotFitError):
        store.save_cause(assessment_id, "no-such-thing", WHY, "a test")
