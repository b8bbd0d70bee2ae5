"""What a facilitator may do when, and what the room may see then."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.workshop import NotNowError, Workshop, hidden, moves, open_to, shown
from placecheck.workshop.events import applied, read_event
from placecheck.workshop.rules import shown_again, waiting

ASKED = ("bench", "hall", "bus")
NEW = Workshop()


def after(*steps) -> Workshop:
    """Where a workshop stands after `steps`: each a move and what it is given."""
    workshop = NEW
    for move, *given_ in steps:
        workshop = applied(workshop, move(workshop, *given_))
    return workshop


OPEN = (moves.open_vote, ("bench", "hall"), ASKED)
CLOSE = (moves.close_vote,)
REVEAL = (moves.reveal, 1)
SEEN = (OPEN, CLOSE, REVEAL)


def test_only_what_is_open_takes_answers():
    assert open_to(NEW, "bench") is None
    assert open_to(after(OPEN), "bench").number == 1
    assert open_to(after(OPEN), "bus") is None
    assert open_to(after(OPEN, CLOSE), "bench") is None


def test_a_closed_vote_can_be_opened_once_more_until_it_was_seen():
    assert open_to(after(OPEN, CLOSE, (moves.reopen_vote, 1)), "bench")
    with pytest.raises(NotNowError, match="has seen this round"):
        moves.reopen_vote(after(*SEEN), 1)


def test_nothing_is_shown_before_the_reveal_and_all_of_it_after():
    for stage in ((), (OPEN,), (OPEN, CLOSE)):
        assert shown(after(*stage)) == ()
    assert hidden(after(OPEN, CLOSE)) == {"bench", "hall"}
    assert shown(after(*SEEN)) == ("bench", "hall")
    assert hidden(after(*SEEN)) == frozenset()


def test_what_is_held_back_is_not_shown_until_it_is_let_go():
    held = after(*SEEN, (lambda one: moves.hold_back(one, "hall", held=True),))
    assert shown(held) == ("bench",)
    assert hidden(held) == {"hall"}
    assert shown(applied(held, moves.hold_back(held, "hall", held=False))) == ("bench", "hall")


def test_a_second_vote_is_a_vote_of_its_own_on_one_thing_that_was_seen():
    again = after(*SEEN, (moves.vote_again, "bench"))
    assert (again.votes[1].number, again.votes[1].asks, again.votes[1].again) == (2, ("bench",), True)
    assert again.votes[0].state == "revealed"
    assert open_to(again, "bench").again
    with pytest.raises(NotNowError, match="before you hold a second vote"):
        moves.vote_again(after(OPEN, CLOSE), "bench")


def test_a_second_vote_is_shown_once_it_is_revealed_and_its_thing_is_not_held_back():
    closed = after(*SEEN, (moves.vote_again, "bench"), CLOSE)
    assert shown_again(closed) == ()
    seen = applied(closed, moves.reveal(closed, 2))
    assert [vote.number for vote in shown_again(seen)] == [2]
    assert shown_again(applied(seen, moves.hold_back(seen, "bench", held=True))) == ()


NOT_NOW = {
    "two votes at once": ((OPEN,), (moves.open_vote, ("bus",), ASKED), "Close it first"),
    "a vote on nothing": ((), (moves.open_vote, (), ASKED), "at least one"),
    "a vote on what is not asked here": ((), (moves.open_vote, ("tram",), ASKED), "`tram` is not asked"),
    "a first vote on what was asked before": (SEEN, OPEN, "asked before"),
    "a reveal while answers come in": ((OPEN,), REVEAL, "Close it first"),
    "a reveal of what is not there": ((), REVEAL, "no round 1"),
    "closing nothing": ((), CLOSE, "No round is open"),
    "an end in mid-vote": ((OPEN,), (moves.end,), "Close it first"),
    "a vote after the end": (((moves.end,),), OPEN, "has ended"),
    "a second end": (((moves.end,),), (moves.end,), "has ended"),
    "a timer after the end": (((moves.end,),), (moves.set_timer, None), "has ended"),
}


@pytest.mark.parametrize("case", NOT_NOW)
def test_a_move_that_does_not_fit_now_says_what_comes_first(case):
    before, (move, *given_), words = NOT_NOW[case]
    with pytest.raises(NotNowError, match=words):
        move(after(*before), *given_)


def test_the_timer_the_scribe_the_place_and_the_order_of_the_talk_are_kept():
    at = datetime(2026, 10, 3, 19, tzinfo=UTC)
    held = after(
        (moves.agree_place, "to the ridge", "this year"),
        (moves.set_timer, at),
        (moves.take_note, "we like it", "bench"),
        (moves.take_note, "a good evening"),
        (moves.talk_by, "dont_know"),
    )
    assert (held.boundary, held.period, held.ends_at, held.talk_by) == ("to the ridge", "this year", at, "dont_know")
    assert held.notes == {"bench": "we like it", "": "a good evening"}
    assert applied(held, moves.take_note(held, "", "bench")).notes == {"": "a good evening"}


def test_the_screen_shows_what_was_chosen_until_something_is_opened_closed_shown_or_talked_about():
    chosen = after(*SEEN, (moves.talk_of, "hall"), (moves.show, "passage"))
    assert (chosen.talk_of, chosen.screen) == ("hall", "passage")
    for next_ in ((moves.talk_of, "bench"), (moves.vote_again, "hall"), (moves.end,)):
        move, *given_ = next_
        assert applied(chosen, move(chosen, *given_)).screen == "now"


def test_the_room_talks_of_what_it_votes_on_again():
    assert after(*SEEN, (moves.talk_of, "hall"), (moves.vote_again, "bench")).talk_of == "bench"


def test_notes_the_timer_and_the_big_screen_leave_phones_as_they_are():
    seen = after(*SEEN)
    quiet = ((moves.take_note, "few"), (moves.set_timer, None), (moves.talk_of, "hall"), (moves.show, "code"))
    assert after(*SEEN, *quiet).turns == seen.turns
    assert applied(seen, moves.hold_back(seen, "hall", held=True)).turns == seen.turns + 1


def test_people_wait_while_nothing_is_open_and_no_longer_once_it_ended():
    assert waiting(NEW)
    assert not waiting(after(OPEN))
    assert not waiting(after((moves.end,)))


MOVES = st.sampled_from(
    [
        lambda one: moves.open_vote(one, ("bench", "hall"), ASKED),
        lambda one: moves.open_vote(one, ("bus",), ASKED),
        moves.close_vote,
        lambda one: moves.reveal(one, 1),
        lambda one: moves.reveal(one, 2),
        lambda one: moves.reopen_vote(one, 1),
        lambda one: moves.vote_again(one, "bench"),
        lambda one: moves.hold_back(one, "hall", held=True),
        lambda one: moves.hold_back(one, "hall", held=False),
        lambda one: moves.talk_of(one, "hall"),
        lambda one: moves.show(one, "passage"),
        moves.end,
    ]
)


@given(st.lists(MOVES, max_size=25))
def test_whatever_is_done_in_whatever_order_no_answer_that_can_change_is_ever_shown(steps):
    workshop = NEW
    for move in steps:
        try:
            event = move(workshop)
        except NotNowError:
            continue
        assert read_event.validate_json(event.model_dump_json()) == event
        workshop = applied(workshop, event)
        first = [vote for vote in workshop.votes if not vote.again]
        assert sum(vote.state == "open" for vote in workshop.votes) <= 1
        assert not {id_ for vote in first if vote.state != "revealed" for id_ in vote.asks} & set(shown(workshop))
        assert not workshop.held_back & set(shown(workshop))
        assert set(shown(workshop)) | hidden(workshop) == {id_ for vote in workshop.votes for id_ in vote.asks}
