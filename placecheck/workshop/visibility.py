"""What may be answered in a workshop and what the room may see: the one place where every page asks."""

from __future__ import annotations

from placecheck.workshop.model import AskedMatter, MatterVote, Vote, Workshop


def current_vote_on(workshop: Workshop, indicator: str) -> Vote | None:
    """Return the vote that takes answers on `indicator` now, if any."""
    vote = workshop.open_vote
    return vote if vote and not workshop.ended and indicator in vote.asks else None


def first_vote(workshop: Workshop, indicator: str) -> Vote | None:
    """Return the vote in which `indicator` was first asked, if it was."""
    return next((vote for vote in workshop.votes if indicator in vote.asks and not vote.is_second), None)


def shown_indicators(workshop: Workshop) -> tuple[str, ...]:
    """Return the indicators whose first answers the room may see, revealed and not held back, in vote order."""
    revealed = (vote for vote in workshop.votes if vote.state == "revealed" and not vote.is_second)
    return tuple(id_ for vote in revealed for id_ in vote.asks if id_ not in withheld_indicators(workshop))


def shown_second_votes(workshop: Workshop) -> tuple[Vote, ...]:
    """Return the second votes whose ballots the room may see."""
    shown_ids = set(shown_indicators(workshop))
    return tuple(
        vote for vote in workshop.votes if vote.is_second and vote.state == "revealed" and shown_ids >= {*vote.asks}
    )


def withheld_indicators(workshop: Workshop) -> frozenset[str]:
    """Return the indicators whose results are kept from the room, for now (held back) or for good (withdrawn)."""
    return workshop.held_back | workshop.withdrawn


def unrevealed_indicators(workshop: Workshop) -> frozenset[str]:
    """Return the indicators of first votes that are not revealed yet."""
    return frozenset(
        id_ for vote in workshop.votes if not vote.is_second and vote.state != "revealed" for id_ in vote.asks
    )


def hidden_indicators(workshop: Workshop) -> frozenset[str]:
    """Return the asked indicators whose results nobody may see, the facilitator included."""
    asked_ids = {id_ for vote in workshop.votes for id_ in vote.asks}
    return frozenset(asked_ids - set(shown_indicators(workshop)))


def current_vote_on_matter(workshop: Workshop, matter: str) -> MatterVote | None:
    """Return the vote that takes answers on `matter` now, if any."""
    vote = workshop.open_matters
    return vote if vote and not workshop.ended and any(asked.id == matter for asked in vote.asks) else None


def vote_on_matter(workshop: Workshop, matter: str) -> MatterVote | None:
    """Return the vote that asked about `matter`, if one did."""
    return next((vote for vote in workshop.matter_votes if any(asked.id == matter for asked in vote.asks)), None)


def shown_matters(workshop: Workshop) -> tuple[AskedMatter, ...]:
    """Return the matters whose answers the room may see: revealed, and neither held back nor withdrawn."""
    withheld = workshop.held_back_matters | workshop.withdrawn_matters
    revealed = (vote for vote in workshop.matter_votes if vote.state == "revealed")
    return tuple(asked for vote in revealed for asked in vote.asks if asked.id not in withheld)
