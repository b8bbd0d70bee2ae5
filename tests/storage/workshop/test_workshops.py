"""A workshop from both sides: what the facilitator does, and what a phone may."""

from __future__ import annotations

import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from placecheck.assessment import Answer, Place
from placecheck.storage import DoesNotFitError, HiddenAnswers, NotHereError
from placecheck.storage.rehearsal import end_rehearsal, let_them_answer, rehearse
from placecheck.storage.values import CORRECTION, Standpoint
from placecheck.workshop import NotNowError, Workshop, codes


@pytest.fixture
def assessment(store, rubric) -> str:
    """A round of many voices, with none yet."""
    place = store.add_place(Place(name="Ore Valley"))
    return store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)


@pytest.fixture
def made(store, assessment):
    """A workshop with nothing open yet."""
    return store.create_workshop(assessment)


@pytest.fixture
def two(store, made, asked):
    """The personal codes of two people, with the first two things open to them."""
    people = [store.join(made.code).code, store.join(made.code, "resident").code]
    store.open_vote(made.id, asked[:2])
    return people


def test_whoever_has_the_join_code_comes_in_as_a_voice_of_their_own(store, made, assessment):
    first, second = store.join(made.code.lower()), store.join(f"{made.code[:3]} {made.code[3:]}", "resident")
    assert store.assessment(assessment).voices == (), "they have said nothing yet"
    voices = store.present_voices(assessment)
    assert [(voice.id, voice.perspective, voice.paper) for voice in voices] == [
        (first.voice_id, None, False),
        (second.voice_id, "resident", False),
    ]
    assert store.participant(first.code).voice_id == first.voice_id


