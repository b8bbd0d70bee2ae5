"""What the facilitator can do with the big screen. Each command returns an event, or refuses if not possible now."""

from __future__ import annotations

from placecheck.words import say
from placecheck.words import workshop as w
from placecheck.workshop import events
from placecheck.workshop.facilitator_commands import NotNowError
from placecheck.workshop.model import DiscussionOrder, Scene, Workshop
from placecheck.workshop.visibility import shown_indicators


def set_discussion_order(_workshop: Workshop, by: DiscussionOrder) -> events.DiscussionOrderSet:
    """Set which indicators are discussed first."""
    return events.DiscussionOrderSet(by=by)


def set_discussion_topic(workshop: Workshop, indicator: str) -> events.DiscussionTopicSet:
    """Set the indicator that the room discusses now, which it has seen.

    Raises:
        NotNowError: The room has not seen it.
    """
    if indicator not in shown_indicators(workshop):
        raise NotNowError(say(w.NOT_SHOWN_YET, id=indicator))
    return events.DiscussionTopicSet(indicator=indicator)


def choose_story(_workshop: Workshop, story: str, *, chosen: bool) -> events.StoryChosen:
    """Choose a story, given as its fingerprint, for the room; or with `chosen` False no longer."""
    return events.StoryChosen(story=story, chosen=chosen)


def show_story(workshop: Workshop, story: str) -> events.StoryShown:
    """Show a story large, which was read and chosen before.

    Raises:
        NotNowError: The story was not chosen.
    """
    if story not in workshop.chosen_stories:
        raise NotNowError(say(w.STORY_NOT_CHOSEN))
    return events.StoryShown(story=story)


def show_on_screen(_workshop: Workshop, scene: Scene) -> events.ScreenChanged:
    """Set the scene of the big screen; possible after the end too."""
    return events.ScreenChanged(shows=scene)
