"""Passages that a group pins to its round."""

from __future__ import annotations

import pytest

from placecheck.storage import NotHereError, PinnedPassage

CARD = PinnedPassage(said="Money alone changes little.", because="we argued about this")
PASSAGE = "first-walk#12"


def test_a_card_stands_until_it_is_taken_off_and_history_still_has_it(store, assessment_id):
    store.pin(assessment_id, PASSAGE, CARD, "a test")
    assert store.pinned_passages(assessment_id) == {PASSAGE: CARD}
    store.pin(assessment_id, PASSAGE, None, "a test")
    assert store.pinned_passages(assessment_id) == {}
    newest, before = store.history(assessment_id, most=2)
    assert [(change.kind, change.before, change.after) for change in (newest, before)] == [
        ("card", CARD, None),
        ("card", None, CARD),
    ]


def test_pinning_twice_is_one_card_and_cards_keep_their_order(store, assessment_id):
    first = store.pin(assessment_id, PASSAGE, CARD, "a test")
    store.pin(assessment_id, "first-walk#2", CARD, "a test")
    assert store.pin(assessment_id, PASSAGE, CARD, "a test") == first
    assert list(store.pinned_passages(assessment_id)) == [PASSAGE, "first-walk#2"]


def test_taking_a_card_off_can_be_undone(store, assessment_id):
    store.pin(assessment_id, PASSAGE, CARD, "a test")
    store.pin(assessment_id, PASSAGE, None, "a test")
    store.undo(assessment_id, "a test")
    assert store.pinned_passages(assessment_id) == {PASSAGE: CARD}


def test_cards_stay_out_of_the_rounds_file(store, assessment_id):
    before = store.assessment(assessment_id)
    store.pin(assessment_id, PASSAGE, CARD, "a test")
    assert store.assessment(assessment_id) == before


def test_nothing_can_be_pinned_to_a_round_that_is_not_there(store):
    with pytest.raises(NotHereError):
        store.pin("nowhere", PASSAGE, CARD, "a test")
    with pytest.raises(NotHereError):
        store.pinned_passages("nowhere")
