"""The keys of the big screen: a bar below it holds the few for the present scene, a list all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from placecheck.views.workshop.revealed_answers import RevealedIndicator
from placecheck.views.workshop.workshop_progress import current_scene, stage
from placecheck.web.data import assessments
from placecheck.web.state.session import INDICATOR, NOW, SCREEN
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.matter_scene import turn_matter_keys
from placecheck.web.workshop.progress import show_progress
from placecheck.web.workshop.timer import MINUTES, start_timer, stop_timer
from placecheck.words import big_screen as b
from placecheck.words import matter_votes as m
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w
from placecheck.workshop import Scene

LEAVE, KEYS = "leave", "keys"
"""The parameters of the address that ask whether to leave the big screen, and open the list of keys."""
LIST = "K"
"""The key that opens and closes the list of keys; a question mark does the same (in `workshop_progress.js`)."""

Command = Callable[[], object]


class Key(NamedTuple):
    """A key of the facilitator's: its name, the command that it runs, and whether it is in the bar too."""

    key: str
    name: str
    command: Command
    in_bar: bool = True


def show_keys(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show the bar of keys. Those that are only in the list work too."""
    asks_to_leave = context.session.query_param(LEAVE) is not None
    offered_keys = leave_keys(context) if asks_to_leave else available_keys(context, indicators)
    with st.container(key="screen-keys", horizontal=True, vertical_alignment="center"):
        if asks_to_leave:
            st.markdown(f"**{say(w.LEAVE_ASK)}**", width="content")
        for key in offered_keys:
            if key.in_bar:
                show_key(context, key)
        with st.container(key="more-keys", horizontal=True):
            for key in offered_keys:
                if not key.in_bar:
                    show_key(context, key)


def show_key(context: WorkshopContext, key: Key) -> None:
    """Show a key as a button, which the key presses."""
    context.button(key.name, key.command, key=f"key-{key.key}", shortcut=key.key, type="tertiary")


def wants_key_list(context: WorkshopContext) -> bool:
    """Return whether the list of keys is open in this window."""
    return context.session.query_param(KEYS) is not None


def show_key_list(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show every key that works now, with its name."""
    st.title(say(b.KEYS_TITLE), anchor=False)
    show_progress(context, with_counts=False)
    close_list: Command = lambda: context.session.set_query(**{KEYS: None})  # noqa: E731
    with st.container(key="key-list"):
        for key in available_keys(context, indicators):
            if key.key != LIST:
                show_key(context, key._replace(command=partial(_and_close_list, context, key.command)))
    st.markdown(say(b.SCROLL))
    with st.container(key="screen-keys", horizontal=True):
        show_key(context, Key(LIST, say(b.BACK_FROM_KEYS), close_list))


def _and_close_list(context: WorkshopContext, command: Command) -> None:
    context.session.set_query(**{KEYS: None})
    command()


def available_keys(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> list[Key]:
    """Return the keys for the present scene."""
    return [
        *navigation_keys(context, indicators),
        *vote_keys(context),
        *scenes_to_choose(context, indicators),
        *timer_keys(context),
        Key("L", say(w.LEAVE_SCREEN), lambda: context.session.set_query(**{LEAVE: NOW}), in_bar=False),
        Key(LIST, say(b.KEYS), lambda: context.session.set_query(**{KEYS: NOW})),
    ]


def navigation_keys(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> list[Key]:
    """Return the keys that lead on from the present scene, and back to the stage of the workshop."""
    workshop, shown = context.workshop, current_scene(context.workshop)
    if shown == "overview" and indicators:
        first = partial(discuss, context, context.discussed_indicator(indicators).id)
        return [Key("Right", say(b.FIRST_TO_TALK), first)]
    is_now = shown == current_scene(workshop, "now")
    keys_offered = [] if is_now else [Key("N", say(w.NOW), lambda: context.show_on_screen("now"))]
    if shown == "matters":
        return [*keys_offered, *(Key(*key) for key in turn_matter_keys(context))]
    if shown == "stories" and indicators:
        return [*keys_offered, *story_keys(context, indicators)]
    if shown == "now" and stage(workshop) == "revealed" and indicators:
        return discussion_keys(context, indicators)
    return keys_offered


def vote_keys(context: WorkshopContext) -> list[Key]:
    """Return the keys that close, reveal or cancel a vote."""
    workshop, store = context.workshop, assessments.current_store()
    keys_of_matters = matter_keys(context)
    keys_offered = [*keys_of_matters]
    if workshop.last_vote and workshop.last_vote.is_second and workshop.last_vote.state != "revealed":
        keys_offered.append(Key("V", say(w.CANCEL_SECOND), lambda: store.cancel_second_vote(context.id)))
    if workshop.open_vote:
        keys_offered.append(Key("X", say(w.CLOSE_QUESTION_ROUND), lambda: store.close_vote(context.id)))
    elif stage(workshop) == "closed" and workshop.last_vote and not keys_of_matters:
        number = workshop.last_vote.number
        keys_offered.append(Key("S", say(w.REVEAL), lambda: store.reveal(context.id, number)))
    return keys_offered


def matter_keys(context: WorkshopContext) -> list[Key]:
    """Return the keys that close or reveal a vote on matters."""
    workshop, store = context.workshop, assessments.current_store()
    if workshop.open_matters:
        return [Key("X", say(m.CLOSE), lambda: store.close_matters(context.id))]
    if current_scene(workshop) == "matters" and workshop.matter_votes and workshop.matter_votes[-1].state == "closed":
        number = workshop.matter_votes[-1].number
        return [Key("S", say(m.REVEAL), lambda: store.reveal_matters(context.id, number))]
    return []


def scenes_to_choose(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> list[Key]:
    """Return the keys that show another scene."""
    choices: list[tuple[str, Scene, str, bool]] = []
    if indicators:
        choices += [
            ("P", "passage", w.WHERE_FROM, True),
            ("W", "stories", b.STORIES, True),
            ("O", "overview", b.SHOW_OVERVIEW, False),
            ("A", "agreed", b.AGREED, False),
            ("F", "steps", b.STEPS, False),
            ("B", "read-back", b.SHOW_READ_BACK, False),
        ]
    if context.workshop.matter_votes:
        choices.append(("M", "matters", m.SHOW_MATTERS, False))
    if not context.workshop.ended:
        choices += [("J", "code", w.CODE, not indicators), ("G", "welcome", b.SHOW_WELCOME, False)]
    indicator_scenes = {"passage", "stories"}
    shown = current_scene(context.workshop)
    return [
        Key(
            key,
            say(name),
            partial(context.show_on_screen, scene),
            in_bar and (scene not in indicator_scenes or shown in {"now", *indicator_scenes}),
        )
        for key, scene, name, in_bar in choices
        if scene != shown and (scene != "passage" or context.opened.catalogue.passages)
    ]


def leave_keys(context: WorkshopContext) -> list[Key]:
    """Return the keys that answer whether this window should go to the facilitator's page."""
    stay: Command = lambda: context.session.set_query(**{LEAVE: None})  # noqa: E731
    return [Key("Y", say(w.LEAVE_YES), lambda: leave_big_screen(context)), Key("Escape", say(w.LEAVE_NO), stay)]


def leave_big_screen(context: WorkshopContext) -> None:
    """Go back to the facilitator's page, and reset the big screen to the stage of the workshop."""
    context.session.set_query(**{SCREEN: None, INDICATOR: None, LEAVE: None, KEYS: None})
    if context.workshop.scene != "now":
        context.show_on_screen("now")


def discuss(context: WorkshopContext, indicator_id: str) -> None:
    """Make an indicator the topic of the discussion."""
    assessments.current_store().set_discussion_topic(context.id, indicator_id)


def discussion_keys(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> list[Key]:
    """Return the keys of the discussion: next and previous indicator, a second vote."""
    indicator = context.discussed_indicator(indicators)
    at = indicators.index(indicator)
    keys_offered = [
        Key(key, say(name), partial(discuss, context, indicators[at + step].id))
        for key, name, step in (("Left", w.EARLIER, -1), ("Right", w.LATER, 1))
        if 0 <= at + step < len(indicators)
    ]
    if not context.workshop.ended:
        vote_again = partial(assessments.current_store().vote_again, context.id, indicator.id)
        keys_offered.append(Key("V", say(w.SECOND_VOTE), lambda: context.begin_vote(vote_again)))
    return keys_offered


def story_keys(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> list[Key]:
    """Return the keys that show the chosen story before, and the one after."""
    chosen = context.chosen_stories(context.discussed_indicator(indicators).id)
    fingerprints = list(chosen)
    at = fingerprints.index(context.shown_story(chosen)) if fingerprints else 0
    show = assessments.current_store().show_story
    return [
        Key(key, say(name), partial(show, context.id, fingerprints[at + step]))
        for key, name, step in (("Left", b.EARLIER_STORY, -1), ("Right", b.NEXT_STORY, 1))
        if 0 <= at + step < len(fingerprints)
    ]


def timer_keys(context: WorkshopContext) -> list[Key]:
    """Return the keys of the timer."""
    if context.workshop.ended:
        return []
    if context.workshop.ends_at is not None:
        return [Key("T", say(w.STOP_TIMER), lambda: stop_timer(context))]
    return [
        Key(str(minutes % 10), say_n(w.MINUTES, minutes), lambda n=minutes: start_timer(context, n), in_bar=False)  # type: ignore[misc]
        for minutes in MINUTES
    ]
