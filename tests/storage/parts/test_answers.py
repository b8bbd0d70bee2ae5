"""What people say, as the store keeps it."""

from __future__ import annotations

import pytest

from placecheck.assessment import Action, Agreed, Answer, as_yaml
from placecheck.storage import DoesNotFitError, NotHereError, Standpoint


def test_the_latest_answer_counts(store, assessment_id, asked, save):
    save(1)
    save(3, story="the hall, every evening")
    assert store.assessment(assessment_id).voices[0].answers[asked[0]] == Answer(
        level=3, story="the hall, every evening"
    )


def test_two_voices_never_overwrite_each_other(store, assessment_id, asked, save):
    save(1, voice="v1")
    save(4, voice="v2")
    voices = store.assessment(assessment_id).voices
    assert [voice.answers[asked[0]].level for voice in voices] == [1, 4]


def test_a_withdrawn_answer_is_a_row_that_says_so(store, assessment_id, asked, save):
    save(1)
    save(1, indicator=1)
    save(None)
    assert store.assessment(assessment_id).voices[0].answers.get(asked[0]) is None
    assert asked[0] not in store.assessment(assessment_id).voices[0].answers
    assert [change.after for change in store.history(assessment_id, indicator=asked[0])] == [None, Answer(level=1)]


def test_saying_the_same_again_adds_nothing(store, assessment_id, save):
    first = save(2)
    assert save(2) == first
    assert store.sequence(assessment_id) == first


def test_every_kind_of_answer_comes_back_as_it_was_given(store, assessment_id, asked):
    given = [
        Answer(level=0),
        Answer(no_answer="rather_not_say"),
        Answer(story=" kept to the letter,\n\n blanks included \u00e9\U0001f333"),
        Answer(level=4, story="x", sure="very", not_for="people who work nights"),
    ]
    for indicator, answer in zip(asked, given, strict=False):
        store.save_answer(assessment_id, "v1", indicator, answer, "a test")
    assert [store.assessment(assessment_id).voices[0].answers[indicator] for indicator in asked[: len(given)]] == given


def test_a_saved_answer_says_when_and_under_which_number(store, assessment_id, asked, clock):
    before = clock()
    saved = store.save_answer(assessment_id, "v1", asked[0], Answer(level=1), "a test")
    assert saved.sequence == store.sequence(assessment_id)
    assert before < saved.when < clock()


