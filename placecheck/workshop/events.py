"""What can happen in a workshop. Events are appended and never changed; `replay` says what they lead to."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from placecheck.source.fields import Frozen, Line, Slug, Story, Whole, YesNo
from placecheck.workshop.model import AskedMatter, NamedLevel, ScribeNote, Shows, State, TalkBy


class PlaceAgreed(Frozen):
    """The room agreed what place and which months are meant."""

    kind: Literal["place_agreed"] = "place_agreed"
    boundary: Story | None = None
    period: Line | None = None


class VoteBegun(Frozen):
    """A vote began and takes answers."""

    kind: Literal["vote_begun"] = "vote_begun"
    asks: tuple[Slug, ...]
    again: YesNo = False


class VoteChanged(Frozen):
    """A vote closed, opened once more, or was revealed."""

    kind: Literal["vote_turned"] = "vote_turned"
    number: int
    state: State


class HeldBack(Frozen):
    """The facilitator keeps an indicator from the room for now, or does so no longer."""

    kind: Literal["held_back"] = "held_back"
    indicator: Slug
    held: YesNo


class Withdrawn(Frozen):
    """A held-back indicator was discarded for good: nobody is ever shown what was said of it."""

    kind: Literal["withdrawn"] = "withdrawn"
    indicator: Slug


class MattersAsked(Frozen):
    """The room is asked where matters are best decided."""

    kind: Literal["matters_asked"] = "matters_asked"
    asks: tuple[AskedMatter, ...]
    levels: tuple[NamedLevel, ...]
    think: tuple[Line, ...] = ()


class MatterVoteChanged(Frozen):
    """A vote on matters closed, opened once more, or was revealed."""

    kind: Literal["matters_turned"] = "matters_turned"
    number: Whole
    state: State


class MatterHeld(Frozen):
    """The facilitator keeps what was said of a matter from the room for now, for good, or no longer."""

    kind: Literal["matter_held"] = "matter_held"
    matter: Slug
    held: Literal["for_now", "for_good", "no"]


class MatterShown(Frozen):
    """The big screen shows where people put this matter."""

    kind: Literal["matter_turned"] = "matter_turned"
    matter: Slug


class TimerSet(Frozen):
    """A timer was set, or with None stopped."""

    kind: Literal["timer_set"] = "timer_set"
    ends_at: datetime | None = None


class NoteAdded(Frozen):
    """The scribe wrote one more note, on an indicator or (`""`) on the whole."""

    kind: Literal["note_added"] = "note_added"
    about: str = ""
    words: Story
    undoes: Whole | None = None
    """The number of the event that this one takes back, if it does."""


class NoteStruck(Frozen):
    """One note was taken out again, such as one that names somebody."""

    kind: Literal["note_struck"] = "note_struck"
    note: ScribeNote
    undoes: Whole | None = None


class JoiningChanged(Frozen):
    """The workshop was closed or opened to new people."""

    kind: Literal["door_turned"] = "door_turned"
    shut: YesNo


class SharingChanged(Frozen):
    """Several people may answer on one phone, or only one."""

    kind: Literal["sharing_turned"] = "sharing_turned"
    shared: YesNo


class NoteTaken(Frozen):
    """What the scribe has on an indicator from now on, as earlier releases kept it: one text, written over."""

    kind: Literal["note_taken"] = "note_taken"
    about: str = ""
    words: Story | None = None


class ReadBack(Frozen):
    """The room confirmed that the words with this fingerprint name nobody; None: not confirmed any more."""

    kind: Literal["read_back"] = "read_back"
    mark: str | None = None


class TalkOrdered(Frozen):
    """What the talk begins with."""

    kind: Literal["talk_ordered"] = "talk_ordered"
    by: TalkBy


class TalkTopicChosen(Frozen):
    """The room talks about this indicator now."""

    kind: Literal["talk_turned"] = "talk_turned"
    indicator: Slug


class StoryChosen(Frozen):
    """What somebody wrote was read and chosen for the room, or is no longer; known by its fingerprint alone."""

    kind: Literal["story_chosen"] = "story_chosen"
    story: str
    chosen: YesNo


class StoryShown(Frozen):
    """The big screen shows this story large."""

    kind: Literal["story_turned"] = "story_turned"
    story: str


class ScreenChanged(Frozen):
    """The big screen shows this now, until something is opened, closed, shown or talked about next."""

    kind: Literal["screen_turned"] = "screen_turned"
    shows: Shows


class Ended(Frozen):
    """The workshop ended."""

    kind: Literal["ended"] = "ended"


MatterVoteEvent = MattersAsked | MatterVoteChanged | MatterHeld
OtherParticipantEvent = PlaceAgreed | VoteBegun | VoteChanged | HeldBack | Withdrawn | SharingChanged | Ended
ParticipantEvent = OtherParticipantEvent | MatterVoteEvent
"""What changes what people are asked or may see. All else leaves their phones as they are."""
NoteEvent = NoteTaken | NoteAdded | NoteStruck
DiscussionEvent = TalkOrdered | TalkTopicChosen | StoryChosen | StoryShown | ScreenChanged | MatterShown
FacilitatorEvent = TimerSet | NoteEvent | ReadBack | DiscussionEvent | JoiningChanged

Event = Annotated[
    ParticipantEvent | FacilitatorEvent,
    Field(discriminator="kind"),
]

read_event: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads an event from its JSON."""
