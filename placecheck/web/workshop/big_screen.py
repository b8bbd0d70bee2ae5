"""The big screen: which scene it shows, and the keys below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from placecheck.views.workshop.revealed_answers import RevealedIndicator
from placecheck.views.workshop.workshop_progress import current_scene, stage
from placecheck.web.workshop import scenes
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.matter_scene import show_matter_scene
from placecheck.web.workshop.screen_keys import show_key_list, show_keys, wants_key_list
from placecheck.web.workshop.welcome import show_welcome

STYLE = Path(__file__).with_name("big_screen.css")

ShowScene = Callable[[WorkshopContext], None]
ShowIndicatorScene = Callable[[WorkshopContext, Sequence[RevealedIndicator]], None]

STAGE_SCENES: dict[str, ShowScene] = {
    "before": show_welcome,
    "open": scenes.show_answering_scene,
    "closed": scenes.show_waiting_scene,
    "ended": scenes.show_ended_scene,
}
"""The scene for each stage of the workshop at which the room may not see answers."""
ANY_TIME_SCENES: dict[str, ShowScene] = {
    "welcome": show_welcome,
    "code": scenes.show_join_scene,
    "read-back": scenes.show_read_back_scene,
    "matters": show_matter_scene,
}
"""The scenes that can be shown at any time."""
REVEALED_SCENES: dict[str, ShowScene] = {
    "overview": scenes.show_overview_scene,
    "agreed": scenes.show_agreed_scene,
    "steps": scenes.show_steps_scene,
}
"""The scenes that can be shown once the room may see answers."""
INDICATOR_SCENES: dict[str, ShowIndicatorScene] = {
    "passage": scenes.show_passage_scene,
    "stories": scenes.show_story_scene,
}
"""The scenes about the indicator under discussion."""


def show_big_screen(context: WorkshopContext) -> None:
    """Show the present scene, and the keys below it."""
    st.html(STYLE)
    with st.container(key="big-screen"):
        indicators = context.revealed_indicators()
        if wants_key_list(context):
            show_key_list(context, indicators)
            return
        show_scene(context, indicators)
        show_keys(context, indicators)


def show_scene(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show the chosen scene if the room may see it yet; else the one for the stage of the workshop."""
    chosen = current_scene(context.workshop)
    if chosen in ANY_TIME_SCENES:
        ANY_TIME_SCENES[chosen](context)
    elif indicators and chosen in REVEALED_SCENES:
        REVEALED_SCENES[chosen](context)
    elif indicators and chosen in INDICATOR_SCENES:
        INDICATOR_SCENES[chosen](context, indicators)
    elif stage(context.workshop) in STAGE_SCENES:
        STAGE_SCENES[stage(context.workshop)](context)
    elif indicators:
        scenes.show_indicator_scene(context, indicators)
    else:
        scenes.show_waiting_scene(context)