@pytest.mark.parametrize(
    ("voice", "indicator", "level", "error", "words"),
    [
        ("v9", 0, 1, NotHereError, "no person `v9`"),
        ("v1", None, 1, DoesNotFitError, "`no-such-thing` is not asked"),
        ("v1", 0, 5, DoesNotFitError, "from 0 to 4"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(
    *, store, assessment_id, asked, voice, indicator, level, error, words
):
    before = store.sequence(assessment_id)
    id_ = "no-such-thing" if indicator is None else asked[indicator]
    with pytest.raises(error, match=words):
        store.save_answer(assessment_id, voice, id_, Answer(level=level), "a test")
    assert store.sequence(assessment_id) == before


def test_text_that_no_database_can_hold_is_refused_by_its_number(store, assessment_id, asked):
    answer = Answer.model_construct(story="a\0b", level=None, no_answer=None, sure=None, not_for=None)
    with pytest.raises(DoesNotFitError, match=r"U\+0000"):
        store.save_answer(assessment_id, "v1", asked[0], answer, "a test")


def test_an_unknown_assessment_is_said_to_be_unknown(store, asked):
    for ask in (
        lambda: store.save_answer("nowhere", "v1", asked[0], Answer(level=1), "a test"),
        lambda: store.assessment("nowhere"),
        lambda: store.actions("nowhere"),
        lambda: store.own_words("nowhere"),
        lambda: store.add_voice("nowhere"),
    ):
        with pytest.raises(NotHereError, match="no assessment `nowhere`"):
            ask()


def test_a_voice_gets_the_next_id_and_never_that_of_one_erased(store, assessment_id):
    assert store.add_voice(assessment_id) == "v3"
    store.erase_voice(assessment_id, "v3")
    assert store.add_voice(assessment_id) == "v4"


def test_an_erased_voice_leaves_no_row_behind(store, assessment_id, asked, save):
    save(1, voice="v1")
    save(2, voice="v2")
    store.erase_voice(assessment_id, "v2")
    assert [voice.id for voice in store.assessment(assessment_id).voices] == ["v1"]
    assert {change.voice for change in store.history(assessment_id, indicator=asked[0])} == {"v1"}
    assert store.assessment_summary(assessment_id).answered == 1


def test_a_perspective_can_be_said_later_and_must_be_one_of_the_rubrics(store, assessment_id):
    store.change_voice(assessment_id, "v1", "young-person", paper=True)
    voice = store.present_voices(assessment_id)[0]
    assert (voice.perspective, voice.paper) == ("young-person", True)
    with pytest.raises(DoesNotFitError, match="resident"):
        store.change_voice(assessment_id, "v1", "somebody-else")


def test_a_voice_on_paper_stays_so_when_its_perspective_is_changed(store, assessment_id):
    store.change_voice(assessment_id, "v1", None, paper=True)
    store.change_voice(assessment_id, "v1", "resident")
    assert store.present_voices(assessment_id)[0].paper


def test_a_sheet_is_kept_whole_or_not_at_all(store, assessment_id, asked):
    stands = Standpoint(perspective="resident", paper=True)
    with pytest.raises(DoesNotFitError):
        store.save_sheet(
            assessment_id, None, stands, {asked[0]: Answer(level=1), "no-such-thing": Answer(level=1)}, "a test"
        )
    before = store.sequence(assessment_id)
    id_ = store.save_sheet(assessment_id, None, stands, {asked[0]: Answer(level=1), asked[1]: None}, "a test")
    voice = next(one for one in store.assessment(assessment_id).voices if one.id == id_)
    assert (voice.paper, voice.perspective, voice.answers) == (True, "resident", {asked[0]: Answer(level=1)})
    after = store.sequence(assessment_id)
    assert after > before
    assert store.save_sheet(assessment_id, id_, stands, {asked[0]: Answer(level=1)}, "a test") == id_
    assert store.sequence(assessment_id) == after


def test_what_the_group_agreed_stands_beside_the_voices_answers(store, assessment_id, asked, save):
    save(1)
    agreed = Agreed(not_agreed="the young people were not there", minority="two of us say 3")
    store.save_agreed(assessment_id, asked[0], agreed, "a test")
    kept = store.assessment(assessment_id)
    assert kept.agreed == {asked[0]: agreed}
    assert kept.voices[0].answers[asked[0]].level == 1
    store.save_agreed(assessment_id, asked[0], None, "a test")
    assert store.assessment(assessment_id).agreed == {}


def test_actions_keep_their_place_when_they_are_changed(store, assessment_id, asked):
    first = store.add_action(assessment_id, Action(what="ask about the hall", when="2027-01"), "a test")
    second = store.add_action(assessment_id, Action(what="a bench", indicator=asked[0]), "a test")
    store.change_action(assessment_id, first, Action(what="book the hall", who="Sam"), "a test")
    assert list(store.actions(assessment_id)) == [first, second]
    assert [action.what for action in store.assessment(assessment_id).actions] == ["book the hall", "a bench"]


def test_an_action_taken_out_is_gone_and_cannot_be_changed(store, assessment_id):
    action = store.add_action(assessment_id, Action(what="a bench"), "a test")
    store.remove_action(assessment_id, action, "a test")
    assert store.actions(assessment_id) == {}
    with pytest.raises(NotHereError, match=f"no action {action}"):
        store.change_action(assessment_id, action, Action(what="two benches"), "a test")


def test_an_action_for_an_unknown_indicator_is_refused(store, assessment_id):
    with pytest.raises(DoesNotFitError, match="not asked"):
        store.add_action(assessment_id, Action(what="a bench", indicator="no-such-thing"), "a test")


def test_two_screens_that_change_different_parts_of_an_answer_lose_nothing_of_each_other(store, assessment_id, asked):
    store.change_answer(assessment_id, "v1", asked[0], {"level": 2, "no_answer": None}, "one screen")
    store.change_answer(assessment_id, "v1", asked[0], {"story": "The hall, most nights"}, "another")
    assert store.assessment(assessment_id).voices[0].answers[asked[0]] == Answer(level=2, story="The hall, most nights")
    store.change_answer(assessment_id, "v1", asked[0], {"level": None, "no_answer": "dont_know"}, "one screen")
    assert store.assessment(assessment_id).voices[0].answers[asked[0]] == Answer(
        no_answer="dont_know", story="The hall, most nights"
    )


def test_an_answer_whose_last_part_is_taken_away_is_withdrawn(store, assessment_id, asked):
    store.change_answer(assessment_id, "v1", asked[0], {"story": "The hall"}, "a screen")
    store.change_answer(assessment_id, "v1", asked[0], {"story": None}, "a screen")
    assert store.present_voices(assessment_id)[0].answers.get(asked[0]) is None


def test_who_joined_and_said_nothing_is_in_no_count_no_list_no_file_and_no_history(store, assessment_id, save):
    save(1)
    before = store.history(assessment_id), store.assessment(assessment_id), store.assessment_summary(assessment_id)

    joined = [store.add_voice(assessment_id) for _ in range(3)]

    assert store.history(assessment_id) == before[0]
    assert store.assessment(assessment_id) == before[1]
    assert store.assessment_summary(assessment_id).voices == before[2].voices == 1
    assert [voice.id for voice in store.present_voices(assessment_id)][-3:] == joined


def test_a_person_counts_from_the_first_story_on_and_not_once_it_is_taken_back(store, assessment_id, asked, save):
    save(1)
    late = store.add_voice(assessment_id, perspective="resident")
    store.save_answer(assessment_id, late, asked[0], Answer(story="We meet there."), "screen")
    assert (summary := store.assessment_summary(assessment_id)).voices == 2
    assert summary.answered == 1, "a story without a level is no answer"
    assert late in {change.voice for change in store.history(assessment_id) if change.kind == "perspective"}

    store.save_answer(assessment_id, late, asked[0], None, "screen")

    assert store.assessment_summary(assessment_id).voices == 1
    assert late not in as_yaml(store.assessment(assessment_id))


def test_a_voice_taken_out_is_nowhere_but_in_history_and_comes_back_by_undo(store, assessment_id, save):
    save(1)
    save(3, voice="v2")
    whole = store.assessment(assessment_id)

    store.remove_voice(assessment_id, "v2", "screen")

    assert [voice.id for voice in store.assessment(assessment_id).voices] == ["v1"]
    summary = store.assessment_summary(assessment_id)
    assert (summary.voices, summary.answered) == (1, 1)
    newest = store.history(assessment_id)[0]
    assert (newest.kind, newest.voice, newest.by) == ("removal", "v2", "screen")
    with pytest.raises(NotHereError):
        save(4, voice="v2")
    assert store.undo(assessment_id, "screen") == newest
    assert store.assessment(assessment_id) == whole


def test_a_voice_taken_out_is_let_back_in_with_all_it_said(store, assessment_id, save):
    save(3)
    whole = store.assessment(assessment_id)
    store.remove_voice(assessment_id, "v1", "screen")
    assert store.assessment(assessment_id).voices == ()
    store.return_voice(assessment_id, "v1", "screen")
    assert store.assessment(assessment_id) == whole


def test_a_voice_taken_out_can_still_be_erased_and_its_name_is_never_given_again(store, assessment_id, save):
    save(3)
    store.remove_voice(assessment_id, "v1", "screen")
    assert store.add_voice(assessment_id) not in ("v1", None)
    store.erase_voice(assessment_id, "v1")
    assert "v1" not in {change.voice for change in store.history(assessment_id)}
