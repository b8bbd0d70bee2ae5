"""What the facilitator can do. Each command returns an event, or refuses if it is not possible now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from placecheck.errors import PlacecheckError
from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop import events
from placecheck.workshop.model import ScribeNote, Vote, Workshop
from placecheck.workshop.visibility import first_vote, shown_indicators


class NotNowError(PlacecheckError):
    """The command is not possible in the workshop's present state; the message says what comes first."""


def agree_place(workshop: Workshop, boundary: str | None, period: str | None) -> events.PlaceAgreed:
    """Record which place and which months are meant.

    Raises:
        NotNowError: The workshop has ended.
    """
    refuse_ended(workshop)
    return events.PlaceAgreed(boundary=boundary or None, period=period or None)


def open_vote(workshop: Workshop, asks: Sequence[str], known: Collection[str]) -> events.VoteBegun:
    """Begin a first vote on `asks`, of which `known` holds all that this assessment can ask.

    Raises:
        NotNowError: The workshop has ended, something is open, or one of `asks` is unknown or was asked before.
    """
    refuse_open(workshop)
    if not asks:
        raise NotNowError(say(w.ASK_SOMETHING))
    for id_ in asks:
        if id_ not in known:
            raise NotNowError(say(w.NOT_ASKED_HERE, id=id_))
        if first_vote(workshop, id_):
            raise NotNowError(say(w.ASKED_BEFORE, id=id_))
    return events.VoteBegun(asks=tuple(dict.fromkeys(asks)))


def vote_again(workshop: Workshop, indicator: str) -> events.VoteBegun:
    """Begin a second vote on one indicator that the room has seen.

    Raises:
        NotNowError: The workshop has ended, something is open, or the room has not seen the indicator.
    """
    refuse_open(workshop)
    if indicator not in shown_indicators(workshop):
        raise NotNowError(say(w.SEE_FIRST))
    return events.VoteBegun(asks=(indicator,), again=True)


def close_vote(workshop: Workshop) -> events.VoteChanged:
    """Take no more answers.

    Raises:
        NotNowError: No vote is open.
    """
    if workshop.open_vote is None:
        raise NotNowError(say(w.NONE_OPEN))
    return events.VoteChanged(number=workshop.open_vote.number, state="closed")


def reopen_vote(workshop: Workshop, number: int) -> events.VoteChanged:
    """Reopen a vote whose results nobody has seen.

    Raises:
        NotNowError: The workshop has ended, something is open, or the vote is not closed.
    """
    refuse_open(workshop)
    state = _vote(workshop, number).state
    if state != "closed":
        raise NotNowError(say(w.SEEN_ALREADY if state == "revealed" else w.NO_VOTE, number=number))
    return events.VoteChanged(number=number, state="open")


def reveal(workshop: Workshop, number: int) -> events.VoteChanged:
    """Let the room see what was answered, all but what is held back.

    Raises:
        NotNowError: The vote is open or cancelled, or there is none of this number.
    """
    state = _vote(workshop, number).state
    if state in {"open", "cancelled"}:
        raise NotNowError(say(w.CLOSE_FIRST if state == "open" else w.NO_VOTE, number=number))
    return events.VoteChanged(number=number, state="revealed")


def cancel_second_vote(workshop: Workshop) -> events.VoteChanged:
    """Cancel a second vote that nobody has seen: its ballots count nowhere.

    Raises:
        NotNowError: The last vote is no second vote, or the room has seen it.
    """
    vote = workshop.last_vote
    if vote is None or not vote.is_second or vote.state == "revealed":
        raise NotNowError(say(w.NO_SECOND_VOTE))
    return events.VoteChanged(number=vote.number, state="cancelled")


def hold_back(workshop: Workshop, indicator: str) -> events.HeldBack:
    """Hold an indicator back from the room for now.

    Raises:
        NotNowError: The indicator was not asked, or was discarded for good.
    """
    _refuse_unasked_or_withdrawn(workshop, indicator)
    return events.HeldBack(indicator=indicator, held=True)


