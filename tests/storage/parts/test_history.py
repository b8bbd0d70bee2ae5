"""Who changed what and when; undo; bringing back."""

from __future__ import annotations

import pytest

from placecheck.assessment import Action, Agreed, Answer, Cause, Place
from placecheck.assessment.customisation import OwnWords
from placecheck.storage import NotHereError


def levels(changes):
    return [(change.before and change.before.level, change.after and change.after.level) for change in changes]


def test_history_says_what_stood_before_and_after_newest_first(store, assessment_id, asked, save):
    save(1)
    save(3)
    save(None)
    newest, *_ = changes = store.history(assessment_id, voice="v1", indicator=asked[0])
    assert levels(changes) == [(3, None), (1, 3), (None, 1)]
    assert (newest.kind, newest.voice, newest.indicator, newest.by) == ("answer", "v1", asked[0], "a test")
    assert newest.when > changes[-1].when


def test_history_says_of_every_kind_of_change_who_made_it(store, assessment_id, asked):
    save = {
        "answer": lambda by: store.save_answer(assessment_id, "v1", asked[0], Answer(level=1), by),
        "agreed": lambda by: store.save_agreed(assessment_id, asked[0], Agreed(level=2), by),
        "next step": lambda by: store.add_action(assessment_id, Action(what="a bench"), by),
        "cause": lambda by: store.save_cause(assessment_id, asked[0], Cause(because="the bus came back"), by),
        "own words": lambda by: store.save_own_words(
            assessment_id, asked[1], OwnWords(change="dropped", because="not here"), by
        ),
        "missing voices": lambda by: store.set_missing_voices(assessment_id, "the night shift", by),
        "questions": lambda by: store.save_asked(assessment_id, asked[:2], by),
        "perspectives": lambda by: store.save_perspectives(assessment_id, ["resident"], {}, by),
        "removal": lambda by: store.remove_voice(assessment_id, "v1", by),
    }
    for kind, change in save.items():
        change(f"whoever made the {kind}")
        assert store.history(assessment_id, most=1)[0].by == f"whoever made the {kind}"


def test_history_of_a_round_tells_every_kind_of_change(store, assessment_id, asked, save):
    save(1)
    store.save_agreed(assessment_id, asked[0], Agreed(level=2), "a test")
    store.add_action(assessment_id, Action(what="a bench", indicator=asked[1]), "a test")
    store.set_missing_voices(assessment_id, "the night shift", "a test")
    changes = store.history(assessment_id, most=4)
    assert [change.kind for change in changes] == ["setting", "action", "agreed", "answer"]
    assert changes[1].indicator == asked[1]
    joined = 1  # v2, who has said nothing
    assert len({change.sequence for change in store.history(assessment_id)}) == store.sequence(assessment_id) - joined


def test_undo_goes_back_step_by_step_and_then_says_there_is_no_more(store, assessment_id, save):
    save(1)
    save(3)
    save(2, indicator=1)
    undone = [store.undo(assessment_id, "a test") for _ in range(3)]
    assert levels(undone) == [(None, 2), (1, 3), (None, 1)]
    assert store.undo(assessment_id, "a test") is None
    assert store.assessment(assessment_id).voices == ()
    assert store.assessment_summary(assessment_id).answered == 0


def test_undo_is_a_change_of_its_own_that_says_what_it_took_back(store, assessment_id, asked, save):
    sequence = save(1)
    store.undo(assessment_id, "the undo button")
    newest, oldest = store.history(assessment_id, indicator=asked[0])
    assert (newest.undoes, newest.by, newest.after) == (sequence, "the undo button", None)
    assert oldest.undoes is None


def test_after_an_undo_one_goes_on_from_there(store, assessment_id, save):
    save(1)
    save(3)
    store.undo(assessment_id, "a test")
    save(4)
    assert levels([store.undo(assessment_id, "a test"), store.undo(assessment_id, "a test")]) == [(1, 4), (None, 1)]


def test_nobody_undoes_what_another_voice_said(store, assessment_id, asked, save):
    save(1, voice="v1")
    save(4, voice="v2")
    assert store.undo(assessment_id, "a test", answers_of=["v1"]).voice == "v1"
    assert store.undo(assessment_id, "a test", answers_of=["v1"]) is None
    assert store.assessment(assessment_id).voices[0].answers[asked[0]] == Answer(level=4)


def test_undo_covers_what_was_agreed_and_actions_too(store, assessment_id, asked):
    store.save_agreed(assessment_id, asked[0], Agreed(level=2), "a test")
    action = store.add_action(assessment_id, Action(what="a bench"), "a test")
    store.remove_action(assessment_id, action, "a test")
    assert store.undo(assessment_id, "a test").kind == "action"
    assert list(store.actions(assessment_id)) == [action]
    store.undo(assessment_id, "a test")
    store.undo(assessment_id, "a test")
    assert (store.actions(assessment_id), store.assessment(assessment_id).agreed) == ({}, {})


