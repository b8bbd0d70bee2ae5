"""What a facilitator may do when, and what the room may see then."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.workshop import (
    NotNowError,
    ScribeNote,
    Workshop,
    current_vote_on,
    hidden_indicators,
    screen_commands,
    shown_indicators,
    unrevealed_indicators,
)
from placecheck.workshop import facilitator_commands as commands
from placecheck.workshop.events import NoteStruck, NoteTaken, event_adapter
from placecheck.workshop.replay import apply_event
from placecheck.workshop.replay import replay_events as replay
from placecheck.workshop.visibility import first_vote, shown_second_votes

ASKED = ("bench", "hall", "bus")
NEW = Workshop()


def after(*steps) -> Workshop:
    """Where a workshop stands after `steps`: each a command and what it is given."""
    workshop = NEW
    for command, *given_ in steps:
        workshop = apply_event(workshop, command(workshop, *given_))
    return workshop


OPEN = (commands.open_vote, ("bench", "hall"), ASKED)
CLOSE = (commands.close_vote,)
REVEAL = (commands.reveal, 1)
SEEN = (OPEN, CLOSE, REVEAL)


def test_only_what_is_open_takes_answers():
    assert current_vote_on(NEW, "bench") is None
    assert current_vote_on(after(OPEN), "bench").number == 1
    assert current_vote_on(after(OPEN), "bus") is None
    assert current_vote_on(after(OPEN, CLOSE), "bench") is None


def test_a_closed_vote_can_be_opened_once_more_until_it_was_seen():
    assert current_vote_on(after(OPEN, CLOSE, (commands.reopen_vote, 1)), "bench")
    with pytest.raises(NotNowError, match="has seen this question round"):
        commands.reopen_vote(after(*SEEN), 1)


def test_nothing_is_shown_before_the_reveal_and_all_of_it_after():
    for stage in ((), (OPEN,), (OPEN, CLOSE)):
        assert shown_indicators(after(*stage)) == ()
    assert hidden_indicators(after(OPEN, CLOSE)) == {"bench", "hall"}
    assert shown_indicators(after(*SEEN)) == ("bench", "hall")
    assert hidden_indicators(after(*SEEN)) == frozenset()


def test_what_is_held_back_is_not_shown_until_it_is_let_go():
    held = after(*SEEN, (commands.hold_back, "hall"))
    assert shown_indicators(held) == ("bench",)
    assert hidden_indicators(held) == {"hall"}
    assert shown_indicators(apply_event(held, commands.release(held, "hall"))) == ("bench", "hall")


def test_a_second_vote_is_a_vote_of_its_own_on_one_thing_that_was_seen():
    again = after(*SEEN, (commands.vote_again, "bench"))
    assert (again.votes[1].number, again.votes[1].asks, again.votes[1].is_second) == (2, ("bench",), True)
    assert again.votes[0].state == "revealed"
    assert current_vote_on(again, "bench").is_second
    with pytest.raises(NotNowError, match="before you hold a second vote"):
        commands.vote_again(after(OPEN, CLOSE), "bench")


def test_a_second_vote_is_shown_once_it_is_revealed_and_its_thing_is_not_held_back():
    closed = after(*SEEN, (commands.vote_again, "bench"), CLOSE)
    assert shown_second_votes(closed) == ()
    seen = apply_event(closed, commands.reveal(closed, 2))
    assert [vote.number for vote in shown_second_votes(seen)] == [2]
    assert shown_second_votes(apply_event(seen, commands.hold_back(seen, "bench"))) == ()


NOT_NOW = {
    "two votes at once": ((OPEN,), (commands.open_vote, ("bus",), ASKED), "Close it first"),
    "a vote on nothing": ((), (commands.open_vote, (), ASKED), "at least one"),
    "a vote on what is not asked here": ((), (commands.open_vote, ("tram",), ASKED), "`tram` is not asked"),
    "a first vote on what was asked before": (SEEN, OPEN, "`bench`.*asked before"),
    "a reveal while answers come in": ((OPEN,), REVEAL, "Close it first"),
    "a reveal of what is not there": ((), REVEAL, "no question round 1"),
    "closing nothing": ((), CLOSE, "No question round is open"),
    "an end in mid-vote": ((OPEN,), (commands.end,), "Close it first"),
    "a vote after the end": (((commands.end,),), OPEN, "has ended"),
    "opening again a vote that was cancelled": (
        (*SEEN, (commands.vote_again, "bench"), (commands.cancel_second_vote,)),
        (commands.reopen_vote, 2),
        "no question round 2",
    ),
    "opening again what was seen": (SEEN, (commands.reopen_vote, 1), "Hold a second vote"),
    "talk of what was not seen": ((OPEN,), (screen_commands.set_discussion_topic, "bench"), "`bench`"),
    "holding back what was not asked": ((), (commands.hold_back, "hall"), "`hall`"),
    "an empty note": ((), (commands.add_note, " "), "Nothing is written"),
    "a second end": (((commands.end,),), (commands.end,), "has ended"),
    "a timer after the end": (((commands.end,),), (commands.set_timer, None), "has ended"),
}


@pytest.mark.parametrize("case", NOT_NOW)
def test_a_command_that_does_not_fit_now_says_what_comes_first(case):
    before, (command, *given_), words = NOT_NOW[case]
    with pytest.raises(NotNowError, match=words):
        command(after(*before), *given_)


def test_the_timer_the_scribe_the_place_and_the_order_of_the_talk_are_kept():
    at = datetime(2026, 10, 3, 19, tzinfo=UTC)
    held = after(
        (commands.agree_place, "to the ridge", "this year"),
        (commands.set_timer, at),
        (commands.add_note, "we like it", "bench"),
        (commands.add_note, "a good evening"),
        (screen_commands.set_discussion_order, "dont_know"),
    )
    assert (held.boundary, held.period, held.ends_at, held.discussion_order) == (
        "to the ridge",
        "this year",
        at,
        "dont_know",
    )
    assert (held.notes_on("bench"), held.notes_on("")) == (("we like it",), ("a good evening",))


def test_a_second_note_stands_below_the_first_and_one_can_be_taken_out():
    held = after((commands.add_note, "we like it", "bench"), (commands.add_note, "so do we", "bench"))
    assert held.notes_on("bench") == ("we like it", "so do we")
    assert apply_event(held, commands.strike_note(held, held.notes[0])).notes_on("bench") == ("so do we",)
    for command, given_ in ((commands.add_note, "  "), (commands.strike_note, ScribeNote(words="never written"))):
        with pytest.raises(NotNowError):
            command(held, given_)


def test_the_one_text_that_earlier_releases_kept_is_read_as_a_note():
    events = [NoteTaken(about="bench", words="first"), NoteTaken(about="bench", words="first, and more")]
    assert replay(events).notes == (ScribeNote(about="bench", words="first, and more"),)
    assert replay([*events, NoteTaken(about="bench")]).notes == ()


def test_what_is_held_back_can_be_shown_later_or_let_go_for_good():
    held = after(*SEEN, (commands.hold_back, "hall"))
    assert ("hall" in shown_indicators(held), "hall" in hidden_indicators(held), unrevealed_indicators(held)) == (
        False,
        True,
        frozenset(),
    )
    again = apply_event(held, commands.release(held, "hall"))
    assert "hall" in shown_indicators(again)
    gone = apply_event(held, commands.withdraw(held, "hall"))
    assert ("hall" in shown_indicators(gone), "hall" in hidden_indicators(gone), gone.held_back) == (
        False,
        True,
        frozenset(),
    )
    with pytest.raises(NotNowError, match="for good"):
        commands.release(gone, "hall")
    with pytest.raises(NotNowError, match="held back"):
        commands.withdraw(again, "hall")


def test_a_second_vote_that_is_cancelled_leaves_the_room_where_it_was():
    voting = after(*SEEN, (commands.vote_again, "bench"))
    before = after(*SEEN)
    cancelled = apply_event(voting, commands.cancel_second_vote(voting))
    assert (cancelled.open_vote, cancelled.last_vote) == (None, before.last_vote)
    assert (shown_indicators(cancelled), shown_second_votes(cancelled), hidden_indicators(cancelled)) == (
        shown_indicators(before),
        (),
        hidden_indicators(before),
    )
    with pytest.raises(NotNowError):
        commands.cancel_second_vote(cancelled)
    for command in (commands.reveal, commands.reopen_vote):
        with pytest.raises(NotNowError):
            command(cancelled, 2)
    assert apply_event(cancelled, commands.vote_again(cancelled, "bench")).open_vote.number == 3


def test_only_a_second_vote_that_nobody_has_seen_can_be_cancelled():
    again = (*SEEN, (commands.vote_again, "bench"), CLOSE)
    for steps in ((), (OPEN,), SEEN, (*again, (commands.reveal, 2))):
        with pytest.raises(NotNowError, match="No second vote"):
            commands.cancel_second_vote(after(*steps))
    assert commands.cancel_second_vote(after(*again)).state == "cancelled"


def test_what_was_asked_waits_to_be_seen_until_its_vote_is_revealed():
    assert unrevealed_indicators(after(OPEN)) == unrevealed_indicators(after(OPEN, CLOSE)) == {"bench", "hall"}
    assert unrevealed_indicators(after(*SEEN)) == frozenset()
    assert unrevealed_indicators(after(*SEEN, (commands.vote_again, "bench"))) == frozenset()


def test_a_vote_on_everything_that_was_seen_is_shown_whole():
    everything = after(
        (commands.open_vote, ("bench",), ASKED),
        CLOSE,
        REVEAL,
        (commands.vote_again, "bench"),
        CLOSE,
        (commands.reveal, 2),
    )
    assert [vote.number for vote in shown_second_votes(everything)] == [2]


def test_an_indicator_is_first_asked_where_it_is_asked_and_a_vote_on_more_leaves_the_talk_where_it_was():
    more = after(*SEEN, (screen_commands.set_discussion_topic, "hall"), (commands.open_vote, ("bus",), ASKED))
    assert (first_vote(more, "bus").number, first_vote(more, "bench").number) == (2, 1)
    assert first_vote(more, "tram") is None
    assert more.discussion_topic == "hall"


def test_what_the_room_read_back_is_kept_even_after_the_end():
    ended = after((commands.end,), (commands.confirm_read_back, "f00d"))
    assert ended.read_back_fingerprint == "f00d"


def test_the_end_stops_the_timer():
    assert after((commands.set_timer, datetime(2026, 10, 3, 19, tzinfo=UTC)), (commands.end,)).ends_at is None


def test_a_note_that_is_taken_out_leaves_the_others_as_they_were():
    noted = after(*((commands.add_note, words, "bench") for words in ("first", "second", "third")))
    struck = apply_event(noted, commands.strike_note(noted, noted.notes[1]))
    assert struck.notes_on("bench") == ("first", "third")
    assert apply_event(struck, NoteStruck(note=ScribeNote(about="bench", words="never written"))).notes == struck.notes


def test_joining_is_closed_and_opened_and_a_phone_is_shared_as_the_facilitator_says():
    held = after(
        (partial(commands.set_joining, is_open=False),), (partial(commands.set_phone_sharing, is_shared=True),)
    )
    assert (held.joining_closed, held.allows_phone_sharing) == (True, True)
    assert not apply_event(held, commands.set_joining(held, is_open=True)).joining_closed


def test_the_screen_shows_what_was_chosen_until_something_is_opened_closed_shown_or_talked_about():
    chosen = after(*SEEN, (screen_commands.set_discussion_topic, "hall"), (screen_commands.show_on_screen, "passage"))
    assert (chosen.discussion_topic, chosen.scene) == ("hall", "passage")
    for next_ in ((screen_commands.set_discussion_topic, "bench"), (commands.vote_again, "hall"), (commands.end,)):
        command, *given_ = next_
        assert apply_event(chosen, command(chosen, *given_)).scene == "now"


def test_the_room_sees_all_of_it_before_it_talks_about_one_thing_and_after_a_second_vote_that_thing():
    assert after(*SEEN).scene == "overview"
    assert after(*SEEN, (commands.vote_again, "bench"), (commands.close_vote,), (commands.reveal, 2)).scene == "now"


def test_only_a_story_that_somebody_chose_is_shown_large_and_no_longer_once_that_is_taken_back():
    seen = after(*SEEN)
    with pytest.raises(NotNowError, match="chosen"):
        screen_commands.show_story(seen, "f00d")
    chosen = apply_event(seen, screen_commands.choose_story(seen, "f00d", chosen=True))
    large = apply_event(chosen, screen_commands.show_story(chosen, "f00d"))
    assert (large.chosen_stories, large.shown_story, large.scene) == (("f00d",), "f00d", "stories")
    assert apply_event(large, screen_commands.choose_story(large, "f00d", chosen=False)).chosen_stories == ()


def test_the_room_talks_of_what_it_votes_on_again():
    assert (
        after(*SEEN, (screen_commands.set_discussion_topic, "hall"), (commands.vote_again, "bench")).discussion_topic
        == "bench"
    )


def test_notes_the_timer_and_the_big_screen_leave_phones_as_they_are():
    seen = after(*SEEN)
    quiet = (
        (commands.add_note, "few"),
        (commands.set_timer, None),
        (screen_commands.set_discussion_topic, "hall"),
        (screen_commands.show_on_screen, "code"),
    )
    assert after(*SEEN, *quiet).version == seen.version
    assert apply_event(seen, commands.hold_back(seen, "hall")).version == seen.version + 1


COMMANDS = st.sampled_from(
    [
        lambda one: commands.open_vote(one, ("bench", "hall"), ASKED),
        lambda one: commands.open_vote(one, ("bus",), ASKED),
        commands.close_vote,
        lambda one: commands.reveal(one, 1),
        lambda one: commands.reveal(one, 2),
        lambda one: commands.reopen_vote(one, 1),
        lambda one: commands.vote_again(one, "bench"),
        lambda one: commands.hold_back(one, "hall"),
        lambda one: commands.release(one, "hall"),
        lambda one: screen_commands.set_discussion_topic(one, "hall"),
        lambda one: screen_commands.show_on_screen(one, "passage"),
        commands.end,
    ]
)


@given(st.lists(COMMANDS, max_size=25))
def test_whatever_is_done_in_whatever_order_no_answer_that_can_change_is_ever_shown(steps):
    workshop = NEW
    for command in steps:
        try:
            event = command(workshop)
        except NotNowError:
            continue
        assert event_adapter.validate_json(event.model_dump_json()) == event
        workshop = apply_event(workshop, event)
        first = [vote for vote in workshop.votes if not vote.is_second]
        assert sum(vote.state == "open" for vote in workshop.votes) <= 1
        assert not {id_ for vote in first if vote.state != "revealed" for id_ in vote.asks} & set(
            shown_indicators(workshop)
        )
        assert not workshop.held_back & set(shown_indicators(workshop))
        assert set(shown_indicators(workshop)) | hidden_indicators(workshop) == {
            id_ for vote in workshop.votes for id_ in vote.asks
        }
