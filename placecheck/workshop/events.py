"""What can happen in a workshop. Events are appended and never changed; where it stands is what they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from placecheck.source.fields import Frozen, Line, Slug, Story, YesNo
from placecheck.workshop.model import Shows, State, TalkBy, Vote, Workshop


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


class VoteTurned(Frozen):
    """A vote closed, opened once more, or was revealed."""

    kind: Literal["vote_turned"] = "vote_turned"
    number: int
    state: State


class HeldBack(Frozen):
    """The facilitator keeps an indicator from the room, or lets it go."""

    kind: Literal["held_back"] = "held_back"
    indicator: Slug
    held: YesNo


class TimerSet(Frozen):
    """A timer was set, or with None stopped."""

    kind: Literal["timer_set"] = "timer_set"
    ends_at: datetime | None = None


class NoteTaken(Frozen):
    """What the scribe has on an indicator (`""`: the whole) from now on; None: nothing more."""

    kind: Literal["note_taken"] = "note_taken"
    about: str = ""
    words: Story | None = None


class ReadBack(Frozen):
    """The room read together the words with this mark, and said that they name nobody; None: not so any more."""

    kind: Literal["read_back"] = "read_back"
    mark: str | None = None


class TalkOrdered(Frozen):
    """What the talk begins with."""

    kind: Literal["talk_ordered"] = "talk_ordered"
    by: TalkBy


class TalkTurned(Frozen):
    """The room talks about this indicator now."""

    kind: Literal["talk_turned"] = "talk_turned"
    indicator: Slug


class ScreenTurned(Frozen):
    """The big screen shows this now, until something is opened, closed, shown or talked about next."""

    kind: Literal["screen_turned"] = "screen_turned"
    shows: Shows


class Ended(Frozen):
    """The workshop ended."""

    kind: Literal["ended"] = "ended"


Felt = PlaceAgreed | VoteBegun | VoteTurned | HeldBack | Ended
"""What changes what people are asked or may see. All else leaves their phones as they are."""
Unfelt = TimerSet | NoteTaken | ReadBack | TalkOrdered | TalkTurned | ScreenTurned

Event = Annotated[
    Felt | Unfelt,
    Field(discriminator="kind"),
]

read_event: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads an event from its JSON."""


Change = dict[str, object]


def applied(workshop: Workshop, event: Event) -> Workshop:
    """Where `workshop` stands once `event` happened."""
    if isinstance(event, Felt):
        change = _felt(workshop, event) | {"turns": workshop.turns + 1}
    else:
        change = _unfelt(workshop, event)
    return workshop.model_copy(update=change)


def _felt(workshop: Workshop, event: Felt) -> Change:
    match event:
        case PlaceAgreed():
            return {"boundary": event.boundary, "period": event.period}
        case VoteBegun():
            begun = Vote(number=len(workshop.votes) + 1, asks=event.asks, again=event.again)
            talk_of = event.asks[0] if event.again else workshop.talk_of
            return {"votes": (*workshop.votes, begun), "talk_of": talk_of, "screen": "now"}
        case VoteTurned():
            return {"votes": _turned(workshop.votes, event), "screen": "now"}
        case HeldBack():
            return {"held_back": workshop.held_back - {event.indicator} | ({event.indicator} if event.held else set())}
        case Ended():
            return {"ended": True, "ends_at": None, "screen": "now"}


def _unfelt(workshop: Workshop, event: Unfelt) -> Change:
    match event:
        case TimerSet():
            return {"ends_at": event.ends_at}
        case NoteTaken():
            kept = {about: words for about, words in workshop.notes.items() if about != event.about}
            return {"notes": kept | ({event.about: event.words} if event.words else {})}
        case ReadBack():
            return {"read_back": event.mark}
        case TalkOrdered():
            return {"talk_by": event.by}
        case TalkTurned():
            return {"talk_of": event.indicator, "screen": "now"}
        case ScreenTurned():
            return {"screen": event.shows}


def after(events: Iterable[Event]) -> Workshop:
    """Where a workshop stands after `events`, in the order in which they happened."""
    return reduce(applied, events, Workshop())


def _turned(votes: tuple[Vote, ...], event: VoteTurned) -> tuple[Vote, ...]:
    return tuple(
        vote.model_copy(update={"state": event.state}) if vote.number == event.number else vote for vote in votes
    )
