"""What can happen in a workshop. Events are appended and never changed; `replay` derives the state from them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from placecheck.source.fields import Frozen, Line, Slug, Story, Whole, YesNo
from placecheck.workshop.model import AskedMatter, DiscussionOrder, NamedLevel, Scene, ScribeNote, State


class PlaceAgreed(Frozen):
    """The room agreed what place and which months are meant."""

    kind: Literal["place_agreed"] = "place_agreed"
    boundary: Story | None = None
    period: Line | None = None


class VoteBegun(Frozen):
    """A vote began, which takes answers from now on."""

    kind: Literal["vote_begun"] = "vote_begun"
    asks: tuple[Slug, ...]
    again: YesNo = False


class VoteChanged(Frozen):
    """A vote closed, opened once more, or was revealed."""

    kind: Literal["vote_turned"] = "vote_turned"
    number: int
    state: State


class HeldBack(Frozen):
    """The facilitator holds an indicator back from the room for now, or no longer does."""

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


class MatterHeldBack(Frozen):
    """The facilitator holds a matter back from the room for now, withdraws it for good, or no longer holds it back."""

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
    """The scribe added a note, on an indicator or (`""`) on the workshop as a whole."""

    kind: Literal["note_added"] = "note_added"
    about: str = ""
    words: Story
    undoes: Whole | None = None
    """The number of the event that this one undoes, if any."""


class NoteStruck(Frozen):
    """A note was deleted, such as one that names somebody."""

    kind: Literal["note_struck"] = "note_struck"
    note: ScribeNote
    undoes: Whole | None = None


class JoiningChanged(Frozen):
    """Joining was closed, or opened again."""

    kind: Literal["door_turned"] = "door_turned"
    shut: YesNo


class SharingChanged(Frozen):
    """Several people may answer on one phone, or only one."""

    kind: Literal["sharing_turned"] = "sharing_turned"
    shared: YesNo


class NoteTaken(Frozen):
    """The scribe's note on an indicator, as earlier releases stored it: one text, which each event replaces."""

    kind: Literal["note_taken"] = "note_taken"
    about: str = ""
    words: Story | None = None


class ReadBack(Frozen):
    """The room confirmed that the words with the fingerprint `mark` name nobody; None: it no longer does."""

    kind: Literal["read_back"] = "read_back"
    mark: str | None = None


class DiscussionOrderSet(Frozen):
    """The order of the discussion was chosen."""

    kind: Literal["talk_ordered"] = "talk_ordered"
    by: DiscussionOrder


class DiscussionTopicSet(Frozen):
    """The room discusses this indicator now."""

    kind: Literal["talk_turned"] = "talk_turned"
    indicator: Slug


class StoryChosen(Frozen):
    """A story, stored as its fingerprint alone, was read and chosen for the room, or no longer is."""

    kind: Literal["story_chosen"] = "story_chosen"
    story: str
    chosen: YesNo


class StoryShown(Frozen):
    """The big screen shows this story large."""

    kind: Literal["story_turned"] = "story_turned"
    story: str


class ScreenChanged(Frozen):
    """The big screen shows this now, until something is opened, closed, shown or discussed next."""

    kind: Literal["screen_turned"] = "screen_turned"
    shows: Scene


class Ended(Frozen):
    """The workshop ended."""

    kind: Literal["ended"] = "ended"


MatterVoteEvent = MattersAsked | MatterVoteChanged | MatterHeldBack
OtherParticipantEvent = PlaceAgreed | VoteBegun | VoteChanged | HeldBack | Withdrawn | SharingChanged | Ended
ParticipantEvent = OtherParticipantEvent | MatterVoteEvent
"""What changes what people are asked or may see. All else leaves their phones as they are."""
NoteEvent = NoteTaken | NoteAdded | NoteStruck
DiscussionEvent = DiscussionOrderSet | DiscussionTopicSet | StoryChosen | StoryShown | ScreenChanged | MatterShown
FacilitatorEvent = TimerSet | NoteEvent | ReadBack | DiscussionEvent | JoiningChanged

Event = Annotated[
    ParticipantEvent | FacilitatorEvent,
    Field(discriminator="kind"),
]

event_adapter: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads an event from its JSON."""
