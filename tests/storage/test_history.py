"""Who changed what and when; undo; bringing back."""

from __future__ import annotations

import pytest

from placecheck.assessment import Action, Agreed, Answer
from placecheck.storage import NotHereError


def levels(changes):
    return [(change.before and change.before.level, change.after and change.after.level) for change in changes]


def test_history_says_what_stood_before_and_after_newest_first(store, round_id, asked, save):
    save(1)
    save(3)
    save(None)
    newest, *_ = changes = store.history(round_id, voice="v1", indicator=asked[0])
    assert levels(changes) == [(3, None), (1, 3), (None, 1)]
    assert (newest.kind, newest.voice, newest.indicator, newest.by) == ("answer", "v1", asked[0], "a test")
    assert newest.when > changes[-1].when


def test_history_of_a_round_tells_every_kind_of_change(store, round_id, asked, save):
    save(1)
    store.save_agreed(round_id, asked[0], Agreed(level=2), "a test")
    store.add_action(round_id, Action(what="a bench", indicator=asked[1]), "a test")
    store.set_missing_voices(round_id, "the night shift", "a test")
    changes = store.history(round_id, most=4)
    assert [change.kind for change in changes] == ["setting", "action", "agreed", "answer"]
    assert changes[1].indicator == asked[1]
    assert len({change.sequence for change in store.history(round_id)}) == store.sequence(round_id)


def test_undo_goes_back_step_by_step_and_then_says_there_is_no_more(store, round_id, save):
    save(1)
    save(3)
    save(2, indicator=1)
    undone = [store.undo(round_id, "a test") for _ in range(3)]
    assert levels(undone) == [(None, 2), (1, 3), (None, 1)]
    assert store.undo(round_id, "a test") is None
    assert store.assessment(round_id).voices[0].answers == {}
    assert store.round(round_id).answered == 0


def test_undo_is_a_change_of_its_own_that_says_what_it_took_back(store, round_id, asked, save):
    sequence = save(1)
    store.undo(round_id, "the undo button")
    newest, oldest = store.history(round_id, indicator=asked[0])
    assert (newest.undoes, newest.by, newest.after) == (sequence, "the undo button", None)
    assert oldest.undoes is None


def test_after_an_undo_one_goes_on_from_there(store, round_id, save):
    save(1)
    save(3)
    store.undo(round_id, "a test")
    save(4)
    assert levels([store.undo(round_id, "a test"), store.undo(round_id, "a test")]) == [(1, 4), (None, 1)]


def test_nobody_undoes_what_another_voice_said(store, round_id, asked, save):
    save(1, voice="v1")
    save(4, voice="v2")
    assert store.undo(round_id, "a test", voice="v1").voice == "v1"
    assert store.undo(round_id, "a test", voice="v1") is None
    assert store.assessment(round_id).voices[1].answers[asked[0]] == Answer(level=4)


def test_undo_covers_what_was_agreed_and_actions_too(store, round_id, asked):
    store.save_agreed(round_id, asked[0], Agreed(level=2), "a test")
    action = store.add_action(round_id, Action(what="a bench"), "a test")
    store.remove_action(round_id, action, "a test")
    assert store.undo(round_id, "a test").kind == "action"
    assert list(store.actions(round_id)) == [action]
    store.undo(round_id, "a test")
    store.undo(round_id, "a test")
    assert (store.actions(round_id), store.assessment(round_id).agreed) == ({}, {})


def test_what_came_with_a_file_is_not_undone(store, rubric, round_id, save):
    save(1)
    again = store.take(rubric, store.assessment(round_id))
    assert store.undo(again, "a test") is None
    assert store.round(again).answered == 1


def test_an_earlier_answer_can_be_brought_back(store, round_id, asked, save):
    first = save(1, story="the first story")
    save(4)
    store.bring_back(round_id, first, "a test")
    assert store.assessment(round_id).voices[0].answers[asked[0]] == Answer(level=1, story="the first story")
    assert len(store.history(round_id, indicator=asked[0])) == 3


def test_an_action_taken_out_can_be_brought_back(store, round_id):
    action = store.add_action(round_id, Action(what="a bench"), "a test")
    store.remove_action(round_id, action, "a test")
    store.bring_back(round_id, action, "a test")
    assert store.actions(round_id) == {action: Action(what="a bench")}


def test_a_change_that_never_was_cannot_be_brought_back(store, round_id):
    with pytest.raises(NotHereError, match="no change 99"):
        store.bring_back(round_id, 99, "a test")