def release(workshop: Workshop, indicator: str) -> events.HeldBack:
    """Stop holding an indicator back.

    Raises:
        NotNowError: The indicator was not asked, or was discarded for good.
    """
    _refuse_unasked_or_withdrawn(workshop, indicator)
    return events.HeldBack(indicator=indicator, held=False)


def withdraw(workshop: Workshop, indicator: str) -> events.Withdrawn:
    """Discard for good an indicator that is held back.

    Raises:
        NotNowError: The indicator is not held back.
    """
    if indicator not in workshop.held_back:
        raise NotNowError(say(w.NOT_HELD_BACK))
    return events.Withdrawn(indicator=indicator)


def set_joining(workshop: Workshop, *, is_open: bool) -> events.JoiningChanged:
    """Open the workshop to new people, or close it.

    Raises:
        NotNowError: The workshop has ended.
    """
    refuse_ended(workshop)
    return events.JoiningChanged(shut=not is_open)


def set_phone_sharing(workshop: Workshop, *, is_shared: bool) -> events.SharingChanged:
    """Let several people answer on one phone, one by one, or only one.

    Raises:
        NotNowError: The workshop has ended.
    """
    refuse_ended(workshop)
    return events.SharingChanged(shared=is_shared)


def set_timer(workshop: Workshop, ends_at: datetime | None) -> events.TimerSet:
    """Set the timer to run out at `ends_at` (aware), or stop it.

    Raises:
        NotNowError: The workshop has ended.
    """
    refuse_ended(workshop)
    return events.TimerSet(ends_at=ends_at)


def add_note(_workshop: Workshop, words: str, about: str = "") -> events.NoteAdded:
    """Add a note of the scribe's, on an indicator or on the whole; possible after the end too.

    Raises:
        NotNowError: Nothing is written.
    """
    if not words.strip():
        raise NotNowError(say(w.EMPTY_NOTE))
    return events.NoteAdded(about=about, words=words.strip())


def strike_note(workshop: Workshop, note: ScribeNote) -> events.NoteStruck:
    """Delete a note of the scribe's.

    Raises:
        NotNowError: The note is not there any more.
    """
    if note not in workshop.notes:
        raise NotNowError(say(w.NO_NOTE))
    return events.NoteStruck(note=note)


def confirm_read_back(_workshop: Workshop, fingerprint: str | None) -> events.ReadBack:
    """Record that the room confirmed that the words with this fingerprint name nobody; possible after the end too."""
    return events.ReadBack(mark=fingerprint)


def end(workshop: Workshop) -> events.Ended:
    """End the workshop for good.

    Raises:
        NotNowError: Something is open.
    """
    refuse_open(workshop)
    return events.Ended()


def _refuse_unasked_or_withdrawn(workshop: Workshop, indicator: str) -> None:
    if first_vote(workshop, indicator) is None:
        raise NotNowError(say(w.NOT_ASKED_YET, id=indicator))
    if indicator in workshop.withdrawn:
        raise NotNowError(say(w.GONE_FOR_GOOD))


def _vote(workshop: Workshop, number: int) -> Vote:
    vote = workshop.vote(number)
    if vote is None:
        raise NotNowError(say(w.NO_VOTE, number=number))
    return vote


def refuse_open(workshop: Workshop) -> None:
    """Refuse a command that has to wait until no vote is open.

    Raises:
        NotNowError: The workshop has ended, or a vote is open.
    """
    refuse_ended(workshop)
    if workshop.open_vote or workshop.open_matters:
        raise NotNowError(say(w.CLOSE_FIRST))


def refuse_ended(workshop: Workshop) -> None:
    """Refuse a command that comes after the end.

    Raises:
        NotNowError: The workshop has ended.
    """
    if workshop.ended:
        raise NotNowError(say(w.ENDED))
