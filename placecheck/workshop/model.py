"""Where a workshop stands, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from placecheck.source.fields import Frozen, Line, Slug, Story, Whole, YesNo

State = Literal["open", "closed", "revealed"]
TalkBy = Literal["spread", "dont_know"]
"""What the talk begins with: where voices are furthest apart, or where most do not know. Never the level."""
Shows = Literal["now", "passage", "code", "read-back"]
"""What the big screen shows: where the workshop is, or for a while something else."""


class Vote(Frozen):
    """One round of answering: `asks` names its indicators. `again` is a second vote, which leaves the first alone."""

    number: Annotated[Whole, Field(ge=1)]
    asks: tuple[Slug, ...]
    again: YesNo = False
    state: State = "open"


class Workshop(Frozen):
    """One workshop of one assessment. `held_back` are indicators that the facilitator keeps from the room for now.

    `ends_at` is the moment (aware) at which the timer runs out. `notes` are the scribe's, by indicator; under `""`
    those about the whole. `read_back` marks the words that the room read together and said name nobody. `talk_of` is
    what the room talks about; None: what the talk begins with. `turns` counts what changed for who takes part.
    """

    boundary: Story | None = None
    period: Line | None = None
    votes: tuple[Vote, ...] = ()
    held_back: frozenset[Slug] = frozenset()
    talk_by: TalkBy = "spread"
    talk_of: Slug | None = None
    screen: Shows = "now"
    ends_at: datetime | None = None
    read_back: str | None = None
    notes: Mapping[str, Story] = Field(default_factory=dict)
    ended: YesNo = False
    turns: Whole = 0

    @property
    def open_vote(self) -> Vote | None:
        """The vote that takes answers now: one at most."""
        return next((vote for vote in self.votes if vote.state == "open"), None)

    @property
    def last_vote(self) -> Vote | None:
        """The vote that was begun last."""
        return self.votes[-1] if self.votes else None

    def vote(self, number: int) -> Vote | None:
        """The vote of this number, from 1."""
        return self.votes[number - 1] if 1 <= number <= len(self.votes) else None
