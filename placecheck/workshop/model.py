"""The state of a workshop, as frozen values."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from placecheck.source.fields import Frozen, Line, Slug, Story, Text, Whole, YesNo

State = Literal["open", "closed", "revealed", "cancelled"]
"""How far a vote is; only a second vote is ever cancelled."""
DiscussionOrder = Literal["spread", "dont_know"]
"""What is discussed first: where voices are furthest apart, or where most do not know. Never the level."""
Scene = Literal["now", "welcome", "overview", "passage", "stories", "agreed", "steps", "code", "read-back", "matters"]
"""What the big screen shows: where the workshop is ("now"), or something else for a while."""


class Vote(Frozen):
    """A question round: `asks` names its indicators. `is_second`: a second vote, which leaves the first as it was."""

    number: Annotated[Whole, Field(ge=1)]
    asks: tuple[Slug, ...]
    is_second: YesNo = False
    state: State = "open"


class AskedMatter(Frozen):
    """A matter that a workshop asks about, in the words that its card of the place had then."""

    id: Slug
    name: Line
    about: Text | None = None


class NamedLevel(Frozen):
    """A level at which things are decided, as it is called in this place's nation."""

    id: Slug
    name: Line


class MatterVote(Frozen):
    """Several matters that are asked together, and the levels at which each could be decided.

    `levels` go from near to far. `prompts` are questions to think about before choosing. All of it stays as it was
    when it was asked, even if a card changes later.
    """

    number: Annotated[Whole, Field(ge=1)]
    asks: Annotated[tuple[AskedMatter, ...], Field(min_length=1)]
    levels: Annotated[tuple[NamedLevel, ...], Field(min_length=2)]
    prompts: tuple[Line, ...] = ()
    state: State = "open"


class ScribeNote(Frozen):
    """A note of the scribe's, on the indicator `about`; empty: on the workshop as a whole."""

    about: str = ""
    words: Story


class Workshop(Frozen):
    """One workshop of one assessment.

    `held_back` are indicators that the facilitator holds back from the room for now, `withdrawn` those that
    nobody is ever shown. `ends_at` is the time (aware) at which the timer runs out. `notes` are the scribe's, in
    the order they were written. `read_back_fingerprint` is that of the words that the room read together and
    confirmed to name nobody. `discussion_topic` is the indicator that the room discusses; None: the first in
    `discussion_order`. `chosen_stories` are the fingerprints of the stories that somebody read and chose for the
    room, `shown_story` the one that is shown large. `version` counts the changes that matter to participants. While
    `joining_closed` nobody else is let in; `allows_phone_sharing` lets several people answer on one phone, one by
    one. `matter_votes` ask where matters are best decided; `held_back_matters`, `withdrawn_matters` and
    `shown_matter` are to them what `held_back`, `withdrawn` and `discussion_topic` are to indicators.
    """

    boundary: Story | None = None
    period: Line | None = None
    votes: tuple[Vote, ...] = ()
    held_back: frozenset[Slug] = frozenset()
    withdrawn: frozenset[Slug] = frozenset()
    discussion_order: DiscussionOrder = "spread"
    discussion_topic: Slug | None = None
    chosen_stories: tuple[str, ...] = ()
    shown_story: str | None = None
    scene: Scene = "now"
    ends_at: datetime | None = None
    read_back_fingerprint: str | None = None
    notes: tuple[ScribeNote, ...] = ()
    joining_closed: YesNo = False
    allows_phone_sharing: YesNo = False
    matter_votes: tuple[MatterVote, ...] = ()
    held_back_matters: frozenset[Slug] = frozenset()
    withdrawn_matters: frozenset[Slug] = frozenset()
    shown_matter: Slug | None = None
    ended: YesNo = False
    version: Whole = 0

    @property
    def open_vote(self) -> Vote | None:
        """Return the vote that takes answers now, of which there is at most one."""
        return next((vote for vote in self.votes if vote.state == "open"), None)

    @property
    def open_matters(self) -> MatterVote | None:
        """Return the matters that phones are asked about now, of which there is at most one vote."""
        return next((vote for vote in self.matter_votes if vote.state == "open"), None)

    @property
    def last_vote(self) -> Vote | None:
        """Return the vote that was begun last, ignoring those that were cancelled."""
        return next((vote for vote in reversed(self.votes) if vote.state != "cancelled"), None)

    def vote(self, number: int) -> Vote | None:
        """Return the vote of this number, from 1."""
        return self.votes[number - 1] if 1 <= number <= len(self.votes) else None

    def notes_on(self, about: str) -> tuple[str, ...]:
        """Return the scribe's notes on one indicator, or with `""` on the whole, in the order they were written."""
        return tuple(note.words for note in self.notes if note.about == about)
