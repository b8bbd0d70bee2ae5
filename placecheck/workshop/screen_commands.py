"""What the facilitator can do with the big screen. Each command returns the event that it leads to."""

from __future__ import annotations

from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop import events
from placecheck.workshop.facilitator_commands import NotNowError
from placecheck.workshop.model import Shows, TalkBy, Workshop
from placecheck.workshop.visibility import shown_indicators


def talk_by(_workshop: Workshop, by: TalkBy) -> events.TalkOrdered:
    """Say what the talk begins with."""
    return events.TalkOrdered(by=by)


def talk_of(workshop: Workshop, indicator: str) -> events.TalkTopicChosen:
    """Say what the room talks about now, which it has seen.

    Raises:
        NotNowError: The room has not seen it.
    """
    if indicator not in shown_indicators(workshop):
        raise NotNowError(say(w.NOT_SHOWN_YET, id=indicator))
    return events.TalkTopicChosen(indicator=indicator)


def choose_story(_workshop: Workshop, story: str, *, chosen: bool) -> events.StoryChosen:
    """Choose for the room what somebody wrote, known by its fingerprint, or choose it no longer."""
    return events.StoryChosen(story=story, chosen=chosen)


def show_story(workshop: Workshop, story: str) -> events.StoryShown:
    """Show a story large, which was read and chosen before.

    Raises:
        NotNowError: The story was not chosen.
    """
    if story not in workshop.stories:
        raise NotNowError(say(w.STORY_NOT_CHOSEN))
    return events.StoryShown(story=story)


def show_on_screen(_workshop: Workshop, shows: Shows) -> events.ScreenChanged:
    """Say what the big screen shows; after the end too."""
    return events.ScreenChanged(shows=shows)
