"""Who may answer what, and what the room may see: decided here, whichever page asks."""

from __future__ import annotations

from placecheck.workshop.model import Vote, Workshop


def open_to(workshop: Workshop, indicator: str) -> Vote | None:
    """The vote that takes an answer on `indicator` now; None where none does."""
    vote = workshop.open_vote
    return vote if vote and not workshop.ended and indicator in vote.asks else None


def first_vote(workshop: Workshop, indicator: str) -> Vote | None:
    """The vote in which `indicator` was first asked; None where it was not yet."""
    return next((vote for vote in workshop.votes if indicator in vote.asks and not vote.again), None)


def shown(workshop: Workshop) -> tuple[str, ...]:
    """The indicators whose first answers the room may see: revealed, and not held back. In the order of the votes."""
    revealed = (vote for vote in workshop.votes if vote.state == "revealed" and not vote.again)
    return tuple(id_ for vote in revealed for id_ in vote.asks if id_ not in workshop.held_back)


def shown_again(workshop: Workshop) -> tuple[Vote, ...]:
    """The second votes whose ballots the room may see."""
    may_see = set(shown(workshop))
    return tuple(vote for vote in workshop.votes if vote.again and vote.state == "revealed" and may_see >= {*vote.asks})


def hidden(workshop: Workshop) -> frozenset[str]:
    """The indicators that were asked and that no one may see results of yet, the facilitator's screen included."""
    asked = {id_ for vote in workshop.votes for id_ in vote.asks}
    return frozenset(asked - set(shown(workshop)))


def waiting(workshop: Workshop) -> bool:
    """Whether people wait: nothing is open, and it has not ended."""
    return not workshop.ended and workshop.open_vote is None
