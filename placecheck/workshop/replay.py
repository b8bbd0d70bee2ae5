"""The state of a workshop, replayed from its events."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from placecheck.workshop.events import (
    DiscussionEvent,
    DiscussionOrderSet,
    DiscussionTopicSet,
    Ended,
    Event,
    FacilitatorEvent,
    HeldBack,
    JoiningChanged,
    MatterHeldBack,
    MattersAsked,
    MatterShown,
    MatterVoteChanged,
    MatterVoteEvent,
    NoteAdded,
    NoteEvent,
    NoteStruck,
    NoteTaken,
    OtherParticipantEvent,
    ParticipantEvent,
    PlaceAgreed,
    ReadBack,
    ScreenChanged,
    SharingChanged,
    StoryChosen,
    StoryShown,
    TimerSet,
    VoteBegun,
    VoteChanged,
    Withdrawn,
)
from placecheck.workshop.model import MatterVote, Scene, ScribeNote, Vote, Workshop

Change = dict[str, object]


def apply_event(workshop: Workshop, event: Event) -> Workshop:
    """Return the state of `workshop` after `event`."""
    if isinstance(event, ParticipantEvent):
        change = (
            _after_matter_vote_event(workshop, event)
            if isinstance(event, MatterVoteEvent)
            else _after_participant_event(workshop, event)
        )
        change["version"] = workshop.version + 1
    else:
        change = _after_facilitator_event(workshop, event)
    return workshop.model_copy(update=change)


def _after_participant_event(workshop: Workshop, event: OtherParticipantEvent) -> Change:
    match event:
        case PlaceAgreed():
            return {"boundary": event.boundary, "period": event.period}
        case VoteBegun() | VoteChanged():
            return _after_vote_event(workshop, event)
        case HeldBack():
            return {"held_back": workshop.held_back - {event.indicator} | ({event.indicator} if event.held else set())}
        case Withdrawn():
            held, withdrawn = workshop.held_back - {event.indicator}, workshop.withdrawn | {event.indicator}
            return {"held_back": held, "withdrawn": withdrawn}
        case SharingChanged():
            return {"allows_phone_sharing": event.shared}
        case Ended():
            return {"ended": True, "ends_at": None, "scene": "now"}


def _after_matter_vote_event(workshop: Workshop, event: MatterVoteEvent) -> Change:
    votes = workshop.matter_votes
    match event:
        case MattersAsked():
            vote = MatterVote(number=len(votes) + 1, asks=event.asks, levels=event.levels, prompts=event.think)
            return {"matter_votes": (*votes, vote), "shown_matter": event.asks[0].id, "scene": "matters"}
        case MatterVoteChanged():
            changed = (
                vote.model_copy(update={"state": event.state}) if vote.number == event.number else vote
                for vote in votes
            )
            return {"matter_votes": tuple(changed), "scene": "matters"}
        case MatterHeldBack():
            held, withdrawn = workshop.held_back_matters - {event.matter}, workshop.withdrawn_matters
            return {
                "held_back_matters": held | ({event.matter} if event.held == "for_now" else set()),
                "withdrawn_matters": withdrawn | ({event.matter} if event.held == "for_good" else set()),
            }


def _after_vote_event(workshop: Workshop, event: VoteBegun | VoteChanged) -> Change:
    if isinstance(event, VoteChanged):
        return {"votes": _with_state(workshop.votes, event), "scene": _scene_after(workshop, event)}
    begun = Vote(number=len(workshop.votes) + 1, asks=event.asks, is_second=event.again)
    topic = event.asks[0] if event.again else workshop.discussion_topic
    return {"votes": (*workshop.votes, begun), "discussion_topic": topic, "scene": "now"}


def _scene_after(workshop: Workshop, event: VoteChanged) -> Scene:
    """Return the next scene: the overview after the reveal of a first vote, before the room discusses it."""
    vote = workshop.vote(event.number)
    return "overview" if event.state == "revealed" and vote and not vote.is_second else "now"


def _after_facilitator_event(workshop: Workshop, event: FacilitatorEvent) -> Change:
    match event:
        case TimerSet():
            return {"ends_at": event.ends_at}
        case NoteTaken() | NoteAdded() | NoteStruck():
            return {"notes": _notes_after(workshop.notes, event)}
        case JoiningChanged():
            return {"joining_closed": event.shut}
        case ReadBack():
            return {"read_back_fingerprint": event.mark}
        case _:
            return _after_discussion_event(workshop, event)


def _after_discussion_event(workshop: Workshop, event: DiscussionEvent) -> Change:
    match event:
        case DiscussionOrderSet():
            return {"discussion_order": event.by}
        case DiscussionTopicSet():
            return {"discussion_topic": event.indicator, "scene": "now"}
        case StoryChosen():
            others = tuple(story for story in workshop.chosen_stories if story != event.story)
            return {"chosen_stories": (*others, event.story) if event.chosen else others}
        case StoryShown():
            return {"shown_story": event.story, "scene": "stories"}
        case MatterShown():
            return {"shown_matter": event.matter, "scene": "matters"}
        case ScreenChanged():
            return {"scene": event.shows}


def _notes_after(notes: tuple[ScribeNote, ...], event: NoteEvent) -> tuple[ScribeNote, ...]:
    match event:
        case NoteAdded():
            return (*notes, ScribeNote(about=event.about, words=event.words))
        case NoteStruck():
            at = notes.index(event.note) if event.note in notes else len(notes)
            return notes[:at] + notes[at + 1 :]
        case NoteTaken():
            others = tuple(note for note in notes if note.about != event.about)
            return (*others, ScribeNote(about=event.about, words=event.words)) if event.words else others


def replay_events(events: Iterable[Event]) -> Workshop:
    """Return the state of a workshop after `events`, in the order in which they happened."""
    return reduce(apply_event, events, Workshop())


def _with_state(votes: tuple[Vote, ...], event: VoteChanged) -> tuple[Vote, ...]:
    return tuple(
        vote.model_copy(update={"state": event.state}) if vote.number == event.number else vote for vote in votes
    )
