"""What may be answered in a workshop and what the room may see: decided here, whichever page asks."""

from __future__ import annotations

from placecheck.workshop.model import AskedMatter, MatterVote, Vote, Workshop


def open_to(workshop: Workshop, indicator: str) -> Vote | None:
    """Return the vote that takes an answer on `indicator` now; None where none does."""
    vote = workshop.open_vote
    return vote if vote and not workshop.ended and indicator in vote.asks else None


def first_vote(workshop: Workshop, indicator: str) -> Vote | None:
    """Return the vote in which `indicator` was first asked; None where it was not yet."""
    return next((vote for vote in workshop.votes if indicator in vote.asks and not vote.again), None)


def shown_indicators(workshop: Workshop) -> tuple[str, ...]:
    """Return the indicators whose first answers the room may see, revealed and not held back, in vote order."""
    revealed = (vote for vote in workshop.votes if vote.state == "revealed" and not vote.again)
    return tuple(id_ for vote in revealed for id_ in vote.asks if id_ not in kept_back(workshop))


def shown_again(workshop: Workshop) -> tuple[Vote, ...]:
    """Return the second votes whose ballots the room may see."""
    may_see = set(shown_indicators(workshop))
    return tuple(vote for vote in workshop.votes if vote.again and vote.state == "revealed" and may_see >= {*vote.asks})


def kept_back(workshop: Workshop) -> frozenset[str]:
    """Return the indicators that no one may see results of, for now or for good, whatever else is shown."""
    return workshop.held_back | workshop.withdrawn


def pending(workshop: Workshop) -> frozenset[str]:
    """Return the indicators that were asked in a vote that nobody has seen results of yet."""
    return frozenset(id_ for vote in workshop.votes if not vote.again and vote.state != "revealed" for id_ in vote.asks)


def hidden(workshop: Workshop) -> frozenset[str]:
    """Return the asked indicators that no one may see results of yet, the facilitator's screen included."""
    asked_ids = {id_ for vote in workshop.votes for id_ in vote.asks}
    return frozenset(asked_ids - set(shown_indicators(workshop)))


def waiting(workshop: Workshop) -> bool:
    """Return whether people wait: nothing is open, and it has not ended."""
    return not workshop.ended and workshop.open_vote is None and workshop.open_matters is None


def matters_open_to(workshop: Workshop, matter: str) -> MatterVote | None:
    """Return the vote in which people say now where `matter` is best decided; None where none is open."""
    vote = workshop.open_matters
    return vote if vote and not workshop.ended and any(asked.id == matter for asked in vote.asks) else None


def vote_on_matter(workshop: Workshop, matter: str) -> MatterVote | None:
    """Return the vote that asked about `matter`; None where it was not asked yet."""
    return next((vote for vote in workshop.matter_votes if any(asked.id == matter for asked in vote.asks)), None)


def shown_matters(workshop: Workshop) -> tuple[AskedMatter, ...]:
    """Return the matters of which the room may see where people put them: revealed, and not held back."""
    kept_from_room = workshop.held_matters | workshop.withdrawn_matters
    revealed = (vote for vote in workshop.matter_votes if vote.state == "revealed")
    return tuple(asked for vote in revealed for asked in vote.asks if asked.id not in kept_from_room)