def test_no_personal_code_is_kept_as_it_is(store, made, tmp_path):
    joined = store.join(made.code)
    store.back_up(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert made.code.encode() in everything
    assert joined.code.encode() not in everything


@pytest.mark.parametrize("wrong", ["", "BBBBBB", "x" * 500, "BCDFGH'--"])
@pytest.mark.usefixtures("made")
def test_a_wrong_join_code_lets_nobody_in(store, assessment, wrong):
    with pytest.raises(NotHereError, match="no workshop with this code"):
        store.join(wrong)
    assert store.assessment(assessment).voices == ()


def test_the_join_code_ends_with_the_workshop_and_people_still_see_their_own(store, made, two, asked):
    store.save_own_answer(two[0], asked[0], Answer(level=2))
    store.close_vote(made.id)
    store.end_workshop(made.id)
    with pytest.raises(NotHereError):
        store.join(made.code)
    with pytest.raises(NotNowError, match="closed now"):
        store.save_own_answer(two[0], asked[0], Answer(level=3))
    assert store.own_answers(two[0]).answers == {asked[0]: Answer(level=2)}


def test_an_answer_can_be_changed_and_taken_back_until_the_vote_closes(*, store, made, two, asked, assessment):
    store.save_own_answer(two[0], asked[0], Answer(level=1))
    store.save_own_answer(two[0], asked[0], Answer(level=3, story="the hall"))
    assert store.own_answer(two[0], asked[0]) == Answer(level=3, story="the hall")
    store.save_own_answer(two[0], asked[0], None)
    assert store.own_answer(two[0], asked[0]) is None
    store.save_own_answer(two[0], asked[0], Answer(no_answer="dont_know"))
    store.close_vote(made.id)
    with pytest.raises(NotNowError, match="not saved"):
        store.save_own_answer(two[0], asked[0], Answer(level=0))
    assert store.assessment(assessment).voices[0].answers == {asked[0]: Answer(no_answer="dont_know")}


def test_what_is_not_asked_takes_no_answer(store, two, asked):
    with pytest.raises(NotNowError):
        store.save_own_answer(two[0], asked[2], Answer(level=0))
    with pytest.raises(DoesNotFitError, match="off the ladder"):
        store.save_own_answer(two[0], asked[0], Answer(level=9))


def test_a_person_sees_their_own_answers_and_nobody_elses(store, two, asked):
    store.save_own_answer(two[0], asked[0], Answer(level=4))
    assert store.own_answers(two[1]).answers == {}
    assert store.own_answer(two[1], asked[0]) is None
    with pytest.raises(NotHereError, match="personal code"):
        store.own_answers(codes.new_personal_code())


def test_nobody_sees_a_level_before_the_reveal_and_all_see_the_same_after(store, made, two, asked):
    store.save_own_answer(two[0], asked[0], Answer(level=4))
    store.save_own_answer(two[1], asked[0], Answer(no_answer="dont_know"))
    for see in (lambda: store.revealed_answers(made.id), lambda: store.revealed_answers_for(store.participant(two[1]))):
        assert see().answers == {}
    store.close_vote(made.id)
    assert store.revealed_answers(made.id).answers == {}
    store.hold_back(made.id, asked[1])
    store.reveal(made.id, 1)
    expected = {asked[0]: (Answer(level=4), Answer(no_answer="dont_know"))}
    assert store.revealed_answers(made.id).answers == expected
    assert store.revealed_answers_for(store.participant(two[0])).answers == expected
    store.release(made.id, asked[1])
    assert store.revealed_answers(made.id).answers[asked[1]] == (None, None)


def test_progress_counts_phones_and_paper_alike_and_says_no_level(*, store, made, two, asked, assessment):
    paper = store.add_voice(assessment, paper=True)
    store.save_answer(assessment, paper, asked[0], Answer(level=1), "keyed in")
    store.save_own_answer(two[0], asked[0], Answer(level=4))
    store.save_own_answer(two[0], asked[1], Answer(story="only a story so far"))
    seen = store.progress(made.id)
    assert (seen.voices, seen.paper, seen.answered) == (3, 1, {asked[0]: 2, asked[1]: 0})


def test_a_second_vote_leaves_the_first_answers_as_they_are(*, store, made, two, asked, assessment):
    store.save_own_answer(two[0], asked[0], Answer(level=0))
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.vote_again(made.id, asked[0])
    assert store.own_answer(two[0], asked[0]) is None
    store.save_own_answer(two[0], asked[0], Answer(level=2))
    assert store.progress(made.id).answered == {asked[0]: 1}
    assert store.revealed_answers(made.id).ballots == {}
    store.close_vote(made.id)
    store.reveal(made.id, 2)
    assert store.revealed_answers(made.id).ballots == {2: (Answer(level=2),)}
    assert store.revealed_answers(made.id).answers[asked[0]] == (Answer(level=0),)
    assert store.assessment(assessment).voices[0].answers == {asked[0]: Answer(level=0)}
    own = store.own_answers(two[0])
    assert (own.answers, own.ballots) == ({asked[0]: Answer(level=0)}, {2: Answer(level=2)})


def test_every_move_is_seen_by_whoever_looks_again_and_by_another_process(store, made, asked, where, clock):
    from placecheck.storage import open_store

    other = open_store(where, clock=clock)
    assert other.workshop(made.id).open_vote is None
    store.open_vote(made.id, asked[:1])
    assert other.workshop(made.id).open_vote.asks == (asked[0],)
    other.close_vote(made.id)
    assert store.workshop(made.id).open_vote is None
    other.close()


def test_what_the_facilitator_sets_is_kept(store, made, asked):
    at = datetime(2026, 10, 3, 19, 30, tzinfo=UTC)
    store.agree_place(made.id, "to the ridge", "this summer")
    store.set_timer(made.id, at)
    store.add_note(made.id, "all agreed", asked[0])
    stands = store.set_discussion_order(made.id, "dont_know")
    assert stands == store.workshop(made.id)
    assert (stands.boundary, stands.period, stands.ends_at) == ("to the ridge", "this summer", at)
    assert (stands.notes_on(asked[0]), stands.discussion_order) == (("all agreed",), "dont_know")


def test_what_the_facilitator_shows_on_the_big_screen_and_who_may_come_in_is_kept(store, made, asked):
    store.open_vote(made.id, asked[:2])
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.hold_back(made.id, asked[1])
    store.withdraw(made.id, asked[1])
    store.set_discussion_topic(made.id, asked[0])
    store.choose_story(made.id, "f00d", chosen=True)
    store.choose_story(made.id, "beef", chosen=True)
    store.choose_story(made.id, "beef", chosen=False)
    store.show_story(made.id, "f00d")
    store.show_on_screen(made.id, "stories")
    store.set_joining(made.id, is_open=False)
    current = store.set_phone_sharing(made.id, is_shared=True)
    assert current == store.workshop(made.id)
    assert (current.withdrawn, current.discussion_topic) == ({asked[1]}, asked[0])
    assert (current.chosen_stories, current.shown_story, current.scene) == (("f00d",), "f00d", "stories")
    assert (current.joining_closed, current.allows_phone_sharing) == (True, True)
    with pytest.raises(NotNowError):
        store.show_story(made.id, "beef")


def test_a_move_that_does_not_fit_changes_nothing(store, made, asked):
    with pytest.raises(NotNowError):
        store.reveal(made.id, 1)
    with pytest.raises(NotNowError, match="is not asked in this assessment"):
        store.open_vote(made.id, [asked[0], "no-such-thing"])
    assert store.workshop(made.id) == Workshop()


def test_each_workshop_has_a_join_code_of_its_own_and_is_listed_with_its_place(store, made, rubric):
    place = store.add_place(Place(name="Elsewhere"))
    other = store.create_workshop(
        store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    )
    assert made.code != other.code
    assert [held.id for held in store.workshops(place)] == [other.id]


def test_a_round_answered_as_one_voice_takes_no_phones(store, assessment_id):
    with pytest.raises(DoesNotFitError, match="one group"):
        store.create_workshop(assessment_id)


def test_one_voice_is_erased_by_its_code_and_the_others_stay(store, two, asked, assessment):
    for code in two:
        store.save_own_answer(code, asked[0], Answer(level=1, story="told"))
    store.erase_own_voice(two[0])
    with pytest.raises(NotHereError):
        store.own_answers(two[0])
    assert len(store.assessment(assessment).voices) == 1
    assert store.assessment_summary(assessment).answered == 1
    assert store.own_answers(two[1]).answers


def test_a_round_goes_on_the_day_that_was_said_and_not_before(store, assessment):
    made = store.create_workshop(assessment, delete_on=date(2026, 12, 1))
    person = store.join(made.code)
    assert store.delete_due(date(2026, 11, 30)) == 0
    assert store.participant(person.code).delete_on == date(2026, 12, 1)
    assert store.delete_due(date(2026, 12, 1)) == 1
    for gone in (
        lambda: store.assessment(assessment),
        lambda: store.participant(person.code),
        lambda: store.revealed_answers(made.id),
    ):
        with pytest.raises(NotHereError):
            gone()


def test_a_rehearsal_stands_apart_answers_by_itself_and_goes_without_a_trace(*, store, made, rubric, asked, assessment):
    before = (store.places(), store.assessment(assessment))
    rehearsal = rehearse(store, store.assessment_summary(assessment).place_id, rubric, voices=7)
    store.open_vote(rehearsal.id, asked[:3])
    assert let_them_answer(store, rehearsal.id) == 7
    assert set(store.progress(rehearsal.id).answered.values()) == {7}
    store.close_vote(rehearsal.id)
    store.reveal(rehearsal.id, 1)
    assert all(len(answers) == 7 for answers in store.revealed_answers(rehearsal.id).answers.values())
    assert store.assessment(assessment) == before[1]
    end_rehearsal(store, rehearsal.id)
    assert store.places() == before[0]
    with pytest.raises(NotHereError, match="no rehearsal"):
        end_rehearsal(store, made.id)


def test_no_answer_slips_in_after_the_close_and_none_that_was_confirmed_is_lost(store, made, two, asked):
    people = [*two, *(store.join(made.code).code for _ in range(8))]

    def answer(code: str) -> list[int]:
        kept = []
        for level in (0, 1, 2, 3, 4) * 3:
            try:
                store.save_own_answer(code, asked[0], Answer(level=level))
            except NotNowError:
                return kept
            kept.append(level)
        return kept

    with ThreadPoolExecutor(10) as threads:
        answering = [threads.submit(answer, code) for code in people]
        while store.progress(made.id).answered[asked[0]] < len(people):
            pass
        store.close_vote(made.id)
        at_close = [store.own_answer(code, asked[0]) for code in people]
        confirmed = [one.result()[-1] for one in answering]
    assert [answer.level for answer in at_close] == confirmed


def test_a_round_hides_what_was_asked_until_it_is_shown_and_everything_before_it_begins(store, made, asked):
    round_ = store.workshop_summary(made.id).assessment_id
    assert store.hidden_answers_in(round_) == HiddenAnswers(made.id, frozenset(), has_begun=False, only_held_back=True)
    store.open_vote(made.id, asked[:2])
    assert store.hidden_answers_in(round_).indicators == frozenset(asked[:2])
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    assert store.hidden_answers_in(round_) is None
    store.hold_back(made.id, asked[0])
    assert store.hidden_answers_in(round_).indicators == {asked[0]}


def test_what_the_room_read_together_is_kept_after_the_end_too(store, made):
    store.end_workshop(made.id)
    assert store.confirm_read_back(made.id, "mark").read_back_fingerprint == "mark"
    assert store.confirm_read_back(made.id, None).read_back_fingerprint is None


def test_after_the_end_nobody_changes_what_a_person_said_but_by_a_correction_that_says_so(
    *, store, made, two, asked, assessment
):
    store.save_own_answer(two[0], asked[0], Answer(level=1, story="mine"))
    voice = store.participant(two[0]).voice_id
    answered = store.history(assessment, indicator=asked[0])[0].sequence
    store.save_own_answer(two[0], asked[0], Answer(level=2, story="mine"))
    store.close_vote(made.id)
    store.end_workshop(made.id)
    for change in (
        lambda: store.save_answer(assessment, voice, asked[0], Answer(level=4), "laptop"),
        lambda: store.change_answer(assessment, voice, asked[0], {"level": 4}, "laptop"),
        lambda: store.save_sheet(assessment, voice, Standpoint(), {asked[0]: Answer(level=4)}, "laptop"),
        lambda: store.bring_back(assessment, answered, "laptop"),
        lambda: store.undo(assessment, "laptop", [voice]),
    ):
        with pytest.raises(DoesNotFitError, match="ended"):
            change()
    assert store.own_answers(two[0]).answers[asked[0]].level == 2
    store.save_answer(assessment, voice, asked[0], Answer(level=3, story="mine"), CORRECTION)
    assert store.history(assessment, most=1)[0].by == CORRECTION
    late = store.save_sheet(assessment, None, Standpoint(paper=True), {asked[0]: Answer(level=0)}, "late paper")
    store.save_answer(assessment, late, asked[0], Answer(level=1), "late paper")
