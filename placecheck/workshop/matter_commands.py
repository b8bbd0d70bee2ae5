"""What the facilitator can do with votes on matters. Each command returns an event, or refuses if not possible now."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop.events import MatterHeldBack, MattersAsked, MatterShown, MatterVoteChanged
from placecheck.workshop.facilitator_commands import NotNowError, refuse_open
from placecheck.workshop.model import AskedMatter, MatterVote, NamedLevel, Workshop
from placecheck.workshop.visibility import shown_matters, vote_on_matter


def ask_matters(
    workshop: Workshop, asks: Sequence[AskedMatter], levels: Sequence[NamedLevel], prompts: Sequence[str] = ()
) -> MattersAsked:
    """Ask the room where each of `asks` is best decided, of `levels` from near to far.

    Raises:
        NotNowError: The workshop has ended, something is open, nothing is chosen, or a matter was asked before.
    """
    refuse_open(workshop)
    if not asks:
        raise NotNowError(say(w.CHOOSE_MATTER))
    for asked in asks:
        if vote_on_matter(workshop, asked.id):
            raise NotNowError(say(w.MATTER_ASKED_BEFORE, name=asked.name))
    return MattersAsked(asks=tuple(asks), levels=tuple(levels), think=tuple(prompts))


def close_matters(workshop: Workshop) -> MatterVoteChanged:
    """Take no more answers on matters.

    Raises:
        NotNowError: No matter is open.
    """
    if workshop.open_matters is None:
        raise NotNowError(say(w.NONE_OPEN))
    return MatterVoteChanged(number=workshop.open_matters.number, state="closed")


def reopen_matters(workshop: Workshop, number: int) -> MatterVoteChanged:
    """Reopen a vote on matters whose results nobody has seen.

    Raises:
        NotNowError: The workshop has ended, something is open, or the room has seen the vote.
    """
    refuse_open(workshop)
    if _vote(workshop, number).state != "closed":
        raise NotNowError(say(w.MATTERS_SEEN))
    return MatterVoteChanged(number=number, state="open")


def reveal_matters(workshop: Workshop, number: int) -> MatterVoteChanged:
    """Let the room see where people put these matters, all but what is held back.

    Raises:
        NotNowError: The vote is open, or there is none of this number.
    """
    if _vote(workshop, number).state == "open":
        raise NotNowError(say(w.CLOSE_FIRST))
    return MatterVoteChanged(number=number, state="revealed")


def hold_back_matter(workshop: Workshop, matter: str) -> MatterHeldBack:
    """Hold the answers on a matter back from the room for now.

    Raises:
        NotNowError: The matter was not asked, or was discarded for good.
    """
    _refuse_unasked_or_withdrawn(workshop, matter)
    return MatterHeldBack(matter=matter, held="for_now")


def release_matter(workshop: Workshop, matter: str) -> MatterHeldBack:
    """Stop holding a matter back.

    Raises:
        NotNowError: The matter was not asked, or was discarded for good.
    """
    _refuse_unasked_or_withdrawn(workshop, matter)
    return MatterHeldBack(matter=matter, held="no")


def withdraw_matter(workshop: Workshop, matter: str) -> MatterHeldBack:
    """Discard for good a matter that is held back.

    Raises:
        NotNowError: The matter is not held back.
    """
    if matter not in workshop.held_back_matters:
        raise NotNowError(say(w.NOT_HELD_BACK))
    return MatterHeldBack(matter=matter, held="for_good")


def show_matter(workshop: Workshop, matter: str) -> MatterShown:
    """Show on the big screen where people put a matter that may be seen.

    Raises:
        NotNowError: The room has not seen it.
    """
    if not any(asked.id == matter for asked in shown_matters(workshop)):
        raise NotNowError(say(w.MATTER_NOT_SHOWN))
    return MatterShown(matter=matter)


def _refuse_unasked_or_withdrawn(workshop: Workshop, matter: str) -> None:
    if vote_on_matter(workshop, matter) is None:
        raise NotNowError(say(w.MATTER_NOT_ASKED))
    if matter in workshop.withdrawn_matters:
        raise NotNowError(say(w.GONE_FOR_GOOD))


def _vote(workshop: Workshop, number: int) -> MatterVote:
    if not 1 <= number <= len(workshop.matter_votes):
        raise NotNowError(say(w.NO_VOTE, number=number))
    return workshop.matter_votes[number - 1]
