"""What the facilitator may do now. Each move gives the event that it leads to, or says why it does not fit now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from placecheck.errors import PlacecheckError
from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop.events import (
    Ended,
    HeldBack,
    NoteTaken,
    PlaceAgreed,
    ReadBack,
    ScreenTurned,
    TalkOrdered,
    TalkTurned,
    TimerSet,
    VoteBegun,
    VoteTurned,
)
from placecheck.workshop.model import Shows, TalkBy, Vote, Workshop
from placecheck.workshop.rules import first_vote, shown


class NotNowError(PlacecheckError):
    """The workshop is not at a point where this can be done; the text says what comes first."""


def agree_place(workshop: Workshop, boundary: str | None, period: str | None) -> PlaceAgreed:
    """Record what place and which months are meant. Raises NotNowError."""
    _not_ended(workshop)
    return PlaceAgreed(boundary=boundary or None, period=period or None)


def open_vote(workshop: Workshop, asks: Sequence[str], known: Collection[str]) -> VoteBegun:
    """Begin a first vote on `asks`, of which `known` holds all that this assessment can ask. Raises NotNowError."""
    _none_open(workshop)
    if not asks:
        raise NotNowError(say(w.ASK_SOMETHING))
    for id_ in asks:
        if id_ not in known:
            raise NotNowError(say(w.NOT_ASKED_HERE, id=id_))
        if first_vote(workshop, id_):
            raise NotNowError(say(w.ASKED_BEFORE, id=id_))
    return VoteBegun(asks=tuple(dict.fromkeys(asks)))


def vote_again(workshop: Workshop, indicator: str) -> VoteBegun:
    """Begin a second vote on one indicator that the room has seen. Raises NotNowError."""
    _none_open(workshop)
    if indicator not in shown(workshop):
        raise NotNowError(say(w.SEE_FIRST))
    return VoteBegun(asks=(indicator,), again=True)


def close_vote(workshop: Workshop) -> VoteTurned:
    """Take no more answers. Raises NotNowError."""
    if workshop.open_vote is None:
        raise NotNowError(say(w.NONE_OPEN))
    return VoteTurned(number=workshop.open_vote.number, state="closed")


def reopen_vote(workshop: Workshop, number: int) -> VoteTurned:
    """Take answers once more in a vote that nobody has seen the results of. Raises NotNowError."""
    _none_open(workshop)
    if _vote(workshop, number).state == "revealed":
        raise NotNowError(say(w.SEEN_ALREADY))
    return VoteTurned(number=number, state="open")


def reveal(workshop: Workshop, number: int) -> VoteTurned:
    """Let the room see what was answered, all but what is held back. Raises NotNowError."""
    if _vote(workshop, number).state == "open":
        raise NotNowError(say(w.CLOSE_FIRST))
    return VoteTurned(number=number, state="revealed")


def hold_back(workshop: Workshop, indicator: str, *, held: bool) -> HeldBack:
    """Keep an indicator from the room, or let it go. Raises NotNowError."""
    if first_vote(workshop, indicator) is None:
        raise NotNowError(say(w.NOT_ASKED_YET, id=indicator))
    return HeldBack(indicator=indicator, held=held)


def set_timer(workshop: Workshop, ends_at: datetime | None) -> TimerSet:
    """Set the timer to run out at `ends_at` (aware), or stop it. Raises NotNowError."""
    _not_ended(workshop)
    return TimerSet(ends_at=ends_at)


def take_note(_workshop: Workshop, words: str | None, about: str = "") -> NoteTaken:
    """Keep the scribe's words on an indicator or the whole; late words are taken after the end too."""
    return NoteTaken(about=about, words=words or None)


def read_back(_workshop: Workshop, mark: str | None) -> ReadBack:
    """Record that the room read the words with this mark and said that they name nobody; after the end too."""
    return ReadBack(mark=mark)


def talk_by(_workshop: Workshop, by: TalkBy) -> TalkOrdered:
    """Say what the talk begins with."""
    return TalkOrdered(by=by)


def talk_of(workshop: Workshop, indicator: str) -> TalkTurned:
    """Say what the room talks about now, which it has seen. Raises NotNowError."""
    if indicator not in shown(workshop):
        raise NotNowError(say(w.NOT_SHOWN_YET, id=indicator))
    return TalkTurned(indicator=indicator)


def show(_workshop: Workshop, shows: Shows) -> ScreenTurned:
    """Say what the big screen shows; after the end too."""
    return ScreenTurned(shows=shows)


def end(workshop: Workshop) -> Ended:
    """End the workshop for good. Raises NotNowError."""
    _none_open(workshop)
    return Ended()


def _vote(workshop: Workshop, number: int) -> Vote:
    found = workshop.vote(number)
    if found is None:
        raise NotNowError(say(w.NO_VOTE, number=number))
    return found


def _none_open(workshop: Workshop) -> None:
    _not_ended(workshop)
    if workshop.open_vote:
        raise NotNowError(say(w.CLOSE_FIRST))


def _not_ended(workshop: Workshop) -> None:
    if workshop.ended:
        raise NotNowError(say(w.ENDED))