def test_what_came_with_a_file_is_not_undone(store, rubric, assessment_id, save):
    save(1)
    again = store.add_assessment(rubric, store.assessment(assessment_id))
    assert store.undo(again, "a test") is None
    assert store.assessment_summary(again).answered == 1


def test_an_earlier_answer_can_be_brought_back(store, assessment_id, asked, save):
    first = save(1, story="the first story")
    save(4)
    store.bring_back(assessment_id, first, "a test")
    assert store.assessment(assessment_id).voices[0].answers[asked[0]] == Answer(level=1, story="the first story")
    assert len(store.history(assessment_id, indicator=asked[0])) == 3


def test_an_action_taken_out_can_be_brought_back(store, assessment_id):
    action = store.add_action(assessment_id, Action(what="a bench"), "a test")
    store.remove_action(assessment_id, action, "a test")
    store.bring_back(assessment_id, action, "a test")
    assert store.actions(assessment_id) == {action: Action(what="a bench")}


def test_a_change_that_never_was_cannot_be_brought_back(store, assessment_id):
    with pytest.raises(NotHereError, match="no change 99"):
        store.bring_back(assessment_id, 99, "a test")


def test_undo_takes_back_the_last_thing_done_whatever_it_was(store, assessment_id, asked, save):
    """Each move, what it changes, and nothing else: back to where it was, in the order in which they were made."""
    save(1)
    place = store.assessment_summary(assessment_id).place_id
    added = asked_as(store, assessment_id, asked)
    moves = {
        "answer": lambda: save(3),
        "agreed": lambda: store.save_agreed(assessment_id, asked[0], Agreed(level=2), "a test"),
        "action": lambda: store.add_action(assessment_id, Action(what="a bench"), "a test"),
        "own_words": lambda: store.save_own_words(assessment_id, "own-dogs", added, "a test"),
        "asked": lambda: store.save_asked(assessment_id, asked[:3], "a test"),
        "removal": lambda: store.remove_voice(assessment_id, "v1", "a test"),
        "perspective": lambda: store.change_voice(assessment_id, "v2", "funder", by="a test"),
        "setting": lambda: store.change_place(place, Place(name="Ore", boundary="the mill"), "a test"),
    }
    stood = []
    for move in moves.values():
        stood.append((store.assessment(assessment_id), store.place(place).name, store.place(place).boundary))
        move()
    for kind, before in zip(reversed(moves), reversed(stood), strict=True):
        assert store.undo(assessment_id, "a test").kind == kind
        now = store.assessment(assessment_id), store.place(place).name, store.place(place).boundary
        assert now == before, kind
    assert store.undo(assessment_id, "a test").kind == "answer"
    assert store.undo(assessment_id, "a test") is None


def asked_as(store, assessment_id, asked):
    rubric = store.rubric_of(assessment_id)
    words = rubric.by_id[asked[0]].model_copy(update={"id": "own-dogs", "name": "Dogs", "supports": (), "cautions": ()})
    return OwnWords(change="added", dimension=rubric.dimensions[0].id, words=words)


def test_the_groups_undo_leaves_what_single_people_said_alone(store, assessment_id, asked, save):
    store.save_agreed(assessment_id, asked[0], Agreed(level=2), "a test")
    save(3)
    assert store.undo(assessment_id, "a test", answers_of=()).kind == "agreed"
    assert store.undo(assessment_id, "a test", answers_of=()) is None


def test_undo_of_a_name_reaches_every_assessment_of_the_place(store, rubric, assessment_id):
    place = store.assessment_summary(assessment_id).place_id
    later = store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)
    store.change_place(place, Place(name="Ore", kind="neighbourhood", nation="England", boundary="the mill"), "a test")
    assert store.undo(assessment_id, "a test").kind == "setting"
    names = {store.setting(id_).name for id_ in (assessment_id, later)} | {store.place(place).name}
    assert names == {"Ore Valley"}
    assert store.setting(later).boundary == store.place(place).boundary == "the mill", (
        "which holds for the newest alone"
    )


def test_undo_takes_back_a_scribes_note_and_gives_a_struck_one_back(store, assessment_id, asked):
    place = store.assessment_summary(assessment_id).place_id
    several = store.begin_assessment(
        place, store.rubric_of(assessment_id), question_set="starter", date=None, together=False, by="a test"
    )
    made = store.create_workshop(several)
    store.save_agreed(several, asked[0], Agreed(level=2), "a test")
    store.add_note(made.id, "Warm words.", asked[0])
    store.add_note(made.id, "About a person.", "")
    store.strike_note(made.id, store.workshop(made.id).notes[1])
    notes = lambda: [note.words for note in store.workshop(made.id).notes]  # noqa: E731
    assert (store.undo(several, "a test", ()).before.words, notes()) == (
        "About a person.",
        ["Warm words.", "About a person."],
    )
    store.undo(several, "a test", ())
    assert (store.undo(several, "a test", ()).indicator, notes()) == (asked[0], [])
    assert store.undo(several, "a test", ()).kind == "agreed"
    assert store.undo(several, "a test", ()) is None
