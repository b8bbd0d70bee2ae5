"""Which account led a workshop, in words: when, who, what. Nothing of it where people sign in without an account."""

from __future__ import annotations

from collections.abc import Iterable

from placecheck.dates import day_words
from placecheck.storage import WorkshopLogEntry
from placecheck.words import deciding as w
from placecheck.words import say
from placecheck.workshop.events import DiscussionEvent, Event, MatterVoteChanged, NoteEvent, StoryChosen, VoteChanged


def facilitator_lines(entries: Iterable[WorkshopLogEntry]) -> tuple[str, ...]:
    """Return a line for each of `entries`; the same again in the same minute is said once."""
    return tuple(dict.fromkeys(_line(entry) for entry in entries))


def _line(entry: WorkshopLogEntry) -> str:
    moment = entry.when.astimezone()
    what = w.MADE_WORKSHOP if entry.event is None else w.WORKSHOP_LOG[_kind(entry.event)]
    return say(w.LED, when=f"{day_words(moment.date())}, {moment:%H:%M}", account=entry.account, what=say(what))


def _kind(event: Event) -> str:
    """Return what kind of action people would call it, as `words.deciding.WORKSHOP_LOG` has it."""
    match event:
        case VoteChanged(state="revealed"):
            return "vote_revealed"
        case MatterVoteChanged(state="revealed"):
            return "matters_revealed"
        case StoryChosen():
            return "story"
        case _ if isinstance(event, NoteEvent):
            return "note"
        case _ if isinstance(event, DiscussionEvent):
            return "screen"
        case _:
            return event.kind
